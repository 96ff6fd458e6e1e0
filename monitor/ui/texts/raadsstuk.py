"""Words of the page on which a stuk for the raad is made."""

from collections.abc import Mapping

from monitor.domain.document import DocumentSoort
from monitor.domain.momentopname import VeranderingSoort
from monitor.domain.raadsstuk import Deel, OnderdeelSoort

TITEL = "Raadsvoorstel"
INLEIDING = (
    "Maak een raadsvoorstel, een raadsinformatiebrief of een wijkbeeld. Bij elk argument van een raadsvoorstel, en bij "
    "elk punt van een brief of wijkbeeld, staat een cijfer en een citaat, of welke van de twee er niet is. Wat de "
    "cijfers niet kunnen zeggen, schrijft het programma er zelf bij."
)
MAG_NIET = "Hier werken beleidsmedewerkers aan stukken voor de raad. Een stuk is pas openbaar als u het verstuurt."
ALLEEN_LEZEN = "U leest dit stuk. Schrijven kan wie voor alle wijken van dit stuk werkt."

# The list

STUKKEN = "Stukken waar nu aan gewerkt wordt"
STUKKEN_LEEG = "Er is nog geen stuk. Begin hieronder een nieuw stuk."
STUK_REGEL = "{soort} · laatst geschreven op {dag}"
NAAR_LIJST = "Naar alle stukken"
NIEUW = "Nieuw stuk"
GEMEENTE = "Van welke gemeente is het stuk?"
SOORT = "Wat voor stuk wordt het?"
STUK_TITEL = "Titel: hoe heet het stuk?"
FASE = "Waarvoor krijgt de raad dit? (alleen bij een raadsvoorstel)"
WIJKEN = "Over welke wijken gaat het?"
THEMAS = "Over welke thema's gaat het? (mag leeg: alle)"
VAN = "Vanaf welk jaar kijkt u? (mag leeg)"
TOT = "Tot en met welk jaar? (mag leeg)"
JAAR = "Wat is het eerste jaar bij het geld? (mag leeg)"
BEGIN = "Begin het stuk"
BEGONNEN = "Het stuk is begonnen. Kies nu cijfers en citaten."
KIES = "Kies"

# The steps

STAP = "Stap"
STAPPEN: Mapping[str, str] = {
    "kiezen": "1. Kiezen",
    "schrijven": "2. Schrijven",
    "nakijken": "3. Nakijken",
    "downloaden": "4. Downloaden",
}
KIEZEN_UITLEG = (
    "Kies de cijfers, citaten en leerpunten die in het stuk komen. Een citaat is de zin die de verteller zelf koos. "
    "Alleen een verhaal dat openbaar mag zijn, kan in een stuk."
)
WAAROVER = "Wijken en thema's van dit stuk"
CIJFERS = "Cijfers"
CITATEN = "Citaten"
LEERPUNTEN = "Wat we leerden"
DELEN = "Delen die niet in elk stuk staan"
KOP_ANDERS = "Titel, jaren en fase veranderen"
KOP_BEWAAR = "Bewaar titel en jaren"
KOP_VERSIES = "Eerdere titels en jaren"
KOP_VERSIES_UITLEG = "Elke titel, en elk jaar dat u koos, is er nog. U kunt een eerdere versie terugzetten."
KOP_PERIODE = "kijkt naar {van} tot en met {tot}"
KOP_GEEN_JAAR = "niet gekozen"
KOP_JAAR = "geld vanaf {jaar}"
TITELS_WEG = "Eerdere titels weghalen"
TITELS_WEG_UITLEG = (
    "Doe dit alleen als er iets in stond dat er niet had mogen staan, zoals een naam. De eerdere titels verdwijnen "
    "voorgoed. De titel van nu blijft."
)
TITELS_WEG_ZEKER = "Ja, haal de eerdere titels weg"
TITELS_WEG_GEDAAN = "De eerdere titels zijn weggehaald."
CIJFER_NUMMER = "Cijfer {nummer}"
CITAAT_NUMMER = "Citaat {nummer}"
LEERPUNT_NUMMER = "Leerpunt {nummer}"
CIJFERS_LEEG = "Bij deze wijken en thema's zijn er geen cijfers. Kies eerst een wijk."
CITATEN_LEEG = "Bij deze wijken en thema's is er geen verhaal dat openbaar mag en waarbij de verteller een zin koos."
LEERPUNT_UIT = "Geleerd in {plaats}"
IN_GEMEENTE = "de gemeente"
LEERPUNTEN_LEEG = "Er is nog niets geleerd waarover de raad kan besluiten."
BEWAAR_KEUZE = "Bewaar deze keuze"
KEUZE_BEWAARD = "Uw keuze is bewaard."
WEG_STUK = "Dit stuk weghalen"
WEG_UITLEG = "Alle woorden in dit stuk verdwijnen voorgoed. Een bestand dat u al downloadde, blijft."
WEG_ZEKER = "Ja, haal het weg"
WEG_GEDAAN = "Het stuk is weggehaald."
VAN_GEMEENTE = "hele gemeente"
GEKOZEN = "gekozen"

