"""A zip file whose bytes depend on nothing but what is in it: no clock, no order of the day."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

MIMETYPE = "mimetype"
"""Of an OpenDocument file, this part comes first and stays as it is, so that a program can recognise the file."""
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one zip file, in the order in which they are given."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(parts, key=lambda it: it != MIMETYPE):
            info = zipfile.ZipInfo(name, date_time=_NO_MOMENT)
            info.compress_type = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return made.getvalue()


def unpack(inhoud: bytes) -> dict[str, bytes]:
    """The parts of a zip file, folders left out."""
    with zipfile.ZipFile(BytesIO(inhoud)) as archive:
        return {it.filename: archive.read(it) for it in archive.infolist() if not it.is_dir()}
