"""Words of the page on which a wijk prepares a wijkgesprek, writes it down, and reads what it learned."""

from monitor.domain.indicator import StemRol
from monitor.domain.leren import Niveau
from monitor.nl import hoofdletter
from monitor.services.woorden import STEMROLLEN

MENU = "Wijkgesprek"
TITEL = "Wijkgesprek"
INLEIDING = (
    "Bewoners en mensen die hier werken leggen elk kwartaal cijfers en verhalen naast elkaar. Zij schrijven op wat er "
    "gebeurde, wat ze vaker zien en wat in de weg zit. Alleen praten mag ook: niemand hoeft iets af te spreken."
)
WIJK = "Van welke wijk?"
NAAR_WIJK = "Bekijk de wijk"
STAP = "Waar bent u?"
STAPPEN = {
    "leerden": "Wat leerden we?",
    "voorbereiden": "1. Voorbereiden",
    "opschrijven": "2. Opschrijven",
    "afsluiten": "3. Afsluiten",
}
KIES = "Kies"
EERST_KIEZEN = "Kies eerst {wat} uit de lijst."
GETAL_FOUT = "Vul bij “{veld}” een heel getal in, zoals 12."
DAG_FOUT = "Schrijf bij “{veld}” een dag als 21-11-2026."
BEWAARD = "Bewaard."
NU_BEWAREN = "Er staat niets meer in dat naar een persoon leidt. Bewaar het nu."
ROLLEN = {rol: hoofdletter(rollen) for rol, rollen in STEMROLLEN.items()}
IEMAND = {
    StemRol.BEWONER: "een bewoner",
    StemRol.VRIJWILLIGER: "een vrijwilliger",
    StemRol.PROFESSIONAL: "een professional",
    StemRol.GEMEENTE: "iemand van de gemeente",
    StemRol.RAADSLID: "een raadslid",
}

# What we learned

DIT_PUNT = "Het punt dat u volgt"
DEZE_AFSPRAAK = "De afspraak die u volgt"
LEERDEN = "Wat leerden we?"
LEERDEN_LEEG = "Er is hier nog geen gesprek afgesloten. Wat er geleerd is, leest u hier daarna."
NOG_OPEN = "Dit staat nog open"
NOG_OPEN_UITLEG = (
    "Wat het laatste gesprek open liet, ligt bij het volgende op tafel. Het andere komt terug op de dag om terug te "
    "kijken. Dat iets open blijft, is niet erg."
)
NOG_OPEN_LEEG = "Er staat niets open."
GESPREKKEN = "Andere gesprekken"
GESPREK_VAN = "Gesprek van {dag}"
AFGELAST = "Dit gesprek ging niet door."
AFGELAST_WAAROM = "Dit gesprek ging niet door: {reden}"
ER_WAREN = "Er waren {wie}."
GEEN_BEWONERS = "Er waren geen bewoners bij."
TE_GAST = "Te gast: {wie}."
GAST = "{wie} ({aantal})"
UITKOMST = {
    "afspraken": "Het gesprek eindigde met afspraken.",
    "besproken_nog_open": "Alleen besproken, nog open. Dat is een goed einde.",
}
OP_TAFEL = ("1 ding lag op tafel", "{aantal} dingen lagen op tafel")
VERBORGEN = (
    "Over 1 verhaal is hier niets te lezen: niet iedereen mag het lezen, of het is teruggenomen.",
    "Over {aantal} verhalen is hier niets te lezen: niet iedereen mag ze lezen, of ze zijn teruggenomen.",
)
BRONNEN_WEG = (
    "Ook uit 1 verhaal of voorbeeld dat hier niet (meer) te lezen is.",
    "Ook uit {aantal} verhalen of voorbeelden die hier niet (meer) te lezen zijn.",
)
NIETS_GELEERD = "Hier is niets opgeschreven."
PUNT = "Punt {nummer}"
AFSPRAAK = "Afspraak {nummer}"
VERHAAL = "Verhaal {nummer}"
SIGNAAL = "Signaal {nummer}"
ZAAK = "Activiteit of initiatief {nummer}"
OOK_ZO = "Anderen lezen het zo"
LEZING = "{wie}: "
SAMENGESTELD = "Zelf samengesteld uit meer dan één gebeurtenis. Het gaat over niemand."
VRAAG = "De vraag die blijft: "
UIT = "Dit zien we in"
BRON_VERHAAL = "het verhaal “{titel}”"
BRON_PUNT = "punt {nummer}"
BRON_CIJFER = "het cijfer “{naam}”"
BRON_SIGNAAL = "een signaal uit de wijk"
BRON_ZAAK = "“{naam}”"
VAN_WIE = "Van wie: {eigenaar}, sinds {dag}"
GREMIUM = "Wie moet hiermee verder? {gremium}"
TERUGKIJKEN = "Terugkijken op {dag}"
VERLOOP = "Hoe het verder ging"
REGEL = "{dag}: {stand}."
GEPROBEERD = "Geprobeerd: "
WAAROM = "Waarom: "
AFSPRAKEN = "Afspraken"
WIE_VOOR = "{wie}, voor {dag}"
MAG_NIET = "U kunt hier lezen. Bewoners en mensen die in deze wijk werken bereiden samen een gesprek voor."
LEIDT_NIET = "Wie het gesprek begeleidt, schrijft op wat er gezegd is en sluit het gesprek af."

