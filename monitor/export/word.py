"""The Word file in which a document is written: ours, or the template of the gemeente with what it does not have."""

import re
from copy import deepcopy
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.image import ImagePart
from docx.parts.numbering import NumberingPart
from docx.shared import Length
from docx.text.paragraph import Paragraph
from lxml import etree

from monitor.domain.document import Document, Lijst
from monitor.export.archive import pack, unpack
from monitor.export.layout import BREEDTE_CM
from monitor.export.metadata import without_metadata
from monitor.services.huisstijl import BLIJFT

MERK = "[[inhoud]]"
"""An alinea of a template with only this in it is where the document goes; without it all of its body makes room."""

_PARTS = Path(__file__).parent / "word"
_HANGING = 397
_MOST = 255
"""So many signs Word keeps of a property."""
_SETTINGS = frozenset(
    {
        "autoHyphenation",
        "bookFoldPrinting",
        "bookFoldPrintingSheets",
        "bookFoldRevPrinting",
        "bordersDoNotSurroundFooter",
        "bordersDoNotSurroundHeader",
        "characterSpacingControl",
        "clrSchemeMapping",
        "compat",
        "consecutiveHyphenLimit",
        "decimalSymbol",
        "defaultTableStyle",
        "defaultTabStop",
        "displayBackgroundShape",
        "doNotHyphenateCaps",
        "embedTrueTypeFonts",
        "endnotePr",
        "evenAndOddHeaders",
        "footnotePr",
        "gutterAtTop",
        "hyphenationZone",
        "listSeparator",
        "mathPr",
        "mirrorMargins",
        "saveSubsetFonts",
        "themeFontLang",
        "zoom",
    }
)
"""What stays of the settings of a template: how a page looks. The rest tells who made it, asks or forbids something."""
_NAMES = ("descr", "title", "name", "alt")
_FOLDER = re.compile(r"\s*([A-Za-z]:[\\/]|\\\\|file:|/(home|Users)/)")
_LOOSE = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:printerSettings")
"""What in the text points at a part that stays behind."""
_BULLET, _NUMBER = "bullet", "decimal"
_DOTX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCX = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()


def opened(sjabloon: bytes | None) -> WordDocument:
    """A file to write in: the template of the gemeente as a document, or ours; nothing in it of who made it."""
    parts = unpack(sjabloon) if sjabloon else unpack(_bare())
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(_DOTX, _DOCX)
    word = docx.Document(BytesIO(pack(parts)))
    _leave_behind(word)
    if word.element.body.sectPr is None:
        word.element.body.append(parse_xml(_part("document.xml")).body.sectPr)
    if not any(it.reltype == RELATIONSHIP_TYPE.NUMBERING for it in word.part.rels.values()):
        name, package = PackURI("/word/numbering.xml"), word.part.package
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, _part("numbering.xml"), package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return word


