"""What stands in one part of a Word file, read from begin to end without keeping it: a part may be far too large.

Nothing is judged here but the fields, of which only the reading itself knows where their code ends.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

MEESTE_DIEP = 200
"""Deeper nested elements the writer of a document cannot read either."""
VELDEN = frozenset(
    {
        "=",
        "CREATEDATE",
        "DATE",
        "DOCPROPERTY",
        "IF",
        "NOTEREF",
        "NUMPAGES",
        "PAGE",
        "PAGEREF",
        "PRINTDATE",
        "REF",
        "SAVEDATE",
        "SECTION",
        "SECTIONPAGES",
        "SEQ",
        "STYLEREF",
        "SUBJECT",
        "TIME",
        "TITLE",
        "TOC",
    }
)
"""The fields of Word that only tell what stands in the document itself. HYPERLINK may too, within the document."""
HALF = ""
"""In the place of a name: a field without its begin or its end."""

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FIELDS = frozenset({"fldChar", "fldSimple", "instrText"})
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_CODE = frozenset({"instrText", "delInstrText"})
_WORDS = frozenset({"instrText", "t"})
_BRANCHES = frozenset({"Choice", "Fallback", "txbxContent"})
"""A field does not begin in one of these and end outside it: a program may read another one than we do."""
_BLANKS = frozenset({"tab", "ptab", "br", "cr", "p"})
_SILENT = _WORDS | _BLANKS | {"r", "rPr", "pPr", "fldChar", "proofErr", "bookmarkStart", "bookmarkEnd", "ffData"}
_INSIDE = "\ufffc"
"""In the code of a field: here stands another field, or something that is no text."""
_NAME = re.compile(r"\s*(=|[A-Za-z]+(?![^\s\"\\]))")
_WITHIN = re.compile(
    r"\s*HYPERLINK(?:\s+\\[lot]\s+(?:\"[^\"\\\ufffc]*\"|[^\s\"\\\ufffc]+)|\s+\\[hnm])*\s*", re.IGNORECASE
)
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_ADDRESS = re.compile(r"(?!data:image/)[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")


class OngeldigDeel(ValueError):
    """A part that is no XML, or XML that no program should read."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A relation: what of which kind a part of the file points at."""

    id: str
    soort: str
    """The kind without the address of its standard."""
    doel: str
    buiten: bool
    """Outside the file."""


@dataclass(slots=True)
class GelezenDeel:
    """What was found in a part."""

    wortel: list[str] = field(default_factory=list)
    """The names of the outermost element and of those directly in it."""
    elementen: set[str] = field(default_factory=set)
    verwijzingen: list[Verwijzing] = field(default_factory=list)
    gebruikt: set[str] = field(default_factory=set)
    """The ids of relations that the text needs."""
    soorten: dict[str, str] = field(default_factory=dict)
    """Of a list of content types: the kind of every part or ending, in small letters."""
    adressen: list[str] = field(default_factory=list)
    """Of pictures that are not in the file."""
    velden: list[str] = field(default_factory=list)
    """Names of fields that may not be in a template."""
    gewijzigd: bool = False
    """A change with the name of who made it."""
    aantal: int = 0


def read_deel(inhoud: bytes, meeste: int) -> GelezenDeel:
    """What stands in a part. Raises OngeldigDeel, and OverflowError beyond so many elements."""
    reader = _Reader(meeste)
    try:
        return reader.look(inhoud)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise OngeldigDeel from error


def points_elsewhere(adres: str) -> bool:
    """Whether an address is one outside the file, however it is written."""
    return bool(_ADDRESS.match("".join(it for it in adres if unicodedata.category(it) not in _UNSEEN)))


