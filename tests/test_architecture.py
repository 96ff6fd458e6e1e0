"""What the documents promise is there, and what is there stands in the documents."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from monitor.cli.app import app
from monitor.settings import MIGRATIES, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BEGRIPPEN = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ENGLISH = """
answer app archive back columns command cursor database document docx doubt drawing dutch error errors frame group
html info init kept landing layout links loading main markdown menu metadata migrate monitor nl numbers odt openapi
page pages palette paper pdf queries reader refuse roll segment server settings snapshot speech still store stream
texts theme threads word
"""
SMALL_WORDS = """
als bereikbaar bezet bij door gebruikt geen geladen gelezen gemeen gemerkte geschonden gevonden gezegd hoe inlezen
intrekken kwb leefbaarometer lezen mijn nederlands niet nieuw nieuwe ongeldig ongeldige ontbreekt op open rivm te
teruggenomen toegestaan toegevoegd verouderd gemaakte verteld wachtend wie lees wat veranderde bewaarde
"""
"""What Dutch needs around its nouns, and the names of sources."""
TRACKED = ("*.py", "*.md", "*.toml", "*.txt", "*.sql", "*.js", "*.css", "*.csv", "Makefile")


def commands(group: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


COMMANDS = dict(commands(get_command(app)))


def own_files() -> Iterator[Path]:
    for pattern in TRACKED:
        for path in ROOT.rglob(pattern):
            if not any(part.startswith(".") for part in path.relative_to(ROOT).parts):
                yield path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    assert COMMANDS[name].help
    assert f"`{name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    for parameter in COMMANDS[name].params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


def test_every_page_stands_in_the_readme_and_in_dashboard() -> None:
    entry = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    for page in (ROOT / "pages").glob("*.py"):
        address = "`/`" if page.stem == "start" else f"`/{page.stem.replace('_', '-')}"
        assert address in README, page.name
        assert f"pages/{page.name}" in entry, page.name


def test_pages_stay_short() -> None:
    for page in (ROOT / "pages").glob("*.py"):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 100, page.name


def test_every_setting_stands_in_the_readme() -> None:
    names = set(re.findall(r"MONITOR_[A-Z]+", (ROOT / "monitor" / "settings.py").read_text(encoding="utf-8")))
    assert names
    for name in names:
        assert f"`{name}`" in README


def test_every_table_is_named_with_trade_nouns_of_the_list() -> None:
    joining = {"jaar", "vorige", "geldig", "in"}
    known = set(re.findall(r"^\| ([a-z]+) \|", BEGRIPPEN, re.MULTILINE)) | joining
    sql = "\n".join(path.read_text(encoding="utf-8") for path in MIGRATIES.glob("*.sql"))
    tables = re.findall(r"CREATE TABLE (\w+)", sql)
    assert tables
    for table in tables:
        assert set(table.split("_")) <= known, f"{table}: zet het woord in docs/begrippen.md"


def word_forms(word: str) -> set[str]:
    """A trade noun as it may stand in a name: alone, or as a Dutch plural."""
    short = re.sub(r"([aeou])\1([^aeiou])$", r"\1\2", word)
    return {word, f"{word}s", f"{word}n", f"{word}en", f"{short}en", f"{word}{word[-1]}en"}


def names_in_the_code() -> Iterator[tuple[str, str]]:
    """Every word in the name of a module or class, with that name."""
    for path in sorted((ROOT / "monitor").rglob("*.py")):
        for word in path.stem.strip("_").split("_"):
            yield word, path.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                for word in re.findall("[A-Z][a-z]*", node.name):
                    yield word.lower(), node.name


def test_every_module_and_class_is_named_with_trade_nouns_of_the_list_or_in_english() -> None:
    forms = {form for word in re.findall(r"^\| ([a-z]+) \|", BEGRIPPEN, re.MULTILINE) for form in word_forms(word)}
    known = forms | {*ENGLISH.split(), *SMALL_WORDS.split()}
    compound = re.compile(f"(?:(?:start|{'|'.join(forms)})s?)+")
    for word, name in names_in_the_code():
        assert word in known or compound.fullmatch(word), (
            f"{name}: zet “{word}” in docs/begrippen.md of noem het Engels"
        )


def test_the_word_list_is_in_order_and_explains_every_word() -> None:
    rows = re.findall(r"^\| ([a-z]+) \| (.*?) \|", BEGRIPPEN, re.MULTILINE)[1:]
    words = [word for word, _ in rows]
    assert words == sorted(words)
    assert all(meaning.strip() for _, meaning in rows)


def test_every_dependency_is_pinned_and_has_its_reason_in_the_readme() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith(("#", "-r")):
                continue
            assert "==" in line, line
            package = re.split(r"[\[=]", line)[0]
            assert re.search(rf"^\|[^|]*\b{re.escape(package)}\b", README, re.MULTILINE), package


def test_every_room_stands_in_the_table_of_where_things_go() -> None:
    for room in (ROOT / "monitor").iterdir():
        if room.is_dir() and (room / "__init__.py").exists():
            assert f"monitor/{room.name}/" in CONTRIBUTING, room.name


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(r"/(?:work|farm|home|Users)/\w|/tmp/[a-z]")
    for path in own_files():
        found = place.search(path.read_text(encoding="utf-8", errors="replace"))
        assert found is None or path == Path(__file__).resolve(), f"{path}: {found and found.group()}"


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
