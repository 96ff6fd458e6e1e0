"""A raadsvoorstel, a brief and a wijkbeeld of Amstelveen with the real figures of CBS, RIVM and the Leefbaarometer.

Nobody told a verhaal there, so no argument has a citaat and every one says so: of a real wijk nothing is made up.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import frictionless
import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.odf import OdfValidator
from pypdf import PdfReader

from monitor.charts.stuk import stuk_specs
from monitor.domain.document import Document, DocumentSoort, Prent, Tabel
from monitor.domain.raadsstuk import (
    BobFase,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukSoort,
)
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from monitor.export.pakket import DATAPACKAGE, export_pakket
from monitor.services.inlezen import import_gebieden, import_kwb, import_leefbaarometer, import_rivm
from monitor.services.raadsstukken import StukKopInvoer, add_stuk, lees_stuk
from monitor.services.stukbestand import Maker, maak_stuk
from monitor.services.stukkeuzes import choose
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukzinnen import GEEN_VERHAAL, Stukcijfer
from monitor.store.database import Database
from monitor.store.migrate import migrate
from tests.export.bewijs import NUMBER, Bewijs
from tests.export.conftest import soffice
from tests.export.kantoor import converted
from tests.export.teruglezen import Blok, docx_blokken, markdown_blokken, odt_blokken, squeezed
from tests.export.test_verapdf import verapdf
from tests.services.builders import build_stuk
from tests.services.test_inlezen_echt import KWB, RIVM
from tests.services.test_raadsstukken import ANNA

__all__ = ["soffice"]

pytestmark = pytest.mark.real_data

NU = datetime(2026, 11, 20, 9, 30)
GEMEENTE, WIJKEN = "GM0362", ("WK036202", "WK036203", "WK036208")
CIJFERS = tuple(
    (code, wijk) for wijk in WIJKEN for code in ("rivm-eenzaam", "kwb-65-jaar-of-ouder", "lbm-score", "kwb-inwoners")
)


@pytest.fixture(scope="module")
def amstelveen(real_data: Path) -> Iterator[Database]:
    """Amstelveen from every source."""
    database = Database(clock=lambda: NU)
    migrate(database)
    one = {"gemeenten": [GEMEENTE], "door": "test"}
    import_kwb(database, [real_data / KWB], **one)
    import_rivm(database, [real_data / "rivm_50090NED" / name for name in RIVM], **one)
    import_leefbaarometer(database, [real_data / "leefbaarometer" / "AmstelveenDataWithDimensions.csv"], **one)
    import_gebieden(database, [real_data / "gebieden" / "wijken_2024.geojson"], year=2024, **one)
    yield database
    database.close()


def written(database: Database, soort: StukSoort) -> str:
    """A stuk of one kind about three wijken, with an argument for every figure; words without any number."""
    kop = StukKopInvoer("Samen oud worden in Amstelveen", BobFase.BEELDVORMING)
    stuk = add_stuk(database, ANNA, GEMEENTE, soort, kop, token=f"stuk {soort}")
    choose(database, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, wijk) for wijk in WIJKEN])
    if soort is StukSoort.WIJKBEELD:
        return stuk
    for place, (code, wijk) in enumerate(CIJFERS):
        words = {"tekst": "Wat dit cijfer over de wijk zegt"}
        given = OnderdeelInvoer(indicator=code, gebied=wijk)
        add_onderdeel(database, ANNA, stuk, OnderdeelSoort.ARGUMENT, given, words, token=f"argument {soort} {place}")
    return stuk


@pytest.fixture(scope="module")
def stukken(amstelveen: Database) -> Mapping[StukSoort, Raadsstuk]:
    return {soort: lees_stuk(amstelveen, ANNA, written(amstelveen, soort)) for soort in StukSoort}


def draw(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    return make_svgs(stuk_specs(cijfers))


@pytest.fixture(scope="module")
def documenten(amstelveen: Database, stukken: Mapping[StukSoort, Raadsstuk]) -> Mapping[StukSoort, Document]:
    return {soort: build_stuk(amstelveen, stuk, draw) for soort, stuk in stukken.items()}


def pieces(document: Document, soort: DocumentSoort) -> list[Blok]:
    content = make_document(document, soort)
    if soort is DocumentSoort.MD:
        return markdown_blokken(content.decode())
    return docx_blokken(content) if soort is DocumentSoort.DOCX else odt_blokken(content)


def texts(blokken: Sequence[Blok]) -> list[str]:
    return [it for it in blokken if isinstance(it, str)]


@pytest.mark.parametrize("vorm", [DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.MD])
@pytest.mark.parametrize("soort", StukSoort)
def test_every_number_is_the_real_one(
    amstelveen: Database,
    stukken: Mapping[StukSoort, Raadsstuk],
    documenten: Mapping[StukSoort, Document],
    soort: StukSoort,
    vorm: DocumentSoort,
) -> None:
    blokken = pieces(documenten[soort], vorm)
    assert len(NUMBER.findall(" ".join(texts(blokken)))) > 50
    with amstelveen.snapshot() as still:
        assert Bewijs(still, stukken[soort], NU.date()).unproved(blokken) == []


def test_every_argument_says_that_there_is_no_verhaal(documenten: Mapping[StukSoort, Document]) -> None:
    for soort in (StukSoort.RAADSVOORSTEL, StukSoort.RAADSINFORMATIEBRIEF):
        said = texts(pieces(documenten[soort], DocumentSoort.DOCX))
        heads = [place for place, it in enumerate(said) if it.endswith(": Wat dit cijfer over de wijk zegt")]
        assert len(heads) == len(CIJFERS)
        for place in heads:
            assert "Zie cijfer" in said[place + 1]
            assert GEEN_VERHAAL in said[place + 2]


def test_every_figure_has_its_chart_and_its_table_up_to_twelve(documenten: Mapping[StukSoort, Document]) -> None:
    for document in documenten.values():
        tables = [it for it in document.blokken if isinstance(it, Tabel) and it.kolommen[0] == "Periode"]
        drawn = [it for it in document.blokken if isinstance(it, Prent)]
        assert len(drawn) == min(len(tables), 12) == 12
        assert all("Bron: " in it.bijschrift for it in drawn)


# The files


@pytest.fixture(scope="module")
def bestanden(documenten: Mapping[StukSoort, Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with each stuk in each form."""
    folder = tmp_path_factory.mktemp("amstelveen")
    for soort, document in documenten.items():
        for vorm in DocumentSoort:
            (folder / f"{soort}.{vorm}").write_bytes(make_document(document, vorm))
    return folder


