"""The papers as PDF: what stands on them, what never fails to print, and what never stands on them."""

import json
import re
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from monitor.domain.vertelcode import new_code
from monitor.errors import OngeldigeInvoer
from monitor.export import papier, teksten
from monitor.export.papier import MEESTE_FORMULIEREN, Papier, ontvangstbewijs, vertelformulier

CODE = new_code()
PAPIER = Papier(
    "Veldermeer",
    "https://verhalen.example/mijn-verhaal",
    "Bel het wijkteam op werkdagen.",
    "Bel bij gevaar direct 112.",
)


def text_of(pdf: bytes) -> str:
    """The words on all pages, as one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_receipt_says_what_the_code_does_and_what_we_cannot_do() -> None:
    text = text_of(ontvangstbewijs(CODE, PAPIER))
    for sentence in (
        CODE,
        teksten.BEWIJS_CODE_UITLEG,
        "Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer veranderen.",
        "Wij kunnen niet beloven dat er iets verandert.",
        "Vragen? Bel het wijkteam op werkdagen.",
        "mijn-verhaal",
    ):
        assert sentence in text
    assert teksten.VERVANGEN not in text


def test_the_receipt_fits_on_one_page_and_is_the_same_every_time() -> None:
    made = ontvangstbewijs(CODE, PAPIER)
    assert len(PdfReader(BytesIO(made)).pages) == 1
    assert made == ontvangstbewijs(CODE, PAPIER)


def test_who_thinks_it_over_or_did_not_agree_yet_reads_on_the_receipt_who_waits_for_what_on_the_same_page() -> None:
    made = ontvangstbewijs(CODE, PAPIER, bedenktijd_tot=date(2026, 11, 29), akkoord=False)
    text = text_of(made)
    assert "tot en met 29 november 2026 leest niemand uw verhaal" in text
    assert teksten.BEWIJS_NOG_NIET in text
    assert len(PdfReader(BytesIO(made)).pages) == 1
    bare = text_of(ontvangstbewijs(CODE, PAPIER))
    assert "29 november" not in bare
    assert teksten.BEWIJS_NOG_NIET not in bare


@pytest.mark.parametrize("made", [ontvangstbewijs(CODE, PAPIER), vertelformulier(PAPIER)], ids=["bewijs", "formulier"])
def test_a_screen_reader_can_read_it_aloud(made: bytes) -> None:
    root = PdfReader(BytesIO(made)).trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_square_holds_the_address_and_never_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    make = papier.segno.make

    def noted(content: str, **options: object) -> object:
        drawn.append(content)
        return make(content, **options)

    monkeypatch.setattr(papier.segno, "make", noted)
    ontvangstbewijs(CODE, PAPIER)
    vertelformulier(PAPIER, codes=[CODE])
    assert drawn == [PAPIER.adres] * 2


@pytest.mark.parametrize("adres", ["", "verhalen.example", "https://" + "a" * 600, "https://é.example", "\ud83d"])
def test_without_an_address_that_a_telephone_can_open_there_is_no_square(adres: str) -> None:
    assert papier._qr(adres)["qr"] == ""
    assert CODE in text_of(ontvangstbewijs(CODE, Papier("", adres, "", "")))


def test_without_settings_no_sentence_hangs_loose() -> None:
    text = text_of(ontvangstbewijs(CODE, Papier("", "", "", "")))
    assert "Vragen?" not in text
    assert "Kies in het menu: Mijn verhaal." in text


def test_what_is_no_code_is_not_printed() -> None:
    with pytest.raises(OngeldigeInvoer):
        ontvangstbewijs("ABCD", PAPIER)
    with pytest.raises(OngeldigeInvoer):
        vertelformulier(PAPIER, codes=["ABCD"])


def test_the_form_asks_the_eight_questions_and_reads_aloud_first() -> None:
    text = text_of(vertelformulier(PAPIER))
    places = [
        text.index(f"{number} {begin}")
        for number, begin in enumerate(
            (
                "Wat maakt u mee",
                "Waarom is dat",
                "Wat zou u willen",
                "Welke titel",
                "Hoe voelt",
                "Welke wijk",
                "Wie mag",
                "Ik lees",
            ),
            start=1,
        )
    ]
    assert places == sorted(places)
    assert text.index(teksten.FORMULIER_VOORLEZEN_TEKST) < places[0]
    assert "Dit is geen meldpunt. Bel bij gevaar direct 112." in text
    assert "Een ouder of voogd vindt het ook goed" in text


def test_every_printed_form_has_a_code_of_its_own_on_form_and_strip() -> None:
    made = vertelformulier(PAPIER, aantal=3)
    assert len(PdfReader(BytesIO(made)).pages) == 6
    codes = re.findall(r"\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}\b", text_of(made))
    assert len(codes) == 6
    assert len(set(codes)) == 3


def test_a_code_that_is_given_stands_on_the_form_as_it_is() -> None:
    assert text_of(vertelformulier(PAPIER, codes=[CODE.lower()])).count(CODE) == 2


@pytest.mark.parametrize("aantal", [0, -1, MEESTE_FORMULIEREN + 1])
def test_too_many_forms_at_once_are_refused(aantal: int) -> None:
    with pytest.raises(OngeldigeInvoer, match="van 1 tot en met 50"):
        vertelformulier(PAPIER, aantal=aantal)


# Texts of people


@cache
def naughty_strings() -> tuple[str, ...]:
    """The list of naughty strings beside the checkout; without it the worst of it, kept here."""
    path = Path(__file__).parents[3] / "shared" / "data" / "invoer" / "blns" / "blns.json"
    if path.exists():
        return tuple(json.loads(path.read_text(encoding="utf-8")))
    return ("\x07\x1b", "田中さん", "👩‍👩‍👧", "\u202etest", "\ufeff", "\u00ad", '#import "x"', "$x$", "@ref", "<b>")


def test_no_text_of_people_makes_a_paper_fail() -> None:
    strings = naughty_strings()
    for naughty in ("\n".join(strings[at : at + 10]) for at in range(0, len(strings), 10)):
        made = ontvangstbewijs(CODE, Papier(naughty, naughty, naughty, naughty))
        assert made.startswith(b"%PDF")
        assert CODE in text_of(made), naughty


def test_all_naughty_strings_together_fit_on_a_form() -> None:
    together = "\n".join(naughty_strings())[:20_000]
    assert vertelformulier(Papier(together, "", together, together), codes=[CODE]).startswith(b"%PDF")


@pytest.mark.parametrize("naughty", ["\x07", "👩", "日本", "\ufeff", "\U0010ffff", "\ud83d", "1\ufe0f\u20e3", "\ufffe"])
def test_a_sign_that_cannot_be_printed_is_replaced_and_the_paper_says_so(naughty: str) -> None:
    text = text_of(ontvangstbewijs(CODE, Papier(f"Gemeente {naughty} hier", "", "", "")))
    assert "Gemeente" in text
    assert "Let op: een teken in deze tekst kunnen wij niet afdrukken." in text
    assert naughty not in text


@pytest.mark.parametrize(
    "text", ['#import "x"', "$x^2$", "@bron <bron>", "*vet* _schuin_", "= Kop", "[a](b) \\ // niet weg"]
)
def test_text_stays_text(text: str) -> None:
    assert text in text_of(ontvangstbewijs(CODE, Papier(text, "", "", "")))


def test_a_letter_that_a_strange_sign_leans_on_stays_where_it_stands_elsewhere() -> None:
    code = next(it for it in (new_code() for _ in range(1000)) if "1" in it)
    assert code in text_of(ontvangstbewijs(code, Papier("1\ufe0f\u20e3 en 1", "", "", "")))


def test_a_hint_where_a_word_may_break_is_not_printed() -> None:
    text = text_of(ontvangstbewijs(CODE, Papier("Ge\u00admeente", "", "", "")))
    assert text.startswith("Gemeente")
    assert teksten.VERVANGEN not in text


def test_what_can_be_printed_stays_as_it_was() -> None:
    text = text_of(ontvangstbewijs(CODE, Papier("Súdwest-Fryslân, ’s-Gravenhage, İzmir, Łódź, Київ, € 5", "", "", "")))
    assert "Súdwest-Fryslân, ’s-Gravenhage, İzmir, Łódź, Київ, € 5" in text
    assert teksten.VERVANGEN not in text
