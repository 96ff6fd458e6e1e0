"""Words of the page on which people choose together what their wijk watches."""

from monitor.domain.indicator import Rol
from monitor.nl import hoofdletter
from monitor.services.woorden import STEMROL, STEMROLLEN

MENU = "Samen kiezen"
TITEL = "Samen kiezen waar we op letten"
INLEIDING = (
    "Begin met wat u zelf zou merken in uw straat. Eindig met drie tot vijf cijfers waar bewoners en mensen die hier "
    "werken samen achter staan. Wie iets zei of koos, staat er nooit bij. Alleen hoeveel mensen, en in welke rol."
)
WIJK = "Van welke wijk?"
ANDERE_WIJK = "Andere wijk"
PRAAT_MEE = "Praat mee over waar deze wijk op let:"
NOG_NIET_GEKOZEN = "Deze wijk koos nog niet waar zij op let."
NAAR_WIJK = "Bekijk de wijk"
MAG_NIET = "U kunt hier lezen. Wie in deze wijk begeleidt of beleid maakt, leidt het kiezen en vult de aantallen in."
STAP = "Bij welke stap bent u?"
STAPPEN = {
    "kijken": "1. Wat weten we al?",
    "zeggen": "2. Wat zou u merken?",
    "verder": "3. Waar gaan we mee verder?",
    "steun": "4. Wie steunt dit?",
    "besluit": "5. Hier letten wij op",
}
VERDER_NAAR = "Verder naar stap {stap}"
ROLLEN = {rol: hoofdletter(rollen) for rol, rollen in STEMROLLEN.items()}
IK_BEN = STEMROL
AANTAL_ROL = "{rol}: {aantal}"
KIES = "Kies"
GETAL_FOUT = "Vul bij “{veld}” een heel getal in, zoals 12."
EERST_KIEZEN = "Kies eerst een {wat} uit de lijst."
WAT_CIJFER, WAT_GROEP, WAT_VOORSTEL, WAT_ROL, WAT_WERK, WAT_BEZWAAR = (
    "cijfer",
    "groep",
    "voorstel",
    "rol",
    "activiteit of initiatief",
    "bezwaar",
)

# 1. What is known already

KIJKEN = "Cijfers en verhalen naast elkaar"
KIJKEN_UITLEG = "Dit weten we nu. Herkent u dit? En wat mist u?"
GETELD = "Wat is geteld"
VERTELD = "Wat is verteld"
GEEN_CIJFER = "Nog geen cijfer."
GEEN_VERHAAL = "Nog geen verhaal dat iedereen mag lezen."
LEGE_WIJK = "Over deze wijk staat hier nog niets. Begin met wat mensen zelf zouden merken."
EERSTE = "Naar de eerste drie cijfers"
EERSTE_UITLEG = "Een wijk begint met drie cijfers waarop zij let. Zo komt u daar:"
GEDAAN, NOG = "gedaan", "nog te doen"
EERSTE_STAPPEN = {
    "voorstellen": "Zeg wat u zou merken, in uw eigen woorden.",
    "groepen": "Zet bij elkaar wat over hetzelfde gaat.",
    "verder": "Tel waar mensen mee verder willen.",
    "uitgewerkt": "Schrijf op wat u dan telt.",
    "gedragen": "Tel wie het steunt: bewoners en professionals.",
    "drie": "Kies drie cijfers waarop u let.",
    "gebruik": "Zeg wat eraan werkt. Dan is het in gebruik.",
}
BIJDRAGEN = "Waar u aan kunt bijdragen"
HERKENT = "Herkent u dit cijfer?"
HERKENT_UITLEG = "Steek uw hand op. Vul per rol in hoeveel mensen ja, deels of nee zeggen. Leeg is nul."
HERKENT_WOORDEN = (
    "Schrijf alleen op wat mensen erbij zeggen als er van die rol minstens {aantal} meededen. "
    "Bij minder mensen is te raden wie het zei."
)
HERKEND = "{rol}: {ja} ja, {deels} deels, {nee} nee"
WELK_CIJFER = "Om welk cijfer gaat het?"
JA, DEELS, NEE = "{rol}: ja", "{rol}: deels", "{rol}: nee"
ZEGGEN_ERBIJ = "{rol}: wat zeggen zij erbij? (mag leeg)"
HERKENT_BEWAAR = "Bewaar wie dit herkent"
BEWAARD = "Bewaard."
IN_PLAATS = "Dit komt in de plaats van: {wat}."
WAS = "{regel} ({dag})"

