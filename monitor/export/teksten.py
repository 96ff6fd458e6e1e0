"""Every word that stands on paper and that is not somebody's data. Dutch, B1; change words here and nowhere else."""

from collections.abc import Mapping

from monitor.domain.leren import Niveau
from monitor.domain.verhaal import Leeftijdsgroep

VERVANGEN = (
    "Let op: een teken in deze tekst kunnen wij niet afdrukken. Op die plaats staat het teken \ufffd. "
    "In ons systeem staat de tekst zoals hij getypt is."
)

# The receipt

BEWIJS_TITEL = "Uw ontvangstbewijs"
BEWIJS_DANK = "Dank u wel voor uw verhaal."
BEWIJS_CODE = "Uw code"
BEWIJS_CODE_UITLEG = "Met deze code ziet u wat er met uw verhaal gebeurt, past u het aan of haalt u het weg."
BEWIJS_RAAD = "Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer veranderen."
BEWIJS_BELOFTE = "Wij lezen uw verhaal. Wij kunnen niet beloven dat er iets verandert."
BEWIJS_BEDENKTIJD = (
    "Denk er nog over na: tot en met {datum} leest niemand uw verhaal. Daarna vraagt een collega u of het zo mag."
)
BEWIJS_NOG_NIET = "Niemand leest het, tot u met de code zegt dat het klopt."
BEWIJS_HOE = "Zo gebruikt u de code"
BEWIJS_STAPPEN = (
    "Ga op uw telefoon of computer naar {adres}.",
    "Typ de code. Hoofdletters, streepjes en spaties maken niet uit.",
    "U ziet uw verhaal, en wat u kunt doen.",
)
BEWIJS_STAPPEN_KAAL = (
    "Open de website van uw gemeente waar u dit verhaal vertelde.",
    "Kies in het menu: Mijn verhaal.",
    *BEWIJS_STAPPEN[1:],
)
BEWIJS_QR = "QR-code met het adres van de pagina. Uw eigen code zit er niet in."
BEWIJS_QR_UITLEG = "Of scan dit met uw telefoon. U komt dan op de pagina; de code typt u zelf."
BEWIJS_BEWAAR = "Bewaar dit papier goed"
BEWIJS_BEWAAR_TEKST = (
    "Wie de code heeft, kan uw verhaal zien en weghalen. Laat hem dus niet aan iedereen zien. "
    "Bent u de code kwijt? Wij kunnen hem niet opzoeken: wij bewaren hem niet."
)
VRAGEN = "Vragen? {vragen}"

# The form

FORMULIER_TITEL = "Vertel uw verhaal"
FORMULIER_VOORLEZEN = "Lees dit eerst voor"
FORMULIER_VOORLEZEN_TEKST = (
    "Ik schrijf op wat u vertelt. U bepaalt wie het leest. U mag altijd stoppen. Noem liever geen namen. "
    "Wat u vertelt verandert niets aan de hulp die u krijgt."
)
FORMULIER_HULP = "Is er nu hulp nodig of is het onveilig? Dit is geen meldpunt. {hulp}"
VRAAG_1, VRAAG_1_BIJ = "1 Wat maakt u mee in de wijk?", "Wat is goed? Wat kan beter? Wat is veranderd?"
VRAAG_2 = "2 Waarom is dat belangrijk voor u?"
VRAAG_3 = "3 Wat zou u willen?"
VRAAG_4, VRAAG_4_ZIN = "4 Welke titel geeft u dit?", "Welke zin moeten mensen onthouden? Kies een zin uit uw verhaal."
VRAAG_5 = "5 Hoe voelt dit verhaal?"
VRAAG_6 = "6 Welke wijk?"
VRAAG_6_WIE = "Vertelt u als (meer mag)"
VRAAG_6_LEEFTIJD = "Hoe oud bent u ongeveer (mag leeg; staat nooit bij uw verhaal)?"
VRAAG_6_TAAL = "In welke taal vertelde u?"
VRAAG_6_TOLK = "met een tolk"
VRAAG_6_GROEP = "Met een groep verteld? Met hoeveel mensen?"
VRAAG_7 = "7 Wie mag dit lezen? Tot wanneer?"
VRAAG_7_TOT = ("twee jaar", "een andere dag:")
VRAAG_7_16 = "Onder de 16 jaar: nooit voor iedereen. Een ouder of voogd vindt het ook goed, en het kind zelf ook."
VRAAG_7_OUDER, VRAAG_7_KIND = "Ouder of voogd vindt het goed (handtekening):", "Ik vind het zelf ook goed."
VRAAG_7_HULP = (
    "De verteller krijgt hulp van wie dit opschrijft, of van haar organisatie. "
    "Dan wachten wij zeven dagen, en vraagt een collega het nog een keer."
)
VRAAG_8, VRAAG_8_JA = "8 Ik lees het voor. Klopt het zo?", "Ja, voorgelezen en akkoord op (dag):"
FORMULIER_DOOR = "Opgeschreven door:"
FORMULIER_CODE = "Code van dit formulier: {code}"
FORMULIER_NA = "Voor wie dit overtypt: gebruik deze code. Vernietig het formulier als het is overgetypt."
STROOK_TITEL = "Voor u, om te bewaren"
STROOK_SCHEUR = "Knip of scheur hier af, en geef dit deel aan de verteller."
STROOK_ADRES = "Ga naar {adres} en typ de code."
STROOK_ADRES_KAAL = "Kies op de website van uw gemeente “Mijn verhaal” en typ de code."

