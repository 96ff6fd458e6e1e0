"""Word files as a gemeente gives them, made by hand: nothing in them but what a test is about."""

from collections.abc import Mapping

from monitor.export.archive import pack, unpack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def plain(body: str = "<w:p/>", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with this in its body, and no styles, numbering or settings at all."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/x"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_KIND}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_KIND}.footer+xml"/></Types>'
    )
    made = {
        "[Content_Types].xml": types.encode(),
        **relations("_rels/.rels", (f"{R}/officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'.encode(),
    }
    return pack({**made, **(parts or {})})


def relations(name: str, *pairs: tuple[str, str]) -> dict[str, bytes]:
    """A part with relations: what kind of thing, and where it is."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return {name: f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()}


def relation(kind: str, target: str, *, outside: bool = False) -> dict[str, bytes]:
    """One relation of the document."""
    made = relations("word/_rels/document.xml.rels", (kind, target))
    mode = b' TargetMode="External"/>' if outside else b"/>"
    return {name: it.replace(b"/>", mode) for name, it in made.items()}


def with_parts(parts: Mapping[str, bytes]) -> bytes:
    """The plain Word file with other parts in it."""
    return pack({**unpack(plain()), **parts})