@pytest.mark.parametrize("soort", StukSoort)
def test_a_validator_finds_nothing_wrong(bestanden: Path, soort: StukSoort) -> None:
    for validator, vorm in ((OpenXmlValidator(), "docx"), (OdfValidator(relaxng_validation=True), "odt")):
        found = validator.validate(bestanden / f"{soort}.{vorm}").errors
        assert [str(it) for it in found if it.severity is ValidationSeverity.ERROR] == []


@pytest.mark.verapdf
def test_the_pdfs_keep_to_every_rule_of_pdf_ua(bestanden: Path) -> None:
    command = verapdf()
    if command is None:
        pytest.skip("GEEN VERAPDF: niemand keek of een schermlezer ons papier kan voorlezen; deze toets is niet gedaan")
    files = [str(bestanden / f"{soort}.pdf") for soort in StukSoort]
    said = subprocess.run([*command, *files], capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    assert said.stdout.count("PASS ") == len(files), said.stdout


@pytest.mark.soffice
@pytest.mark.parametrize("vorm", ["docx", "odt"])
def test_libreoffice_opens_each_with_every_table_row_on_a_page(
    bestanden: Path, documenten: Mapping[StukSoort, Document], soffice: list[str], vorm: str
) -> None:
    made = converted(soffice, [bestanden / f"{soort}.{vorm}" for soort in StukSoort], "pdf")
    for soort, file in zip(StukSoort, made, strict=True):
        read = squeezed("".join(page.extract_text() for page in PdfReader(file).pages))
        rows = {
            squeezed("".join(rij))
            for it in documenten[soort].blokken
            if isinstance(it, Tabel)
            for rij in (it.kolommen, *it.rijen)
        }
        assert [it for it in rows if it not in read] == []


def test_a_file_of_it_is_made_from_the_store_with_a_kenmerk(
    amstelveen: Database, stukken: Mapping[StukSoort, Raadsstuk]
) -> None:
    told: list[str] = []
    made = maak_stuk(
        amstelveen,
        ANNA,
        stukken[StukSoort.RAADSVOORSTEL].id,
        DocumentSoort.MD,
        Maker(draw, make_document, told.append),
        token="bestand",
    )
    assert made.kenmerk in made.inhoud.decode()
    assert len(told) >= 4


# Open figures


def test_the_data_package_of_amstelveen_is_valid(amstelveen: Database, tmp_path: Path) -> None:
    export_pakket(amstelveen, tmp_path / "open-cijfers", gemeenten=[GEMEENTE])
    report = frictionless.validate(str(tmp_path / "open-cijfers" / DATAPACKAGE))
    assert report.valid, report.flatten(["type", "message"])
    metingen = next(it for it in report.tasks if it.name == "metingen")
    assert metingen.stats["rows"] > 5_000
