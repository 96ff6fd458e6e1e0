"""Words of the page Samen verhalen kiezen."""

from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import DomeinSoort, Leesniveau, RondeStand

MENU = "Samen verhalen kiezen"
TITEL = "Samen verhalen kiezen"
INLEIDING = (
    "Lees samen verhalen uit de wijk. Kies per onderwerp het verhaal dat het meest zegt, en zeg waarom. Het gaat om "
    "het gesprek. U hoeft niets te kiezen. Wie koos, staat er nooit bij. Alleen hoeveel mensen, en in welke rol."
)
NAAR_WIJK = "Bekijk de wijk"
NAAR_LIJST = "Alle rondes van deze wijk"
MAG_NIET = "U kunt hier lezen. Wie in deze wijk begeleidt, leidt het kiezen en schrijft op wat de groep zegt."
BIJ_GEMEENTE = (
    "Uit deze wijk zijn er nog geen of weinig verhalen, of er wonen weinig mensen. Daarom staat hier niet of er samen "
    "gekozen is. Zo is een verteller niet zo snel te herkennen. Wie meedoet in de wijk, ziet het wel."
)

# The rondes of a wijk

RONDES = "Rondes"
GEEN_RONDES = "In deze wijk zijn nog niet samen verhalen gekozen."
RONDE_NUMMER = "Ronde {nummer}"
ZONDER_NAAM = "Ronde zonder naam"
NIVEAU = {
    Leesniveau.BEWONERS: "bewoners",
    Leesniveau.WIJKTEAM: "wijkteam",
    Leesniveau.RAAD: "raad",
}
STAND = {
    RondeStand.OPEN: "loopt",
    RondeStand.GESLOTEN: "gesloten op {dag}",
    RondeStand.AFGELAST: "gaat niet door, {dag}",
}
WIE_KIEST_HOE = {
    Leesniveau.BEWONERS: "Bewoners kiezen {hoe}",
    Leesniveau.WIJKTEAM: "Het wijkteam kiest {hoe}",
    Leesniveau.RAAD: "De raad kiest {hoe}",
}
PERIODE = "verhalen van {van} tot en met {tot}"
AFGELAST_OMDAT = "Deze ronde gaat niet door. Waarom: "

# Beginning a ronde

NIEUW = "Een ronde beginnen"
NIEUW_UITLEG = (
    "Eerst kiezen bewoners uit de verhalen. Daarna leest het wijkteam wat bewoners kozen, en dan de raad wat het "
    "wijkteam koos. De raad leest alleen wat openbaar is. Stoppen na de eerste ronde mag altijd."
)
NAAM = "Hoe heet deze ronde? Bijvoorbeeld: Voorjaar 2026"
WIE_KIEST = "Wie kiest er?"
HOE_KIEST = "Hoe kiest u?"
HOE = {"gesprek": "in gesprek: praten tot u het weet", "stemming": "met stemmen: tellen, en dan praten"}
VAN = "Verhalen verteld vanaf welke dag? Schrijf het zo: 1-1-2026"
TOT = "Tot en met welke dag? Schrijf het zo: 31-3-2026"
DOMEINEN = "Over welke onderwerpen? Elk op een eigen regel, hoogstens vijf (mag leeg)"
DOMEINEN_UITLEG = (
    "“{open}” en “{misging}” zijn er altijd bij. Leest u wat een eerdere groep koos, dan gelden hun onderwerpen."
)
VORIGE = "Leest u wat een eerdere groep koos? Kies die ronde."
LEES_RONDE = "ja, de keuze van {wie} in ronde {nummer}"
BEGIN = "Begin de ronde"
BEGONNEN = "De ronde is begonnen."

# One ronde

