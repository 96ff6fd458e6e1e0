"""A picture without what is written in it of who made it, where and with what: only what is seen is left.

The points of a picture are drawn anew only where they must be, so that nothing of it is lost.
"""

from io import BytesIO
from struct import error as struct_error
from struct import unpack_from

from PIL import Image, ImageOps

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_SEEN = {b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"}
"""The chunks of a PNG that say what is seen."""
_SAID = range(0xE0, 0xF0)
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_COLOURS = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""What a program says in a JPEG and that is needed to show its colours and size."""
_TURNED = 0x0112
_UNREADABLE = (OSError, SyntaxError, ValueError, KeyError, struct_error, Image.DecompressionBombError)


def without_metadata(picture: bytes) -> bytes:
    """A PNG or JPEG with nothing in it but what is seen; every other picture as it is."""
    if picture.startswith(_PNG):
        return _bare_png(picture)
    if not picture.startswith(_JPEG):
        return picture
    bare = _bare_jpeg(picture)
    return bare if bare[6:10] == b"JFIF" and not _is_turned(picture) else _bare_jpeg(_drawn_anew(picture, bare))


def _bare_png(picture: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(picture):
        length, kind = unpack_from(">I4s", picture, at)
        chunk = picture[at : at + 12 + length]
        at += 12 + length
        if kind in _SEEN:
            kept.append(chunk)
        elif kind == b"IEND":
            return b"".join([*kept, chunk])
    return picture


def _is_turned(picture: bytes) -> bool:
    try:
        with Image.open(BytesIO(picture), formats=["JPEG"]) as image:
            return bool(image.getexif().get(_TURNED, 1) != 1)
    except _UNREADABLE:
        return False


def _drawn_anew(picture: bytes, otherwise: bytes) -> bytes:
    """A JPEG of which not all programs know the kind, or of which what is left out says that it lies on its side."""
    made = BytesIO()
    try:
        with Image.open(BytesIO(picture), formats=["JPEG"]) as image:
            upright = ImageOps.exif_transpose(image)
            colours = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
            profile = image.info.get("icc_profile") if colours is upright else None
            colours.save(made, "JPEG", quality=95, icc_profile=profile)
    except _UNREADABLE:
        return otherwise
    return made.getvalue()


def _bare_jpeg(picture: bytes) -> bytes:
    kept, at = [_JPEG], len(_JPEG)
    while at + 4 <= len(picture):
        if picture[at] != 0xFF or picture[at + 1] == 0xFF:
            at += 1
            continue
        kind = picture[at + 1]
        if kind == _END:
            return b"".join([*kept, picture[at : at + 2]])
        end = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if kind == _SCAN:
            end = _end_of_scan(picture, end)
        if kind != _COMMENT and (kind not in _SAID or _needed(kind, picture[at + 4 : end])):
            kept.append(picture[at:end])
        at = end
    return b"".join([*kept, b"\xff\xd9"])


def _needed(kind: int, said: bytes) -> bool:
    return kind in _COLOURS and said.startswith(_COLOURS[kind])


def _end_of_scan(picture: bytes, at: int) -> int:
    """Where the points of a scan end: at a mark that is no part of them."""
    while True:
        at = picture.find(b"\xff", at)
        if at < 0 or at + 1 >= len(picture):
            return len(picture)
        if picture[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if picture[at + 1] == 0xFF else 2
