"""The document on the screen: every block as in the file, and no text of people ever a tag."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.document import Citaat, Kop, Lijst
from monitor.ui import document_blok
from tests.export.stukken import ALT, CITAAT, make_document, stuk_van, vol_stuk

VOID = {"br", "hr", "img"}


class Nested(HTMLParser):
    """Whether every tag is closed where it should be, and what stands between the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Nested:
    parser = Nested()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def test_every_kind_of_block_is_shown() -> None:
    html = document_blok.compose(vol_stuk())
    for said in (
        '<h2 dir="auto">Raadsvoorstel: samen eten</h2>',
        f"“{CITAAT}”",
        f'alt="{ALT}"',
        '<ol start="3">',
        "Let op: De cijfers zijn voorlopig.",
        '<th scope="col" class="getal" dir="auto">Lindekwartier</th>',
        "<hr>",
        "brood<br>en boter",
        "Tabel 1. ",
        "Figuur 1. ",
    ):
        assert said in html, said
    read(html)


def test_headings_never_skip_a_level() -> None:
    found = read(document_blok.compose(vol_stuk())).headings
    assert found[0] == 2
    assert all(later <= before + 1 for before, later in pairwise(found))


def test_words_of_people_are_never_a_tag() -> None:
    html = document_blok.compose(
        make_document(Kop(1, "<b>Kop</b>"), Citaat("<script>x</script> **vet**", "<i>bij</i>"), Lijst(("<hr>",)))
    )
    for tag in ("<b>", "<script>", "<i>", "<hr>"):
        assert tag not in html
    assert "**vet**" in html


@given(st.lists(st.text(min_size=1).filter(lambda it: bool(it.strip())), min_size=1, max_size=3))
def test_any_text_stands_in_a_well_formed_block(texts: list[str]) -> None:
    read(document_blok.compose(stuk_van(texts)))