LAS_MEE = "Wie las mee: {wie}."
LAS_MEE_LEEG = "Wie meelas, is niet opgeschreven."
LEEST_MEE = "Wie meeleest: {wie}."
LEEST_MEE_LEEG = "Wie meeleest, is nog niet opgeschreven."
GASTEN = ("1 gast", "{aantal} gasten")
LEEST = "Deze groep leest wat eerder gekozen is in:"
ONDERWERP = "Onderwerp {nummer}"
ZONDER_ONDERWERP = "Onderwerp zonder naam"
DOMEIN_UITLEG = {
    DomeinSoort.GEWOON: None,
    DomeinSoort.OPEN: "Altijd erbij: voor wat nergens anders past.",
    DomeinSoort.MISGING: "Altijd erbij: van wat misging, valt ook te leren.",
}
VERHAAL_NUMMER = "Verhaal {nummer}"
GEKOZEN_DOOR = "Gekozen door {wie}"
WAAROM = "Waarom:"
WAAROM_WEG = "Waarom het gekozen is, staat er niet meer."
WAAROM_NIETS_WEG = "Waarom niet, staat er niet meer."
WAAROM_NIETS_INTERN = "Waarom niet, leest alleen wie meedoet in de wijk."
NIET_GEKOZEN = "Ook gelezen, niet gekozen"
LATER = "Er later bij gelegd"
EERDER_HIER = "Eerst koos de groep hier verhaal {nummer}"
EERDER_NIETS = "Eerst koos de groep hier geen verhaal"
NIETS_OP_TAFEL = "Hier ligt geen verhaal dat u kunt lezen."
NOG_NIET_GEKOZEN = "Hier is nog niet gekozen."
ZONDER_KEUZE = "Hier is niet gekozen. Dat mag."
NIETS_GEKOZEN = "De groep koos hier geen verhaal."
GEKOZEN_WEG = "Hier is een verhaal gekozen. U mag het niet lezen, of het is er niet meer."
WEG = (
    "1 verhaal dat hier lag, mag u niet lezen of is er niet meer.",
    "{aantal} verhalen die hier lagen, mag u niet lezen of zijn er niet meer.",
)
MISSCHIEN_MEER = "Hier kunnen ook verhalen liggen die niet openbaar zijn. Die leest alleen wie meedoet in de wijk."
STEMMEN = "Stemmen: {stemmen}"
EERDER = "Eerder gekozen door {wie}, {maand}"
OOK = "Ook gekozen door {wie}, {maand}"
ANDERS = "Iemand zag het anders"
ANDERS_VAN = "{rol}: "
LIEVER = "liever verhaal {nummer}: "
NAGEGAAN = "Nagegaan"
NAGEGAAN_REGEL = "{dag}, door {rol}: {uitkomst}"
HERKEND = "Hoeveel anderen herkennen dit?"
HERKEND_REGEL = "{rol}: {aantal} van de {gevraagd} mensen aan wie het gevraagd is"

# What the leader does

