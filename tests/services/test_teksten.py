"""What somebody types: of signs that nobody sees nothing is kept, in a field that may be empty either."""

import pytest

from monitor.errors import OngeldigeInvoer
from monitor.services.teksten import TekstVeld, tekstveld_problemen
from monitor.services.wijkgesprek import NieuweSessie, plan
from monitor.store.database import Database
from tests.services.builders import WIJK
from tests.services.test_wijkgesprek import BEGELEIDER, DAG, rows

ONGEZIEN = ("\x00", "\u200b", "\u200b" * 100_000, "\u202e", " \u2060 ")


@pytest.mark.parametrize("tekst", ONGEZIEN, ids=lambda it: ascii(it)[:12])
def test_signs_that_nobody_sees_are_refused_where_a_field_may_be_empty(wijkstore: Database, tekst: str) -> None:
    with pytest.raises(OngeldigeInvoer, match="waar het gesprek over gaat staat een teken dat niet te zien is"):
        plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG, tekst), token="t")
    assert rows(wijkstore, "SELECT id FROM sessie") == []


@pytest.mark.parametrize("tekst", ONGEZIEN, ids=lambda it: ascii(it)[:12])
def test_a_field_that_must_be_filled_in_says_what_it_asks(wijkstore: Database, tekst: str) -> None:
    (found,) = tekstveld_problemen(wijkstore, {"naam": TekstVeld(tekst, "de naam", leeg="Geef een naam.")})
    assert (found.melding, found.veld) == ("Geef een naam.", "naam")


@pytest.mark.parametrize("tekst", [None, "", "  ", "\n\t", "\u00a0"])
def test_white_alone_is_an_empty_field(wijkstore: Database, tekst: str | None) -> None:
    assert tekstveld_problemen(wijkstore, {"naam": TekstVeld(tekst, "de naam")}) == []
