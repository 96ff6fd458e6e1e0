"""Words of the page of one indicator, which the screen calls a cijfer."""

MENU = "Cijfers"

# Choosing

TITEL = "Cijfers, één voor één"
INLEIDING = (
    "Kies een cijfer. U ziet dan wat het betekent, wie het koos en waarom, hoe het gaat, en welke verhalen erbij horen."
)
ROL_IN = "{rol}: {wijken}"
AANTAL = ("1 cijfer", "{aantal} cijfers")
GEEN_CIJFERS = "Deze gemeente heeft nog geen cijfers."
KIES_WIJK = "Dit cijfer in uw wijk"
ANDERE_WIJK = "Dit cijfer in een andere wijk"
NAAR_WIJK = "Alles over {wijk}"
NAAR_ALLE = "Alle cijfers van deze gemeente"
HELE_GEMEENTE = "Dit cijfer in de hele gemeente"
SUB_WIJK = "cijfer over {wijk} · {thema}"
SUB_GEMEENTE = "cijfer in {gemeente} · {thema}"
SUB = "cijfer · {thema}"
MEER = "Alles over dit cijfer"
MEER_NAAM = "{meer}: {naam}"

# Number and verhalen

KAART = "Cijfer en verhalen"
KIES_EERST = "Dit gaat over de hele gemeente. Kies een wijk voor het cijfer van die wijk."
GEEN_WIJKEN = "Geen wijk heeft dit cijfer nog."
GEEN_VERHAAL = "Bij dit cijfer staat hier nog geen verhaal dat u mag lezen."
GEEN_VERHAAL_GEMEENTE = "Bij dit cijfer staat in deze gemeente nog geen verhaal dat u mag lezen."
UIT = "uit {wijk}"
BIJ_GEMEENTE = "staat bij de gemeente"
VOLGORDE = "Eerst wat iets anders vertelt. Binnen elke groep: nieuwste eerst. Verhalen zijn geen stemmen."
NULMETING_CEL = "{periode} (nulmeting)"
IN_TABEL = "Cijfers in een tabel"
VERVALLEN = "Dit cijfer wordt niet meer gebruikt."

# Taking it along

BEWAREN = "Meenemen"
CSV = "Cijfers (CSV)"
EXCEL = "Cijfers voor Excel"
PNG = "Grafiek als plaatje (PNG)"
SVG = "Grafiek als tekening (SVG)"
BRONNEN_PLAATJE = "Bron: {bronnen}."
ZONDER_BRON = "Bron: niet opgeschreven."
VOORBEELD_PLAATJE = "Verzonnen voorbeeld: deze gemeente bestaat niet."

# Beside other wijken

NAAST = "Naast andere wijken"
ALFABET = "De wijken staan op alfabet. Dit is geen ranglijst."
DIKKER = "De dikkere lijn is {wijk}."
DIKKER_PUNTEN = "{wijk} staat er met vette letters."
RUIT = "De ruit is de nulmeting: daarmee vergelijkt een wijk haar cijfer van nu."
LET_OP_AANTAL = "Dit is een aantal. In een wijk met meer mensen is het vaak hoger."
LET_OP_MARGE = "Overlappen de marges van twee wijken? Dan is niet te zeggen of zij verschillen."
LET_OP_SCHATTING = (
    "Dit zijn schattingen, en een marge is niet bekend. Een klein verschil tussen twee wijken zegt dus niets."
)
NAAST_ALT = "{naam}, kleine grafieken van {wijken} naast elkaar, op alfabet. De tabel eronder noemt dezelfde cijfers."
WIJKEN = ("1 wijk", "{aantal} wijken")
NAAST_TABEL = "Het nieuwste cijfer van elke wijk, in een tabel"
NAAST_KOLOMMEN = ("Wijk", "Wanneer", "Cijfer", "Ligt tussen")
TOON_ALLE = "Toon de grafieken van alle {aantal} wijken"

# What it means