# 2. In people's own words

ZEGGEN = "Wat zou u in uw straat merken als het goed gaat?"
ZEGGEN_UITLEG = "Zeg het in uw eigen woorden. Noem geen mensen. Iedereen kan dit lezen."
WIE_ZEGT = "Wie zegt dit?"
VOORSTEL = "Wat zou u merken?"
VOORSTEL_BEWAAR = "Zet erbij"
NU_BEWAREN = "Er staat niets meer in dat naar een persoon leidt. Kies nu: Zet erbij."
VOORSTEL_BEWAARD = "Het staat erbij."
NUMMER = "{nummer}."
LOS = "Nog niet bij elkaar gezet"
GEEN_VOORSTELLEN = "Er staat nog niets. Wie begint?"
GROEPEREN = "Wat gaat over hetzelfde?"
WELKE_VOORSTELLEN = "Welke voorstellen horen bij elkaar? Vink de nummers aan."
VOORSTEL_NUMMER = "Voorstel {nummer}"
WAARHEEN = "Waar zet u ze?"
NIEUWE_GROEP, UIT_GROEP = "in een nieuwe groep", "uit hun groep, weer los"
GROEP_NUMMER = "Groep {nummer}"
IN_GROEP = "in groep {nummer}"
GROEP_NAAM = "Hoe heet de nieuwe groep?"
GROEP_THEMA = "Bij welk thema past de nieuwe groep?"
GROEPEER = "Zet bij elkaar"
WEGHALEN = "Een voorstel weghalen"
WEGHALEN_UITLEG = (
    "De woorden zijn dan echt weg. Doe dit als er toch iemand in te herkennen is, of op vraag van wie het zei."
)
WEGHALEN_BEKIJK = "Bekijk wat er weggaat"
WEGHALEN_ZEKER = "Dit haalt u weg. Het komt niet terug. Klopt het?"
WEGHALEN_DOEN = "Ja, haal dit voorstel weg"
WEGGEHAALD = "Het voorstel is weg."
EERST_GROEP = "Zet eerst voorstellen bij elkaar, bij stap 2."

# 3. The first step of the vote, and what is counted then

VERDER = "Waar gaan we mee verder?"
VERDER_UITLEG = (
    "Iedereen kiest wat het belangrijkst is. Tel per rol. "
    "De groep met de meeste stemmen wint niet vanzelf: praat erover."
)
WELKE_GROEP = "Om welke groep gaat het?"
VERDER_WIL = "{rol}: hoeveel willen hiermee verder?"
TEL = "Bewaar deze telling"
NOG_NIET_GETELD = "Nog niet geteld."
IS_GEWORDEN = "Wordt geteld als:"
UITWERKEN = "Werk een groep uit: wat tellen we dan?"
UITWERKEN_UITLEG = "Alleen wat u echt gaat tellen. Iedereen kan dit lezen, bij het cijfer."
NAAM = "Hoe noemt u het, in gewone woorden?"
DEFINITIE = "Wat telt u precies?"
TECHNISCH = "Hoe telt u: welke vraag, wie, wanneer? (mag leeg)"
EENHEID = "Waarin telt u?"
EENHEDEN = {"%": "van de honderd mensen", "aantal": "een aantal"}
DECIMALEN = "Hoe precies leest u het cijfer?"
DECIMALEN_KEUZE = {
    0: "in hele getallen, zoals 13",
    1: "met 1 cijfer achter de komma, zoals 12,5",
    2: "met 2 cijfers achter de komma, zoals 12,53",
}
DECIMALEN_ANDERS = "met {aantal} cijfers achter de komma, zoals nu"
POPULATIE = "Over wie gaat het? Bijvoorbeeld bewoners (mag leeg)"
BEWIJSSOORT = "Hoe weet u het straks?"
BEWIJSSOORTEN_UITLEG = {
    "gemeten": "gemeten: u vraagt het aan een deel van de mensen",
    "geteld": "geteld: mensen die hier werken of helpen tellen het",
    "ervaren": "ervaren: hoe mensen het zelf beleven",
    "geregistreerd": "geregistreerd: het staat in een registratie",
}
SOORT = "Waar zegt het iets over?"
SOORTEN = {
    "inzet": "inzet: wat er gedaan wordt",
    "opbrengst": "opbrengst: wat er daardoor is",
    "effect": "effect: wat er voor mensen verandert",
    "beleving": "beleving: hoe mensen het vinden",
}
RICHTING = "Is meer beter?"
RICHTINGEN = {
    "hoger_is_gunstig": "ja, hoger is gunstig",
    "lager_is_gunstig": "nee, lager is gunstig",
    "niet_eenduidig": "dat is niet zo te zeggen",
}
RICHTING_UITLEG = "Waarom is dat niet zo te zeggen? (alleen dan)"
WAARVOOR = "Wie vraagt dit, en waarvoor?"
BELASTING = "Wat kost het tellen, en wie doet dat?"
BEINVLOEDBAAR = "Hoe ver kan de wijk hier zelf iets aan doen?"
GEMAAKT_DOOR = "Wie maakten dit? Noem rollen en aantallen, geen namen (mag leeg)"
REDEN = "Waarom kiezen jullie dit?"
UITWERKEN_BEWAAR = "Zo gaan we het tellen"
UITGEWERKT = "Het staat er. Tel nu bij stap 4 wie dit steunt."

