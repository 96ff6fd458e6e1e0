"""Numbers that people typed in a text: which there are, and which of them need a source.

A number of a law, of a beslispunt, a day or a year tells nothing about a wijk, and so few that one counts them on the
fingers need no source. A line that names its source has one.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from monitor.nl import MAANDEN

TELBAAR = 12
"""Whole numbers up to this one need no source, unless they are a percentage or money."""
_JAREN = range(1900, 2201)
_GETAL = re.compile(r"(?<![\w.,])-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?(?![0-9])")
_BRON = re.compile(r"\b(?:bron|bronnen|volgens|uit onderzoek|blijkt uit)\b|https?://|www\.", re.IGNORECASE)
_NA_NAAM = re.compile(
    r"\b(?:art(?:ikel(?:en)?|\.)?|lid|leden|(?:beslis)?punt(?:en)?|argument(?:en)?|kanttekening(?:en)?|risico|bijlagen?|nummer"
    r"|nr\.?|om|hoofdstuk|paragraaf|motie|zaak|programma|versie|week|groep|bladzijde|pagina|stap|fase|jaar|lijn|tabel)"
    r"(?:\s*[0-9][0-9.:]*(?:,|\s+en|\s+tot en met|\s+of)?)*\s*$",
    re.IGNORECASE,
)
_DAG = re.compile(rf"\s*(?:{'|'.join(MAANDEN)})\b", re.IGNORECASE)
_GELD_VOOR = re.compile(r"(?:€|\beuro)\s*$", re.IGNORECASE)
_MAAT_NA = re.compile(r"\s*(?:%|procent|promille|euro|mln|miljoen|mld|miljard)", re.IGNORECASE)
_AAN_WOORD = re.compile(r"[\w:/\-]$")
_IN_CODE = re.compile(r"(?:[A-Za-z_+]|[:/.\-]\w)")


def getallen_in(tekst: str) -> frozenset[Decimal]:
    """Every number in a text, whatever it tells."""
    return frozenset(_value(found[0]) for found in _GETAL.finditer(tekst))


def zonder_bron(tekst: str, bekend: Iterable[Decimal]) -> tuple[str, ...]:
    """The numbers in a text, as they were typed, that are not known and of which the line names no source."""
    known = frozenset(abs(it) for it in bekend)
    found: dict[str, None] = {}
    for line in tekst.splitlines():
        if not _BRON.search(line):
            found.update(dict.fromkeys(_asking(line, known)))
    return tuple(found)


def _asking(line: str, known: frozenset[Decimal]) -> Iterable[str]:
    for match in _GETAL.finditer(line):
        before, after = line[: match.start()], line[match.end() :]
        money, unit = _GELD_VOOR.search(before), _MAAT_NA.match(after)
        if abs(_value(match[0])) in known or (not money and not unit and _names(match[0], before, after)):
            continue
        whole = money[0].strip() + " " if money else ""
        yield f"{whole}{match[0]}{unit[0] if unit else ''}"


def _names(number: str, before: str, after: str) -> bool:
    """Whether a number names or counts something, instead of telling how much there is."""
    value = _value(number)
    year = number.isdigit() and int(value) in _JAREN
    few = value == value.to_integral_value() and abs(value) <= TELBAAR
    listed = not before.strip() and after[:1] in {".", ")"}
    code = _AAN_WOORD.search(before) or _IN_CODE.match(after)
    return bool(year or few or listed or code or _NA_NAAM.search(before) or _DAG.match(after))


def _value(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))