# Writing

WELK_DEEL = "Aan welk deel werkt u?"
DEEL_ONBEKEND = "Het deel waar de link naar verwijst, staat niet in dit stuk. U ziet nu “{deel}”."
BEWAART_ZELF = (
    "Wat u typt, bewaren wij vanzelf: een paar tellen nadat u stopt met typen, en als u het veld verlaat. "
    "Elke versie blijft bewaard."
)
BEWAARD_OM = "Bewaard om {tijd}."
VOORBEELD_DEEL = "Zo staat dit deel in het stuk"
VOORBEELD_TOON = "Toon hoe dit deel in het stuk staat"
VOORBEELD_LEEG = "Dit deel is nog leeg. Het stuk zegt dan alleen dat er nog niets is opgeschreven."
ZELF_GESCHREVEN = "Dit schrijft het programma zelf"
ZELF_UITLEG = (
    "Deze zinnen komen uit de cijfers en uit wat mensen opschreven. U mag ze korter of anders maken. De bijlage met "
    "wat de cijfers niet kunnen zeggen, blijft altijd heel."
)
ZIN_NUMMER = "Zin {nummer}"
ZIN_BRON = "Waar komt dit vandaan? {bronnen}"
ZIN_ZONDER_BRON = "Hierover staat niets in het programma."
ZIN_ANDERS = "U schreef dit anders. Het programma schrijft: "
ZIN_LEEG = "U haalde deze zin weg. Het programma schrijft: "
WELKE_ZIN = "Welke zin wilt u veranderen?"
UW_ZIN = "Uw zin (leeg: de zin staat niet in het stuk)"
TERUG = "Terug naar de tekst van het programma"
TERUG_GEDAAN = "Nu staat er weer wat het programma schrijft."
BRONNEN: Mapping[str, str] = {
    "meting": "cijfer",
    "indicator": "cijfer",
    "breuk": "breuk in een cijfer",
    "verhaal": "verhaal",
    "thema": "thema",
    "gebied": "wijk of gemeente",
    "draagvlak": "steun voor een cijfer",
    "voorstel": "voorstel van bewoners",
    "sessie": "wijkgesprek",
    "leesronde": "samen verhalen kiezen",
    "wijkplan": "wijkplan",
    "financiering": "geld",
    "besluit": "besluit van de raad",
    "leerpunt": "leerpunt",
}
DEEL_UITLEG: Mapping[Deel, str] = {
    Deel.KOP: "Deze gegevens staan bovenaan het stuk.",
    Deel.ONDERWERP: "Zeg in één zin waar het over gaat.",
    Deel.SAMENVATTING: "Wat ziet u, wat vertellen bewoners, waar schuurt het, en wat vraagt u van de raad?",
    Deel.BESLUIT: "Schrijf elk beslispunt zo dat het los te lezen en los te veranderen is.",
    Deel.AANLEIDING: "Waarom nu?",
    Deel.CONTEXT: "Wat besloot of vroeg de raad eerder? Wat is toegezegd?",
    Deel.BEVOEGDHEID: "Waarom gaat de raad hierover? Noem de wet of de verordening.",
    Deel.EFFECT: "Wat is er straks anders voor mensen in de wijk, en wanneer? Hoe kan de raad dat nagaan?",
    Deel.ARGUMENTEN: "Bij elk {argument} hoort een cijfer en een citaat. Is er een niet? Dan staat dat in het stuk.",
    Deel.KANTTEKENINGEN: "Wat kan er misgaan, en wat doet u dan? Wat zegt iemand die tegen is?",
    Deel.ALTERNATIEVEN: "Wat kan de raad nog meer kiezen? Niets doen staat er altijd bij.",
    Deel.FINANCIEN: "Wat kost het, wie betaalt het, en wat stopt ervoor?",
    Deel.PARTICIPATIE: "Wie deed mee, en wat veranderden bewoners? Schrijf ook op wat zij van dit stuk vinden.",
    Deel.ADVIES: "Wat zei de adviesraad, en wat antwoordt het college?",
    Deel.UITVOERING: "Wie doet wat, en wanneer?",
    Deel.COMMUNICATIE: "Wie hoort het, en hoe?",
    Deel.EVALUATIE: "Met welke cijfers vergelijkt u later, en wanneer kijkt de raad terug?",
    Deel.JURIDISCH: "Welke regels gelden er? Wat betekent dit voor privacy?",
    Deel.DUURZAAMHEID: "Wat betekent dit voor het klimaat, en voor wie niet vanzelf meedoet?",
    Deel.KWADRANT: (
        "Dit kwadrant komt van Results-Based Accountability: hoeveel en hoe goed, bij inzet en bij effect. "
        "De namen langs de zijden mag u veranderen."
    ),
    Deel.BIJLAGEN: "Noem wat u zelf meestuurt. De bijlagen over de cijfers komen vanzelf.",
    Deel.CONCEPTBESLUIT: "De beslispunten komen hier vanzelf in.",
}
VELD: Mapping[tuple[Deel, str], str] = {
    (Deel.KOP, "vergadering"): "Welke raadsvergadering?",
    (Deel.KOP, "zaaknummer"): "Zaaknummer",
    (Deel.KOP, "programma"): "Programma van de begroting",
    (Deel.KOP, "portefeuille"): "Portefeuille (geen naam van een persoon)",
    (Deel.KOP, "afdeling"): "Afdeling die het stuk schreef",
    (Deel.EFFECT, "nagaan"): "Hoe kan de raad dit nagaan?",
    (Deel.FINANCIEN, "begrotingswijziging"): "Moet de begroting anders? Hoe?",
    (Deel.FINANCIEN, "stopt"): "Wat stopt er, en hoe wordt dat afgebouwd?",
    (Deel.PARTICIPATIE, "reactie"): "Reactie van bewoners op dit stuk",
    (Deel.JURIDISCH, "privacy"): "Privacy",
    (Deel.DUURZAAMHEID, "inclusie"): "Inclusie: wie doet niet vanzelf mee?",
    (Deel.KWADRANT, "rij_een"): "Naam van de eerste rij (leeg: Hoeveel)",
    (Deel.KWADRANT, "rij_twee"): "Naam van de tweede rij (leeg: Hoe goed)",
    (Deel.KWADRANT, "kolom_een"): "Naam van de eerste kolom (leeg: Inzet)",
    (Deel.KWADRANT, "kolom_twee"): "Naam van de tweede kolom (leeg: Effect)",
    (Deel.KWADRANT, "vak_een_een"): "Eerste rij, eerste kolom",
    (Deel.KWADRANT, "vak_een_twee"): "Eerste rij, tweede kolom",
    (Deel.KWADRANT, "vak_twee_een"): "Tweede rij, eerste kolom",
    (Deel.KWADRANT, "vak_twee_twee"): "Tweede rij, tweede kolom",
    (Deel.CONCEPTBESLUIT, "gelezen"): "Gelezen (welke stukken?)",
    (Deel.CONCEPTBESLUIT, "gelet_op"): "Gelet op (welke wet of verordening?)",
    (Deel.CONCEPTBESLUIT, "tekst"): "Wat er nog meer in het besluit staat",
}
"""What a field is called; what does not stand here is the text of its deel."""
VELD_TEKST = "Uw tekst"
"""In what follows {argument} is what an argument is called in this kind of stuk."""
ONDERDEEL_VELD: Mapping[tuple[OnderdeelSoort, str], str] = {
    (OnderdeelSoort.BESLISPUNT, "tekst"): "De raad besluit:",
    (OnderdeelSoort.ARGUMENT, "tekst"): "Het {argument} in één zin",
    (OnderdeelSoort.ARGUMENT, "toelichting"): "Uitleg",
    (OnderdeelSoort.KANTTEKENING, "tekst"): "De kanttekening in één zin",
    (OnderdeelSoort.KANTTEKENING, "toelichting"): "Uitleg",
    (OnderdeelSoort.RISICO, "tekst"): "Wat kan er misgaan?",
    (OnderdeelSoort.RISICO, "kans"): "Hoe groot is de kans?",
    (OnderdeelSoort.RISICO, "gevolg"): "Wat is dan het gevolg?",
    (OnderdeelSoort.RISICO, "maatregel"): "Wat doet u ertegen?",
    (OnderdeelSoort.ALTERNATIEF, "tekst"): "Het alternatief in één zin",
    (OnderdeelSoort.ALTERNATIEF, "voor"): "Wat is er goed aan?",
    (OnderdeelSoort.ALTERNATIEF, "tegen"): "Wat is het nadeel?",
    (OnderdeelSoort.ALTERNATIEF, "afweging"): "Waarom kiest u het niet?",
    (OnderdeelSoort.FINANCIELE_REGEL, "tekst"): "Waar is het geld voor?",
    (OnderdeelSoort.FINANCIELE_REGEL, "dekking"): "Waar komt het geld vandaan?",
    (OnderdeelSoort.MIJLPAAL, "tekst"): "Wat is er dan bereikt?",
    (OnderdeelSoort.MIJLPAAL, "nagaan"): "Hoe kan de raad dat nagaan?",
    (OnderdeelSoort.ADVIES, "wie"): "Welke raad of organisatie gaf advies?",
    (OnderdeelSoort.ADVIES, "tekst"): "Wat was het advies?",
    (OnderdeelSoort.ADVIES, "antwoord"): "Wat antwoordt het college?",
    (OnderdeelSoort.EERDER, "tekst"): "Wat besloot of vroeg de raad, of wat is toegezegd?",
    (OnderdeelSoort.EERDER, "stand"): "Hoe staat het ermee?",
    (OnderdeelSoort.BIJLAGE, "tekst"): "Wat voor bijlage is het?",
}
ONDERDELEN_LEEG = "Nog niets."
ZONDER_WOORDEN = "(nog zonder woorden)"
GENUMMERD = "{wat} {nummer}"
NIEUW_ONDERDEEL = "Nieuw: {wat}"
VOEG_TOE = "Voeg toe"
TOEGEVOEGD = "Toegevoegd."
OMHOOG = "Omhoog"
OMLAAG = "Omlaag"
ERUIT = "Haal eruit"
ERUIT_GEDAAN = "Het staat niet meer in het stuk. In dit deel kunt u het terugzetten."
INTUSSEN_ERUIT = (
    "Een collega haalde dit uit het stuk terwijl u schreef. Wat u typte, is bewaard. Hieronder kunt u het terugzetten."
)
ERUIT_GEHAALD = "Eruit gehaald: {meer} ({aantal})"
ERUIT_UITLEG = "Dit staat niet in het stuk. De woorden zijn er nog, en u kunt het terugzetten."
ERUIT_WELK = "Wat wilt u terugzetten?"
ERUIT_NUMMER = "Nummer {nummer}"
ERUIT_SINDS = "Eruit gehaald {wie}, {moment}"
ERUIT_TERUG = "Zet terug in het stuk"
ERUIT_TERUG_GEDAAN = "Het staat weer in het stuk."
ERUIT_ZONDER = "Het staat weer in het stuk, maar zonder {wat}: dat kan niet meer gekozen worden."
ERUIT_ZONDER_WAT: Mapping[str, str] = {
    "bij": "het beslispunt waar het bij stond",
    "indicator": "het cijfer",
    "citaat": "het citaat",
    "raadsbesluit": "het besluit van de raad",
}
BIJ = "Bij welk beslispunt?"
BIJ_GEEN = "Bij geen beslispunt"
BIJ_PUNT = "Beslispunt {nummer}"
BIJ_CIJFER = "Welk cijfer hoort erbij?"
GEEN_CIJFER = "Geen cijfer gekozen"
BIJ_CITAAT = "Welk citaat hoort erbij?"
GEEN_VERHAAL = "Geen verhaal gekozen"
GELDVORM = "Is het geld elk jaar nodig?"
BEDRAG = "Bedrag in euro's, {jaar}"
DAG = "Op welke dag? (dag-maand-jaar)"
EERDER = "Wat was het?"
BESLUIT = "Staat het besluit al in het programma?"
BESLUIT_NUMMER = "Besluit {nummer}, van {dag}"
GEEN_BESLUIT = "Nee"
GEGEVENS_BEWAAR = "Bewaar deze gegevens"
GEGEVENS_BEWAARD = "De gegevens zijn bewaard."
GEEN_BEDRAG = "Schrijf het bedrag als 1.234,50, of laat het leeg."