BETEKENIS = "Wat betekent dit cijfer?"
GEEN_DEFINITIE = "Bij dit cijfer staat nog geen uitleg."
PRECIES = "Zo tellen we het precies"
SOORT = "Gemeten of geschat?"
GUNSTIG = "Wat is gunstig?"
WAT_VOOR = "Wat voor cijfer?"
OVER_WIE = "Over wie gaat het?"
EENHEID = "Waarin tellen we?"
DEEL_VAN = "Waar is het een deel van?"
PROCENT = "van de 100 {wie}"
MENSEN = "mensen"
BREUKEN = "Niet te vergelijken met eerder"
WAARVOOR = "Waarvoor is het?"
BELASTING = "Wat vraagt het van mensen?"
BEINVLOEDBAAR = "Kunnen mensen in de wijk dit veranderen?"
ONBEKEND = "Dat is nog niet opgeschreven."
WIE_VROEG = "Wie wilde dit weten?"

# Its way to here

DOSSIER = "Hoe is dit cijfer er gekomen?"
LANDELIJK = (
    "Dit is een landelijk cijfer. Niemand in de wijken heeft het gekozen. "
    "Het is achtergrond: het heeft geen steun nodig en wordt nooit een cijfer van de wijk."
)
STAPPEN = "Hoe ver is het?"
STAP = "{wanneer}: {status}"
STAP_IN = "{wanneer}, in {wijk}: {status}"
GEEN_STAPPEN = "Dat is nog niet opgeschreven."
GELDT = "Waar geldt het?"
GELDT_NERGENS = "Nog in geen enkele wijk."
SINDS = "{rol}, sinds {van}"
TOT = "{rol}, van {van} tot en met {tot}"
STEUN = "Wie steunt het?"
STEUN_ONBEKEND = "Wie dit cijfer steunt, is nog niet opgeschreven."
STEUN_TABEL = "Wie steunt dit cijfer in {wijk}?"
STEUN_KOLOMMEN = ("Wie", "Voor", "Tegen", "Wanneer", "Wat zij erbij zeiden")
BEZWAREN = "Welke bezwaren zijn er?"
GEEN_BEZWAREN = "Er is geen bezwaar opgeschreven."
BEZWAAR = "Bezwaar van een {rol}, {wanneer}: “{tekst}”"
BEZWAAR_IN = "Bezwaar van een {rol} in {wijk}, {wanneer}: “{tekst}”"
ANTWOORD = "Antwoord, {wanneer}: {tekst}"
OPEN = "Hier is nog geen antwoord op."
WOORDEN = "Met welke woorden begon het?"
WOORD = "Een {rol}: “{tekst}”"
WOORD_IN = "Een {rol} in {wijk}: “{tekst}”"
HERKENT = "Herkent u dit cijfer?"
HERKENT_UITLEG = "Dit vroegen wij aan mensen in de wijk. Zo vaak zeiden zij ja, deels of nee."
HERKENT_TABEL = "Herkennen mensen in {wijk} dit cijfer?"
HERKENT_KOLOMMEN = ("Wie", "Ja", "Deels", "Nee", "Wanneer", "Wat zij erbij zeiden")
WERKT = "Wat wordt eraan gedaan?"
WERKT_NIETS = "Er is nog geen activiteit of initiatief dat hieraan werkt."
WERKT_NU_NIETS = "Er werkt nu niets aan. Dit werkte eraan:"
INITIATIEF = "initiatief"
MEEPRATEN = "Samen kiezen waar {wijk} op let"
ALLE_ACTIVITEITEN = "Alles wat er in {wijk} gedaan wordt"

# Versions

VERSIES = "Veranderde dit cijfer?"
EEN_VERSIE = "Dit is de eerste versie. Zij geldt sinds {sinds}."
REDEN = "Waarom: {reden}"
VERSIE = "Versie {versie}, sinds {sinds}: {naam}"
BRONNEN = "Waar komt dit cijfer vandaan?"
OPGEGEVEN = "opgegeven bij Tellen, het laatst op {datum}"
