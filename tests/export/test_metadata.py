"""Of a picture only what is seen comes into a document, and all of that."""

import zlib
from io import BytesIO
from typing import Any

import docx.image.image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from monitor.domain.document import Alinea, DocumentSoort, Huisstijl
from monitor.export.archive import unpack
from monitor.export.document import make_document as write
from monitor.export.metadata import without_metadata
from tests.export.stukken import make_document

WORDS = "Geheim atelier"
TURNED, MAKER = 0x0112, 0x013B


def drawn(mode: str = "RGB") -> Image.Image:
    image = Image.linear_gradient("L").resize((48, 32))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **said: Any) -> bytes:
    made = BytesIO()
    image.save(made, kind, **said)
    return made.getvalue()


def exif(**more: int) -> Image.Exif:
    made = Image.Exif()
    made[MAKER] = WORDS
    for place in more.values():
        made[TURNED] = place
    return made


def png() -> bytes:
    said = PngInfo()
    said.add_text("Author", WORDS)
    said.add_itxt("Comment", WORDS)
    said.add_text("Software", WORDS, zip=True)
    return saved(drawn("RGBA"), "PNG", pnginfo=said, exif=exif(), dpi=(300, 300)) + WORDS.encode()


def jpeg(mode: str = "RGB", **said: Any) -> bytes:
    return saved(drawn(mode), "JPEG", exif=exif(), comment=WORDS.encode(), **said) + WORDS.encode()


def pixels(picture: bytes) -> bytes:
    with Image.open(BytesIO(picture)) as image:
        return image.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "picture", [png(), jpeg(), jpeg("L"), jpeg(progressive=True)], ids=["png", "jpeg", "l", "prog"]
)
def test_what_is_written_in_a_picture_goes_and_every_point_stays(picture: bytes) -> None:
    bare = without_metadata(picture)
    assert WORDS.encode() in picture
    assert WORDS.encode() not in bare
    assert pixels(bare) == pixels(picture)
    assert without_metadata(bare) == bare
    with Image.open(BytesIO(bare)) as image:
        assert not image.getexif()
        assert not {"Author", "Comment", "Software", "comment"} & set(image.info)


def test_the_density_of_a_picture_stays() -> None:
    with Image.open(BytesIO(without_metadata(png()))) as image:
        assert round(image.info["dpi"][0]) == 300


def test_a_picture_that_says_to_be_turned_is_turned() -> None:
    bare = without_metadata(saved(drawn(), "JPEG", exif=exif(place=6)))
    with Image.open(BytesIO(bare)) as image:
        assert image.size == (32, 48)
        assert not image.getexif()


def test_a_jpeg_of_printers_can_be_written_in_a_document() -> None:
    bare = without_metadata(jpeg("CMYK"))
    assert docx.image.image.Image.from_blob(bare).px_width == 48
    assert WORDS.encode() not in bare


def test_another_picture_stays_as_it_is() -> None:
    for picture in (b"", b"\x01\x00\x00\x00emf", b"<svg/>", b"\x89PNG\r\n\x1a\n", png()[:60]):
        assert without_metadata(picture) == picture


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=80, deadline=None)
@given(st.sampled_from([png(), jpeg(), jpeg(progressive=True)]), st.integers(0, 900), st.binary(max_size=40))
def test_whatever_stands_in_a_broken_picture_it_is_read_to_its_end(picture: bytes, at: int, noise: bytes) -> None:
    assert isinstance(without_metadata(picture[:at] + noise + picture[at + len(noise) :]), bytes)


@pytest.mark.parametrize("soort", DocumentSoort)
@pytest.mark.parametrize("logo", [png(), jpeg(), jpeg("CMYK")], ids=["png", "jpeg", "cmyk"])
def test_what_is_written_in_a_logo_reaches_none_of_the_four_forms(logo: bytes, soort: DocumentSoort) -> None:
    made = write(make_document(Alinea("x")), soort, Huisstijl(None, logo))
    parts = unpack(made).values() if made.startswith(b"PK") else [made]
    for part in parts:
        assert WORDS.encode() not in part
        assert zlib.compress(WORDS.encode()) not in part