LEEFTIJD: Mapping[Leeftijdsgroep, str] = {
    Leeftijdsgroep.JONGER_DAN_16: "jonger dan 16",
    Leeftijdsgroep.VAN_16_TOT_25: "16 tot 25",
    Leeftijdsgroep.VAN_25_TOT_45: "25 tot 45",
    Leeftijdsgroep.VAN_45_TOT_65: "45 tot 65",
    Leeftijdsgroep.VAN_65_TOT_80: "65 tot 80",
    Leeftijdsgroep.VANAF_80: "80 of ouder",
}
AANTAL = "Kies een aantal van 1 tot en met {meeste}."

# The Wijkspiegel, on paper and from a beamer

SPIEGEL_TITEL = "Wijkspiegel: {wijk}"
SPIEGEL_GESPREK = "Voor het gesprek van {dag}"
SPIEGEL_GEKOZEN = "Wat hier staat, kozen mensen voor dit gesprek."
SPIEGEL_NIET_GEKOZEN = "Hier koos nog niemand voor: dit zijn de eerste cijfers van de wijk."
SPIEGEL_CIJFERS = "Wat we tellen"
SPIEGEL_CIJFERS_LEEG = "Er ligt geen cijfer op tafel."
SPIEGEL_CITATEN = "Wat mensen vertellen"
SPIEGEL_CITATEN_LEEG = "Er ligt geen verhaal op tafel dat hier te lezen is."
SPIEGEL_GEEN_ZIN = "De verteller koos geen zin om te onthouden."
SPIEGEL_PUNTEN = "Dit stond nog open"
SPIEGEL_VRAGEN = "Vragen om over te praten"
SPIEGEL_VASTE_VRAGEN = (
    "Herkent u dit?",
    "Hoe ging het samenwerken?",
    "Wie missen we hier?",
)
SPIEGEL_SCHRIJVEN = "Schrijf hier mee"
SPIEGEL_VAKKEN = ("Wat gebeurde er?", "Wat zien we vaker?", "Wat zit er in de weg?")
SPIEGEL_TYPEN = "Typ hier."
SPIEGEL_OPEN = "Alleen praten is ook goed. U hoeft niets af te spreken. Schrijf geen namen op."
SPIEGEL_BRON = "Bron: {bron}."
SPIEGEL_GESCHAT = "Geschat betekent: {uitleg}"
SPIEGEL_MEER = (
    "Er ligt nog 1 ding op tafel dat hier niet past. Het staat op het scherm.",
    "Er liggen nog {aantal} dingen op tafel die hier niet passen. Ze staan op het scherm.",
)
SPIEGEL_WEG = (
    "Over 1 verhaal is hier niets te lezen: het is teruggenomen, of het mag niet in dit gesprek.",
    "Over {aantal} verhalen is hier niets te lezen: ze zijn teruggenomen, of ze mogen niet in dit gesprek.",
)
SPIEGEL_BIJ_HET_GESPREK = (
    "Wie hier iets vertelt, vond het goed dat mensen het op een bijeenkomst in de wijk lezen. "
    "Zet dit blad dus niet op internet, en gooi het na het gesprek weg."
)
SPIEGEL_STAND = "Zo stond het op {dag}."
SPIEGEL_VOORBEELD = "Dit is een voorbeeld: de wijk, de cijfers en de verhalen zijn verzonnen."

