"""Numbers that lead to a person: telephone, BSN, IBAN, kenteken, postcode, and numbers of a client or file."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.sources.namenlijsten import either, words

_BSN = re.compile(r"(?<![\d.,])\d(?:[ .-]{0,2}\d){7,8}(?![\d]|[.,]\d)")
_BSN_WOORD = re.compile(r"\b(?:bsn|burgerservice\w*|burger service nummer|sofi-?(?:nummer|nr))\b", re.IGNORECASE)
_BSN_WEGING = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_BSN_AFSTAND = 40
_IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2} ?\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}(?![^\W_])")
_IBAN_LENGTH = {
    it[:2]: int(it[2:])
    for it in words(
        """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
    FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
    LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
    RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
    """
    )
}
"""How long an IBAN is in each country (SWIFT, IBAN Registry); Marokko is not in it yet, and has them."""
_KENTEKEN = re.compile(
    r"(?<![\w-])(?:[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}|[a-z0-9]{1,3}-[a-z0-9]{1,3}-[a-z0-9]{1,3})(?![\w-])"
)
_KENTEKEN_LOS = re.compile(
    r"(?<![\w-])(?:[A-Z0-9]{1,3} [A-Z0-9]{1,3} [A-Z0-9]{1,3}|[A-Z0-9]{6})(?![\w-])", re.IGNORECASE
)
_KENTEKEN_WOORD = re.compile(r"\b(?:kenteken\w*|nummerplaat|nummerbord)\b", re.IGNORECASE)
_KENTEKEN_AFSTAND = 40
_SIDECODES = words(
    """
    XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX
    9-XX-999 999-XX-9 XXX-99-9 9-99-XXX
    """
)
_GEEN_LETTERS = words(
    """
    is in en op te of nr ik we ze je er om al nu zo de tv pk km kg cm mm ml me af na bv nv no ja uw ie ca gr st jr he
    dm
    """
)
"""Two small letters behind four digits that are a word, and no end of a postcode."""
_POSTCODE = re.compile(
    rf"(?<![\w.,-])[1-9]\d{{3}}(?:[ \u00a0]{{0,2}}(?!SA|SD|SS)[A-Z]{{2}}|(?!sa|sd|ss)[a-z]{{2}}"
    rf"| (?!(?:{either(_GEEN_LETTERS)})\b)[a-z]{{2}})(?!\w)"
)
_TELEFOON = re.compile(r"(?<![\w+])(?:\+|\(\+|\(0|0)[\d(](?:[ ()./\u00a0–-]{0,3}\d){5,14}\)?(?![\w])")
_NA_NUL = re.compile(r"0[1-9]")
_KORT = ("0800", "0900", "0906", "0909", "088")
_NUMMER_VAN = words(
    """
    klant cliënt cliënten client clienten zaak polis dossier lidmaatschap lidmaatschaps leden patiënt patiënten
    patient patienten relatie aanvraag aanvraags big v vreemdelingen paspoort rijbewijs id identiteits inschrijf
    registratie factuur order melding meldings meld referentie document kvk rekening pas kaart kenmerk personeels
    studenten student leerling contract huurder huurders deelnemer deelnemers pensioen uitkerings beschikkings agb
    bonus debiteur debiteuren verzekerings zorg incident proces-verbaal pv ov-chipkaart digid bezwaar woning ticket
    case burger
    """
)
_LABEL_ALLEEN = words(
    """
    kenmerk dossier referentie zaak polis inschrijving registratie beschikking paspoort rijbewijs meldcode inlogcode
    pincode zaakcode proces-verbaal
    """
)
_LABEL = re.compile(
    rf"\b(?:(?:{either(_NUMMER_VAN)})[- ]?(?:nummer|nr\b\.?|no\b\.?|id\b|code\b)|(?:{either(_LABEL_ALLEEN)})\b)",
    re.IGNORECASE,
)
_WAARDE = re.compile(
    r"(?<!\w)(?:[A-Za-z]{1,5}[-. /]?)?\d[\dA-Za-z]{0,30}(?:[-./ ](?=[A-Za-z]{0,4}\d)[\dA-Za-z]{1,30}){0,6}"
    r"(?:-[A-Z]{1,3})?(?!\w)"
)
_LABEL_AFSTAND = 45
_CIJFERS = 4
_LANG = re.compile(r"(?<![\w.,/-])\d{7,18}(?![\w]|[.,]\d)(?! ?(?:euro|mensen|inwoners|keer|stuks))")
_JAAR = re.compile(r"(?:1[89]|20)\d\d")


def find_nummers(tekst: str) -> Iterator[Vondst]:
    """Every number that leads to a person; they may overlap, the surest first."""
    yield from _find_iban(tekst)
    yield from _find_bsn(tekst)
    yield from _find_telefoon(tekst)
    yield from _find_kenteken(tekst)
    yield from _find_postcode(tekst)
    yield from _find_labelled(tekst)
    for match in _LANG.finditer(tekst):
        yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.NUMMER, "[nummer]")


def _find_iban(tekst: str) -> Iterator[Vondst]:
    for match in _IBAN.finditer(tekst):
        eind = _iban_end(match.group())
        if eind:
            yield Vondst(match.start(), match.start() + eind, PersoonsgegevenSoort.IBAN, "[rekeningnummer]")


def _iban_end(text: str) -> int:
    """How many characters of a text are a valid IBAN; 0 when none is."""
    letters = [(place, letter.upper()) for place, letter in enumerate(text) if letter.isalnum()]
    length = _IBAN_LENGTH.get(letters[0][1] + letters[1][1])
    if length is None or length > len(letters):
        return 0
    flat = "".join(letter for _, letter in letters[:length])
    return letters[length - 1][0] + 1 if _is_iban(flat) else 0


def _is_iban(flat: str) -> bool:
    if not flat.isascii():
        return False
    return int("".join(str(int(letter, 36)) for letter in flat[4:] + flat[:4])) % 97 == 1


def _find_bsn(tekst: str) -> Iterator[Vondst]:
    named = [match.end() for match in _BSN_WOORD.finditer(tekst)]
    for match in _BSN.finditer(tekst):
        close = _just_before(match.start(), named, _BSN_AFSTAND)
        digits = re.sub(r"\D", "", match.group())
        if close or (is_bsn(digits) and _looks_like_bsn(match.group())):
            yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.BSN, "[burgerservicenummer]")


def _just_before(begin: int, ends: list[int], distance: int) -> bool:
    """Whether one of these places, in order, lies at most so far before `begin`."""
    place = bisect_right(ends, begin)
    return place > 0 and begin - ends[place - 1] <= distance


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the check of a BSN."""
    if len(digits) != len(_BSN_WEGING) or not digits.isascii() or digits.startswith("00"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_BSN_WEGING, digits, strict=True)) % 11 == 0