# 4. The second step of the vote, and objections

STEUN = "Wie steunt dit?"
STEUN_UITLEG = (
    "Een cijfer is gedragen als bewoners en professionals het allebei steunen. Wie er niet is, telt niet als ja."
)
GEEN_CIJFERS = "Er is nog geen cijfer om over te praten. Werk eerst een groep uit, bij stap 3."
VOOR, TEGEN = "{rol}: voor", "{rol}: tegen"
STEUN_REGEL = "{rol}: {voor} voor, {tegen} tegen"
STEUN_NIEMAND = "Nog niemand is gevraagd."
STEUN_BEWAAR = "Bewaar wie dit steunt"
BEZWAREN = "Bezwaren"
BEZWAAR_VAN = "Bezwaar van {rol}, {dag}"
BEZWAAR_OPEN = "Nog geen antwoord."
BEZWAAR_ANTWOORD = "Antwoord, {dag}:"
BEZWAAR_MAKEN = "Een bezwaar opschrijven"
BEZWAAR_TEKST = "Wat is het bezwaar? Noem geen mensen"
BEZWAAR_BEWAAR = "Schrijf het bezwaar op"
BEZWAAR_BEWAARD = "Het bezwaar staat erbij. Het blijft zichtbaar tot er een antwoord is."
ANTWOORDEN = "Een bezwaar beantwoorden"
WELK_BEZWAAR = "Welk bezwaar?"
BEZWAAR_NUMMER = "Bezwaar {nummer}"
ANTWOORD = "Wat is het antwoord?"
ANTWOORD_BEWAAR = "Bewaar het antwoord"
ELDERS = "Een cijfer van een andere wijk bespreken"
ELDERS_UITLEG = "Wat elders gekozen is, geldt hier niet vanzelf. Praat er hier over, en tel hier wie het steunt."
ELDERS_BEWAAR = "Breng dit hier in gesprek"

# 5. What the wijk decides

