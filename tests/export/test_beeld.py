"""A chart as a picture: PNG and SVG that can be opened, with what must be said of it, and nothing left running."""

import socket
import struct
import sys
from typing import Any
from xml.etree import ElementTree

import pytest

from monitor.charts.reeks import plaatje_spec
from monitor.export import beeld
from monitor.export.beeld import BeeldFout, BeeldSoort, make_beeld, make_pngs, make_svgs
from tests.builders import make_reeks

ZINNEN = ("61 van de 100 mensen, in 2024.", "Bron: Enquête.")


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    reeks = make_reeks({2020: 52.5, 2021: 54.0, 2022: 58.0, 2024: 61.0})
    return plaatje_spec(reeks, "Lindekwartier", ZINNEN, "Vier jaren, van 52,5 naar 61.")


def words(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)  # noqa: S314 - we made it ourselves
    return " ".join("".join(it.itertext()) for it in root.iter("{http://www.w3.org/2000/svg}text"))


def test_an_svg_carries_its_name_its_sentences_and_its_source(spec: dict[str, Any]) -> None:
    told = words(make_beeld(spec, BeeldSoort.SVG))
    assert "Mensen kennen genoeg buren om even op te passen, Lindekwartier" in told
    for zin in ZINNEN:
        assert zin in told


def test_a_png_is_drawn_at_twice_the_size_on_white(spec: dict[str, Any]) -> None:
    png = make_beeld(spec, BeeldSoort.PNG)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width > 2 * 720
    assert height > 2 * 180
    assert spec["config"]["background"] == "#ffffff"


def test_charts_of_a_document_are_drawn_in_one_go_as_each_alone_would_be(spec: dict[str, Any]) -> None:
    other = {**spec, "height": 90}
    assert make_svgs([spec, other]) == tuple(make_beeld(it, BeeldSoort.SVG).decode() for it in (spec, other))
    assert make_svgs([]) == ()


def test_drawings_become_pngs_in_one_go_at_twice_the_size() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20"><text x="2" y="9">é</text></svg>'
    sizes = [struct.unpack(">II", it[16:24]) for it in make_pngs([svg.format(30), svg.format(50)])]
    assert sizes == [(60, 40), (100, 40)]
    assert make_pngs([]) == ()
    with pytest.raises(BeeldFout):
        make_pngs(["geen tekening"])


def test_a_long_sentence_is_broken_over_lines() -> None:
    long = "Dit is een zin die veel te lang is. " * 10
    subtitle = plaatje_spec(make_reeks({2020: 1.0, 2021: 2.0}), "Kade", [long], "alt")["title"]["subtitle"]
    assert len(subtitle) > 3
    assert max(map(len, subtitle)) <= 105
    assert " ".join(subtitle).split() == long.split()


def test_our_own_process_does_not_hold_what_draws(spec: dict[str, Any]) -> None:
    make_beeld(spec, BeeldSoort.SVG)
    assert "vl_convert" not in sys.modules


def test_nothing_is_fetched_from_elsewhere() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.csv"
        with pytest.raises(BeeldFout):
            make_beeld({"data": {"url": address}, "mark": "point"}, BeeldSoort.SVG)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_what_cannot_be_drawn_is_told_in_a_sentence() -> None:
    with pytest.raises(BeeldFout, match="kon niet worden getekend"):
        make_beeld({"mark": 12}, BeeldSoort.PNG)


def test_a_drawing_that_takes_too_long_is_told_in_a_sentence(
    spec: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beeld, "PATIENCE", 0.001)
    with pytest.raises(BeeldFout):
        make_beeld(spec, BeeldSoort.SVG)
