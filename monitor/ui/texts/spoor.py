"""Words of the page that says from what a thing came and what came of it."""

from collections.abc import Mapping

from monitor.domain.spoor import SchakelSoort, SpoorReden, SpoorSoort
from monitor.domain.straat import BezoekStand

MENU = "Hoe is dit zo gekomen?"
TITEL = "Hoe is dit zo gekomen?"
INLEIDING = (
    "U ziet waar iets uit kwam en wat eruit kwam: van een verhaal of een cijfer, via wat mensen ervan leerden, tot "
    "wat de gemeenteraad besloot. En terug."
)
BEGIN = "Kies eerst iets om te volgen. Bij een cijfer, een verhaal of een punt staat “Hoe is dit zo gekomen?”."
BEGINNEN = "Hier kunt u beginnen"
WELKE_GEMEENTE = "Van welke gemeente wilt u dit zien?"
ONBEKEND = "Dit adres kennen wij niet. Kies iets om te volgen."

UIT = "Waar het uit kwam"
NAAR = "Wat eruit kwam"
UIT_LEEG = "Waar dit uit kwam, is niet opgeschreven."
UIT_LEEG_HIER = "Waar dit uit kwam, is niet opgeschreven, of het is hier niet te lezen."
_ZAAK_LEEG = "Wij weten niet waar dit uit kwam. Misschien staat bij “Naar wat we doen” hoe het begon."
UIT_LEEG_VAN: Mapping[SpoorSoort, str] = {
    SpoorSoort.VERHAAL: "Hier begint het: iemand vertelde dit.",
    SpoorSoort.SIGNAAL: "Hier begint het: iemand zag dit en schreef het op.",
    SpoorSoort.GROEP: "Hier begint het: mensen stelden dit voor.",
    SpoorSoort.WIJKBEZOEK: "Hier begint het: mensen gingen samen de straat op.",
    SpoorSoort.INITIATIEF: _ZAAK_LEEG,
    SpoorSoort.ACTIVITEIT: _ZAAK_LEEG,
}
"""What is a beginning by itself says so; of what is done the page itself tells how it began."""
NAAR_LEEG = "Hier kwam nog niets uit voort. Dat mag."
NAAR_LEEG_HIER = "Hier kwam nog niets uit voort, of het is hier niet te lezen."
NAAR_LEEG_VAN: Mapping[SpoorSoort, str] = {
    SpoorSoort.BESLISPUNT: "Wat er na dit besluit gebeurde, is hier nog niet opgeschreven.",
    SpoorSoort.RAADSSTUK: "Wat de raad hiermee deed, is hier nog niet opgeschreven.",
}
"""What is an end says what was not written down after it."""
EERDER = "Verhalen verder terug"
RAAD = "Wat de raad later besloot"
STUKKEN = "Stukken voor de raad, verderop"
STUK_STAND = {"concept": "concept", "gedownload": "concept, al gedownload"}
STUK_ALLEEN_U = "Een stuk is een concept. Alleen wie voor de raad schrijft, ziet het hier."
ERBIJ_UIT: Mapping[SchakelSoort, str] = {
    SchakelSoort.WERKT_AAN: "Cijfers waar dit aan werkt",
    SchakelSoort.KOPPELING: "Verhalen over dit cijfer",
}
ERBIJ_NAAR: Mapping[SchakelSoort, str] = {
    SchakelSoort.WERKT_AAN: "Wat mensen hieraan doen",
    SchakelSoort.KOPPELING: "Cijfers waar dit over vertelt",
}
"""Headings of what goes with a thing, and need not have come of it."""
MEER = "Nog {aantal}"
OUDERE = "Hier staan de nieuwste verhalen. Nog {aantal} oudere vindt u via de link bovenaan."
BEKIJK: Mapping[SpoorSoort, str] = {
    SpoorSoort.WIJKBEZOEK: "Naar het bezoek",
    SpoorSoort.VERHAAL: "Lees het verhaal",
    SpoorSoort.SIGNAAL: "Naar het signaal",
    SpoorSoort.GROEP: "Naar Samen kiezen",
    SpoorSoort.INDICATOR: "Bekijk het cijfer",
    SpoorSoort.INITIATIEF: "Naar wat we doen",
    SpoorSoort.ACTIVITEIT: "Naar wat we doen",
    SpoorSoort.LEESRONDE: "Lees wie wat koos",
    SpoorSoort.SESSIE: "Naar de wijkgesprekken",
    SpoorSoort.LEERPUNT: "Naar dit punt bij de wijkgesprekken",
    SpoorSoort.AFSPRAAK: "Naar deze afspraak bij de wijkgesprekken",
    SpoorSoort.WIJKPLAN: "Naar het wijkplan",
    SpoorSoort.BESLISPUNT: "Naar wat de raad besloot",
    SpoorSoort.RAADSSTUK: "Naar het stuk",
}
"""The way to the page on which a thing stands itself."""
VOLG = "Kies iets in de lijst. Dan ziet u waar dat uit kwam, en wat daar weer uit kwam."
TIJDLIJN = "Alles op een rij, het oudste eerst"
TIJDLIJN_UITLEG = "Niet alles komt uit elkaar voort. U ziet wat ervoor was en wat erna kwam."
DIT = "hier kijkt u naar"
GEEN_DAG = "Geen dag opgeschreven"
SINDS = "sinds {dag}"
SAMENGESTELD = "zelf samengesteld, gaat over niemand"
IN_WIJK = "in {wijk}"
KWARTAAL = "Van een verhaal noemen wij geen dag, alleen het seizoen."

