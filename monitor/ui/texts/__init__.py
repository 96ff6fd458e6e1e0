"""Every word that the screen shows and that is not somebody's data. Dutch, B1; change words here and nowhere else."""

from monitor.domain.indicator import Rol
from monitor.domain.verhaal import Verhouding
from monitor.nl import format_getal

# The frame

NAAM = "Tellen en vertellen"
PAGINATITEL = "{titel} · Tellen en vertellen"
MENU_START = "Start"
MENU_GEMEENTE = "Gemeente"
MENU_WIJK = "Wijk"
MENU_VERANTWOORDING = "Hoe weten we dit?"
VOORBEELD = (
    "Dit is een verzonnen gemeente. De cijfers, de verhalen en de mensen bestaan niet echt. "
    "Zo kunt u zien hoe het werkt."
)
ONVERWACHT = (
    "Er ging iets mis dat niet mis mag gaan. Probeer het nog een keer. "
    "Blijft het misgaan? Geef dan dit kenmerk door: {kenmerk}."
)
LEGE_OPSLAG = "Er is nog geen gemeente ingelezen. De beheerder kan cijfers ophalen of het voorbeeld laden."

# Choosing

KIES_GEMEENTE = "Kies een gemeente"
KIES_WIJK = "Kies uw wijk"
KIES_PLAATSHOUDER = "Typ of kies een naam"
ANDERE_WIJK = "Andere wijk in {gemeente}"
GEEN_WIJK_GEKOZEN = "Van welke wijk wilt u cijfers en verhalen zien?"
GEEN_GEMEENTE_GEKOZEN = "Van welke gemeente wilt u de wijken zien?"
IS_GEMEENTE = "{code} is een gemeente, geen wijk."
NAAR_GEMEENTE = "Bekijk de wijken van deze gemeente"
IS_BUURT = "{code} is een buurt. Cijfers en verhalen staan hier per wijk, zodat niemand te herkennen is."
NAAR_WIJK_VAN_BUURT = "Bekijk de wijk waar deze buurt in ligt"

# Start

START_TITEL = "Hoe gaat het bij u in de wijk?"
START_INLEIDING = (
    "Hier ziet u cijfers en verhalen van bewoners naast elkaar, ook als ze niet hetzelfde zeggen. "
    "Kies uw wijk en kijk mee, of vertel zelf wat u meemaakt."
)
START_WIJK = "Kies uw wijk"
START_WIJK_UITLEG = "Lees wat de cijfers zeggen en wat bewoners vertellen."
START_VERTEL = "Vertel uw verhaal"
START_VERTEL_UITLEG = "Acht korte vragen, ongeveer drie minuten. U hoeft zich niet aan te melden."
START_CODE = "Ik heb al een code"
START_WERK = "Ik werk hier"
START_SAMEN = "Samen spiegelen en leren:"
START_WERK_UITLEG = "Dit kunt u hier doen, als bewoner of omdat u hier werkt."
START_WERK_AANMELDEN = "Meld u aan. Dan staat hier en in het menu wat u kunt doen."
START_WERK_PROEF = "Kies bovenaan als wie u kijkt. Dan staat hier en in het menu wat u kunt doen."
START_WERK_NIET = "Wie hier werkt, meldt zich aan. Op dit adres kan dat nog niet. Vraag het de beheerder."
START_GEMEENTE = "Bekijk de gemeente"
START_GEMEENTE_UITLEG = "De kaart met alle wijken: waar zijn verhalen verteld, en waar schuurt het?"
START_HOE = "Hoe weten we dit?"
START_HOE_UITLEG = "Waar de cijfers vandaan komen, wat ze betekenen, en wat we niet weten."
START_BASIS = "Wat bedoelen we met de sociale basis?"
START_BASIS_TEKST = (
    "De sociale basis is alles wat mensen in een wijk voor elkaar doen, en wat daarbij helpt. "
    "Een buurvrouw die even oppast. De soepmiddag, het koor en de voetbalclub. Vrijwilligers, mantelzorgers, "
    "het buurthuis en de bank op het plein.\n\n"
    "U heeft er geen brief of verwijzing voor nodig. Het is er voor iedereen, ook als er niets aan de hand is."
)
START_NAAST = "Waarom cijfers en verhalen naast elkaar?"
START_NAAST_TEKST = (
    "Een cijfer laat zien hoe vaak iets voorkomt, maar niet waarom. "
    "Een verhaal laat zien hoe het is, maar niet hoe vaak. "
    "Zeggen ze iets anders? Dan poetsen we dat niet weg. Dan staat er: hier schuurt het. "
    "Dat is een goed begin van een gesprek."
)

