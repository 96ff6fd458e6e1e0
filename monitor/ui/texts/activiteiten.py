"""Words of the page Activiteiten: all that is done in a wijk, on one sheet, and the forms that add to it."""

MENU = "Activiteiten"
TITEL = "Wat doen we in {wijk}?"
TITEL_KIES = "Wat doen we in de wijk?"
KIES = "Van welke wijk wilt u zien wat er gedaan wordt?"
INLEIDING = (
    "Alles wat bewoners en organisaties hier doen, bij elkaar op één blad: wat loopt, wat geprobeerd wordt, "
    "wat stopte of mislukte en wat daarvan te leren is. Voor iedereen op dezelfde manier opgeschreven."
)
AFDRUKKEN = "Dit blad kunt u afdrukken, bijvoorbeeld in plaats van een verslag per organisatie."
ANDERE_WIJK = "Andere wijk in {gemeente}"
NAAR_WIJK = "Cijfers en verhalen van {wijk}"
OP_EEN_BLAD = "Alles wat in {wijk} gedaan wordt, op één blad"
JAREN = "Welk jaar?"
ALLE_JAREN = "alles wat bekend is"
OVER_JAAR = (
    "Dit gaat alleen over {jaar}: wat toen liep, gebeurde en geld of tijd kreeg. Hoe het ervoor staat, is zoals wij "
    "dat nu weten."
)
TELLING = {
    "loopt": ("1 loopt", "{aantal} lopen"),
    "proef": ("1 is een proef", "{aantal} zijn een proef"),
    "afgerond": ("1 is afgerond", "{aantal} zijn afgerond"),
    "gestopt": ("1 is gestopt", "{aantal} zijn gestopt"),
    "mislukt": ("1 is mislukt", "{aantal} zijn mislukt"),
}
SAMENVATTING = "Van {aantal}: {waarvan}."
ZAKEN = ("1 activiteit of initiatief", "{aantal} activiteiten en initiatieven")
LEEG = "Er staat hier nog niets. Dat zegt niet dat er niets gebeurt."
LEEG_JAAR = "Van {jaar} staat hier niets. Dat zegt niet dat er toen niets gebeurde."

# A card

NUMMER = "Nummer {nummer}"
INITIATIEF = "van bewoners zelf"
HELE_GEMEENTE = "in de hele gemeente"
SINDS = "sinds {wanneer}"
VAN_TOT = "van {van} tot {tot}"
TOT = "tot {tot}"
IN_MAAND = "in {wanneer}"
BEGINT = "begint in {wanneer}"
WAT_WIL_JE = "Wat wil je?"
VOOR_WIE = "Voor wie"
WIE = "Wie doet het"
FORMEEL = "Samen met organisaties"
INFORMEEL = "Samen met bewoners en groepen"
PARTNERS = "Samen met"
ROL = "De gemeente"
WERKT_AAN = "Werkt aan"
BEGON = "Hoe begon het"
BEGON_VRAAG = "Met een vraag van één bewoner: “{vraag}”"
BEGON_SIGNAAL = "Met een signaal uit de wijk, {wanneer}"
BEGON_UIT = "Het kwam voort uit"
LEIDDE = "Daarna kwam"
NUMMER_NAAM = "nummer {nummer}: {naam}"
VOLHOUDEN = "Is dit vol te houden?"
WIE_HELPT = "Wie helpt: {wie}"
GELD = "Geld en tijd"
LESSEN = "Wat we leerden"
VERVOLG = "En daarna"
VERLOOP = "Hoe het verder ging"
VERLOOP_REGEL = "{wanneer}: {status}."
TOEN = "En toen: {vervolg}"

# The other parts of the sheet

GEBEURD = "Wat er gebeurde"
PLEKKEN = "Plekken"
KOST = "Wat het kost"
KOST_UITLEG = (
    "Voor iedereen op dezelfde manier: het welzijnscontract net zo goed als de soep. Wij delen dit niet door wat het "
    "oplevert. Uren zijn de tijd die mensen erin steken."
)
KOST_LEEG = "Er staat hier nog geen geld en geen tijd."
KOST_TABEL = "Geld en tijd, per thema en per jaar"
KOLOM_WAARVOOR = "Waarvoor"
KOLOM_JAAR = "Jaar"
KOLOM_BEDRAG = "Geld of tijd"
UUR = "{aantal} uur"
WIE_DOET_MEE = "Wie doen er mee?"
WIE_NUMMERS = ("nummer", "nummers")
ONBEKEND_WIE = "Wie het doet, staat er niet bij"

# Working on it

