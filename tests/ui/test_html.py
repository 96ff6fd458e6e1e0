"""What people wrote is shown and never obeyed."""

import pytest

from monitor.ui.html import Html, escape, join, paragraphs, tag

NAUGHTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></article><h1>Overgenomen</h1>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "&lt;script&gt;",
    "**vet** [link](https://example.org) ![beeld](https://example.org/x.png)",
    "$x^2$ :smile: :red[rood]",
    "<style>*{display:none}</style>",
    "javascript:alert(1)",
    "een\x00twee\x1bdrie\ud800vier\uffff",
    "\u202eomgekeerd",
    "𝓣𝓮𝓴𝓼𝓽 👩‍👩‍👧 ﷽",
]


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_text_never_becomes_a_tag_or_leaves_its_attribute(text: str) -> None:
    html = tag("p", text, title=text)
    inside = html.removeprefix('<p title="').removesuffix("</p>")
    assert "<" not in inside
    assert inside.count('"') == 1
    assert inside.count(">") == 1


def test_what_a_browser_cannot_show_is_replaced_and_the_rest_is_kept() -> None:
    assert escape("een\x00twee\ud800drie\téénregel\nander") == "een\ufffdtwee\ufffddrie\téénregel\nander"


def test_html_of_ours_is_not_escaped_twice() -> None:
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert join("a<", Html("<br>"), None) == "a&lt;<br>"


def test_an_attribute_without_value_is_left_out_and_a_true_one_stands_by_its_name() -> None:
    assert tag("details", "x", open=True, id=None, class_="meer") == '<details open class="meer">x</details>'
    assert tag("p", "x", aria_label="zo") == '<p aria-label="zo">x</p>'


def test_empty_lines_make_paragraphs_and_line_ends_are_kept() -> None:
    assert paragraphs("een\ntwee\r\n\r\n\n<drie>") == "<p>een<br>twee</p><p>&lt;drie&gt;</p>"
