"""The Wijkspiegel: what people laid on the table and may be read there, so little that it fits on one side."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import Bewijssoort, StemRol
from monitor.domain.leren import AgendaSoort, SessieUitkomst
from monitor.domain.verhaal import Gebruik
from monitor.errors import GeenRecht, OngeldigeInvoer
from monitor.export import teksten
from monitor.export.markdown import make_markdown
from monitor.export.spiegel import noten, spiegel_document, spiegelblad, vragen
from monitor.services.inlezen import import_kwb, import_leefbaarometer, import_rivm
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerbeeld import leerbeeld, voorstel
from monitor.services.leerpunten import add_lezing
from monitor.services.voorbeeld import load_voorbeeld
from monitor.services.wijkbeeld import gemeentebeeld, gemeenten, wijkbeeld
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt, add_punten, close, plan
from monitor.services.wijkspiegel import (
    MEESTE_CIJFERS,
    MEESTE_CITATEN,
    MEESTE_PUNTEN,
    MEESTE_VRAGEN,
    RUIMTE_BREED,
    RUIMTE_KOLOM,
    SpiegelCijfer,
    SpiegelCitaat,
    SpiegelPunt,
    Wijkspiegel,
    wijkspiegel,
)
from monitor.store.database import Database
from monitor.store.migrate import migrate
from tests.services.builders import WIJK
from tests.services.test_inlezen_echt import KWB, RIVM
from tests.services.test_wijkgesprek import BEGELEIDER, BEWONER, casus, held, tell

OVERAL = Gebruiker("overal", "begeleider", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER),))
DAG = date(2026, 12, 3)
ELSRIJK = "WK036203"


def lay(database: Database, wijk: str, *punten: NieuwPunt) -> None:
    """Lay things on the table of the gesprek that is prepared, or of a new one."""
    bezig = leerbeeld(database, OVERAL, wijk).bezig
    sessie = (
        bezig.id if bezig else plan(database, OVERAL, wijk, NieuweSessie(DAG, "Wie kent wie"), token=f"plan-{wijk}")
    )
    if punten:
        add_punten(database, OVERAL, wijk, sessie, punten, token=f"punten-{wijk}-{len(punten)}")


def lay_all(database: Database, wijk: str) -> None:
    """Lay all on the table that is proposed."""
    found = voorstel(database, OVERAL, wijk)
    lay(database, wijk, *(NieuwPunt(it.soort, it.indicator, it.verhaal, it.leerpunt, it.afspraak) for it in found))


def over(*verhalen: str) -> list[NieuwPunt]:
    return [NieuwPunt(AgendaSoort.VERHAAL, verhaal=it) for it in verhalen]


def pages(spiegel: Wijkspiegel) -> int:
    return len(PdfReader(BytesIO(spiegelblad(spiegel))).pages)


def fonts(spiegel: Wijkspiegel) -> set[str]:
    (page,) = PdfReader(BytesIO(spiegelblad(spiegel))).pages
    used: Any = page["/Resources"]["/Font"]  # type: ignore[index]
    return {str(it.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0] for it in used.values()}


def words(spiegel: Wijkspiegel) -> str:
    found = PdfReader(BytesIO(spiegelblad(spiegel))).pages
    return " ".join(" ".join(page.extract_text() for page in found).split())


@pytest.fixture
def veldermeer(database: Database) -> Database:
    """The example, to write in."""
    load_voorbeeld(database, door="test")
    return database


@pytest.fixture(scope="module")
def elsrijk(real_data: Path) -> Iterator[Database]:
    """Amstelveen from CBS, RIVM and the Leefbaarometer."""
    database = Database(clock=lambda: datetime(2026, 11, 20, 9, 30))
    migrate(database)
    one = {"gemeenten": ["GM0362"], "door": "test"}
    import_kwb(database, [real_data / KWB], **one)
    import_rivm(database, [real_data / "rivm_50090NED" / name for name in RIVM], **one)
    import_leefbaarometer(database, [real_data / "leefbaarometer" / "AmstelveenDataWithDimensions.csv"], **one)
    yield database
    database.close()


def test_only_who_prepares_a_gesprek_there_makes_it(veldermeer: Database) -> None:
    for who in (BEZOEKER, Gebruiker("r", "raadslid", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.RAADSLID),))):
        with pytest.raises(GeenRecht):
            wijkspiegel(veldermeer, who, WIJK)
    assert wijkspiegel(veldermeer, BEWONER, WIJK).wijk
    with pytest.raises(OngeldigeInvoer):
        wijkspiegel(veldermeer, OVERAL, "WK999999")


def test_without_a_choice_it_shows_the_first_figures_and_says_that_nobody_chose(veldermeer: Database) -> None:
    for regel in gemeentebeeld(veldermeer, gemeenten(veldermeer)[0].code).regels:
        spiegel = wijkspiegel(veldermeer, OVERAL, regel.wijk.code)
        if spiegel.gekozen:
            continue
        assert spiegel.cijfers
        assert spiegel.citaten == ()
        assert spiegel.meer == 0
        assert teksten.SPIEGEL_NIET_GEKOZEN in words(spiegel)
        return
    pytest.fail("every wijk of the example has a gesprek that is prepared")


def test_what_people_chose_stands_on_it_with_evidence_source_and_the_fixed_questions(veldermeer: Database) -> None:
    wijk = "WK990105"
    lay_all(veldermeer, wijk)
    spiegel = wijkspiegel(veldermeer, OVERAL, wijk)
    assert spiegel.gekozen
    assert spiegel.cijfers
    assert all(it.bewijssoort and it.bron and it.tekst for it in spiegel.cijfers)
    assert spiegel.citaten
    said = words(spiegel)
    for sentence in (
        *teksten.SPIEGEL_VASTE_VRAGEN,
        *teksten.SPIEGEL_VAKKEN,
        teksten.SPIEGEL_GEKOZEN,
        teksten.SPIEGEL_BIJ_HET_GESPREK,
        teksten.SPIEGEL_VOORBEELD,
        "Voor het gesprek van",
    ):
        assert sentence in said
    for it in spiegel.citaten:
        assert it.titel in said


def test_of_a_verhaal_only_the_sentence_stands_on_it_that_its_teller_chose(veldermeer: Database) -> None:
    with_sentence, without = tell(veldermeer, "Met een zin", "Zonder zin")
    with veldermeer.writing() as cursor:
        cursor.execute("DELETE FROM citaat WHERE verhaal = ?", [without])
    lay(veldermeer, WIJK, *over(with_sentence, without))
    found = {it.titel: it.citaat for it in wijkspiegel(veldermeer, BEGELEIDER, WIJK).citaten}
    assert found["Zonder zin"] is None
    assert found["Met een zin"] == "Nu zit er altijd iemand."
    assert "Er stond een bank" not in words(wijkspiegel(veldermeer, BEGELEIDER, WIJK))


def test_a_verhaal_that_is_taken_back_or_left_the_gesprek_is_a_number_on_the_next_one(veldermeer: Database) -> None:
    titels = ("Blijft op tafel", "Gaat terug", "Mag niet meer in een gesprek")
    stays, gone, left = tell(veldermeer, *titels, gebruik=(Gebruik.GESPREK, Gebruik.OPENBAAR))
    lay(veldermeer, WIJK, *over(stays, gone, left))
    before = wijkspiegel(veldermeer, BEGELEIDER, WIJK)
    assert {*titels} <= {it.titel for it in before.citaten} or before.meer
    withdraw_verhaal(veldermeer, gone, door="test")
    with veldermeer.writing() as cursor:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('nee', ?, 'gesprek', FALSE, 'digitaal', 'verteller', ?)",
            [left, veldermeer.now()],
        )
    after = wijkspiegel(veldermeer, BEGELEIDER, WIJK)
    assert after.weg == before.weg + 2
    said = words(after)
    assert teksten.SPIEGEL_WEG[1].format(aantal=after.weg) in said
    assert titels[1] not in said
    assert titels[2] not in said
    assert titels[0] in said


def test_what_was_learned_from_a_verhaal_leaves_the_sheet_with_it(veldermeer: Database) -> None:
    database = veldermeer
    (id_,) = tell(database, "Voor de deur")
    sessie = held(database, date(2026, 11, 19))
    casus(database, sessie, id_, "Iemand stond voor een dichte deur.")
    close(database, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    lay(database, WIJK)
    before = wijkspiegel(database, BEGELEIDER, WIJK)
    assert "Iemand stond voor een dichte deur." in {it.tekst for it in before.punten}
    withdraw_verhaal(database, id_, door="test")
    after = wijkspiegel(database, BEGELEIDER, WIJK)
    assert "dichte deur" not in words(after)


def test_every_reading_of_what_was_open_stands_on_it_and_none_alone(veldermeer: Database) -> None:
    sessie = held(veldermeer, date(2026, 11, 19))
    made = casus(veldermeer, sessie, None, "De zaal was leeg.")
    add_lezing(veldermeer, BEGELEIDER, WIJK, made, StemRol.BEWONER, "Niemand wist ervan.", token="l")
    close(veldermeer, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    lay(veldermeer, WIJK)
    (found,) = [it for it in wijkspiegel(veldermeer, BEGELEIDER, WIJK).punten if "De zaal was leeg." in it.tekst]
    assert found.tekst == "De zaal was leeg. Anders gelezen (bewoner): Niemand wist ervan."


def test_what_people_ask_stands_on_it_once_and_as_they_typed_it(veldermeer: Database) -> None:
    evil = "Wie mag *dit* lezen, #linebreak() <b>wij</b>?"
    own = [NieuwPunt(AgendaSoort.VRAAG, tekst=it) for it in (evil, "herkent u DIT?", "Wie\nkomt er?")]
    lay(veldermeer, WIJK, *own)
    spiegel = wijkspiegel(veldermeer, BEGELEIDER, WIJK)
    assert evil in spiegel.vragen
    assert "Wie komt er?" in spiegel.vragen
    assert evil in words(spiegel)
    assert len(vragen(spiegel)) == len({it.casefold() for it in vragen(spiegel)})


def test_it_fits_on_one_side_for_every_wijk_of_the_example(veldermeer: Database) -> None:
    regels = [it for gemeente in gemeenten(veldermeer) for it in gemeentebeeld(veldermeer, gemeente.code).regels]
    assert len(regels) >= 10
    for regel in regels:
        assert pages(wijkspiegel(veldermeer, OVERAL, regel.wijk.code)) == 1
        lay_all(veldermeer, regel.wijk.code)
        assert pages(wijkspiegel(veldermeer, OVERAL, regel.wijk.code)) == 1


@pytest.mark.real_data
def test_it_fits_on_one_side_for_elsrijk_with_real_figures(elsrijk: Database) -> None:
    bare = wijkspiegel(elsrijk, OVERAL, ELSRIJK)
    assert bare.wijk == "Elsrijk"
    assert len(bare.cijfers) == MEESTE_CIJFERS
    assert not bare.voorbeeld
    assert pages(bare) == 1
    codes = [it.indicator.code for kaart in wijkbeeld(elsrijk, ELSRIJK).kaarten for it in kaart.reeksen]
    lay(elsrijk, ELSRIJK, *(NieuwPunt(AgendaSoort.INDICATOR, indicator=code) for code in codes))
    full = wijkspiegel(elsrijk, OVERAL, ELSRIJK)
    assert full.gekozen
    assert len(full.cijfers) + full.meer == len(codes)
    assert pages(full) == 1
    assert all(it.bewijssoort and it.bron for it in full.cijfers)
    assert teksten.SPIEGEL_VOORBEELD not in noten(full)


WOORDEN = st.lists(st.text(alphabet="abW漢ŝ€", min_size=1, max_size=30), max_size=40).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(WOORDEN, st.integers(0, 9))
def test_whatever_people_wrote_it_fits_on_one_side(tekst: str, aantal: int) -> None:
    assert pages(full_of(tekst, aantal)) == 1


def full_of(tekst: str, aantal: int) -> Wijkspiegel:
    """A Wijkspiegel with as much of these words as fits."""
    kolom, breed = tekst[: RUIMTE_KOLOM // 5 - 50], tekst[: RUIMTE_BREED // 4 - 50]
    return Wijkspiegel(
        wijk=tekst[:60],
        dag=DAG,
        titel=tekst[:100],
        gekozen=True,
        cijfers=(SpiegelCijfer(kolom[:60], kolom[60:], Bewijssoort.GESCHAT, "CBS"),) * MEESTE_CIJFERS,
        citaten=(SpiegelCitaat(kolom[:60], kolom[60:] or None, "bewoner", None),) * MEESTE_CITATEN,
        punten=(SpiegelPunt("Wat er gebeurde", breed),) * MEESTE_PUNTEN,
        vragen=tuple(f"{breed} {number}" for number in range(MEESTE_VRAGEN)),
        meer=aantal,
        weg=aantal,
        op=DAG,
        voorbeeld=True,
    )


def test_what_is_counted_stands_in_sans_and_what_was_told_in_serif() -> None:
    full = full_of("Soep ", 0)
    assert fonts(replace(full, citaten=())) == {"SourceSansPro"}
    told = replace(full, citaten=(SpiegelCitaat("Een bank", "Wie wacht, gaat zitten.", "bewoner", None),))
    assert fonts(told) == {"SourceSansPro", "LibertinusSerif"}


def test_what_does_not_fit_is_counted_and_the_rest_stays_in_order(veldermeer: Database) -> None:
    lay(veldermeer, WIJK, *(NieuwPunt(AgendaSoort.VRAAG, tekst=f"Vraag {it} {'lang ' * 50}") for it in range(9)))
    spiegel = wijkspiegel(veldermeer, BEGELEIDER, WIJK)
    assert [it.split()[1] for it in spiegel.vragen] == ["0"]
    assert spiegel.meer >= 8
    said = words(spiegel)
    assert teksten.SPIEGEL_MEER[1].format(aantal=spiegel.meer) in said
    assert teksten.SPIEGEL_MEER[0] in words(replace(spiegel, meer=1))


def test_a_screen_reader_hears_the_title_and_the_language(veldermeer: Database) -> None:
    root = PdfReader(BytesIO(spiegelblad(wijkspiegel(veldermeer, BEGELEIDER, WIJK)))).trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("spiegel", [full_of("Woorden van mensen.", 3), replace(full_of("", 0), citaten=(), punten=())])
def test_the_document_says_everything_that_the_sheet_says(spiegel: Wijkspiegel) -> None:
    kale = re.compile(r"[\\\s]+")
    said = kale.sub("", make_markdown(spiegel_document(spiegel)))
    for it in spiegel.cijfers:
        assert all(kale.sub("", words) in said for words in (it.naam, it.tekst, it.bron or ""))
    for it in spiegel.citaten:
        assert all(kale.sub("", words) in said for words in (it.titel, it.citaat or "", it.wie, it.verhouding or ""))
    for it in spiegel.punten:
        assert kale.sub("", f"{it.kop}: {it.tekst}") in said
    for words in (*vragen(spiegel), *noten(spiegel), *teksten.SPIEGEL_VAKKEN, teksten.SPIEGEL_OPEN):
        assert kale.sub("", words) in said