# 1. Preparing

VOORBEREIDEN_UITLEG = (
    "Het scherm stelt voor wat bewoog, waar het schuurt en waarover nog niet gepraat is. "
    "U kiest samen wat op tafel komt."
)
PLANNEN = "Een gesprek voorbereiden"
PLANNEN_UITLEG = "Wat de vorige keer open bleef, ligt dan meteen op tafel."
WANNEER = "Wanneer is het gesprek? Schrijf het zo: 21-11-2026"
WAAROVER = "Waar gaat het gesprek over? (mag leeg)"
PLAN = "Bereid dit gesprek voor"
GEPLAND = "Het gesprek staat klaar. Kies nu waar u over wilt praten."
TAFEL = "Dit ligt op tafel"
TAFEL_LEEG = "Er ligt nog niets op tafel."
DING = "Nummer {nummer}"
VOORSTELLEN = "Hier kunt u over praten"
VOORSTELLEN_LEEG = "Er is nu niets meer dat het scherm kan voorstellen."
VOORSTEL = "Voorstel {nummer}"
LEG = "Leg voorstel {nummer} op tafel"
LEG_BEWAAR = "Leg dit op tafel"
GELEGD = "Het ligt op tafel."
EIGEN_VRAAG = "Een eigen vraag op tafel leggen"
VRAAG_TEKST = "Wat wilt u vragen? Noem geen mensen"
VRAAG_BEWAAR = "Leg deze vraag op tafel"
VRAGEN_HULP = "Vragen die altijd kunnen"
VRAGEN = (
    "Herkent u dit?",
    "Hoe ging het samenwerken?",
    "Wie missen we hier?",
    "Wat zou u doen als het uw straat was?",
)
EIGEN_CIJFER = "Een ander cijfer op tafel leggen"
WELK_CIJFER = "Welk cijfer?"
WAAROM_CIJFER = "Waarom dit cijfer? (mag leeg)"
CIJFER_BEWAAR = "Leg dit cijfer op tafel"
VAN_TAFEL = "Iets van tafel halen"
VAN_TAFEL_BEWAAR = "Haal dit van tafel"
VAN_TAFEL_GEHAALD = "Het ligt niet meer op tafel."
WELK_DING = "Welk nummer?"
ANDERE_DAG = "Een andere dag kiezen"
WAAROM_DAG = "Waarom een andere dag? (mag leeg)"
ANDERE_DAG_BEWAAR = "Kies deze dag"
NIET_DOOR = "Het gesprek gaat niet door"
WAAROM_NIET = "Waarom gaat het niet door? (mag leeg)"
NIET_DOOR_BEWAAR = "Het gesprek gaat niet door"
NIET_DOOR_GEZEGD = "Het gesprek gaat niet door. Wat op tafel lag, blijft te lezen."
ELDERS_GESLOTEN = (
    "Dit gesprek is intussen afgesloten of afgelast, in een ander venster. Wat u hier nog typte, is niet bewaard. "
    "Neem het over in een volgend gesprek."
)
ER_IS_GEEN = "Er staat geen gesprek klaar. Bereid er eerst een voor."
IS_GEHOUDEN = "Dit gesprek is gehouden, op {dag}. Schrijf op wat er gezegd is, bij stap 2."
GEPLAND_OP = "Gepland op {dag}"
GEHOUDEN_OP = "Gehouden op {dag}"

# 2. Writing down