# The wijk page

WIJK_SUB = "wijk in {gemeente}"
INWONERS = "{aantal} inwoners"
CIJFERS_TOT = "cijfers tot en met {periode}"
AFDRUKKEN = "Meenemen? Druk af met Ctrl+P: deze wijk past op één A4."
OPVOLGERS = "Deze wijk bestaat niet meer in deze vorm. Kijk nu bij:"
WEG = (
    "Deze wijk bestaat niet meer in deze vorm. Welke wijk ervoor in de plaats kwam, weten wij niet. "
    "In de lijst staan de wijken van nu."
)
VOORGANGERS = "Deze wijk is veranderd. Bij deze wijk hoort nu (een deel van):"
OPVOLGER_VANAF = "sinds {datum}"
MINUUT = "De wijk in een minuut"
MINUUT_ZIEN = "Wat zien we?"
MINUUT_VERTELLEN = "Wat vertellen bewoners?"
MINUUT_SCHUURT = "Waar schuurt het?"
MINUUT_LEERDEN = "Wat leerden we?"
MINUUT_GEVRAAGD = "Wat wordt van u gevraagd?"
NAAR_GESPREK = "Lees het wijkgesprek van {datum}"
NAAR_IN_DE_WEG = "Lees alles bij “Wat in de weg zit”"
SAMEN = "Samen in deze wijk"
GEKOZEN_DOOR = "Gekozen door {wie}, {maand}"
VRAGEN = "Vragen die u kunt stellen"
LEGE_THEMAS = "Nog geen cijfers en geen verhalen over: {themas}."
BRONNEN = "Waar komen deze cijfers vandaan?"
BRON_REGEL = "{naam}, van {uitgever}"
BRON_JAAR = "over {jaar}"
BRON_OPGEHAALD = "opgehaald op {datum}"
GEEN_BRONNEN = "Er zijn nog geen cijfers opgehaald."
HOE_WETEN_WE = "Hoe weten we dit?"
HOE_WETEN_WE_THEMA = "over {thema}"

# A card

