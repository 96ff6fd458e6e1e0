"""One value in words: with its unit, its people, or in the clause of its own indicator."""

import re
from decimal import Decimal

from monitor.domain.indicator import Bewijssoort, Indicator
from monitor.domain.meting import Meting
from monitor.nl import format_euro, format_getal

NAAR_SCHATTING = "naar schatting"

_ENKELVOUD = {
    "mensen": "mens",
    "inwoners": "inwoner",
    "bewoners": "bewoner",
    "huishoudens": "huishouden",
    "woningen": "woning",
    "kinderen": "kind",
    "jongeren": "jongere",
    "ouderen": "oudere",
    "volwassenen": "volwassene",
    "personen": "persoon",
    "bezoekers": "bezoeker",
    "deelnemers": "deelnemer",
    "vrijwilligers": "vrijwilliger",
    "mantelzorgers": "mantelzorger",
    "bezoeken": "bezoek",
    "vragen": "vraag",
    "keren": "keer",
    "punten": "punt",
    "uren": "uur",
}
_EEN_DOET = {
    "bestonden": "bestond",
    "bewogen": "bewoog",
    "deden": "deed",
    "dronken": "dronk",
    "durfden": "durfde",
    "gaven": "gaf",
    "gingen": "ging",
    "hadden": "had",
    "hielpen": "hielp",
    "hoefden": "hoefde",
    "hoorden": "hoorde",
    "kenden": "kende",
    "konden": "kon",
    "kregen": "kreeg",
    "kwamen": "kwam",
    "leefden": "leefde",
    "misten": "miste",
    "noemden": "noemde",
    "rookten": "rookte",
    "sportten": "sportte",
    "stierven": "stierf",
    "stonden": "stond",
    "vertelden": "vertelde",
    "vonden": "vond",
    "voelden": "voelde",
    "waren": "was",
    "werden": "werd",
    "werkten": "werkte",
    "wisten": "wist",
    "woonden": "woonde",
    "zagen": "zag",
}
"""The verb of a clause when there is only one of whom it is said."""
_SCHAAL = re.compile(r"schaal\b.*?(?P<top>[0-9]+)$|(?P<cijfer>rapportcijfer|cijfer)$")
_NAAST_GETAL = ("kWh", "m³", "km", "ha")
_DUIZEND_EURO = ("x 1 000 euro", "x 1.000 euro")
_PER_DUIZEND = "per 1 000"


def waarde_in_woorden(indicator: Indicator, waarde: float) -> str:
    """One value as it stands in a sentence: "61 van de 100 mensen", "11.485 mensen", "€ 31.200"."""
    text = plain_value(indicator, waarde)
    if indicator.eenheid == "%":
        text = _van_de_honderd(indicator, waarde, indicator.populatie)
    elif indicator.eenheid == "aantal" and indicator.populatie:
        text = f"{text} {_noun(text, indicator.populatie)}"
    elif schaal := _SCHAAL.search(indicator.eenheid):
        text = f"gemiddeld {text} op een schaal van {schaal['top'] or '10'}"
    elif indicator.eenheid.startswith(_PER_DUIZEND):
        text = f"{text} {indicator.eenheid.replace('1 000', '1.000')}"
    if indicator.bewijssoort is Bewijssoort.GESCHAT and counts_people(indicator):
        return f"{NAAR_SCHATTING} {text}"
    return text


def counts_people(indicator: Indicator) -> bool:
    """Whether the values are numbers of people or things, so that they can be more or fewer."""
    return indicator.eenheid == "%" or (indicator.eenheid == "aantal" and indicator.populatie is not None)


def _noun(number: str, populatie: str) -> str:
    first, _, rest = populatie.partition(" ")
    if number != "1":
        return populatie
    return f"{_ENKELVOUD.get(first, first)}{f' {rest}' if rest else ''}"


