"""Words of the small forms: an initiatief, a plek, and what somebody noticed."""

MENU = "Wat is er al?"
TITEL = "Initiatief, plek of signaal"
INLEIDING = (
    "Wat is er al in de wijk? Breng een initiatief of een plek in. Er is geen organisatie, geld of cijfer voor nodig. "
    "Of zeg wat u opvalt."
)
MAG_NIET = "Hier brengen bewoners die meedoen en welzijnswerkers iets in. Een verhaal vertellen kan iedereen."
WAT = "Wat wilt u inbrengen?"
SOORTEN = {
    "initiatief": "een initiatief: mensen begonnen zelf iets",
    "plek": "een plek waar mensen elkaar tegenkomen",
    "signaal": "een signaal: iets wat u opvalt",
}
SIGNAAL_UITLEG = (
    "Alleen wie in deze wijk samen leert, leest een signaal. Schrijf op wat er gebeurt, niet wie het doet. "
    "Is er nu hulp nodig of is het onveilig? Dit is geen meldpunt."
)
INBRENG_UITLEG = "Iedereen kan dit lezen op de bladzijde van de wijk. Noem geen mensen."
PLEK_UITLEG = "Iedereen kan dit lezen op de bladzijde van de wijk. Noem geen mensen."
WIJK = "In welke wijk?"
THEMA = "Bij welk thema past het?"
NAAM = {"initiatief": "Hoe heet het initiatief?", "plek": "Hoe heet de plek?"}
SOORT = "Wat voor plek is het? Bijvoorbeeld een bank, een buurthuis of een winkel"
BESCHRIJVING = "Wat gebeurt er? (mag leeg)"
VOOR_WIE = "Voor wie? Een vaste groep mag (mag leeg)"
BEGIN = "Hoe begon het?"
BEGIN_KIES_WIJK = "Kies eerst een wijk. Dan kunt u ook zeggen waar het initiatief uit voortkwam."
BEGIN_LIJST = "Wat er al is in deze wijk, met een nummer. Kwam het initiatief daaruit voort? Kies dan dat nummer"
BEGIN_LEEG = "In deze wijk staat nog niets waar het initiatief uit kan zijn voortgekomen."
TEKST = "Wat valt u op?"
GEZIEN = "Wanneer zag u dit? Bijvoorbeeld 15-7-2026 (leeg is vandaag)"
GEZIEN_FOUT = "Schrijf de dag als 15-7-2026."
BEWAAR = "Breng in"
BEWAARD = "Dank u. Het staat er."
NAAR_WIJK = "Bekijk de wijk"
NU_BEWAREN = "Er staat niets meer in dat naar een persoon leidt. Kies nu: Breng in."
SIGNALEN = "Wat valt mensen op in {wijk}?"
SIGNALEN_LEEG = "Er zijn nog geen signalen uit deze wijk."
SIGNAAL_VAN = "{van} · {thema} · {wanneer}"
SIGNALEN_WIJK = "Van welke wijk wilt u de signalen lezen?"