# Documents: raadsvoorstel, raadsinformatiebrief, wijkbeeld

TEKEN_WEG = (
    "In dit stuk staat 1 teken dat niet getoond kan worden. Op die plaats staat het teken \ufffd. "
    "In ons systeem staat de tekst zoals hij getypt is."
)
TEKENS_WEG = (
    "In dit stuk staan {aantal} tekens die niet getoond kunnen worden. Op die plaatsen staat het teken \ufffd. "
    "In ons systeem staat de tekst zoals hij getypt is."
)
LET_OP = "Let op: "
TABEL, FIGUUR = "Tabel", "Figuur"
KENMERK = "kenmerk {kenmerk}"
BLADZIJDE, VAN = "Bladzijde ", " van "
LOGO_VAN = "Logo van {gemeente}"
LOGO = "Logo"

# Lesson cards, to share with other gemeenten

LESKAARTEN_TITEL = "Leskaarten van {gemeente}"
LESKAARTEN_UITLEG = (
    "Dit leerden bewoners en mensen die in de wijken werken. Wat niet lukte staat er net zo goed in als wat lukte. "
    "Wat één iemand vertelde staat er niet in: deze kaarten mag u delen."
)
LESKAARTEN_LEEG = "Er is nog niets opgeschreven om te delen."
LESKAARTEN_KOP: Mapping[Niveau | None, str] = {
    None: "Lessen van activiteiten",
    Niveau.PATROON: "Wat we vaker zien",
    Niveau.BOTTLENECK: "Wat in de weg zit",
}
LESKAART_WAAR = "{waar}, {dag}"
LESKAART_GEPROBEERD = "Wat er geprobeerd is: "
LESKAART_STAND = "Hoe het nu staat: {stand}."
LESKAARTEN_STAND = "Zo stond het op {dag}."
LESKAARTEN_VOORBEELD = "Dit is een voorbeeld: de gemeente en wat er geleerd is zijn verzonnen."

# The folder of a wijkplan

FOLDER_TITEL = "Een plan voor {wijk}"
FOLDER_EERST = "Hier werken we eerst aan: {kwestie}"
FOLDER_GEMAAKT = "Op {dag} schreven mensen samen dit plan: {wie}."
FOLDER_GEEN_BEWONERS = "Er waren geen bewoners bij."
FOLDER_TAAK = "Wie doet wat"
FOLDER_MIJLPAAL = "Waar we naartoe werken"
FOLDER_KALENDER = "Wat er nog komt"
FOLDER_GELD = "Geld, en wie erover beslist"
FOLDER_COLLEGE = "Wat het college anders wil"
FOLDER_COLLEGE_VINDT = "Wat het college ervan vindt"
FOLDER_ANDERS = "Niet iedereen ziet het zo"
FOLDER_WIE = "Wie: {wie}"
FOLDER_BESLIST = "Wie beslist: {wie}"
FOLDER_VOOR = "Voor {dag}"
FOLDER_GELEERD = "Wat we leerden: {geleerd}"
FOLDER_WAAROM = "Waarom: {waarom}"
FOLDER_GEEN_KALENDER = "Er staat nu geen dag in de kalender."
FOLDER_COLLEGE_GELIJK = "Het college nam dit plan over, op {dag}."
FOLDER_COLLEGE_NOG_NIET = "Het college heeft nog niet gezegd wat het van dit plan vindt."
FOLDER_COLLEGE_OUDER = "Dit gaat over een eerdere versie. Daarna schreven de makers een nieuwe."
FOLDER_MEE = "Doe mee, of zeg wat u ervan vindt"
FOLDER_MEE_TEKST = "U kunt altijd nog meedoen. U mag het ook anders zien: dat schrijven we erbij."
FOLDER_HEEL = "Het hele plan staat op {adres}"
FOLDER_HEEL_KAAL = "Het hele plan staat op de website van uw gemeente, bij Wijkplan."
FOLDER_QR = "QR-code met het adres van het hele plan."
FOLDER_MEER = (
    "Let op: 1 zin van het plan paste hier niet op. Waar … staat, gaat het verder.",
    "Let op: {aantal} zinnen van het plan pasten hier niet op. Waar … staat, gaat het verder.",
)
FOLDER_STAND_OP = "Zo stond het op {dag}."
FOLDER_VOORBEELD = "Dit is een voorbeeld: de wijk en het plan zijn verzonnen."
