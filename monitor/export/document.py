"""A document as a file, in each of the four kinds."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from monitor.domain.document import Document, DocumentSoort, Huisstijl
from monitor.export.document_pdf import make_document_pdf
from monitor.export.docx import make_docx
from monitor.export.markdown import make_markdown
from monitor.export.metadata import without_metadata
from monitor.export.odt import make_odt

MIME: Mapping[DocumentSoort, str] = {
    DocumentSoort.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentSoort.ODT: "application/vnd.oasis.opendocument.text",
    DocumentSoort.PDF: "application/pdf",
    DocumentSoort.MD: "text/markdown",
}
_WRITERS: Mapping[DocumentSoort, Callable[[Document, Huisstijl | None], bytes]] = {
    DocumentSoort.DOCX: make_docx,
    DocumentSoort.ODT: make_odt,
    DocumentSoort.PDF: make_document_pdf,
    DocumentSoort.MD: lambda document, _: make_markdown(document).encode(),
}


def make_document(document: Document, soort: DocumentSoort, huisstijl: Huisstijl | None = None) -> bytes:
    """The document as a file of this kind; the template is for Word only, the logo for all but Markdown.

    Raises BeeldFout when a picture cannot be drawn.
    """
    if huisstijl is not None and huisstijl.logo:
        huisstijl = replace(huisstijl, logo=without_metadata(huisstijl.logo))
    return _WRITERS[soort](document, huisstijl)