# What stood before

VERSIES = "Eerdere versies"
VERSIES_UITLEG = "Elke tekst die hier stond, is er nog. U kunt er een terugzetten."
VERSIES_VELD = "Van welk veld wilt u zien wat er eerder stond?"
VERSIES_OUDER = "Nog oudere versies"
VERSIE_REGEL = "Versie {nummer}, {wie}, {moment}"
VERSIE_UW = "door u"
VERSIE_ANDER = "door een collega"
VERSIE_LEEG = "Het veld was leeg."
VERSIE_WEG = "De woorden van deze versie zijn weggehaald."
VERSIE_STAAT = "staat er nu"
VERSIE_WELKE = "Welke versie wilt u terug?"
VERSIE_NUMMER = "Versie {nummer}"
VERSIE_TERUG = "Zet deze versie terug"
VERSIE_TERUGGEZET = "De eerdere versie staat er weer. Wat er stond, is nu een eerdere versie."
WOORDEN_WEG = "Alle woorden van dit veld weghalen"
WOORDEN_WEG_UITLEG = (
    "Doe dit alleen als iets er niet had mogen staan, zoals een naam. Alle versies van dit veld verdwijnen voorgoed, "
    "ook wat er nu staat."
)
WOORDEN_WEG_ZEKER = "Ja, haal alle woorden weg"
WOORDEN_WEG_GEDAAN = "De woorden van dit veld zijn weggehaald."