GEEN_CIJFER = "Over dit thema heeft deze wijk nog geen cijfer."
GEEN_CIJFER_WEL_VERHAAL = "Over dit thema heeft deze wijk nog geen cijfer. De verhalen staan er wel."
GEEN_VERHAAL = "Over dit thema heeft nog niemand een verhaal verteld dat iedereen mag lezen."
OOK_GEEN_VERHAAL = "Ook over dit thema staat hier nog geen verhaal."
VERHALEN_BIJ_GEMEENTE = (
    "Uit deze wijk zijn er nog geen of weinig verhalen, of er wonen weinig mensen. "
    "Verhalen staan dan bij de gemeente, om de vertellers te beschermen."
)
NAAR_VERHALEN_GEMEENTE = "Lees de verhalen bij {gemeente}"
NOG_NIET_GEHOORD = "In deze wijk nog niet gehoord: {wie}"
STAAT_OOK_BIJ = "Dit verhaal staat ook bij “{thema}”. Lees het hier"
NOG_VERHALEN = ("Nog 1 verhaal", "Nog {aantal} verhalen")
LEES_VERDER = "Lees verder"
WAAROM = "Waarom dit belangrijk is:"
WENS = "Wat ik zou willen:"
NAMENS = "namens {groep}"
MET_TOLK = "verteld met een tolk"
DILEMMA = "een dilemma: het heeft twee kanten"
BIJ_INDICATOR = "bij “{naam}”"
IN_TABEL = "Cijfers in een tabel, en wat ze betekenen"
WAT_HET_BETEKENT = "Wat dit betekent"
TABEL_NAAM = "{naam}, {per}"
KOLOM_PERIODE = "Wanneer"
KOLOM_HIER = "Deze wijk"
KOLOM_TUSSEN = "Ligt tussen"
KOLOM_GEMEENTE = "Gemeente"
TUSSEN = "{laag} en {hoog}"
GEEN_WAARDE = "–"
GEBEURD = "Wat gebeurde er? {wat}."
GEBEURD_REGEL = "{wanneer}: {titel}"
BREUK_REGEL = "Vanaf {periode} niet te vergelijken met ervoor: {uitleg}"
GESTEUND = "Gesteund door {wie}."
STEUN_ONBEKEND = "Wie dit cijfer in deze wijk steunt, is nog niet opgeschreven."
BEZWAAR = "Bezwaar van een {rol}: “{tekst}”"
BEZWAAR_ANTWOORD = "Antwoord: {tekst}"
BEZWAAR_OPEN = "Hier is nog geen antwoord op."
WAT_IS_ER = "Wat is er al?"
WAT_DOEN_WE = "Wat doen we?"
WAT_KOST_HET = "Wat kost het?"
WAT_LEERDEN_WE = "Wat leerden we?"
NIETS_ER = "Dat is hier nog niet opgeschreven."
NIETS_GEDAAN = "Er staan nog geen activiteiten."
NIETS_KOST = "Er staat nog geen geld bij."
KOST_WIJK = "Voor deze wijk. {geld}"
KOST_WIJK_LEEG = "Voor deze wijk zelf staat er nog geen geld bij."
KOST_GEMEENTE = "Voor de hele gemeente, niet verdeeld over de wijken. {geld}"
NIETS_GELEERD = "Er is nog geen les opgeschreven."
NIETS_ERBIJ = "Nog niet opgeschreven: wat er al is, wat we doen, wat het kost en wat we leerden."
SINDS = "sinds {wanneer}"
OOK_GEDAAN = "{staat} in {jaar}"

GEVOEL = "voelt {gevoel}"

# On paper

AFDRUK_GEEN_CIJFER = "Nog geen cijfer."
AFDRUK_DOEN = "Wat doen we? {namen}."
AFDRUK_BRONNEN = "Bronnen: {bronnen}."
AFDRUK_DATUM = "Afgedrukt op {datum}. Tellen en vertellen."
AFDRUK_VOORBEELD = "Verzonnen voorbeeld: deze gemeente bestaat niet."
AFDRUK_LEEG = "Nog geen cijfers en verhalen over: {themas}."

# The gemeente page

GEMEENTE_SUB = "{wijken}, {verhalen}"
WIJKEN = ("1 wijk", "{aantal} wijken")
VERHALEN = ("1 verhaal", "{aantal} verhalen")
GEEN_VERHALEN = "nog geen verhalen"
KAART = "De wijken op de kaart"
KAART_ALT = "Kaart van {gemeente} met {wijken}. De lijst ernaast noemt dezelfde wijken."
KAART_UITLEG = "Kies een wijk op de kaart of in de lijst."
KAART_GEEL = "Geel betekent: cijfer en verhalen zeggen hier niet hetzelfde."
KAART_NUMMERS = "Een nummer op de kaart staat ook in de lijst."
KAART_ZONDER = "Wijken zonder naam of nummer op de kaart staan wel in de lijst."
KAART_ONTBREEKT = "Van deze gemeente is nog geen kaart ingelezen. De lijst hieronder noemt alle wijken."
LIJST = "Alle wijken"
LIJST_SCHUURT = "Het schuurt bij {themas}"
LIJST_BIJ_GEMEENTE = (
    "Staat er geen aantal verhalen bij een wijk? Dan zijn er geen of weinig verhalen, of er wonen weinig mensen. "
    "Verhalen staan dan onderaan, bij de gemeente."
)
KAART_SCHUURT = "het schuurt bij {themas}"
LIJST_VOLGORDE = "De wijken staan op alfabet. Dit is geen ranglijst."
GEMEENTE_IN_DE_WEG = (
    "In de wijkgesprekken staat ook wat wijken niet alleen kunnen oplossen, van wie het is en wat er al geprobeerd is:"
)
OVERAL = "Wat is er in de hele gemeente?"
OVERAL_LEEG = "Er staat nog niets dat voor de hele gemeente geldt."
GEMEENTE_VERHALEN = "Verhalen die bij de gemeente staan"
GEMEENTE_VERHALEN_UITLEG = (
    "Heeft een wijk minder dan 1.000 inwoners, of zijn er minder dan vijf verhalen? Dan staan de verhalen hier, "
    "zonder de naam van de wijk. Zo is een verteller niet zo snel te herkennen."
)
GEMEENTE_VERHALEN_LEEG = "Hier staan nu geen verhalen."