STAP = "Wat gaat u doen?"
STAPPEN = {
    "tafel": "1. Op tafel leggen",
    "kiezen": "2. Lezen en kiezen",
    "nagaan": "3. Nagaan en tellen",
    "sluiten": "4. Sluiten",
}
AANBOD = "Deze verhalen mogen op tafel"
AANBOD_UITLEG = (
    "Alleen verhalen uit de periode die bij een gesprek in de wijk gebruikt mogen worden, staan hier. Nieuwste eerst."
)
AANBOD_LEEG = "Er zijn geen andere verhalen die op tafel mogen."
AANBOD_NUMMER = "Nieuw {nummer}"
WELKE_VERHALEN = "Welke verhalen?"
WAARHEEN = "Waar legt u ze neer?"
VAN_TAFEL = "van tafel, ze doen niet mee"
LEG_NEER = "Leg neer"
NEERGELEGD = "De verhalen liggen op hun plaats."
DEELNEMERS = "Wie leest mee?"
DEELNEMERS_UITLEG = "Alleen aantallen, geen namen. Telt u opnieuw, dan geldt de laatste telling."
DEELNEMERS_AANTAL = "Hoeveel? {rol}"
GAST_AANTAL = "Hoeveel gasten? (mag leeg)"
GAST_WIE = "Wie waren de gasten, in een woord? Bijvoorbeeld: studenten. Geen namen"
DEELNEMERS_BEWAAR = "Bewaar wie meeleest"
STEM = "Stemmen tellen"
STEM_UITLEG = (
    "De stemmen beslissen niet. Praat daarna door, en kies dan. Staat het gelijk? Dan zegt dat ook iets. Meer stemmen "
    "dan mensen kan niet: tel eerst wie meeleest. Telt u opnieuw, dan geldt de laatste telling."
)
STEM_VERHAAL = "Voor welk verhaal telt u?"
STEM_AANTAL = "Hoeveel kiezen dit? {rol}"
STEM_BEWAAR = "Bewaar de stemmen"
KIEZEN = "Een verhaal kiezen"
KIEZEN_UITLEG = (
    "Wat was voor u de belangrijkste verandering? Schrijf op waarom de groep dit verhaal kiest. Wie het verhaal mag "
    "lezen, leest ook waarom. De verteller leest het ook. Noem geen mensen, en geen andere verhalen."
)
WELK_ONDERWERP = "Welk onderwerp?"
WELK_VERHAAL = "Welk verhaal kiest de groep?"
GEEN_VERHAAL = "geen verhaal"
REDEN = "Waarom?"
KIES_DIT = "Bewaar de keuze"
GEKOZEN = "De keuze staat erbij, met de reden."
AFWIJKING = "Iemand ziet het anders"
AFWIJKING_UITLEG = "Schrijf het op. Het blijft naast de keuze staan."
AFWIJKING_TEKST = "Wat ziet iemand anders? Noem geen mensen"
LIEVER_WELK = "Welk verhaal had die liever gekozen? (mag leeg)"
AFWIJKING_BEWAAR = "Schrijf het erbij"
NAGAAN = "Klopt het?"
NAGAAN_UITLEG = (
    "Vraag het na bij wie ervan weet, niet alleen bij de verteller. Dat kan ook later, als de ronde gesloten is."
)
UITKOMST = "Wat kwam eruit?"
WIE_GING_NA = "Wie ging het na?"
NAGAAN_OP = "Op welke dag? Schrijf het zo: 19-11-2026"
NAGAAN_TEKST = "Wat hoort erbij? Noem geen mensen (mag leeg)"
NAGAAN_BEWAAR = "Bewaar wat eruit kwam"
HERKEND_UITLEG = "Vraag het aan anderen. Tel per rol hoeveel mensen u het vroeg, en hoeveel mensen ja zeiden."
HERKEND_AANTAL = "{rol}: herkennen dit"
HERKEND_GEVRAAGD = "{rol}: aan hoeveel gevraagd"
HERKEND_BEWAAR = "Bewaar hoeveel mensen dit herkennen"
NIETS_NA_TE_GAAN = "Er is nog geen verhaal gekozen. Nagaan komt daarna."
SLUITEN = "De ronde sluiten"
SLUITEN_UITLEG = (
    "Sluiten kan altijd, ook als u niet overal koos. Wat gekozen is en waarom, blijft staan. Elke verteller leest met "
    "haar code wat er met haar verhaal gedaan is: gekozen en waarom, of gelezen en niet gekozen."
)
SLUIT = "Sluit de ronde"
GESLOTEN = "De ronde is gesloten. De vertellers lezen met hun code wat er met hun verhaal gedaan is."
AFGELASTEN = "De ronde gaat niet door"
AFGELASTEN_REDEN = "Waarom niet?"
AFGELAST = "De ronde gaat niet door. Dat staat er nu bij."
GELAST_AF = "Deze ronde gaat niet door"
VOORBIJ = "Deze ronde is voorbij. Wat gekozen is, blijft staan. Nagaan en tellen kan nog wel."
WEGHALEN = "Woorden weghalen"
WEGHALEN_UITLEG = "Leidt iets toch naar een persoon? Haal de woorden weg. Dat er iets stond, blijft te zien."
WEGHALEN_WAT = "Welke woorden?"
WEGHALEN_KNOP = "Haal deze woorden weg"
WEGGEHAALD = "De woorden zijn weg."
WOORDEN_NAAM = "de naam van de ronde"
WOORDEN_AFGELAST = "waarom de ronde niet doorgaat"
WOORDEN_GASTEN = "wie er te gast waren (hoeveel het er waren, gaat dan ook weg)"
WOORDEN_EERDER = "waarom, bij onderwerp {nummer}, wat daar eerder gekozen was, nummer {plaats}"
WOORDEN_ONDERWERP = "de naam van onderwerp {nummer}"
WOORDEN_REDEN = "waarom, bij onderwerp {nummer}"
WOORDEN_ANDERS = "wie het anders zag, nummer {plaats} bij onderwerp {nummer}"
WOORDEN_NAGEGAAN = "wat eruit kwam, nummer {plaats} bij onderwerp {nummer}"
BEWAARD = "Bewaard."
INTUSSEN_VOORBIJ = (
    "Deze ronde is intussen voorbij: iemand sloot haar in een ander venster. Wat u hier nog typte, is niet bewaard."
)
VERDER_NAAR = "Verder naar: {stap}"
KIES_WOORD = "Kies"
IK_BEN = {
    StemRol.BEWONER: "een bewoner",
    StemRol.VRIJWILLIGER: "een vrijwilliger",
    StemRol.PROFESSIONAL: "een professional",
    StemRol.GEMEENTE: "een medewerker van de gemeente",
    StemRol.RAADSLID: "een raadslid",
}
EERST_ONDERWERP = "onderwerp"
EERST_VERHAAL = "verhaal"
EERST_WOORDEN = "regel"

# Beside a verhaal on the page Verhalen

MERK = "Gekozen door {wie}, {maand}"
