"""What a choice says of a name that somebody wrote: its letters, and nothing that a label would obey."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.activiteitenbeeld import ZaakSoort
from monitor.ui.aanleidingblok import bare_label, zaak_woorden, zaken_lijst
from tests.ui.test_activiteitenblad import LOKET, SOEP, make_beeld

MARKDOWN = re.compile(r"[*_`#>\[\]~$:|\\\\<^=!@/.]")


@given(st.text())
def test_no_sign_of_markdown_is_left_of_whatever_somebody_calls_it(naam: str) -> None:
    assert not MARKDOWN.search(bare_label(naam))


@pytest.mark.parametrize(
    ("naam", "left"),
    [
        ("Soepmiddag in de fietsenkelder", "Soepmiddag in de fietsenkelder"),
        ("Café “één” (’s avonds)", "Café één (’s avonds)"),
        ("**Samen** [eten](https://x.nl)", "Samen eten (https x nl)"),
        (":material/delete: $x$", "material delete x"),
        ("🎉", ""),
    ],
)
def test_the_letters_of_a_name_stay(naam: str, left: str) -> None:
    assert bare_label(naam) == left


def test_a_choice_says_the_number_of_the_sheet_and_the_name() -> None:
    beeld = make_beeld(SOEP, replace(LOKET, naam="Het *loket*"))
    assert zaak_woorden(beeld, *ZaakSoort) == {"soep": "Nummer 1, Soep", "loket": "Nummer 2, Het loket"}
    assert zaak_woorden(beeld, ZaakSoort.ACTIVITEIT) == {"loket": "Nummer 2, Het loket"}


def test_the_list_beside_a_form_has_the_numbers_of_the_sheet() -> None:
    beeld = make_beeld(SOEP, LOKET)
    shown = zaken_lijst(replace(beeld, zaken=tuple(reversed(beeld.zaken))))
    assert shown is not None
    assert '<li value="1" dir="auto">Soep</li><li value="2" dir="auto">Loket</li>' in shown
