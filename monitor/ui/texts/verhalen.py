"""Words of the page Verhalen, and of a verhaal that is not public."""

MENU = "Verhalen"
TITEL = "Verhalen van bewoners"
INLEIDING = (
    "Mensen vertellen hier wat zij meemaken in hun wijk. Zij bepaalden zelf wie het mag lezen. "
    "Ook wat moeilijk is of misging staat erbij."
)
NIET_OPENBAAR = "Niet openbaar: {waarvoor}."

# The question

ZOEK = "Zoek een woord, bijvoorbeeld mantelzorg"
VERDER = "Verder kiezen: wijk, thema, wie vertelt, gevoel"
VERDER_GEKOZEN = ("Verder kiezen (1 keuze staat aan)", "Verder kiezen ({aantal} keuzes staan aan)")
ZOEKEN = "Zoeken"
WISSEN = "Toon weer alle verhalen"
ALLES = "Alles"
FILTER_WIJK = "Wijk"
FILTER_THEMA = "Thema"
FILTER_PERSPECTIEF = "Wie vertelt"
FILTER_GEVOEL = "Hoe het voelt"
FILTER_VERHOUDING = "Bij het cijfer"

# What was found

GEVONDEN = ("1 verhaal", "{aantal} verhalen")
GEEN_GEVONDEN = "Geen verhalen gevonden"
VOLGORDE_NIEUW = "Nieuwste eerst."
VOLGORDE_WOORDEN = "Bovenaan staat wat het beste past bij uw woorden."
DIE_OPENBAAR_MOGEN = ("1 verhaal dat openbaar mag", "{aantal} verhalen die openbaar mogen")
DIE_U_MAG_LEZEN = (
    "1 verhaal dat u mag lezen (is het niet openbaar, dan staat dat erbij)",
    "{aantal} verhalen die u mag lezen (bij wat niet openbaar is, staat dat)",
)
HET_VERTELT_ANDERS = "het vertelt iets anders dan een cijfer"
WAARVAN_ANDERS = "{anders} daarvan {vertellen} iets anders dan een cijfer"
HIER_ANDERS = "Op deze bladzijde: {anders} van de {hier}."
BLADZIJDE_VAN = "Bladzijde {bladzijde} van {bladen}"
VORIGE = "Vorige bladzijde"
VOLGENDE = "Volgende bladzijde"
BLADEREN = "Meer bladzijden"
NIETS = "Hier past nu geen verhaal bij."
NIETS_TERUG = "Deze bladzijde is er niet. Ga terug naar de eerste bladzijde."
NAAR_EERSTE = "Naar de eerste bladzijde"
PROBEER = "Wat u kunt proberen:"
PROBEER_ANDER_WOORD = "Gebruik een ander woord, of minder woorden."
PROBEER_MINDER = "Kies minder: laat de wijk of het thema weg."
NOG_GEEN = "Er zijn nog geen verhalen die u mag lezen."
BIJ_GEMEENTE = (
    "Uit deze wijk zijn er nog geen of weinig verhalen, of er wonen weinig mensen. "
    "Verhalen staan dan bij de gemeente. Zo is een verteller niet zo snel te herkennen."
)
NAAR_GEMEENTE = "Lees de verhalen van de hele gemeente"
BEDOELT_U = "Bedoelt u:"

ALLE_VAN_WIJK = "Zoek in alle verhalen uit {wijk}"

# One verhaal

HELE_VERHAAL = "Dit verhaal apart"
TERUG = "Terug naar alle verhalen"
IN_WIJK = "uit {wijk}"
IN_GEMEENTE = "uit de gemeente {gemeente}"
GEDAAN = "Wat is ermee gedaan?"
GEDAAN_REGEL = "{wanneer}: {waar}"
NOG_NIETS_GEDAAN = "Er is nog niet opgeschreven wat ermee gedaan is."
OVER_U_LINK = "Gaat dit over u? Laat het weten"
OVER_U = "Gaat dit over u?"
OVER_U_UITLEG = (
    "Herkent u uzelf of iemand anders in dit verhaal en wilt u dat niet? Laat het weten. "
    "Het verhaal is dan meteen voor niemand meer te zien. Daarna kijkt iemand ernaar."
)
OVER_U_WAAROM = "Wat moeten wij weten? (mag leeg)"
OVER_U_KNOP = "Laat het weten en haal het verhaal nu weg"
GEMELD = "Dank u. Het verhaal is nu niet meer te zien. Iemand kijkt ernaar."

# Who is missing

ONGEHOORD = "Nog niet gehoord"
ONGEHOORD_UITLEG = "Niemand hoeft te vertellen. Maar deze mensen hoorden we nog niet in een verhaal dat openbaar mag:"
ONGEHOORD_WIJKEN = (
    "Uit deze wijken zijn er nog geen of weinig verhalen die openbaar mogen, of er wonen weinig mensen: {wijken}."
)
ONGEHOORD_MEER = "nog {aantal} wijken"
IEDEREEN_GEHOORD = "Uit elke groep die wij vragen is er een verhaal. Dat zegt niet dat iedereen gehoord is."
TE_WEINIG = "Er zijn nog te weinig verhalen om te zeggen wie er ontbreken."
