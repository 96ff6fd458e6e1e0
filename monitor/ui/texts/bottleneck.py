"""Words of the page on which college and raad read what stands in the way in the wijken."""

from monitor.domain.raad import BeslispuntSoort, BesluitWeg

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
LEERDE = "{dag}, bij "
LEERDE_OVER = "Dit ging over: "
NAVIGATIE = "Op deze pagina"

OPEN = "Dit zit nog in de weg"
OPEN_UITLEG = "Wat het langst open staat, staat eerst. Dat iets open blijft, is niet erg, als we het maar weten."
OPEN_LEEG = "Er staat nu niets open."
VOOR = "Hier moet {gremium} mee verder"
VOOR_NIEMAND = "Nog niet gezegd wie hiermee verder moet"

KLAAR = "Opgelost, of bewust niet gedaan"

KORT_OPEN_EEN = "1 punt staat nog open, sinds {dag}."
KORT_OPEN = "{aantal} punten staan nog open, het eerste sinds {dag}."
KORT_VERDER = "Wie moet ermee verder? Dat is {wie}."
KORT_VERDER_NIEMAND = "nog niet gezegd"
KORT_VAN_NIEMAND = "Nog van niemand: {punten}."
KORT_GEPROBEERD = "Er is al iets geprobeerd bij {punten}."
KORT_NIET_GEPROBEERD = "Nog niet opgeschreven wat er geprobeerd is: {punten}."
KORT_RAAD = "De raad besloot iets over {punten}."

PUNT = "Punt {nummer}"
IN_WIJK = "Wijkgesprekken van {wijk}"
VAN_WIE = "Van wie?"
VAN_WIE_NU = "{eigenaar}, sinds {dag}"
VAN_NIEMAND = "Nog van niemand"
SINDS = "Sinds wanneer?"
GEZEGD = "Opgeschreven op {dag}"
STAAT = "Hoe staat het?"
TERUGKIJKEN = "{stand}. Terugkijken op {dag}."
UIT = "Dit zien we vaker"
OOK_ZO = "Anderen lezen het zo"
GEPROBEERD = "Wat is er geprobeerd?"
NIETS_GEPROBEERD = "Nog niet opgeschreven"
POGING = "{dag}: "
NA_AFSPRAAK = "Dit kwam van de afspraak: {afspraak}"
AFSPRAAK = "Afgesproken: "
WAAROM = "Waarom?"
RAAD_OVER = "Wat besloot de raad?"
RAAD_OVER_ANKER = "besluit {besluit}, beslispunt {nummer}"
RAAD_OVER_UITKOMST = ", {uitkomst}"

GEREGELD = "Wat is overal geregeld, en wat verschilt per wijk?"
GEREGELD_UITLEG = (
    "Dit loopt nu, van bewoners en van organisaties. Staat een wijk er niet bij, dan is er over dit onderwerp niets "
    "opgeschreven. Dat zegt niet dat er niets gebeurt, en meer is niet vanzelf beter."
)
GEREGELD_OVERAL = "Dit is overal geregeld: {namen}. De rest verschilt per wijk."
GEREGELD_NIET_OVERAL = "Er is niets opgeschreven dat overal geregeld is. Wat er is, verschilt per wijk."
THEMA = "Onderwerp"
OVERAL = "In de hele gemeente"
PER_WIJK = "In een wijk"
NIETS = "Niets opgeschreven"

MEENEMEN = "Leskaarten om te delen"
MEENEMEN_UITLEG = (
    "Wat wij leerden, zonder verhalen: voor andere gemeenten, en voor wie hier nieuw komt werken. Wat één iemand "
    "vertelde staat er niet in."
)
PDF = "Leskaarten om af te drukken (PDF)"
CSV = "Leskaarten als CSV"
EXCEL = "Leskaarten voor Excel"

# What the raad decided

RAAD = "Wat de raad besloot"
RAAD_LEEG = "Er is nog niet opgeschreven dat de raad hier iets over besloot."
BESLUIT = "Besluit {nummer}, {dag}"
BESLISPUNT = "Beslispunt {nummer}, {uitkomst}: "
OVER = "Dit gaat over "
OVER_PUNT = "punt {nummer}"
OVER_PATROON = "wat we vaker zien in {wijk}"
OVER_CIJFER = "het cijfer “{naam}”"
OVER_PLAN = "het {naam}"
PLAN_VAN = "wijkplan van {wijk}"
PLAN_NUMMER = "wijkplan {nummer} van {wijk}"
WOORDEN_WEG = "De woorden zijn weggehaald."
WOORDEN_WEG_OP = "De woorden zijn weggehaald op {dag}."
BESLUIT_ERBIJ = "Opschrijven wat de raad besloot"
BESLUIT_UITLEG = (
    "Kort, in woorden die op zichzelf staan. Een verhaal hoort hier niet in: stukken van de raad blijven openbaar. "
    "Zeg erbij waar het over gaat. Dan kan iedereen later zien waar het vandaan kwam."
)
WELKE_DAG = "Welke dag was het? Schrijf het zo: 21-11-2026"
WAAROVER = "Waarover ging het?"
PUNT_KOP = "Beslispunt {nummer}"
PUNT_TEKST = "Beslispunt {nummer}: wat besloot de raad?"
PUNT_UITKOMST = "Beslispunt {nummer}: hoe ging het?"
PUNT_OVER = {
    BeslispuntSoort.LEERPUNT: "Beslispunt {nummer}: over welke punten, of over wat we vaker zien? (mag leeg)",
    BeslispuntSoort.INDICATOR: "Beslispunt {nummer}: over welke cijfers gaat het? (mag leeg)",
    BeslispuntSoort.WIJKPLAN: "Beslispunt {nummer}: over welke wijkplannen gaat het? (mag leeg)",
}
PATRONEN = "Wat we vaker zien: hier staat wat elk nummer is"
PATROON = "Vaker {nummer}, in {wijk}"
UITKOMST_FOUT = "Kies bij beslispunt {nummer} hoe het ging."
BEWAAR_BESLUIT = "Bewaar wat de raad besloot"
BESLUIT_BEWAARD = "Bewaard. Iedereen kan het nu lezen."

BESLUIT_WEG = "Een besluit weghalen"
BESLUIT_WEG_UITLEG = (
    "De woorden gaan weg, ook uit oudere reservekopieën. Dat er een besluit stond, blijft te lezen. "
    "Besloot de raad dit niet zo? Haal het dan weg, en schrijf daarna op hoe het wel was."
)
WELK_BESLUIT = "Welk besluit?"
WEG_WAAROM = "Waarom gaat het weg?"
WEG_REDEN = {
    BesluitWeg.PERSOON: "er staat iets in dat naar een persoon leidt",
    BesluitWeg.FOUT: "de raad besloot dit niet zo",
}
WEG_KIES = "Kies welk besluit weg moet, en waarom."
WEG_ZEKER = "Ja, haal dit besluit weg. De woorden komen niet terug."
WEG_NIET_ZEKER = "Zet een vinkje als u zeker weet dat het besluit weg mag."
HAAL_BESLUIT_WEG = "Haal dit besluit weg"
BESLUIT_IS_WEG = "Het besluit is weggehaald."

# Where on the page a part begins

ANKER_LEERDEN = "wat-leerden-we"
ANKER_OPEN = "nog-in-de-weg"
ANKER_KLAAR = "opgelost"
ANKER_RAAD = "besluiten"
ANKER_GEREGELD = "geregeld"
ANKER_LESKAARTEN = "leskaarten"