def _leave_behind(word: WordDocument) -> None:
    """Keep of a template what it looks like; what is in no kept part reaches no document."""
    package = word.part.package.rels
    for name in [name for name, it in package.items() if it.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
        del package[name]
    seen: list[Any] = []
    _keep_looks(word.part, seen)
    for part in seen:
        if part.partname.endswith("/settings.xml") or part.content_type == CONTENT_TYPE.WML_SETTINGS:
            _clean_settings(part)
        elif isinstance(part, ImagePart):
            part._blob = without_metadata(part.blob)
        elif isinstance(part, XmlPart):
            _forget_folders(part.element)
    for tag in _LOOSE:
        for loose in list(word.element.iter(qn(tag))):
            loose.getparent().remove(loose)


def _keep_looks(part: Any, seen: list[Any]) -> None:
    seen.append(part)
    for name, it in list(part.rels.items()):
        if it.is_external or it.reltype.rsplit("/", 1)[-1] not in BLIJFT:
            del part.rels[name]
        elif it.target_part not in seen:
            _keep_looks(it.target_part, seen)


def _forget_folders(inside: Any) -> None:
    """Word says of a picture from which folder of whose machine it came."""
    for it in inside.iter(etree.Element):
        for key, value in it.attrib.items():
            if etree.QName(key).localname in _NAMES and _FOLDER.match(value):
                it.set(key, "")


def _clean_settings(part: Any) -> None:
    for setting in list(part.element):
        if etree.QName(setting).localname not in _SETTINGS:
            part.element.remove(setting)


def make_room(word: WordDocument) -> list[Any]:
    """Empty the body, or what stands behind the mark; give back what must stand behind the document."""
    body = word.element.body
    inside = [it for it in body if it.tag != qn("w:sectPr")]
    mark = next((it for it in inside if it.tag == qn("w:p") and Paragraph(it, word).text.strip() == MERK), None)
    at = inside.index(mark) if mark is not None else 0
    for element in inside[at:]:
        body.remove(element)
    return inside[at + 1 :] if mark is not None else []


def put_back(word: WordDocument, behind: list[Any]) -> None:
    """What the template has behind its mark."""
    end = word.element.body.sectPr
    for element in behind:
        end.addprevious(element) if end is not None else word.element.body.append(element)


def has_own_logo(word: WordDocument) -> bool:
    """Whether the template has a picture in the head of a page."""
    heads = [it.target_part for it in word.part.rels.values() if it.reltype == RELATIONSHIP_TYPE.HEADER]
    return any(it.reltype == RELATIONSHIP_TYPE.IMAGE for head in heads for it in head.rels.values())


def text_width(word: WordDocument) -> float:
    """How wide the text of a page is in centimetres; of a page that does not say it, as wide as ours."""
    section = word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return BREEDTE_CM
    width: float = Length(page - left - right).cm
    return max(1.0, width)


def name_styles(word: WordDocument) -> dict[str, str]:
    """The ids of all styles by their names in small letters; what a template does not have is added to it.

    A Dutch Word has other ids than ours, and the same names.
    """
    styles = word.styles.element
    known = _ids(styles)
    ours = parse_xml(_part("styles.xml"))
    names = {style_id: name for name, style_id in _ids(ours).items()}
    added = [it for it in ours.style_lst if it.name_val and it.name_val.lower() not in known]
    for style in added:
        known[str(style.name_val).lower()] = str(style.styleId)
    for style in added:
        copy = deepcopy(style)
        for tag in ("w:basedOn", "w:next"):
            for reference in copy.findall(qn(tag)):
                reference.set(qn("w:val"), known[names[reference.get(qn("w:val"))]])
        styles.append(copy)
    return known


def speak(word: WordDocument, taal: str) -> None:
    """Say in the styles in which language the document is."""
    inside = word.styles.element
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = inside.find(qn(tag))
        if found is None:
            found = element(tag)
            inside.insert(0, found)
        inside = found
    for old in inside.findall(qn("w:lang")):
        inside.remove(old)
    inside.append(element("w:lang", val=taal, eastAsia=taal, bidi="ar-SA"))


def new_numbering(word: WordDocument, lijst: Lijst, indent: int) -> int:
    """The number of a new numbering, beside those that the template has."""
    numbering = word.part.numbering_part.element
    kind = _NUMBER if lijst.genummerd else _BULLET
    abstract = (
        max((int(it.get(qn("w:abstractNumId"))) for it in numbering.findall(qn("w:abstractNum"))), default=-1) + 1
    )
    layout = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="{lijst.begin}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{"%1." if lijst.genummerd else "•"}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent + _HANGING}" w:hanging="{_HANGING}"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    first.addprevious(layout) if first is not None else numbering.append(layout)
    number: int = numbering.add_num(abstract).numId
    return number


def name_file(word: WordDocument, document: Document) -> None:
    """What the file says of itself; nothing of who made it or on which machine."""
    told = word.core_properties
    told.title, told.subject, told.author = (
        document.titel[:_MOST],
        document.ondertitel[:_MOST],
        document.gemeente[:_MOST],
    )
    told.last_modified_by, told.language = document.gemeente[:_MOST], document.taal
    told.identifier = document.kenmerk[:_MOST]
    told.category = told.comments = told.keywords = told.content_status = told.version = ""
    told.revision = 1
    told.created = told.modified = datetime.combine(document.datum, time(), UTC)


def saved(word: WordDocument) -> bytes:
    """The file, of which the bytes do not depend on the clock."""
    made = BytesIO()
    word.save(made)
    return pack(unpack(made.getvalue()))


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


@cache
def _bare() -> bytes:
    """A Word file with our styles and nothing in it."""
    return pack(
        {
            "[Content_Types].xml": _part("content_types.xml"),
            "_rels/.rels": _part("rels.xml"),
            "word/document.xml": _part("document.xml"),
            "word/_rels/document.xml.rels": _part("document_rels.xml"),
            "word/styles.xml": _part("styles.xml"),
            "word/numbering.xml": _part("numbering.xml"),
            "word/settings.xml": _part("settings.xml"),
            "word/fontTable.xml": _part("font_table.xml"),
            "word/theme/theme1.xml": _part("theme.xml"),
        }
    )


def _part(name: str) -> bytes:
    return (_PARTS / name).read_bytes()


def _ids(styles: Any) -> dict[str, str]:
    return {str(it.name_val).lower(): str(it.styleId) for it in styles.style_lst if it.name_val}
