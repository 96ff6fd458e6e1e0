"""The words of the stukken of the example, as they were last read by a person: a change of any of them is seen here.

Where it fails: read what is different, and when that is right, keep the text that the test made in tests/golden.
"""

from pathlib import Path

import pytest

from monitor.domain.raadsstuk import StukSoort
from monitor.export.markdown import make_markdown
from monitor.services.raadsstukken import lees_stuk, stukken
from monitor.store.database import Database
from tests.services.builders import build_stuk
from tests.services.stukken import SVG
from tests.services.test_raadsstukken import ANNA

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("soort", StukSoort)
def test_the_words_of_the_example_are_those_that_were_read(voorbeeld: Database, soort: StukSoort) -> None:
    (regel,) = [it for it in stukken(voorbeeld, ANNA) if it.soort is soort]
    stuk = lees_stuk(voorbeeld, ANNA, regel.id)
    document = build_stuk(voorbeeld, stuk, lambda cijfers: [SVG] * len(cijfers), kenmerk="ab12cd34")
    assert make_markdown(document) == (GOLDEN / f"{soort}.md").read_text(encoding="utf-8")
