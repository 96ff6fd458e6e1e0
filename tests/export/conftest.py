"""The documents of the example and the files that are made of them, each once: they take seconds to make."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from monitor.charts.stuk import stuk_specs
from monitor.domain.document import Document, DocumentSoort
from monitor.domain.raadsstuk import KeuzeSoort, StukKeuze, StukSoort
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from monitor.services.raadsstukken import lees_stuk, stukken
from monitor.services.stukzinnen import Stukcijfer
from monitor.services.wijkbeeld import gemeentebeeld
from monitor.store.database import Database
from tests.services.builders import build_stuk
from tests.services.stukken import GEMEENTE, make_stuk
from tests.services.test_raadsstukken import ANNA


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command, with a folder of its own so that nobody's settings matter."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("GEEN LIBREOFFICE: niemand keek of ons Word-bestand opengaat; deze toets is niet gedaan")
    profile = tmp_path_factory.mktemp("profiel")
    return [found, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]


@pytest.fixture(scope="session")
def pdftotext() -> None:
    """What says where each word stands on a page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("GEEN PDFTOTEXT: niemand keek waar de woorden op een bladzijde staan; deze toets is niet gedaan")


@pytest.fixture(scope="session")
def voorbeeldstukken(voorbeeld: Database) -> Mapping[str, Document]:
    """The raadsvoorstel, brief and wijkbeeld of the example, and the wijkbeeld of all wijken."""

    def draw(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
        return make_svgs(stuk_specs(cijfers))

    written = {it.soort: lees_stuk(voorbeeld, ANNA, it.id) for it in stukken(voorbeeld, ANNA)}
    wijken = [it.wijk.code for it in gemeentebeeld(voorbeeld, GEMEENTE).regels]
    found = {
        "voorstel": written[StukSoort.RAADSVOORSTEL],
        "brief": written[StukSoort.RAADSINFORMATIEBRIEF],
        "wijk": written[StukSoort.WIJKBEELD],
        "wijken": make_stuk(keuzes=[StukKeuze(KeuzeSoort.WIJK, it) for it in wijken], soort=StukSoort.WIJKBEELD),
    }
    return {naam: build_stuk(voorbeeld, stuk, draw, kenmerk="3f9a1c2b7d40") for naam, stuk in found.items()}


@pytest.fixture(scope="session")
def bestanden(voorbeeldstukken: Mapping[str, Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with each of them as Word, OpenDocument and PDF."""
    folder = tmp_path_factory.mktemp("stukken")
    for naam, document in voorbeeldstukken.items():
        for soort in (DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.PDF):
            (folder / f"{naam}.{soort}").write_bytes(make_document(document, soort))
    return folder
