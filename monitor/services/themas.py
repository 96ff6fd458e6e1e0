"""The themas that a store starts with. A gemeente may change them; what is there already stays."""

from monitor.sources.koppelingen import themas
from monitor.store.database import Cursor
from monitor.store.inlezing_store import InlezingStore


def ensure_themas(cursor: Cursor) -> None:
    """Add the themas that are not there yet."""
    InlezingStore(cursor).ensure_themas(
        [
            {"code": thema.code, "naam": thema.naam, "uitleg": thema.uitleg, "volgorde": thema.volgorde}
            for thema in themas()
        ]
    )