def _van_de_honderd(indicator: Indicator, waarde: float, populatie: str | None) -> str:
    """A percentage as people: "61 van de 100 mensen"; what would round to none or all says so."""
    decimalen = _decimals(indicator)
    number = format_getal(waarde, decimalen)
    if not 0 <= waarde <= 100:
        return f"{number}%"
    if number == format_getal(0, decimalen) and waarde > 0:
        number = f"minder dan {format_getal(10**-decimalen, decimalen)}"
    if number == format_getal(100, decimalen) and waarde < 100:
        number = "bijna 100"
    return f"{number} van de 100{f' {populatie}' if populatie else ''}"


def plain_value(indicator: Indicator, waarde: float, decimalen: int | None = None) -> str:
    """A value without its people: "61", "€ 31.200", "0,9 km"; `decimalen` overrules those of the indicator."""
    if indicator.eenheid in _DUIZEND_EURO:
        return format_euro(Decimal(round(waarde * 1000)))
    if indicator.eenheid in ("euro", "€"):
        return format_euro(Decimal(repr(waarde)).quantize(Decimal(1).scaleb(-indicator.decimalen)))
    number = format_getal(waarde, _decimals(indicator) if decimalen is None else decimalen)
    return f"{number} {indicator.eenheid}" if indicator.eenheid in _NAAST_GETAL else number


def decimals_shown(indicator: Indicator) -> int:
    """Decimals in a table or chart: those of the indicator, but an estimate never looks more exact than it is told."""
    return _decimals(indicator) if indicator.bewijssoort is Bewijssoort.GESCHAT else indicator.decimalen


def _decimals(indicator: Indicator) -> int:
    """A national percentage is told in whole people; people choose themselves how exactly theirs reads."""
    return 0 if indicator.eenheid == "%" and indicator.landelijk else indicator.decimalen


def short(indicator: Indicator, waarde: float) -> str:
    """A value for the second time in a text: of a percentage without its people."""
    return (
        _van_de_honderd(indicator, waarde, None) if indicator.eenheid == "%" else waarde_in_woorden(indicator, waarde)
    )


def loose_unit(indicator: Indicator) -> str:
    """The unit behind a value that stands alone, where the value does not name it."""
    named = ("%", "aantal", "code", "euro", "€", *_NAAST_GETAL, *_DUIZEND_EURO)
    if indicator.eenheid in named or _SCHAAL.search(indicator.eenheid) or indicator.eenheid.startswith(_PER_DUIZEND):
        return ""
    if indicator.eenheid == "score":
        return " (een score)"
    return f" {indicator.eenheid.removeprefix('aantal ')}"


def clause_of(indicator: Indicator, waarde: float) -> str | None:
    """What follows a period, in the words of the indicator itself; None where it has none."""
    if not indicator.zin or "{waarde}" not in indicator.zin:
        return None
    value = waarde_in_woorden(indicator, waarde)
    verb, _, rest = indicator.zin.strip().rstrip(".").partition(" ")
    if counts_people(indicator) and plain_value(indicator, waarde) in ("0", "1") and waarde > 0:
        verb = _EEN_DOET.get(verb, verb)
    clause = f"{verb} {rest}".replace("{waarde}", value)
    loose_estimate = indicator.bewijssoort is Bewijssoort.GESCHAT and not counts_people(indicator)
    return f"{clause} (een schatting)" if loose_estimate else clause


def from_to(indicator: Indicator, first: float, last: float) -> tuple[str, str] | None:
    """Two values to set beside each other, with a decimal more where whole numbers would look the same."""
    for decimalen in (None, 1):
        pair = plain_value(indicator, first, decimalen), plain_value(indicator, last, decimalen)
        if pair[0] != pair[1]:
            return pair
    return None


def with_margin(indicator: Indicator, words: str, meting: Meting) -> str:
    """A value in words with what lies around it: "63 van de 100 (58 tot 68)"; alone where nothing is known of that."""
    if meting.ondergrens is None or meting.bovengrens is None:
        return words
    pair = from_to(indicator, meting.ondergrens, meting.bovengrens)
    return f"{words} ({pair[0]} tot {pair[1]})" if pair else words
