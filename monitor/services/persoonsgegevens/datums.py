"""Birth dates, and ages over ninety: so few people have those that they lead to one."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.nl import MAANDEN
from monitor.sources.namenlijsten import either, words

_MAAND = (
    rf"(?:{'|'.join(MAANDEN)}|jan\.?|feb\.?|febr\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?)"
)
_JAAR = r"(?:(?:18|19|20)\d\d|['’‘]\d\d)"
_CIJFERS = re.compile(r"(?<![\w/.-])(\d{1,2})([-/. ])(\d{1,2})\2((?:18|19|20)\d\d|['’‘]?\d\d)(?![\w]|[-/.]\d)")
_ISO = re.compile(r"(?<![\w/.-])((?:18|19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
_WOORDEN = re.compile(
    rf"(?<![\w])(?:\d{{1,2}}(?:e|de|ste)?|[a-z]{{3,20}}tiende|[a-z]{{3,9}}e)[ -]{_MAAND}[ -]{_JAAR}(?!\w)",
    re.IGNORECASE,
)
_DAG_MAAND = re.compile(rf"(?<![\w])\d{{1,2}}(?:e|de|ste)?[ -]{_MAAND}(?![\w])(?:[ -]{_JAAR}(?!\w))?", re.IGNORECASE)
_MAAND_JAAR = re.compile(rf"\b{_MAAND} {_JAAR}(?!\w)", re.IGNORECASE)
_DAG_MAAND_CIJFERS = re.compile(r"(?<![\w/.-])\d{1,2}[-/]\d{1,2}(?![\w]|[-/.]\d)")
_GEBOREN = re.compile(r"\b(?:geboren|geb\.?|geboorte\w*|jarig|verjaar\w*|verjaardag|geboortedag)(?!\w)", re.IGNORECASE)
_GEBOREN_AFSTAND = 45
_JONGSTE = 2012
"""A full date up to this year is taken for a birth date; a later one only when the sentence says so."""
_BEKEND = frozenset(
    {(4, 5, 1945), (5, 5, 1945), (10, 5, 1940), (14, 5, 1940), (1, 2, 1953), (31, 1, 1953), (11, 9, 2001)}
    | {(25, 11, 1975)}
)
"""Days that everybody knows."""

_EENHEDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_EENHEID = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_GETAL = r"(?:9[1-9]|10\d|11[0-5])"
_WOORD_GETAL = rf"(?:(?:{_EENHEID})[eë]nnegentig|honderd(?: ?en ?)?(?:{'|'.join(_EENHEDEN)}))"
_GETELD = words(
    """
    euro € mensen keer dagen weken maanden uur minuten procent % km meter m2 graden huizen woningen stuks punten kilo
    kinderen bewoners bomen stemmen pagina deelnemers leden families gezinnen buren vierkante cent
    """
)
_ANDERS = rf"(?! ?(?:{either(_GETELD)}|jaar (?:geleden|later|lang|bestaa)))"
_JARIG = re.compile(rf"(?<![\w.,-])(?:{_GETAL}|{_WOORD_GETAL})[- ]?jarige?n?\b", re.IGNORECASE)
_JAAR_OUD = re.compile(
    rf"(?<![\w.,€-])(?<!in )(?<!na )(?<!al )(?<!over )(?<!bus )(?<!lijn )(?:{_GETAL}|{_WOORD_GETAL})"
    r" ?(?:jaar|jr\.?|lentes|levensjaren)\b"
    r"(?! ?(?:geleden|later|lang|bestaa|na |terug|oude?r? (?:huis|boom|gebouw|school|kerk)))",
    re.IGNORECASE,
)
_HAKEN = re.compile(rf"(?<=[\w.] )\((?:{_GETAL}|{_WOORD_GETAL})(?: jaar| jr\.?)?\)", re.IGNORECASE)
_NOG_ERVOOR = words(
    """
    al nu ook inmiddels bijna net ruim toen over zelf ondertussen pas vandaag nog toch vorig deze volgende dit jaar
    maand week binnenkort straks morgen dan zo zowat
    """
)
_TUSSENIN = rf"(?: (?:{either(_NOG_ERVOOR)})){{0,3}}"
_VERDER = words(
    """
    en maar die dat of geworden toen als omdat dus zonder nog met wil woont doet is was ze hij loopt fietst kan want
    kookt blijft heeft zit terwijl geweest wordt werd zei zegt
    """
)
_DAARNA = rf"(?![.,]\d)(?=[.,;:!?)…\n\r\"'”]|$| (?:{either(_VERDER)})\b)"
_IS = re.compile(
    rf"\b(?:ben|is|was|werd|wordt|word|worden|geworden|van|met|tegen|bijna|haar|zijn){_TUSSENIN}"
    rf" ({_GETAL}|{_WOORD_GETAL}|honderd(?= geworden)){_DAARNA}",
    re.IGNORECASE,
)
_DE_OUDE = re.compile(
    rf"\b(?:is|was|werd|wordt|word|ben|van)(?: (?:al|nu|net|inmiddels|bijna|ook|ruim))? ({_WOORD_GETAL}){_ANDERS}\b",
    re.IGNORECASE,
)


def find_datums(tekst: str) -> Iterator[Vondst]:
    """Dates that look like a birth date, and ages over ninety."""
    born = [(match.start(), match.end()) for match in _GEBOREN.finditer(tekst)]
    for begin, eind, sure in _dates(tekst):
        if sure or _near(begin, eind, born, tekst):
            yield Vondst(begin, eind, PersoonsgegevenSoort.DATUM, "[geboortedatum]")
    yield from _ages(tekst)


def _dates(tekst: str) -> Iterator[tuple[int, int, bool]]:
    """Each date with whether it is a birth date by itself."""
    for match in _CIJFERS.finditer(tekst):
        dag, _, maand, jaar = match.groups()
        if _is_dag(dag, maand):
            yield match.start(), match.end(), _long_ago(int(dag), int(maand), jaar)
    for match in _ISO.finditer(tekst):
        if _is_dag(match[3], match[2]):
            yield match.start(), match.end(), _long_ago(int(match[3]), int(match[2]), match[1])
    for match in _WOORDEN.finditer(tekst):
        jaar = re.split(r"[ -]", match.group())[-1]
        yield match.start(), match.end(), _long_ago_in_words(match.group(), jaar)
    for pattern in (_DAG_MAAND, _MAAND_JAAR, _DAG_MAAND_CIJFERS):
        for match in pattern.finditer(tekst):
            yield match.start(), match.end(), False


def _is_dag(dag: str, maand: str) -> bool:
    return 1 <= int(dag) <= 31 and 1 <= int(maand) <= 12


def _long_ago(dag: int, maand: int, jaar: str) -> bool:
    digits = jaar.strip("'’‘")
    if len(digits) == 2:
        return True
    return int(digits) <= _JONGSTE and (dag, maand, int(digits)) not in _BEKEND


def _long_ago_in_words(text: str, jaar: str) -> bool:
    words = re.split(r"[ -]", text.lower())
    dag = re.match(r"\d+", words[0])
    maand = next((number for number, naam in enumerate(MAANDEN, 1) if naam.startswith(words[1].rstrip(".")[:3])), 3)
    return _long_ago(int(dag.group()) if dag else 0, maand, jaar)


def _near(begin: int, eind: int, born: list[tuple[int, int]], tekst: str) -> bool:
    """Whether the sentence speaks of a birth just before or after."""
    after = bisect_left(born, (eind, eind))
    for start, end in born[max(0, after - 2) : after + 1]:
        if start < eind and begin < end:
            continue
        between = tekst[end:begin] if end <= begin else tekst[eind:start]
        if len(between) <= _GEBOREN_AFSTAND and not re.search(r"[!?\n]|\. [A-Z]", between):
            return True
    return False


def _ages(tekst: str) -> Iterator[Vondst]:
    for pattern, group in ((_JARIG, 0), (_JAAR_OUD, 0), (_IS, 1), (_DE_OUDE, 1)):
        for match in pattern.finditer(tekst):
            yield Vondst(match.start(group), match.end(group), PersoonsgegevenSoort.LEEFTIJD, "[hoge leeftijd]")
    for match in _HAKEN.finditer(tekst):
        yield Vondst(match.start() + 1, match.end() - 1, PersoonsgegevenSoort.LEEFTIJD, "[hoge leeftijd]")
