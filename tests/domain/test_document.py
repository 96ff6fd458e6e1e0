"""What a document may hold, whoever makes it."""

import pytest

from monitor.domain.document import Kop, Lijst, Prent, Tabel
from tests.export.stukken import make_document


@pytest.mark.parametrize("niveaus", [(1,), (1, 2, 3), (1, 2, 3, 1, 2), (1, 2, 3, 2, 3, 1), ()])
def test_headings_go_down_one_level_at_a_time(niveaus: tuple[int, ...]) -> None:
    assert make_document(*(Kop(it, "Kop") for it in niveaus)).titel


@pytest.mark.parametrize("niveaus", [(2,), (3,), (1, 3), (1, 2, 1, 3)])
def test_a_heading_that_skips_a_level_is_refused(niveaus: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="a heading of level"):
        make_document(*(Kop(it, "Kop") for it in niveaus))


@pytest.mark.parametrize("niveau", [0, 4, -1])
def test_there_are_three_levels(niveau: int) -> None:
    with pytest.raises(ValueError, match="a heading of level"):
        Kop(niveau, "Kop")


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_what_is_read_aloud_has_words(blank: str) -> None:
    for make in (
        lambda: Kop(1, blank),
        lambda: Prent("<svg/>", blank, "bijschrift"),
        lambda: Tabel(blank, ("a",), ()),
        lambda: make_document(titel=blank),
    ):
        with pytest.raises(ValueError, match="without words"):
            make()


def test_a_table_has_as_many_cells_as_columns() -> None:
    with pytest.raises(ValueError, match="more or fewer cells"):
        Tabel("titel", ("a", "b"), (("1",),))
    with pytest.raises(ValueError, match="without columns"):
        Tabel("titel", (), ())
    with pytest.raises(ValueError, match="column of numbers"):
        Tabel("titel", ("a",), (("1",),), frozenset({1}))


def test_a_list_has_items_and_a_number_to_begin_with() -> None:
    with pytest.raises(ValueError, match="without items"):
        Lijst(())
    with pytest.raises(ValueError, match="begins at -1"):
        Lijst(("a",), genummerd=True, begin=-1)
