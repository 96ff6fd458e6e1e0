"""Our colours can be told apart and read, in light and in dark, and are the same in charts and stylesheet."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from monitor.charts.theme import DARK, LIGHT, SCREEN, Palette
from monitor.settings import ROOT

STYLE = (ROOT / "monitor" / "ui" / "style" / "huis.css").read_text(encoding="utf-8")
PAPER = {"licht": "#faf9f5", "donker": "#1c2733"}
THEMES = [pytest.param(LIGHT, PAPER["licht"], id="licht"), pytest.param(DARK, PAPER["donker"], id="donker")]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("palette", "paper"), THEMES)
@pytest.mark.parametrize("text", ["inkt", "zacht", "cijfer", "verhaal"])
def test_text_can_be_read(palette: Palette, paper: str, text: str) -> None:
    colour = getattr(palette, text)
    assert contrast(colour, palette.kaart) >= 4.5
    assert contrast(colour, paper) >= 4.5


@pytest.mark.parametrize(("palette", "paper"), THEMES)
@pytest.mark.parametrize("mark", ["cijfer", "verhaal", "gemeente", "schuur_rand"])
def test_marks_can_be_seen(palette: Palette, paper: str, mark: str) -> None:
    assert contrast(getattr(palette, mark), palette.kaart) >= 3
    assert contrast(getattr(palette, mark), paper) >= 3


@pytest.mark.parametrize(("palette", "paper"), THEMES)
def test_what_lies_on_a_band_or_on_yellow_can_be_seen_too(palette: Palette, paper: str) -> None:
    assert contrast(palette.cijfer, palette.cijfer_licht) >= 3
    assert contrast(palette.gemeente, palette.cijfer_licht) >= 3
    assert contrast(palette.inkt, palette.schuur) >= 4.5
    assert contrast(palette.inkt, palette.cijfer_licht) >= 4.5


@pytest.mark.parametrize("name", [name for name in asdict(LIGHT)])
def test_the_stylesheet_has_the_same_colours(name: str) -> None:
    variable = re.fullmatch(r"var\((--[a-z-]+)\)", asdict(SCREEN)[name])
    assert variable
    light, dark = asdict(LIGHT)[name], asdict(DARK)[name]
    assert f"{variable[1]}: {light};" in STYLE
    assert f"{variable[1]}: light-dark({light}, {dark});" in STYLE


def test_streamlit_gets_the_same_paper_and_ink() -> None:
    config = Path(ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    for palette, paper in ((LIGHT, PAPER["licht"]), (DARK, PAPER["donker"])):
        assert f'backgroundColor = "{paper}"' in config
        assert f'textColor = "{palette.inkt}"' in config
        assert f'linkColor = "{palette.cijfer}"' in config
