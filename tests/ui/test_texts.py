"""Every word on the screen stands in one package."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.settings import ROOT

SCREENS = [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "monitor/ui").glob("*.py"))]
WRITERS = {"st", "tag", "join", "paragraphs", "show_message", "choose_wijk", "choose_gemeente"}


def literals(path: Path) -> Iterator[str]:
    """The texts with a space that are given to a call that shows something."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in WRITERS:
            for given in [*node.args, *(word.value for word in node.keywords if word.arg not in ("class_", "style"))]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and " " in given.value.strip():
                    yield given.value


def _name(function: ast.expr) -> str:
    while isinstance(function, ast.Attribute):
        function = function.value
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.name)
def test_no_sentence_stands_outside_the_file_of_texts(path: Path) -> None:
    assert list(literals(path)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_a_page_is_short_and_begins_with_its_frame(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 100
    body = [node for node in ast.parse("\n".join(lines)).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert "frame.page(" in ast.unparse(body[1])
