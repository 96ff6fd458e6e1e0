"""What belongs together on a page stays together, and a table has room for every word in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.document import Alinea, AlineaSoort, Blok, Citaat, Kader, Kop, Lijst, NieuweBladzijde, Prent, Tabel
from monitor.export.columns import LETTER_PT, PADDING_CM, fit_columns
from monitor.export.layout import BREEDTE_CM, on_one_page, voet, with_next
from monitor.export.markdown import make_markdown
from monitor.export.page import UNBROKEN, on_page
from tests.export.stukken import ALT, SVG, make_document

GELD = Tabel(
    "Geld en uren",
    ("Waar", "Thema", "Waarvoor", "Jaar", "Vorm", "Stand", "Bedrag", "Uren"),
    (
        (
            "Lindekwartier",
            "Ontmoeten",
            "Koken en afwassen",
            "2025",
            "uit het welzijnscontract",
            "toegekend",
            "–",
            "1.390",
        ),
        ("Lindekwartier", "Ontmoeten", "Soep, gas en tafels", "2026", "subsidie", "besteed", "€ 760.000", "–"),
    ),
    frozenset({3, 6, 7}),
)


def whole(text: str) -> str:
    (alinea,) = on_page(make_document(Alinea(text))).blokken
    assert isinstance(alinea, Alinea)
    return alinea.tekst.replace(UNBROKEN, "_")


# Amounts and periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat kost € 48.000 per jaar.", "Dat kost €_48.000 per jaar."),
        ("Van € -3,50 naar 12 procent", "Van €_-3,50 naar 12_procent"),
        ("In het 2e kwartaal 2025 en 3e kwartaal van 2024", "In het 2e_kwartaal_2025 en 3e_kwartaal_van_2024"),
        ("Van 45 tot 63, in de zomer van 2024", "Van 45_tot_63, in de zomer van 2024"),
        ("Op 3 maart 2025, in juli 2024 en Winter 2023", "Op 3_maart_2025, in juli_2024 en Winter_2023"),
        ("van 1 tot en met 3 mei", "van 1 tot en met 3 mei"),
        ("{% print 3 %} € euro, mei 20245", "{% print 3 %} € euro, mei 20245"),
    ],
)
def test_an_amount_a_period_and_a_margin_are_never_broken(text: str, expected: str) -> None:
    assert whole(text) == expected


def test_that_holds_in_every_block_but_not_in_what_a_teller_agreed_to() -> None:
    text, kept = "€ 5", f"€{UNBROKEN}5"
    blokken = on_page(
        make_document(
            *(Kop(1, text), Alinea(text), Lijst((text,)), Citaat(text, text), Prent(SVG, ALT, text), NieuweBladzijde()),
            Kader(text, (Alinea(text), Citaat(text))),
            Tabel(text, (text, "n"), ((text, "1.390 uur"),), frozenset({1})),
        )
    ).blokken
    assert blokken[:4] == (Kop(1, kept), Alinea(kept), Lijst((kept,)), Citaat(text, text))
    assert isinstance(blokken[4], Prent)
    assert blokken[4].bijschrift == kept
    assert blokken[6:] == (
        Kader(kept, (Alinea(kept), Citaat(text))),
        Tabel(kept, (kept, "n"), ((kept, f"1.390{UNBROKEN}uur"),), frozenset({1})),
    )


def test_markdown_breaks_no_lines_and_keeps_its_spaces() -> None:
    assert "€ 48.000" in make_markdown(make_document(Alinea("€ 48.000")))


# Columns


def test_every_column_has_room_for_its_longest_word() -> None:
    (tabel,) = on_page(make_document(GELD)).blokken
    assert isinstance(tabel, Tabel)
    columns = fit_columns(tabel, BREEDTE_CM)
    assert (columns.letter_pt, columns.broken) == (LETTER_PT, False)
    assert sum(columns.shares) == pytest.approx(1)
    for share, cells in zip(columns.shares, zip(tabel.kolommen, *tabel.rijen, strict=True), strict=True):
        longest = max((word for cell in cells for word in cell.split(" ")), key=len)
        # A digit of Arial is 0.556 of its size wide; no word of this table has wider signs all through.
        assert share * BREEDTE_CM > 0.5 * len(longest) * LETTER_PT * 2.54 / 72 + 2 * PADDING_CM - 0.1, longest


def test_a_table_that_does_not_fit_gets_smaller_letters_and_only_after_that_broken_words() -> None:
    found = [fit_columns(GELD, width) for width in (16, 13, 12, 10, 6)]
    sizes = [it.letter_pt for it in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == LETTER_PT > sizes[1]
    assert [it.broken for it in found] == [False, False, False, True, True]
    assert found[-1].tabel.rijen[0][0] == "Lin\u00adde\u00adkwar\u00adtier"
    assert found[-1].tabel.rijen[1][6] == "€ 760.000"
    assert found[0].tabel is GELD


def test_what_is_long_takes_the_room_that_is_left() -> None:
    facts = Tabel("Feiten", ("Wat", "Gegeven"), (("Programma", "Een zin die lang is. " * 9),))
    first, second = fit_columns(facts, BREEDTE_CM).shares
    assert first < 0.25 < second


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 9).flatmap(
        lambda wide: st.lists(st.lists(st.text(max_size=30), min_size=wide, max_size=wide), min_size=1)
    ),
    st.floats(2, 25),
)
def test_whatever_stands_in_it_a_table_is_as_wide_as_the_page(cells: list[list[str]], width: float) -> None:
    head, *rows = (tuple(row) for row in cells)
    columns = fit_columns(Tabel("t", head, tuple(rows)), width)
    assert sum(columns.shares) == pytest.approx(1)
    assert all(share > 0 for share in columns.shares)
    seen = ["".join(row).replace("\u00ad", "") for row in (columns.tabel.kolommen, *columns.tabel.rijen)]
    assert seen == ["".join(row).replace("\u00ad", "") for row in (head, *rows)]


# Pages


def test_a_heading_and_the_words_above_a_picture_or_table_stay_with_what_follows() -> None:
    picture = Prent(SVG, ALT, "")
    blokken: tuple[Blok, ...] = (Kop(1, "a"), Alinea("b"), picture, Alinea("c"), GELD, Alinea("d", AlineaSoort.KLEIN))
    assert [kept for _, kept in with_next(blokken)] == [True, True, False, True, False, False]
    assert tuple(blok for blok, _ in with_next(blokken)) == blokken
    assert list(with_next(())) == []


def test_a_short_table_stands_on_one_page() -> None:
    def table(rows: int, text: str) -> Tabel:
        return Tabel("t", ("a",), ((text,),) * rows)

    assert on_one_page(table(12, "€ 5"))
    assert not on_one_page(table(13, "€ 5"))
    assert not on_one_page(table(2, "Een hele lap tekst. " * 50))


def test_the_foot_of_a_page_says_what_it_is_of() -> None:
    assert voet(make_document(kenmerk="ab12")) == "Een stuk · Gemeente Veldermeer · kenmerk ab12"
    assert voet(make_document()) == "Een stuk · Gemeente Veldermeer"
    long = make_document(titel="Hulp bij geldzorgen in het Lindekwartier: van spreekuur naar keukentafel")
    assert voet(long) == "Hulp bij geldzorgen in het Lindekwartier: … · Gemeente Veldermeer"