# Two writers

BOTSING = "Intussen schreef iemand anders hier ook. Beide teksten zijn bewaard. Kies welke in het stuk komt."
BOTSING_ZELF = (
    "U schreef hier intussen ook in een ander venster. Beide teksten zijn bewaard. Kies welke in het stuk komt."
)
BOTSING_UW = "Uw tekst"
BOTSING_ANDER = "De tekst van een collega"
TEKST_NUMMER = "Tekst {nummer}"
TEKST_VAN = "{wie}, bewaard op {moment}"
NEEM = "Neem tekst {nummer}"
NEEM_ALLEBEI = "Zet ze onder elkaar, dan maak ik er één tekst van"
GEKOZEN_TEKST = "Uw keuze is bewaard."
BOTSING_ELDERS = "Ook in een ander deel staan twee teksten naast elkaar: {delen}. Kies daar eerst."

# Looking again

NAKIJKEN_UITLEG = "Zo komt het stuk eruit te zien. Het is gemaakt met wat nu in het programma staat."
TEKENEN = "De grafieken worden getekend."
LEESBAAR = "Leest het makkelijk?"
LEESBAAR_LEEG = "U schreef nog niets zelf."
LEESBAAR_MONITOR = "Ook wat het programma in het stuk zet"
LEESBAAR_MONITOR_UITLEG = (
    "Dit schreef u niet: het zijn zinnen van het programma, de uitleg van cijfers en wat mensen samen leerden. "
    "U mag een zin vervangen door uw eigen zin, of het in uw tekst gewoner zeggen."
)
LEESBAAR_ZINNEN = "Zinnen van het programma bij {deel}"
LEESBAAR_DEFINITIE = "Uitleg van het cijfer “{naam}”"
LEESBAAR_ZELF = "Zeg het in uw eigen woorden bij {deel}"
ONTBREEKT = "Wat ontbreekt er nog?"
ONTBREEKT_LEEG = "Er ontbreekt niets dat wij kunnen zien."
ONTBREEKT_ARGUMENT = "{argument}: {wat}."
ONTBREEKT_CIJFER_WEG = "het gekozen cijfer is er niet meer"
ONTBREEKT_CIJFER_LEEG = "het gekozen cijfer heeft nog geen waarde"
ONTBREEKT_CITAAT_WEG = "het gekozen citaat is teruggenomen of niet meer openbaar"
ONTBREEKT_KEUZE = "{plek}: hier staan twee teksten. Kies er een."
ONTBREEKT_DEEL = "{deel}: nog geen tekst."
ONTBREEKT_BESLISPUNT = "Er is nog geen beslispunt."
ONTBREEKT_BIJ = "Bij beslispunt {nummer} staat geen argument."
NIET_KUNNEN = "Wat deze cijfers niet kunnen zeggen"
NIET_KUNNEN_LEEG = "Van de cijfers in dit stuk kennen wij geen beperkingen."