# Hoe weten we dit?

VERANTWOORDING_TITEL = "Hoe weten we dit?"
VERANTWOORDING_INLEIDING = (
    "Cijfers en verhalen helpen om te zien hoe het gaat. Ze vertellen nooit alles. "
    "Hier staat waar ze vandaan komen, wat ze betekenen en wat we niet weten."
)
SOORTEN_TITEL = "Gemeten of geschat?"
SOORTEN_INLEIDING = "Bij elk cijfer staat hoe we eraan komen. In de grafiek ziet u dat ook."
SOORTEN = (
    ("geregistreerd", "Geteld uit een administratie, zoals de bevolkingsregistratie. Een lijn met dichte punten."),
    (
        "gemeten",
        "Gevraagd aan een deel van de mensen, in een enquête. Een lijn met dichte punten. Het lichte vlak is de marge.",
    ),
    (
        "geschat",
        "Uitgerekend met een model, voor mensen zoals hier. Open punten, zonder lijn. "
        "Een geschat cijfer laat niet zien wat een activiteit heeft gedaan.",
    ),
    ("geteld", "Bijgehouden door de mensen die het doen. Een lijn met treden."),
    ("ervaren", "Hoe mensen zelf zeggen dat het is. Een lijn met dichte punten."),
)
ROLLEN_TITEL = "Waarom staat dit cijfer er?"
ROLLEN_INLEIDING = "Bij elk cijfer staat ook waarom het er staat."
ROLLEN_UITLEG = {
    Rol.KERN: "Hierop let deze wijk het meest. Weten wij wie het steunt of bezwaar heeft? Dan staat dat erbij.",
    Rol.AANVULLEND: "Dit helpt om de andere cijfers van deze wijk te begrijpen.",
    Rol.ONTWIKKEL: "Mensen vinden dit belangrijk, maar we weten nog niet hoe we het goed meten.",
    Rol.CONTEXT: "Dit is een landelijk cijfer. Niemand in deze wijk heeft het gekozen.",
}
ZEKER_TITEL = "Hoe zeker is het?"
ZEKER_TEKST = (
    "Wij zeggen alleen dat iets stijgt of daalt als de cijfers dat kunnen dragen. "
    "Daarvoor zijn ten minste vijf cijfers na elkaar nodig die met elkaar te vergelijken zijn. "
    "Ook mogen de marges van het eerste en het laatste cijfer niet overlappen. "
    "Wij gebruiken drie stappen: zeker, waarschijnlijk en niet te zeggen. "
    "Is er iets veranderd in de vraag, de grens van de wijk of het rekenmodel? Dan breekt de lijn, "
    "en vergelijken wij niet over die breuk heen."
)
VERHALEN_TITEL = "Hoe komen verhalen hier?"
VERHALEN_TEKST = (
    "Een verteller bepaalt zelf wie het verhaal mag lezen. Hier staan alleen verhalen die iedereen mag lezen. "
    "Iemand anders dan de schrijver heeft elk verhaal nagelezen, en de verteller was het eens met deze tekst. "
    "Bij een thema staat eerst een verhaal dat iets anders vertelt dan het cijfer, als dat er is. Daarna komen de "
    "nieuwste. Verhalen zijn geen stemmen: wij tellen niet hoeveel verhalen voor of tegen zijn."
)
VERHOUDING_TITEL = "Hoe hoort een verhaal bij een cijfer?"
VERHOUDING_UITLEG = {
    Verhouding.PAST_BIJ: "Het verhaal en het cijfer zeggen ongeveer hetzelfde.",
    Verhouding.LEGT_UIT: "Het verhaal laat zien wat er achter het cijfer zit.",
    Verhouding.ZEGT_ANDERS: "Het verhaal zegt iets anders dan het cijfer. Daar schuurt het.",
    Verhouding.LOS: "Het verhaal gaat over hetzelfde thema, maar niet over dit cijfer.",
}
BRONNEN_TITEL = "Bronnen"
BRON_KOLOMMEN = ("Bron", "Van wie", "Nieuwste jaar", "Opgehaald op")
DEFINITIES_TITEL = "Wat betekenen de cijfers?"
DEFINITIES_AANTAL = ("1 cijfer", "{aantal} cijfers")
DEFINITIE_KOLOMMEN = ("Cijfer", "Wat het betekent", "Hoe we eraan komen", "Wat is gunstig?")
GEEN_DEFINITIE = "Bij dit cijfer staat nog geen uitleg."
VERANDERD_TITEL = "Wat veranderde er in de cijfers?"
VERANDERD_LEEG = "Er zijn nog geen cijfers ingelezen."
VERANDERD_REGEL = "{datum}: {bron} ({bestand}), {nieuw} nieuw, {gewijzigd} gewijzigd, {verdwenen} verdwenen"
WAT_PRECIES = "Wat precies?"
MEER_VERANDERD = "Oudere veranderingen ({aantal})"
ONTBREEKT_TITEL = "Welke cijfers ontbreken?"
ONTBREEKT_TEKST = "Een cijfer dat ontbreekt is geen nul. Zo vaak ontbreekt er een cijfer, en daarom:"
ONTBREEKT_LEEG = "Er ontbreken geen cijfers."
ONTBREEKT_KOLOMMEN = ("Reden", "Aantal cijfers")
GEWEIGERD_TITEL = "Welke verhalen staan hier niet?"
GEWEIGERD_TEKST = "Een verhaal mag maar om vier redenen geweigerd worden. Zo vaak gebeurde dat:"
GEWEIGERD_LEEG = "Er is geen verhaal geweigerd."
GEWEIGERD_KOLOMMEN = ("Reden", "Aantal verhalen")
GEWEIGERD = {
    "te_herkenbaar": "de verteller is te herkennen",
    "onveilig": "het is niet veilig voor iemand",
    "kwetsend_over_een_ander": "het kwetst iemand anders",
    "verteller_wil_niet": "de verteller wil het niet meer",
}
INGETROKKEN_TEKST = "Zo vaak haalde een verteller een verhaal terug:"
INGETROKKEN_KOLOMMEN = ("Wanneer", "Aantal verhalen")
METEN_KOST_TITEL = "Wat vraagt het meten van mensen?"
METEN_KOST_LANDELIJK = (
    "De cijfers van CBS, RIVM en de Leefbaarometer komen uit registraties, enquêtes en modellen die er al zijn. "
    "Daarvoor vragen wij hier niemand iets extra."
)
METEN_KOST_EIGEN = "Deze cijfers maken mensen hier zelf. Dit is waarvoor, en wat het van hen vraagt."
METEN_KOST_KOLOMMEN = ("Cijfer", "Waarvoor", "Wat het vraagt")
METEN_KOST_ONBEKEND = "Dat is nog niet opgeschreven."
NIET_METEN_TITEL = "Wat meten we niet?"
NIET_METEN = (
    "Wij geven wijken geen rapportcijfer en geen plek op een ranglijst.",
    "Wij rekenen niet uit wat een activiteit oplevert in geld.",
    "Wij tellen niet hoeveel verhalen een medewerker ophaalt.",
    "Wij volgen geen mensen: er staan hier geen gegevens over één persoon.",
    "Wie nooit iets vertelt en geen enquête invult, ontbreekt hier. Dat zeggen wij erbij waar we het weten.",
)


def count(words: tuple[str, str], aantal: int) -> str:
    """A count with its words: the first for one, the second with {aantal} for any other number."""
    one, more = words
    return one if aantal == 1 else more.format(aantal=format_getal(aantal))