WIE_WAREN_ER = "Wie waren er?"
WIE_WAREN_ER_UITLEG = "Alleen aantallen, geen namen. Leeg is nul."
WANNEER_WAS = "Wanneer was het gesprek? Schrijf het zo: 21-11-2026"
GAST_WIE = "Gast {nummer}: wie? Een woord, geen naam (mag leeg)"
GAST_AANTAL = "Gast {nummer}: hoeveel? (mag leeg)"
WIE_BEWAAR = "Bewaar wie er waren"
WIE_BEWAARD = "Bewaard wie er waren."
EERST_WIE = "Schrijf eerst op wie er waren. Daarna schrijft u op wat u leerde."
LEERPUNT = "Wat leerde u?"
LEERPUNT_UITLEG = (
    "Begin met wat er gebeurde. Ziet u het twee keer, dan is het iets wat u vaker ziet. Daarna vraagt u: "
    "wat zit in de weg? "
    "Iedereen kan dit lezen. Alleen wat er gebeurde in een verhaal dat niet openbaar is, blijft in de wijk."
)
WELK_NIVEAU = "Wat wilt u opschrijven?"
TEKST = {
    Niveau.CASUS: "Wat gebeurde er? Noem geen mensen",
    Niveau.PATROON: "Wat ziet u vaker?",
    Niveau.BOTTLENECK: "Wat zit er in de weg?",
}
NIVEAU_UITLEG = {
    Niveau.CASUS: "Kies het verhaal waarin dit gebeurde. Of stel zelf iets samen, zodat het over niemand gaat.",
    Niveau.PATROON: "Kies minstens twee verhalen of punten waarin u dit ziet, of een cijfer.",
    Niveau.BOTTLENECK: "Kies wat u vaker ziet, en waar dit achter zit.",
}
BRON_VERHAAL_EEN = "In welk verhaal gebeurde dit?"
BRON_VERHALEN = "In welke verhalen ziet u dit?"
BRON_PUNTEN = "In welke punten ziet u dit?"
BRON_CIJFERS = "In welke cijfers ziet u dit?"
BRON_SIGNALEN = "In welke signalen ziet u dit? (mag leeg)"
BRON_ZAKEN = "Bij welke activiteiten of initiatieven? (mag leeg)"
SAMENGESTELD_VRAAG = "Dit hebben wij zelf samengesteld uit meer dan één gebeurtenis"
WIE_LEEST = "Wie leest het zo?"
VRAAG_BLIJFT = "Welke vraag blijft? (mag leeg)"
EIGENAAR = "Van wie is dit? Een rol of organisatie, geen naam (mag leeg)"
WIE_VERDER = "Wie moet hiermee verder? (mag leeg)"
TERUGKIJKEN_OP = "Wanneer kijken we terug? Schrijf het zo: 21-11-2026 (mag leeg)"
LEERPUNT_BEWAAR = "Schrijf dit op"
LEERPUNT_BEWAARD = "Het staat erbij."
VERHALEN_LIJST = "Verhalen die in dit gesprek mogen"
PUNTEN_LIJST = "Punten die hier al geleerd zijn"
SIGNALEN_LIJST = "Signalen uit de wijk"
ZAKEN_LIJST = "Activiteiten en initiatieven"
AFSPRAAK_MAKEN = "Een afspraak maken"
AFSPRAAK_UITLEG = "Dat hoeft niet. Schrijf een rol of organisatie op, geen naam."
AFSPRAAK_TEKST = "Wat spreken we af?"
AFSPRAAK_WIE = "Wie doet het? Een rol of organisatie"
AFSPRAAK_VOOR = "Voor welke dag? Schrijf het zo: 21-11-2026 (mag leeg)"
AFSPRAAK_BIJ = "Bij welk punt hoort dit? (mag leeg)"
AFSPRAAK_BEWAAR = "Maak deze afspraak"
AFSPRAAK_BEWAARD = "De afspraak staat erbij."

# What happens with it

STAND = "Hoe staat het met een punt?"
STAND_UITLEG = (
    "Er komt een regel bij. Wat er stond, blijft te lezen. Laat u leeg van wie het is of wie hiermee verder moet? "
    "Dan blijft dat zoals het was."
)
WELK_PUNT = "Welk punt?"
HOE_STAAT_HET = "Hoe staat het ermee?"
WAT_GEPROBEERD = "Wat is er geprobeerd? (mag leeg)"
STAND_WAAROM = "Waarom? (mag leeg, behalve als u het bewust niet doet)"
STAND_BEWAAR = "Bewaar hoe het ermee staat"
LEZING_ERBIJ = "Iemand leest het anders"
LEZING_UITLEG = "Ook dat komt erbij te staan. Geen van beide wint."
LEZING_TEKST = "Hoe leest die het? Noem geen mensen"
LEZING_BEWAAR = "Zet deze lezing erbij"
AFSPRAAK_STAND = "Wat kwam er van een afspraak?"
AFSPRAAK_STAND_UITLEG = "Niet gedaan is niet erg. Schrijf op waarom, dan leren we ervan."
WELKE_AFSPRAAK = "Welke afspraak?"
WAT_KWAM = "Wat kwam ervan, of waarom niet?"
AFSPRAAK_STAND_BEWAAR = "Bewaar wat ervan kwam"
WEGHALEN = "Woorden weghalen"
WEGHALEN_UITLEG = (
    "De woorden zijn dan echt weg. Doe dit als er toch iemand in te herkennen is, of op vraag van wie het zei."
)
WELKE_WOORDEN = "Van wat?"
WEGHALEN_DOEN = "Haal deze woorden weg"
WEGGEHAALD = "De woorden zijn weg."
LEZING_NUMMER = "punt {punt}, lezing {nummer}"

# 3. Closing

AFSLUITEN = "Het gesprek afsluiten"
AFSLUITEN_UITLEG = (
    "Daarna kan iedereen lezen wat u opschreef, en verandert er niets meer aan. "
    "Verder praten doet u in een volgend gesprek."
)
HOE_EINDIGT = "Hoe eindigt het gesprek?"
SLUIT = "Sluit het gesprek af"
GESLOTEN = "Het gesprek is afgesloten. Wie haar verhaal vertelde, leest op haar eigen pagina dat het besproken is."
WAT_U_OPSCHREEF = "Wat u opschreef"