# What changed

MOMENTEN = "Versies die zijn gedownload"
MOMENT_REGEL = "Versie {nummer}, gemaakt {wie}, {moment}"
MOMENT_KENMERK = "Kenmerk {kenmerk}, onder de titel van het stuk"
MOMENT_WELK = "Welke versie hebt u?"
MOMENT_KEUZE = "Versie {nummer}, kenmerk {kenmerk}"
VERANDERD = "Wat veranderde sinds uw versie?"
VERANDERD_NOG_NIET = "U hebt dit stuk nog niet gedownload. Daarna ziet u hier wat er sindsdien veranderde."
VERANDERD_NIETS = "Sinds versie {nummer} van {dag} veranderde er niets in het stuk."
VERANDERD_SINDS = "Sinds versie {nummer} van {dag} (kenmerk {kenmerk}):"
VERANDERING: Mapping[VeranderingSoort, tuple[str, str]] = {
    VeranderingSoort.NIEUW_CIJFER: ("Er is een nieuw cijfer", "Er zijn {aantal} nieuwe cijfers"),
    VeranderingSoort.ANDER_CIJFER: ("Een cijfer is veranderd", "{aantal} cijfers zijn veranderd"),
    VeranderingSoort.CIJFER_WEG: ("Een cijfer is er niet meer", "{aantal} cijfers zijn er niet meer"),
    VeranderingSoort.CITAAT_WEG: (
        "Een citaat is teruggenomen of niet meer openbaar. Het staat niet meer in een nieuw stuk",
        "{aantal} citaten zijn teruggenomen of niet meer openbaar. Zij staan niet meer in een nieuw stuk",
    ),
    VeranderingSoort.CITAAT_ANDERS: ("De verteller veranderde een citaat", "Vertellers veranderden {aantal} citaten"),
    VeranderingSoort.DEFINITIE_ANDERS: (
        "De uitleg van een cijfer is anders",
        "De uitleg van {aantal} cijfers is anders",
    ),
    VeranderingSoort.LEERPUNT_ANDERS: ("Een leerpunt is veranderd", "{aantal} leerpunten zijn veranderd"),
    VeranderingSoort.LEERPUNT_WEG: ("Een leerpunt is er niet meer", "{aantal} leerpunten zijn er niet meer"),
    VeranderingSoort.BESLUIT_ANDERS: (
        "Een eerder besluit van de raad is veranderd",
        "{aantal} eerdere besluiten van de raad zijn veranderd",
    ),
    VeranderingSoort.BESLUIT_WEG: (
        "Een eerder besluit van de raad staat er niet meer",
        "{aantal} eerdere besluiten van de raad staan er niet meer",
    ),
    VeranderingSoort.BIJ_CIJFER: (
        "Bij een cijfer is iets anders: de marge, het cijfer van de gemeente of de bron",
        "Bij {aantal} cijfers is iets anders: de marge, het cijfer van de gemeente of de bron",
    ),
    VeranderingSoort.GELD_ANDERS: ("De lijst met geld dat er al is, is veranderd",) * 2,
    VeranderingSoort.BIJEENKOMST_ANDERS: ("De lijst met wie er meedeed, is veranderd",) * 2,
    VeranderingSoort.BEPERKING_ANDERS: ("De lijst met wat de cijfers niet kunnen zeggen, is veranderd",) * 2,
    VeranderingSoort.MONITORZIN_ANDERS: (
        "Een zin van het programma is anders, nieuw of weg",
        "{aantal} zinnen van het programma zijn anders, nieuw of weg",
    ),
    VeranderingSoort.KOP_ANDERS: (
        "De titel, de jaren of waarvoor de raad het stuk krijgt, is veranderd",
        "{aantal} gegevens bovenaan het stuk zijn veranderd: de titel, de jaren of waarvoor de raad het krijgt",
    ),
    VeranderingSoort.KEUZE_ANDERS: (
        "Er is iets anders gekozen voor het stuk",
        "Er is op {aantal} punten iets anders gekozen voor het stuk",
    ),
    VeranderingSoort.ONDERDEEL_NIEUW: (
        "Er is een onderdeel bij gekomen, zoals een argument, een punt of een bedrag",
        "Er zijn {aantal} onderdelen bij gekomen, zoals een argument, een punt of een bedrag",
    ),
    VeranderingSoort.ONDERDEEL_ANDERS: (
        "Bij een onderdeel is een bedrag, een dag, een cijfer of een citaat veranderd",
        "Bij {aantal} onderdelen is een bedrag, een dag, een cijfer of een citaat veranderd",
    ),
    VeranderingSoort.ONDERDEEL_WEG: ("Een onderdeel is eruit gehaald", "{aantal} onderdelen zijn eruit gehaald"),
    VeranderingSoort.VOLGORDE_ANDERS: ("De volgorde of een nummer is veranderd",) * 2,
    VeranderingSoort.TEKST_ANDERS: (
        "Een tekst in het stuk is veranderd",
        "{aantal} teksten in het stuk zijn veranderd",
    ),
    VeranderingSoort.ZIN_ANDERS: (
        "Het programma schrijft een zin nu anders dan de zin die u veranderde. Uw zin blijft staan",
        "Het programma schrijft {aantal} zinnen nu anders dan de zinnen die u veranderde. Uw zinnen blijven staan",
    ),
    VeranderingSoort.ZIN_WEG: (
        "Het programma schrijft een zin niet meer die u veranderde. Uw zin blijft staan",
        "Het programma schrijft {aantal} zinnen niet meer die u veranderde. Uw zinnen blijven staan",
    ),
    VeranderingSoort.STUK_ANDERS: ("Er staat iets anders in het stuk, zoals een naam of de opmaak",) * 2,
}
VERANDERING_CIJFER = "{naam} ({plaats}, {periode}): {was} werd {nu}."
VERANDERING_NIEUW = "{naam} ({plaats}, {periode}): {nu}."
VERANDERING_WEG = "{naam} ({plaats}, {periode}): was {was}."
GEEN_GETAL = "geen cijfer"
MEESTE_VERANDERINGEN = 10
NOG_MEER = "En nog {aantal}."

# Taking along

DOWNLOADEN_UITLEG = (
    "Maak het stuk met de cijfers en citaten van nu. Wij onthouden welke dat waren, met een kenmerk dat in het stuk "
    "staat. Zo ziet u later wat er veranderde. Wat een bewoner daarna terugneemt, kunnen wij uit uw bestand niet "
    "weghalen."
)
MAAK = "Maak het stuk: {soort}"
SOORTEN: Mapping[DocumentSoort, str] = {
    DocumentSoort.DOCX: "Word",
    DocumentSoort.ODT: "OpenDocument",
    DocumentSoort.PDF: "PDF",
    DocumentSoort.MD: "Markdown",
}
WELKE_SOORT = "In welke vorm?"
MAKEN = "Het stuk wordt gemaakt"
GEMAAKT = "Het stuk is klaar"
DOWNLOAD = "Download {naam}"
NIET_GEMAAKT = "Het stuk is niet gemaakt"
MAG_NIET_MAKEN = "Kies eerst tussen de teksten die naast elkaar staan. Anders komen ze allebei in het stuk."
NIET_MEER_ZO = "Sinds u dit bestand maakte, veranderde het stuk. Maak het opnieuw om dat mee te nemen."