@dataclass(slots=True)
class _Veld:
    """A field that has begun."""

    simple: bool = False
    in_code: bool = True
    code: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    meeste: int
    found: GelezenDeel = field(default_factory=GelezenDeel)
    path: list[str] = field(default_factory=list)
    velden: list[_Veld] = field(default_factory=list)
    floors: list[int] = field(default_factory=lambda: [0])
    """How many fields had begun where a branch began."""

    def look(self, inhoud: bytes) -> GelezenDeel:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.Parse(inhoud, True)
        if self.velden:
            self.found.velden.append(HALF)
        return self.found

    def _declare(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "utf-16", "us-ascii"):
            raise OngeldigDeel

    def _refuse(self, *_: object) -> None:
        raise OngeldigDeel

    def _open(self, full: str, attributes: Mapping[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self.found.aantal += 1
        if self.found.aantal > self.meeste:
            raise OverflowError
        if len(self.path) >= MEESTE_DIEP:
            raise OngeldigDeel
        if len(self.path) < 2:
            self.found.wortel.append(name)
        # What another standard calls the same is something else: a program leaves it out, with all that is in it.
        known = name if space in _WORD else full
        self.path.append(known)
        self.found.elementen.add(name)
        self._relate(name, attributes)
        self._look_at(space, name, attributes)
        self._open_field(known, name, attributes)

    def _relate(self, name: str, said: Mapping[str, str]) -> None:
        if name == "Relationship":
            mode = "".join(said.get("TargetMode", "").split()).lower()
            doel, soort = said.get("Target", ""), said.get("Type", "").strip().rsplit("/", 1)[-1]
            buiten = mode not in ("", "internal") or points_elsewhere(doel)
            self.found.verwijzingen.append(Verwijzing(said.get("Id", ""), soort, doel, buiten))
        elif name in ("Override", "Default"):
            part = said.get("PartName", "").lstrip("/") or f".{said.get('Extension', '')}"
            kind = said.get("ContentType", "").partition(";")[0].strip().lower()
            if self.found.soorten.setdefault(part.lower(), kind) != kind:
                raise OngeldigDeel

    def _look_at(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        for key, value in attributes.items():
            of, _, local = key.rpartition(" ")
            if of.endswith("/relationships"):
                self.found.gebruikt.add(value)
            elif local in ("src", "href", "althref") and points_elsewhere(value):
                self.found.adressen.append(value)
            elif local == "author" and space in _WORD and name != "comment":
                self.found.gewijzigd = True
        if space in _WORD and name in _CHANGES:
            self.found.gewijzigd = True

    # Fields: their code stands between their begin and what separates it from what they say now

    def _open_field(self, known: str, name: str, attributes: Mapping[str, str]) -> None:
        if name in _BRANCHES:
            self.floors.append(len(self.velden))
        if name in _FIELDS and known != name:
            self.found.velden.append(HALF)
        elif known == "fldSimple":
            self._nested(_INSIDE)
            self.velden.append(_Veld(simple=True, in_code=False, code=[self._said(attributes, "instr")]))
        elif known == "fldChar":
            self._turn(self._said(attributes, "fldCharType"))
        elif known in _BLANKS:
            self._nested(" ")
        elif not {"rPr", "pPr", "ffData"}.intersection(self.path) and known not in _SILENT:
            self._nested(_INSIDE)

    def _said(self, attributes: Mapping[str, str], name: str) -> str:
        """What an attribute of Word says, and that no other one seems to say it."""
        said = [(key.rpartition(" ")[0], value) for key, value in attributes.items() if key.rpartition(" ")[2] == name]
        if len(said) != 1 or said[0][0] not in _WORD:
            self.found.velden.append(HALF)
            return ""
        return said[0][1]

    def _nested(self, sign: str) -> None:
        if self.velden and self.velden[-1].in_code:
            self.velden[-1].code.append(sign)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._nested(_INSIDE)
            self.velden.append(_Veld())
        elif len(self.velden) <= self.floors[-1] or self.velden[-1].simple:
            self.found.velden.append(HALF)
        elif kind == "separate":
            self.velden[-1].in_code = False
        else:
            self._end(self.velden.pop())

    def _text(self, text: str) -> None:
        name = self.path[-1]
        if name == "fldData" or (text.isspace() and name not in _WORDS):
            return
        if self.velden and self.velden[-1].in_code:
            self.velden[-1].code += [text] if name in _WORDS else [_INSIDE, text]
        elif name in _CODE and text.strip():
            self.found.velden.append(_shown(text))

    def _close(self, full: str) -> None:
        name = full.rpartition(" ")[2]
        known = self.path.pop()
        if known == "fldSimple" and self.velden and self.velden[-1].simple:
            self._end(self.velden.pop())
        if name in _BRANCHES and len(self.velden) != self.floors.pop():
            self.found.velden.append(HALF)

    def _end(self, veld: _Veld) -> None:
        code = "".join(veld.code)
        if not _may(code):
            self.found.velden.append(_shown(code))


def _may(code: str) -> bool:
    name = _NAME.match(code)
    if not code.strip() or _WITHIN.fullmatch(code):
        return "\\l" in code.lower() or not code.strip()
    return name is not None and name[1].upper() in VELDEN


def _shown(code: str) -> str:
    """The name of a field as far as it can be told; a half field that has none is one that holds another."""
    return "".join(re.findall("[A-Za-z0-9]+|=", code.replace(_INSIDE, " "))[:1])[:30].upper() or "zonder naam"
