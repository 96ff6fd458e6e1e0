"""Words of the page Mijn verhaal: what a teller sees and does with the code of her receipt."""

from collections.abc import Mapping

from monitor.domain.mijn_verhaal import VerhaalStaat

TITEL = "Mijn verhaal"
INLEIDING = (
    "Op uw ontvangstbewijs staat een code. Met die code ziet u wat er met uw verhaal gebeurt, past u het "
    "aan of haalt u het weg."
)
CODE = "Uw code (vijf groepjes van vier letters en cijfers)"
OPEN = "Laat mijn verhaal zien"
CODE_KWIJT = (
    "Bent u de code kwijt? Wij kunnen hem niet opzoeken: wij bewaren hem niet. "
    "Hoofdletters, streepjes en spaties maken niet uit."
)
VERGETEN = "U deed een tijd niets. Daarom is uw verhaal dichtgegaan. Typ uw code om verder te gaan."

# How it stands

STAAT_KOP = "Hoe staat het ervoor?"
STAAT: Mapping[VerhaalStaat, str] = {
    VerhaalStaat.INGETROKKEN: (
        "U hebt dit verhaal teruggenomen. Het is hier nergens meer te lezen. Wij bewaren alleen dat er in "
        "{kwartaal} een "
        "verhaal was.\n\nStond het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer "
        "veranderen."
    ),
    VerhaalStaat.GELEEGD: (
        "De tekst van uw verhaal is weg, want wij mochten hem niet langer bewaren. Niemand kan hem lezen. "
        "Wat er nog over is, zoals in welke wijk het was, haalt u zelf weg met de knop hieronder."
    ),
    VerhaalStaat.GEMELD: (
        "Iemand zegt dat dit verhaal over hem of haar gaat. Daarom kan nu niemand het lezen. Een nalezer kijkt ernaar."
    ),
    VerhaalStaat.VERBORGEN: "Een nalezer heeft uw verhaal verborgen. Niemand kan het lezen.",
    VerhaalStaat.GEWEIGERD: (
        "Wij plaatsen uw verhaal niet, omdat: {reden}. Niemand kan het lezen. "
        "U kunt de tekst aanpassen. Dan leest iemand hem opnieuw na."
    ),
    VerhaalStaat.TERUGGEVRAAGD: "Wie uw verhaal naleest, vraagt u iets. Tot u antwoordt kan niemand het lezen.",
    VerhaalStaat.WACHT_OP_AKKOORD: "Er ligt een tekst klaar. Zegt u dat die klopt? Tot die tijd wacht uw verhaal.",
    VerhaalStaat.WACHT_OP_NALEZEN: (
        "Uw verhaal wacht tot iemand het naleest. Dat is iemand anders dan wie het opschreef. Tot die tijd "
        "kan niemand "
        "het lezen."
    ),
    VerhaalStaat.BEDENKTIJD: (
        "U kunt er nog over nadenken. Daarna vraagt een collega of u het nog steeds wilt. Tot die tijd kan "
        "niemand het lezen."
    ),
    VerhaalStaat.NIEMAND: (
        "Niemand kan uw verhaal nu lezen, want er is geen toestemming meer. Blijft dat zo? "
        "Dan halen wij de tekst na dertig dagen weg."
    ),
    VerhaalStaat.TE_LEZEN: "Uw verhaal is te lezen voor {wie}.",
}
OPENBAAR_SINDS = "Uw verhaal staat openbaar sinds {datum}. Iedereen kan het lezen."
TE_LEZEN_SINDS = "Uw verhaal is sinds {datum} te lezen voor {wie}."
OPENBAAR = "Uw verhaal staat openbaar. Iedereen kan het lezen."
NOG_VRAGEN = (
    "U krijgt hulp van wie dit opschreef. Daarom denkt u er eerst over na. "
    "Daarna vraagt een collega of u het nog steeds wilt."
)
VRAAG = "De vraag aan u"

# The verhaal

VERHAAL_KOP = "Uw verhaal"
BIJ = "{wijk}, verteld op {datum}"
AKKOORD_OP = "U zei op {datum} dat deze tekst klopt."
GEEN_AKKOORD = "U hebt nog niet gezegd dat deze tekst klopt."
WAAROM = "Waarom het belangrijk is"
WENS = "Wat u zou willen"
CITAAT = "De zin om te onthouden"
WIE_KOP = "Wie mag dit lezen?"
WIE_WEL = "Ja, tot en met {datum}"
WIE_ALTIJD = "Ja, tot u het terugneemt"
WIE_NIET = "Nee"
WIE_VOORBIJ = "Nee, dit liep af op {datum}"
WIE_UITLEG = "Dit geldt als uw verhaal is nagelezen."
GEBRUIKT_KOP = "Waar is het gebruikt, en wat is ermee gedaan?"
GEBRUIKT_NIET = "Voor zover wij weten is uw verhaal nog nergens gebruikt."
VERDER = (
    "Wat er verder uit kwam, ook bij de gemeenteraad, staat bij uw verhaal onder “Hoe is dit zo gekomen?”. "
    "Zoek uw titel op bij "
)
NAAR_VERHALEN = "Verhalen"
CIJFERS_KOP = "Bij deze cijfers staat het"