def _looks_like_bsn(text: str) -> bool:
    """Whether the digits stand in groups as people write a BSN, and not as a row of small numbers."""
    groups = re.findall(r"\d+", text)
    return min(map(len, groups)) > 1 or len(groups) == len(_BSN_WEGING)


def _find_telefoon(tekst: str) -> Iterator[Vondst]:
    for match in _TELEFOON.finditer(tekst):
        eind = match.end() - (match.group().endswith(")") and match.group().count("(") < match.group().count(")"))
        if _is_telefoon(tekst[match.start() : eind]):
            yield Vondst(match.start(), eind, PersoonsgegevenSoort.TELEFOON, "[telefoonnummer]")


def _is_telefoon(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not digits.isascii():
        return False
    if digits.startswith(("0031", "31")) and not digits.startswith("0310"):
        national = digits.partition("31")[2].removeprefix("0")
        return len(national) == 9
    if digits.startswith(_KORT) and 7 <= len(digits) <= 11:
        return True
    if "+" in text or digits.startswith("00"):
        return _is_abroad(digits.removeprefix("00"))
    return len(digits) == 10 and bool(_NA_NUL.match(digits))


def _is_abroad(digits: str) -> bool:
    """Whether a number with a country code can exist."""
    # phonenumbers takes 50 ms to import: only who writes a foreign number should wait for it.
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False


def _find_kenteken(tekst: str) -> Iterator[Vondst]:
    named = [match.end() for match in _KENTEKEN_WOORD.finditer(tekst)]
    for match in _KENTEKEN.finditer(tekst):
        if _shape(match.group()) in _SIDECODES:
            yield _kenteken(match)
    for match in _KENTEKEN_LOS.finditer(tekst) if named else ():
        if _just_before(match.start(), named, _KENTEKEN_AFSTAND) and _is_kenteken_los(match.group()):
            yield _kenteken(match)


def _is_kenteken_los(text: str) -> bool:
    shape = _shape(text)
    return shape.replace(" ", "-") in _SIDECODES or shape in {code.replace("-", "") for code in _SIDECODES}


def _kenteken(match: re.Match[str]) -> Vondst:
    return Vondst(match.start(), match.end(), PersoonsgegevenSoort.KENTEKEN, "[kenteken]")


def _shape(text: str) -> str:
    return "".join("9" if letter.isdigit() else "X" if letter.isalpha() else letter for letter in text)


def _find_postcode(tekst: str) -> Iterator[Vondst]:
    for match in _POSTCODE.finditer(tekst):
        yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.POSTCODE, "[postcode]")


def _find_labelled(tekst: str) -> Iterator[Vondst]:
    """The value after words such as "zaaknummer" in the same sentence."""
    for label in _LABEL.finditer(tekst):
        piece = tekst[label.end() : label.end() + _LABEL_AFSTAND]
        match = _WAARDE.search(piece)
        if match is None or re.search(r"[.!?\n] ", piece[: match.start()]) or not _can_be_nummer(match.group()):
            continue
        begin = label.end() + match.start()
        whole = _WAARDE.match(tekst, begin)
        eind = whole.end() if whole else begin + len(match.group())
        yield Vondst(begin, eind, PersoonsgegevenSoort.NUMMER, "[nummer]")


def _can_be_nummer(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= _CIJFERS and not _JAAR.fullmatch(text)
