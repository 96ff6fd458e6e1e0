"""Words of the page on which college and raad read what stands in the way in the wijken."""

from monitor.domain.raad import BeslispuntUitkomst

MENU = "Wat in de weg zit"
TITEL = "Wat in de weg zit"
INLEIDING = (
    "Bewoners en mensen die in de wijken werken schreven dit op in hun wijkgesprekken. Zij kunnen het niet alleen "
    "oplossen. U leest van wie het is, sinds wanneer, en wat er al geprobeerd is."
)
KIES_GEMEENTE = "Van welke gemeente wilt u dit lezen?"
LEEG = "Er is in deze gemeente nog niets opgeschreven dat in de weg zit."

LEERDEN = "Wat leerden we?"
LEERDEN_LEEG = "Er is nog niet opgeschreven wat er geprobeerd is."
LEERDE = "{dag}, bij punt {nummer}: "

OPEN = "Dit zit nog in de weg"
OPEN_UITLEG = "Wat het langst open staat, staat eerst. Dat iets open blijft, is niet erg, als we het maar weten."
OPEN_LEEG = "Er staat nu niets open."
VOOR = "Hier moet {gremium} mee verder"
VOOR_NIEMAND = "Nog niet gezegd wie hiermee verder moet"

KLAAR = "Opgelost, of bewust niet gedaan"

PUNT = "Punt {nummer}"
IN_WIJK = "Wijkgesprekken van {wijk}"
VAN_WIE = "Van wie: {eigenaar}, sinds {dag}."
VAN_NIEMAND = "Van wie: nog van niemand."
GEZEGD = "Opgeschreven op {dag}."
TERUGKIJKEN = "Terugkijken op {dag}."
UIT = "Dit zien we vaker"
OOK_ZO = "Anderen lezen het zo"
GEPROBEERD = "Wat er geprobeerd is"
NIETS_GEPROBEERD = "Er is nog niet opgeschreven wat er geprobeerd is."
POGING = "{dag}: "
AFSPRAAK = "Afgesproken: "
WAAROM = "Waarom: "

GEREGELD = "Wat is overal geregeld, en wat verschilt per wijk?"
GEREGELD_UITLEG = (
    "Dit loopt nu, van bewoners en van organisaties. Staat een wijk er niet bij, dan is er over dit onderwerp niets "
    "opgeschreven. Dat zegt niet dat er niets gebeurt, en meer is niet vanzelf beter."
)
THEMA = "Onderwerp"
OVERAL = "In de hele gemeente"
PER_WIJK = "In een wijk"
NIETS = "Niets opgeschreven"

MEENEMEN = "Leskaarten om te delen"
MEENEMEN_UITLEG = (
    "Wat wij leerden, zonder verhalen: voor andere gemeenten, en voor wie hier nieuw komt werken. Wat één iemand "
    "vertelde staat er niet in."
)
CSV = "Leskaarten als CSV"
EXCEL = "Leskaarten voor Excel"

# What the raad decided

RAAD = "Wat de raad besloot"
RAAD_LEEG = "Er is nog niet opgeschreven dat de raad hier iets over besloot."
BESLUIT = "{dag}: "
BESLISPUNT = "Beslispunt {nummer}, {uitkomst}: "
OVER_PUNT = "Dit gaat over punt {nummer}."
WOORDEN_WEG = "De woorden zijn weggehaald."
BESLUIT_ERBIJ = "Opschrijven wat de raad besloot"
BESLUIT_UITLEG = (
    "Kort, in woorden die op zichzelf staan. Een verhaal hoort hier niet in: stukken van de raad blijven openbaar."
)
WELKE_DAG = "Welke dag was het? Schrijf het zo: 21-11-2026"
WAAROVER = "Waarover ging het?"
PUNT_TEKST = "Beslispunt {nummer}: wat besloot de raad?"
PUNT_UITKOMST = "Beslispunt {nummer}: hoe ging het?"
PUNT_OVER = "Beslispunt {nummer}: over welke punten hierboven gaat het? (mag leeg)"
UITKOMST = {
    BeslispuntUitkomst.AANGENOMEN: "aangenomen",
    BeslispuntUitkomst.GEWIJZIGD: "gewijzigd aangenomen",
    BeslispuntUitkomst.VERWORPEN: "verworpen",
    BeslispuntUitkomst.AANGEHOUDEN: "aangehouden, nog open",
}
BEWAAR_BESLUIT = "Bewaar wat de raad besloot"
BESLUIT_BEWAARD = "Bewaard. Iedereen kan het nu lezen."
KIES = "Kies"
DAG_FOUT = "Schrijf bij “Welke dag was het?” een dag als 21-11-2026."