# What she can do

DOEN_KOP = "Wat wilt u doen?"
AANPASSEN = "Ik wil de tekst veranderen"
KIEZEN = "Ik wil kiezen wie het leest"
TERUGNEMEN = "Ik wil het hele verhaal terugnemen"
KOPIE = "Ik wil een kopie bewaren"
SLUITEN = "Sluiten"
SLUITEN_UITLEG = "Bent u klaar? Kies Sluiten. Dan vergeet deze pagina uw code."
TOCH_NIET = "Nee, ga terug"

VOORSTEL_KOP = "Klopt de tekst zo?"
VOORSTEL_UITLEG = (
    "Zo kan uw verhaal gelezen worden. Zegt u ja? Dan leest iemand het nog een keer na, en daarna kan "
    "het gelezen worden door "
    "wie u dat toestond."
)
VOORSTEL_JA = "Ja, zo klopt het"

ANTWOORD_KOP = "Wat antwoordt u?"
ANTWOORD_UITLEG = (
    "Wilt u iets veranderen? Kies dan “Ik wil de tekst veranderen”. Is uw tekst goed zoals hij is? Zeg dat dan hier. "
    "Daarna leest iemand hem nog een keer na."
)
ANTWOORD_BLIJFT = "Mijn tekst is goed zo"
GEANTWOORD = "Dank u wel voor uw antwoord. Iemand leest uw tekst nog een keer na."

AANPASSEN_KOP = "De tekst veranderen"
AANPASSEN_UITLEG = (
    "Verander wat u wilt. Daarna leest iemand het opnieuw na. Tot dat klaar is kan niemand uw verhaal lezen. "
    "Noem liever geen namen. Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet "
    "meer veranderen."
)
VELD_TITEL = "Titel"
VELD_TEKST = "Wat u meemaakt in de wijk"
VELD_WAAROM = "Waarom dat belangrijk is voor u (mag leeg)"
VELD_WENS = "Wat u zou willen (mag leeg)"
VELD_CITAAT = "De zin die mensen moeten onthouden, letterlijk uit uw tekst (mag leeg)"
AANPASSEN_JA = "Bewaar mijn tekst"

MERKEN = (
    "Kijk nog even: hieronder staat wat naar een mens wijst. Vervang het met een knop, of verander het zelf. "
    "Wilt u het toch zo bewaren? Kies dan nog een keer “Bewaar mijn tekst”. Wie naleest, kijkt er ook naar."
)
GEEN_MERKEN = "Er staat niets meer in dat direct naar een mens wijst. Kies “Bewaar mijn tekst”."

KIEZEN_KOP = "Kiezen wie het leest"
KIEZEN_UITLEG = (
    "Haalt u een vinkje weg, dan geldt dat meteen. Zet u een vinkje erbij, dan kan het gelezen worden "
    "als de tekst is nagelezen."
)
KIEZEN_16 = (
    "Dit verhaal is van iemand onder de 16 jaar. Het is nooit voor iedereen. Meer lezers erbij kan "
    "alleen met een ouder of voogd."
)
TOT = "Tot wanneer?"
TOT_ZELFDE = "Laat het zoals het nu is"
TOT_EEN = "Een jaar vanaf vandaag"
TOT_TWEE = "Twee jaar vanaf vandaag"
TOT_ALTIJD = "Tot ik het terugneem"
TOT_DAG = "Of typ zelf de laatste dag, bijvoorbeeld 31-12-2027 (mag leeg)"
TOT_FOUT = "Deze dag begrijpen we niet. Typ de laatste dag zoals 31-12-2027."
KIEZEN_JA = "Bewaar wie het leest"

TERUG_KOP = "Weet u het zeker?"
TERUG_UITLEG = (
    "Uw hele verhaal gaat meteen weg, overal waar wij erbij kunnen: van de website, uit het zoeken en "
    "bij wie eraan werkt. "
    "Binnen een dag is het ook uit onze reservekopieën. Dit kan niet ongedaan worden gemaakt.\n\n"
    "Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer veranderen."
)
TERUG_JA = "Ja, neem mijn verhaal terug"

KOPIE_KOP = "Een kopie bewaren"
KOPIE_UITLEG = (
    "Hierin staat alles wat wij van uw verhaal bewaren. Let op: op een computer van iemand anders kan "
    "een ander het bestand lezen."
)
KOPIE_TXT = "Als tekst"
KOPIE_JSON = "Voor een ander programma (JSON)"
BESTAND = "mijn-verhaal"

# What was done

AANGEPAST = "Uw tekst is bewaard. Iemand leest hem na."
AKKOORD = "Dank u wel. Iemand leest het nog een keer na."
GEKOZEN = "Bewaard. Zo mag uw verhaal gelezen worden."
NIETS_ANDERS = "Er was niets veranderd."
WEG = "Uw verhaal is teruggenomen."
WAS_WEG = "Uw verhaal was al teruggenomen."
GESLOTEN = "Uw verhaal is dicht. Deze pagina weet uw code niet meer."
