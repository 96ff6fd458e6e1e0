"""Which signs a document shows, and how it says that it cannot show some."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.document import Alinea, AlineaSoort, Kop, Prent
from monitor.export.tekens import vervang
from tests.export.stukken import ALT, SVG, make_document, stuk_van
from tests.export.test_papier import naughty_strings

REPLACED = "\ufffd"


def shown(text: str) -> str:
    """What a document makes of a text."""
    alinea = vervang(make_document(Alinea(text))).blokken[0]
    assert isinstance(alinea, Alinea)
    return alinea.tekst


@pytest.mark.parametrize(
    "text",
    [
        "Súdwest-Fryslân, ’s-Gravenhage, € 5, İzmir, Łódź, Київ, Αθήνα, ½, …, “zo”, – en —, bíj́na",
        "שלום", "السلام", "☺ ☃ ❤ ✓ ✗ → █", "\ttab en\nregel", "zacht\u00adstreepje", "<b> & \\ *vet* #import $x$",
    ],
)  # fmt: skip
def test_what_our_letters_have_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x85", "\ud83d", "\ufffe", "\uffff", "👩", "日", "\U0010ffff", "\ue000"]
)
def test_what_xml_cannot_hold_or_no_letter_shows_is_replaced(sign: str) -> None:
    document = vervang(make_document(Alinea(f"voor {sign} na")))
    assert document.blokken[0] == Alinea(f"voor {REPLACED} na")
    last = document.blokken[-1]
    assert isinstance(last, Alinea)
    assert last.soort is AlineaSoort.KLEIN
    assert last.tekst.startswith("In dit stuk staat 1 teken dat niet getoond kan worden.")


def test_the_document_says_how_many_signs_are_not_shown_and_not_those_that_somebody_typed_herself() -> None:
    document = vervang(
        make_document(Kop(1, "日本 \ufffd"), Prent(SVG.replace("Van", "漢"), ALT, "字"), titel="Stuk 漢")
    )
    assert document.titel == "Stuk \ufffd"
    last = document.blokken[-1]
    assert isinstance(last, Alinea)
    assert "In dit stuk staan 5 tekens die niet getoond kunnen worden." in last.tekst


def test_a_document_without_strange_signs_says_nothing_and_stays_the_same() -> None:
    document = make_document(Kop(1, "Één"), Alinea("Gewoon \ufffd"))
    assert vervang(document) == document


def test_a_document_that_was_shown_once_is_not_changed_again() -> None:
    once = vervang(make_document(Alinea("日本")))
    assert vervang(once) == once


def test_every_line_end_becomes_the_same_one() -> None:
    assert shown("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_of_every_naughty_string_each_sign_is_kept_or_replaced_and_counted() -> None:
    strings = [it for it in naughty_strings() if it.strip()]
    document = vervang(stuk_van(strings))
    after = [it.tekst for it in document.blokken if isinstance(it, Kop)]
    assert len(after) == len(strings)
    for before, now in zip(strings, after, strict=True):
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        assert len(before) == len(now)
        assert all(b == n or n == REPLACED for b, n in zip(before, now, strict=True)), ascii(before)
    lost = sum(b != n for before, now in zip(strings, after, strict=True) for b, n in zip(before, now, strict=True))
    last = document.blokken[-1]
    assert isinstance(last, Alinea)
    assert f"In dit stuk staan {6 * lost} tekens" in last.tekst
    assert 0 < lost < 1_000


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_whatever_is_typed_keeps_its_length_and_what_every_letter_has(text: str) -> None:
    now = shown(text)
    same = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(now) == len(same)
    for before, after in zip(same, now, strict=True):
        assert after in {before, REPLACED}
        if before.isascii() and unicodedata.category(before) != "Cc":
            assert after == before
