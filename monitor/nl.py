"""Dutch numbers, dates and lists: the one place where they are read and written."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from zoneinfo import ZoneInfo

from monitor.errors import OngeldigeInvoer

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EERSTE_JAAR, LAATSTE_JAAR = 1800, 2200
"""Years outside these are typing errors; the store refuses them too."""

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SEIZOENEN = ("winter", "voorjaar", "zomer", "najaar")
"""The quarters as people call them, from the first to the fourth."""

NUMBER_LOCALE: dict[str, object] = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
"""Number format for Vega (d3-format)."""

TIME_LOCALE: dict[str, object] = {
    "dateTime": "%A %-d %B %Y, %H:%M",
    "date": "%-d-%-m-%Y",
    "time": "%H:%M",
    "periods": ["AM", "PM"],
    "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
    "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
    "months": list(MAANDEN),
    "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
}
"""Time format for Vega (d3-time-format)."""

_TELWOORDEN = ("geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
"""What may stand between thousands; a tab or a new line stands between two numbers."""
_GETAL = re.compile(
    r"(?P<min>-?)(?P<heel>[0-9]+|[1-9][0-9]{0,2}(?P<teken>[. ])[0-9]{3}(?:(?P=teken)[0-9]{3})*)(?:,(?P<deel>[0-9]+|-))?"
)
_GROOTSTE = 1e15
_HOE_GETAL = "Schrijf het getal als 1.234,5."

_JAAR = re.compile(r"(?P<jaar>[0-9]{4})")
_KWARTAAL = re.compile(r"(?P<jaar>[0-9]{4})[- ]?[KQ](?P<kwartaal>[1-4])")
_MAAND = re.compile(r"(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{1,2})")
_DAG = re.compile(r"(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{1,2})-(?P<dag>[0-9]{1,2})")
_DAG_NL = re.compile(r"(?P<dag>[0-9]{1,2})-(?P<maand>[0-9]{1,2})-(?P<jaar>[0-9]{4})")
_IN_WOORDEN = re.compile(rf"(?P<woord>{'|'.join((*MAANDEN, *SEIZOENEN))}) +(?P<jaar>[0-9]{{4}})", re.IGNORECASE)
_KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_TELWOORD_KWARTAAL = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_MAAND_KORT = re.compile(
    rf"(?P<maand>{'|'.join(_KORTE_MAANDEN)})\.?[-/ ]?(?P<jaar>[0-9]{{4}}|[0-9]{{2}})", re.IGNORECASE
)
_MAAND_EERST = re.compile(r"(?P<maand>0?[1-9]|1[0-2])[-/ ](?P<jaar>[0-9]{4})")
_KWARTAAL_EERST = re.compile(
    rf"(?:[KQ] ?(?P<nummer>[1-4])|(?P<woord>[1-4]|{'|'.join(_TELWOORD_KWARTAAL)})(?:e|de|ste)? +kwartaal"
    r"|kwartaal +(?P<achter>[1-4]))[-/ ,]*(?:van +)?(?P<jaar>[0-9]{4})",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", "…", *(f"{end}{mark}" for end in ".!?…" for mark in '”"’'))
_HOE_PERIODE = "Schrijf een periode als 2024, 2024-K3, 2024-07 of 15-7-2024."


# Numbers


def parse_getal(text: str) -> float:
    """The number that somebody typed: "12,5", "1.234", "1.234,5", "€ 12.400,-" or "12%".

    A point is read as thousands only where it can be nothing else, so "12.5" is refused and not guessed. The
    percent sign is dropped: "12%" is 12, because the indicator says what its unit is.
    """
    bare = _SPACES.sub(" ", text.strip().replace("−", "-"))
    bare = bare.removeprefix("€").removesuffix("%").strip()
    if not bare:
        raise OngeldigeInvoer("Vul een getal in.")
    match = _GETAL.fullmatch(bare)
    if match is None:
        raise OngeldigeInvoer(f"“{text.strip()}” is geen getal dat we kennen. {_HOE_GETAL}")
    deel = match["deel"] if match["deel"] not in (None, "-") else "0"
    value = float(f"{match['min']}{re.sub('[. ]', '', match['heel'])}.{deel}")
    if abs(value) > _GROOTSTE:
        raise OngeldigeInvoer(f"Het getal is te groot. {_HOE_GETAL}")
    return value


def format_getal(value: float | Decimal, decimalen: int = 0) -> str:
    """`value` the Dutch way, halves rounded away from zero: 1234.5 with one decimal is "1.234,5"."""
    if not isfinite(value):
        raise ValueError(f"not a number that can be shown: {value}")
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    if rounded.is_zero():
        rounded = abs(rounded)
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def format_euro(bedrag: Decimal) -> str:
    """An amount: "€ 12.400", and with cents only where there are any."""
    return f"€ {format_getal(bedrag, 0 if bedrag == bedrag.to_integral_value() else 2)}"


def telwoord(aantal: int) -> str:
    """A count in words up to twelve, in figures above; nought is "geen"."""
    return _TELWOORDEN[aantal] if 0 <= aantal < len(_TELWOORDEN) else format_getal(aantal)


def meervoud(aantal: int, een: str, meer: str) -> str:
    """A count with its noun: "1 verhaal", "23 verhalen"."""
    return f"{format_getal(aantal)} {een if aantal == 1 else meer}"


# Words


def opsomming(delen: Iterable[str], voegwoord: str = "en") -> str:
    """A list in a sentence: "a", "a en b", "a, b en c"."""
    items = list(delen)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {voegwoord} {items[-1]}"


def one_line(tekst: str) -> str:
    """The words of a text without its line ends, where only one line fits."""
    return " ".join(tekst.split())


def hoofdletter(text: str) -> str:
    """`text` with a capital at the front and the rest as it was; ij is one letter."""
    first = 2 if text.startswith("ij") else 1
    return text[:first].upper() + text[first:]


def sentence(text: str) -> str:
    """`text` with a full stop, unless it ends on its own; nothing stays nothing."""
    bare = text.strip()
    return bare if not bare or bare.endswith(_SENTENCE_ENDS) else f"{bare}."


# Days and periods


def to_amsterdam(moment: datetime) -> datetime:
    """A stored moment (UTC, with or without its zone written on it) on the Dutch clock."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return aware.astimezone(AMSTERDAM)