BESLUIT = {
    Rol.KERN: "Hier letten wij op",
    Rol.AANVULLEND: "Ook goed om te weten",
    Rol.ONTWIKKEL: "Dit willen we leren meten",
}
BESLUIT_LEEG = {
    Rol.KERN: "Nog niets gekozen. Een wijk begint met drie.",
    Rol.AANVULLEND: "Niets.",
    Rol.ONTWIKKEL: "Niets.",
}
IN_GESPREK = "Hier praten wij nog over"
VERVALLEN = "Hier letten wij niet meer op"
WERKT = "Wat werkt eraan: {namen}."
WERKT_NIETS = "Er werkt nog niets aan."
WERKT_NU_NIETS = "Wat eraan werkte, is gestopt."
SINDS = "sinds {dag}"
TOT = "{rol}, van {van} tot en met {tot}"
OP_EEN_DAG = "{rol}, op {van}"
STATUS = {
    "voorstel": "voorgesteld",
    "in_gesprek": "in gesprek",
    "gedragen": "gedragen",
    "in_gebruik": "in gebruik",
    "vervallen": "vervallen",
}
OPEN_BEZWAREN = ("1 bezwaar wacht op antwoord.", "{aantal} bezwaren wachten op antwoord.")
AANNEMEN = "Kies waar de wijk op let"
AANNEMEN_UITLEG = "Hoogstens {grens} cijfers. Wat u wilt leren meten, heeft nog geen steun nodig en telt niet mee."
WELKE_ROL = "Wat wordt het?"
WAAROM_NU = "Waarom? (mag leeg)"
VOL = (
    "De wijk let al op {aantal} cijfers. Komt er een bij onder “Hier letten wij op”? "
    "Kies dan ook welk cijfer weggaat, en waarom."
)
ERUIT = "Welk cijfer gaat weg? (alleen bij “Hier letten wij op”)"
ERUIT_REDEN = "Waarom gaat dat cijfer weg?"
AANNEMEN_BEWAAR = "Bewaar deze keuze"
AANGENOMEN = "Gekozen."
WERK = "Zeg wat eraan werkt"
WERK_UITLEG = (
    "Een activiteit of initiatief, ook zonder geld of organisatie. Met steun en met werk is een cijfer in gebruik."
)
WELK_WERK = "Wat werkt eraan?"
WERK_BEWAAR = "Dit werkt eraan"
WERK_BEWAARD = "Bewaard. Het cijfer is in gebruik."
WERK_ALLEEN = "Bewaard. Het cijfer is nog niet in gebruik: {waarom}"
GEEN_WERK = "In deze wijk staat nog geen activiteit of initiatief. Breng er eerst een in."
NAAR_INBRENG = "Breng een initiatief in"
LOSLATEN = "Een cijfer loslaten"
LOSLATEN_UITLEG = "Dat mag altijd. Wat er geteld en besloten is, blijft te lezen."
WAAROM_LOS = "Waarom laat de wijk dit los?"
LOSLATEN_BEWAAR = "Laat dit cijfer los"
LOSGELATEN = "De wijk let hier niet meer op."
WEER = "Weer in gesprek brengen"
WAAROM_WEER = "Waarom praten we er weer over?"
WEER_BEWAAR = "Breng weer in gesprek"

# Another description

ANDERS = "Een cijfer anders omschrijven"
ANDERS_UITLEG = (
    "Dit geldt in elke wijk die op dit cijfer let. Telt u daarna iets anders, dan breekt de lijn: cijfers van ervoor "
    "en erna staan dan niet in één lijn. De oude omschrijving blijft te lezen."
)
VANAF = "Vanaf welke dag? Schrijf het zo: 21-11-2026"
AL_ZO_GETELD = "De cijfers die er vanaf die dag al staan, zijn ook zo gevraagd of geteld"
WAAROM_ANDERS = "Waarom verandert het?"
ANDERS_BEWAAR = "Bewaar de nieuwe omschrijving"
ANDERS_BEWAARD = "De nieuwe omschrijving is bewaard."

# Taking words away

WEG_WOORDEN = "Woorden weghalen"
WEG_WOORDEN_UITLEG = (
    "Staat er toch iets dat naar een persoon leidt, of wil wie het schreef het weg? De woorden gaan weg, ook uit de "
    "reservekopieën. Dat er een bezwaar of antwoord was, blijft te lezen, met de dag en de reden."
)
WEG_WELKE = "Welke woorden?"
WEG_WAAROM = "Waarom gaan ze weg?"
WEG_REDENEN = {
    "persoon": "er staat iets in dat naar een persoon leidt",
    "zelf": "wie het schreef, wil dat",
}
WEG_WAT = "woorden"
WEG_REDEN = "een reden"
WEG_NUMMER = "{nummer}. {wat}"
WEG_BEZWAAR = "{cijfer}: bezwaar van {rol}, {dag}"
WEG_ANTWOORD = "{cijfer}: antwoord op het bezwaar van {rol}, {dag}"
WEG_STEUN = "{cijfer}: wat {rol} zeiden bij hun steun, {dag}"
WEG_HERKENNING = "Wat {rol} zeiden bij het herkennen, {dag}"
WEG_DOEN = "Haal deze woorden weg"
WEG_GEDAAN = "De woorden zijn weg."
ANDERE_NAAM = "Een groep een andere naam geven"
GROEP_NAAM_NU = "Hoe heet de groep nu?"
ANDERE_NAAM_BEWAAR = "Bewaar deze naam"