BLOK_KOP = "{kop}: {aantal}"
BLOK_ALLES = "Bekijk alles op een rij"

WOORDEN_WEG = "De woorden zijn weggehaald."
ZONDER_TITEL = "Een verhaal zonder titel"
EEN_SIGNAAL = "Een signaal uit de wijk"
GESPREK_VAN = "Het gesprek van {dag}"
ZONDER_NAAM = "Zonder naam"

SOORT: Mapping[SpoorSoort, str] = {
    SpoorSoort.WIJKBEZOEK: "Samen de straat op",
    SpoorSoort.VERHAAL: "Verhaal",
    SpoorSoort.SIGNAAL: "Signaal",
    SpoorSoort.GROEP: "Wat mensen voorstelden",
    SpoorSoort.INDICATOR: "Cijfer",
    SpoorSoort.INITIATIEF: "Initiatief",
    SpoorSoort.ACTIVITEIT: "Activiteit",
    SpoorSoort.LEESRONDE: "Samen verhalen kiezen",
    SpoorSoort.SESSIE: "Wijkgesprek",
    SpoorSoort.LEERPUNT: "Wat we leerden",
    SpoorSoort.AFSPRAAK: "Afspraak",
    SpoorSoort.WIJKPLAN: "Wijkplan",
    SpoorSoort.BESLISPUNT: "Wat de raad besloot",
    SpoorSoort.RAADSSTUK: "Stuk voor de raad",
}
KWAM_UIT: Mapping[SchakelSoort, str] = {
    SchakelSoort.KOPPELING: "vertelt over dit cijfer",
    SchakelSoort.GEWORDEN: "hier kwam dit cijfer uit",
    SchakelSoort.WERKT_AAN: "daar werkt dit aan",
    SchakelSoort.AANLEIDING: "daar begon het mee",
    SchakelSoort.OP_TAFEL: "lag hier op tafel",
    SchakelSoort.GEZEGD: "daar is dit gezegd",
    SchakelSoort.GELEERD: "daar is dit van geleerd",
    SchakelSoort.AFGESPROKEN: "daarover is dit afgesproken",
    SchakelSoort.GELEZEN: "is hier gelezen",
    SchakelSoort.GEKOZEN: "is hier gekozen",
    SchakelSoort.VERDER: "las en koos eerder",
    SchakelSoort.IN_PLAN: "daar rust dit plan op",
    SchakelSoort.BESLOTEN: "daar gaat dit over",
    SchakelSoort.VERTELD: "daar is dit verteld",
    SchakelSoort.GENOEMD: "staat in dit stuk",
    SchakelSoort.UITGEGAAN: "stond erin toen het gedownload werd",
}
"""What stands beside something from which the thing came."""
KWAM_ERUIT: Mapping[SchakelSoort, str] = {
    SchakelSoort.KOPPELING: "daar vertelt dit over",
    SchakelSoort.GEWORDEN: "is hieruit gekomen",
    SchakelSoort.WERKT_AAN: "werkt hieraan",
    SchakelSoort.AANLEIDING: "begon hiermee",
    SchakelSoort.OP_TAFEL: "daar lag dit op tafel",
    SchakelSoort.GEZEGD: "is hier gezegd",
    SchakelSoort.GELEERD: "is hiervan geleerd",
    SchakelSoort.AFGESPROKEN: "is hierover afgesproken",
    SchakelSoort.GELEZEN: "daar is dit gelezen",
    SchakelSoort.GEKOZEN: "daar is dit gekozen",
    SchakelSoort.VERDER: "las daarna verder",
    SchakelSoort.IN_PLAN: "rust hier nu ook op",
    SchakelSoort.BESLOTEN: "gaat hierover",
    SchakelSoort.VERTELD: "is hier verteld",
    SchakelSoort.GENOEMD: "hier staat dit in",
    SchakelSoort.UITGEGAAN: "hier stond dit in toen het gedownload werd",
}
"""What stands beside something that came of the thing."""
BREUK: Mapping[tuple[SpoorSoort, SpoorReden], tuple[str, str]] = {
    (SpoorSoort.VERHAAL, SpoorReden.TERUGGENOMEN): (
        "Een verhaal dat is teruggenomen. Het was verteld {wanneer}.",
        "{aantal} verhalen die zijn teruggenomen. Ze waren verteld {wanneer}.",
    ),
    (SpoorSoort.VERHAAL, SpoorReden.NIET_TE_LEZEN): (
        "Een verhaal dat u niet mag lezen.",
        "{aantal} verhalen die u niet mag lezen.",
    ),
    (SpoorSoort.VERHAAL, SpoorReden.NIET_TE_CITEREN): (
        "Een verhaal dat niet meer in een stuk mag staan.",
        "{aantal} verhalen die niet meer in een stuk mogen staan.",
    ),
    (SpoorSoort.LEERPUNT, SpoorReden.TERUGGENOMEN): (
        "Iets wat er gebeurde, uit een verhaal dat is teruggenomen. Het was verteld {wanneer}.",
        "{aantal} dingen die gebeurden, uit verhalen die zijn teruggenomen. Ze waren verteld {wanneer}.",
    ),
    (SpoorSoort.LEERPUNT, SpoorReden.NIET_TE_LEZEN): (
        "Iets wat er gebeurde, uit een verhaal dat u niet mag lezen.",
        "{aantal} dingen die gebeurden, uit verhalen die u niet mag lezen.",
    ),
    (SpoorSoort.LEERPUNT, SpoorReden.WEGGEHAALD): (
        "Iets wat hier geleerd is. De woorden zijn weggehaald.",
        "{aantal} dingen die hier geleerd zijn. De woorden zijn weggehaald.",
    ),
    (SpoorSoort.AFSPRAAK, SpoorReden.WEGGEHAALD): (
        "Een afspraak. De woorden zijn weggehaald.",
        "{aantal} afspraken. De woorden zijn weggehaald.",
    ),
}
"""What is said of links of which the other end is not shown: of one, and of more."""
LOSGELATEN = "losgelaten"
BEZOEK_STAND: Mapping[BezoekStand, str] = {
    BezoekStand.GEPLAND: "nog te gaan",
    BezoekStand.GEWEEST: "geweest",
    BezoekStand.AFGELAST: "ging niet door",
}