def today_amsterdam(moment: datetime) -> date:
    """The day that it is in the Netherlands at a stored moment."""
    return to_amsterdam(moment).date()


def begin_of(dag: date) -> datetime:
    """The moment at which a day begins in the Netherlands, as the store keeps moments (UTC, without its zone)."""
    return datetime.combine(dag, time.min, tzinfo=AMSTERDAM).astimezone(UTC).replace(tzinfo=None)


def format_datum(dag: date) -> str:
    """A day: "3 maart 2025"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def format_maand(dag: date) -> str:
    """The month of a day: "maart 2025"."""
    return f"{MAANDEN[dag.month - 1]} {dag.year}"


def kwartaal_nummer(dag: date) -> int:
    """The quarter of a day, 1 to 4."""
    return (dag.month + 2) // 3


def format_kwartaal(dag: date) -> str:
    """The quarter of a day as a season: "winter 2025" for January to March, then voorjaar, zomer and najaar."""
    return f"{SEIZOENEN[kwartaal_nummer(dag) - 1]} {dag.year}"


def parse_periode(text: str) -> tuple[str, date]:
    """A period in our spelling ("2024", "2024-K3", "2024-07", "2024-07-15") and its first day."""
    bare = text.strip().upper()
    if match := _JAAR.fullmatch(bare):
        start = _day(match["jaar"], "1", "1")
        return f"{start:%Y}", start
    if match := _KWARTAAL.fullmatch(bare):
        start = _day(match["jaar"], str(3 * int(match["kwartaal"]) - 2), "1")
        return f"{start:%Y}-K{match['kwartaal']}", start
    if match := _MAAND.fullmatch(bare):
        start = _day(match["jaar"], match["maand"], "1")
        return f"{start:%Y-%m}", start
    if match := _DAG.fullmatch(bare) or _DAG_NL.fullmatch(bare):
        start = _day(match["jaar"], match["maand"], match["dag"])
        return f"{start:%Y-%m-%d}", start
    if match := _IN_WOORDEN.fullmatch(bare):
        raise OngeldigeInvoer(f"Schrijf “{text.strip()}” als {_spelled(match['woord'].lower(), match['jaar'])}.")
    meant = _meant(bare)
    if meant is not None:
        raise OngeldigeInvoer(f"Schrijf “{text.strip()}” als {meant}.")
    raise OngeldigeInvoer(f"“{text.strip()}” is geen periode die we kennen. {_HOE_PERIODE}")


def periode_einde(periode: str) -> date:
    """The last day of a period in our spelling."""
    _, start = parse_periode(periode)
    if len(periode) == len("2024-07-15"):
        return start
    months = 12 if len(periode) == len("2024") else 3 if "K" in periode else 1
    year, month = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + year, month=month + 1) - timedelta(days=1)


def dag_of_niets(text: str) -> date | None:
    """The day that was written in full, as 15-7-2024 or 2024-07-15; None when it is no such day."""
    try:
        spelling, day = parse_periode(text)
    except OngeldigeInvoer:
        return None
    return day if spelling == f"{day:%Y-%m-%d}" else None


def _spelled(woord: str, jaar: str) -> str:
    """How a month or season is written. A winter may also be the one that began in December, so nobody guesses."""
    if woord in MAANDEN:
        return f"{jaar}-{MAANDEN.index(woord) + 1:02}"
    first = 3 * SEIZOENEN.index(woord)
    return f"{jaar}-K{first // 3 + 1}: dat is {MAANDEN[first]} tot en met {MAANDEN[first + 2]}"


def _meant(text: str) -> str | None:
    """How a month or quarter is written that somebody wrote in another order, or shorter; None when it is neither."""
    if match := _MAAND_KORT.fullmatch(text):
        jaar = match["jaar"] if len(match["jaar"]) == 4 else f"20{match['jaar']}"
        return f"{jaar}-{_KORTE_MAANDEN.index(match['maand'].lower()) + 1:02}"
    if match := _MAAND_EERST.fullmatch(text):
        return f"{match['jaar']}-{int(match['maand']):02}"
    if match := _KWARTAAL_EERST.fullmatch(text):
        said = match["nummer"] or match["achter"] or match["woord"].lower()
        return f"{match['jaar']}-K{_TELWOORD_KWARTAAL.get(said, said)}"
    return None


def _day(jaar: str, maand: str, dag: str) -> date:
    if not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise OngeldigeInvoer(f"Het jaar {jaar} kan niet. Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise OngeldigeInvoer(f"Dag {dag} van maand {maand} bestaat niet in {jaar}.") from None


def format_periode(periode: str) -> str:
    """A period in words: "2024", "zomer 2024", "juli 2024", "15 juli 2024"."""
    spelling, start = parse_periode(periode)
    if "K" in spelling:
        return format_kwartaal(start)
    return {4: str(start.year), 7: format_maand(start)}.get(len(spelling), format_datum(start))


def per_periode(perioden: Iterable[str]) -> str:
    """How often there is a figure: "per jaar", "per kwartaal", or "door de tijd" where that is not always the same."""
    kinds = {"kwartaal" if "K" in it else _PER[len(it)] for it in perioden}
    return f"per {kinds.pop()}" if len(kinds) == 1 else "door de tijd"


_PER = {len("2024"): "jaar", len("2024-07"): "maand", len("2024-07-15"): "dag"}


def periode_in_zin(periode: str) -> str:
    """A period as it follows "sinds" or "van": "2024", "de zomer van 2024", "juli 2024"."""
    words = format_periode(periode)
    seizoen, _, jaar = words.partition(" ")
    if seizoen not in SEIZOENEN:
        return words
    return f"{'het' if seizoen in ('voorjaar', 'najaar') else 'de'} {seizoen} van {jaar}"


def in_periode(periode: str) -> str:
    """A period as a place in time: "in 2024", "in de zomer van 2024", "op 15 juli 2024"."""
    words = periode_in_zin(periode)
    return f"{'op' if words[:1].isdigit() and ' ' in words else 'in'} {words}"
