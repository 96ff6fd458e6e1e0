"""The help with reading on the screen: hints, and the words of who writes as words."""

from monitor.ui import leeshulpblok
from monitor.ui.texts import leeshulp as texts


def test_of_nothing_nothing_is_said() -> None:
    assert leeshulpblok.compose("  \n") is None


def test_a_short_text_gets_no_number_but_its_hints() -> None:
    html = leeshulpblok.compose("Indien wij <b>dit</b> doen, indien wij dat doen.") or ""
    assert texts.KORT in html
    assert html.count("misschien gewoner “als”") == 1
    assert "<b>dit" not in html


def test_long_sentences_are_shown_and_the_rest_counted() -> None:
    html = leeshulpblok.compose(" ".join(f"Zin {it} {'woord ' * 25}." for it in range(7))) or ""
    assert html.count("Een zin van 27 woorden:") == 5
    assert "Nog 2 lange zinnen." in html
    assert "Leesbaarheid: " in html
    assert texts.NIETS not in html
