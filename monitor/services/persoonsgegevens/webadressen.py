"""E-mail addresses, also when somebody hides them ("jan at voorbeeld punt nl"), web addresses and account names."""

import re
from collections.abc import Iterator

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst

_TLD = r"(?:nl|com|org|net|eu|info|be|de|amsterdam|nu|co|io|biz|me|tv|frl|online|site|app|uk|fr|pl|tr)"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]{1,64}@\w[\w-]{0,63}(?:\.[\w-]{1,63}){1,5}")
_AT = r"(?: ?[\[({<] ?(?:at|apenstaartje|apenstaart|@) ?[\])}>] ?| (?:at|apenstaartje|apenstaart|@) | ?@ ?)"
_PUNT = r"(?: ?[\[({<] ?(?:punt|dot|\.) ?[\])}>] ?| (?:punt|dot) |\.)"
_EMAIL_VERBORGEN = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,64}}(?:{_PUNT}[\w+-]{{1,40}}){{0,4}}{_AT}\w[\w-]{{0,63}}(?:{_PUNT}[\w-]{{1,40}}){{0,3}}{_PUNT}{_TLD}\b",
    re.IGNORECASE,
)
_AT_WOORD = re.compile(r"@|\bat\b|apenstaart", re.IGNORECASE)
_URL = re.compile(r"(?<![\w@.])(?:https?://|ftp://|www\.)[^\s<>\"“”]{2,2000}", re.IGNORECASE)
_DOMEIN = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:nl|com|org|net|eu|info|amsterdam|frl|be)\b(?:/[^\s<>\"“”]{0,2000})?"
    r"|(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}[a-z]{2,10}/[^\s<>\"“”]{1,2000}",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{1,40}\w")
_AAN_HET_EIND = ".,;:!?)]}'’…"


def find_webadressen(tekst: str) -> Iterator[Vondst]:
    """E-mail addresses, web addresses and account names; they may overlap, the surest first."""
    # Every pattern needs one of these signs; a text without them is not searched at all.
    if _AT_WOORD.search(tekst):
        for pattern in (_EMAIL, _EMAIL_VERBORGEN):
            for match in pattern.finditer(tekst):
                yield _vondst(match, PersoonsgegevenSoort.EMAIL, "[e-mailadres]")
    if "." in tekst or "://" in tekst:
        for pattern in (_URL, _DOMEIN):
            for match in pattern.finditer(tekst):
                yield _vondst(match, PersoonsgegevenSoort.URL, "[webadres]")
    for match in _ACCOUNT.finditer(tekst):
        yield _vondst(match, PersoonsgegevenSoort.URL, "[account]")


def _vondst(match: re.Match[str], soort: PersoonsgegevenSoort, voorstel: str) -> Vondst:
    return Vondst(match.start(), match.start() + len(match.group().rstrip(_AAN_HET_EIND)), soort, voorstel)