WERK = "Iets toevoegen"
WERK_UITLEG = (
    "Iedereen leest meteen wat u hier opschrijft. Noem geen mensen. "
    "Wat stopt of mislukt is net zo welkom als wat loopt."
)
WERK_WAT = "Wat wilt u opschrijven?"
WERK_SOORTEN = {
    "voortgang": "hoe het gaat met iets wat er al staat",
    "activiteit": "een activiteit",
    "gebeurtenis": "iets wat gebeurde",
    "financiering": "geld of tijd",
    "omschrijving": "andere woorden voor iets wat er al staat",
    "doorhaling": "een regel die niet klopt",
}
INITIATIEF_INBRENGEN = "Een initiatief of een plek brengt u in bij: Wat is er al?"
DEEL_WAT = "Als u er meer over weet"
DEEL_BEGIN = "Hoe begon het?"
DEEL_EINDE = "Is het al voorbij?"
WAAR = "Waar?"
WAAR_WIJK = "in deze wijk"
WAAR_GEMEENTE = "in de hele gemeente"
THEMA = "Bij welk thema past het?"
THEMA_LEEG = "Bij welk thema past het? (mag leeg)"
NAAM = "Hoe heet het?"
BESCHRIJVING = "Wat gebeurt er? (mag leeg)"
VRAAG_WAT_WIL_JE = "Wat willen bewoners ermee? Schrijf op wat zij zelf antwoordden op: Wat wilt u? (mag leeg)"
VRAAG_VOOR_WIE = "Voor wie? Een vaste groep mag (mag leeg)"
VRAAG_WIE = "Wie doet het? (mag leeg)"
VRAAG_FORMEEL = "Welke organisaties doen mee? Eén op elke regel (mag leeg)"
VRAAG_INFORMEEL = "Welke bewoners en groepen doen mee? Eén op elke regel, geen namen van mensen (mag leeg)"
VRAAG_ROL = "Wat doet de gemeente hierin?"
STATUS = "Hoe staat het ermee?"
VRAAG_BEGON = "Wanneer begon het, of wanneer begint het? Bijvoorbeeld 15-7-2026"
VRAAG_EINDE = "Wat was de laatste dag? Bijvoorbeeld 15-7-2026 (leeg als het nog loopt)"
VRAAG_LES = "Wat leerde u? (mag leeg)"
VRAAG_VERVOLG = "Wat kwam er daarna? (mag leeg)"
VRAAG_VRAAG = "Met een vraag van één bewoner? Schrijf die op in de eigen woorden, zonder namen (mag leeg)"
VRAAG_SIGNAAL = "Of met een signaal uit de wijk? De signalen staan boven dit formulier met hun nummer (mag leeg)"
VRAAG_UIT = "Of kwam het uit iets wat er al staat? Kies het nummer dat ervoor staat (mag leeg)"
VRAAG_INDICATOREN = "Aan welk cijfer van de wijk werkt dit? (mag leeg)"
SIGNALEN = "Signalen uit de wijk"
ER_AL = "Wat er al is in {wijk}"
SIGNAAL_NUMMER = "Signaal {nummer}, {wanneer}"
SIGNAAL_REGEL = "Signaal {nummer}, {wanneer} · {thema}"
KIES_ZAAK = "Waar gaat het over? Kies het nummer op dit blad"
KIES_ZAAK_LEEG = "Waar hoort het bij? Kies het nummer op dit blad (mag leeg)"
ZAAK_NUMMER = "Nummer {nummer}, {naam}"
OP = "Op welke dag was dit? Bijvoorbeeld 15-7-2026"
GEBEURDE = "Wat gebeurde er? (mag leeg als het gewoon loopt)"
VRAAG_VOLHOUDEN = "Is dit nog vol te houden? (mag leeg)"
VRAAG_WIE_HELPT = "Wie helpt, of wie zou kunnen helpen? Geen namen van mensen (mag leeg)"
TITEL_GEBEURTENIS = "Wat gebeurde er? Een paar woorden"
TOELICHTING = "Wilt u daar iets bij zeggen? (mag leeg)"
OMSCHRIJVING = "Waar is het geld of de tijd voor?"
JAAR = "Voor welk jaar?"
VORM = "Waar komt het vandaan?"
STAAT = "Hoe ver is het?"
BEDRAG = "Hoeveel euro? Bijvoorbeeld 12.400 (mag leeg als het om uren gaat)"
UREN = "Hoeveel uur? (mag leeg als het om geld gaat)"
REGEL = "Welke regel klopt niet? De regels staan boven dit formulier met hun nummer"
REGEL_NUMMER = "Regel {nummer}"
REGELS = "Regels op dit blad"
REDEN = "Waarom telt deze regel niet meer?"
BEWAAR = "Bewaar"
BEWAARD = "Het staat erbij."
UIT_GEBRUIK = (
    "Aan {cijfers} werkt in {wijk} nu niets meer. Dit cijfer is daar niet meer in gebruik.",
    "Aan {cijfers} werkt in {wijk} nu niets meer. Deze cijfers zijn daar niet meer in gebruik.",
)
STAAT_ONDER = "Onder “{veld}”:"
NU_BEWAREN = "Er staat niets meer in dat naar een persoon leidt. Kies nu: Bewaar."
EURO_VASTE_SPATIE = "\u00a0"
KIES_WOORD = "Kies"
REGEL_GELD = "{omschrijving}, {jaar}: {bedrag}"
