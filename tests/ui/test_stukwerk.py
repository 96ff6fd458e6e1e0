"""The charts of a stuk on the screen: drawn once, and again only when a figure is another."""

from dataclasses import replace
from typing import Any

import pytest

from monitor.domain.raadsstuk import OnderdeelSoort
from monitor.services.stukteksten import stukteksten
from monitor.services.stukzinnen import Stukcijfer
from monitor.store.database import Database
from monitor.ui import stukwerk
from tests.services.stukken import LINDEN, make_stuk, onderdeel


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many charts were drawn, time after time."""
    counted: list[int] = []

    def draw(specs: list[dict[str, Any]]) -> tuple[str, ...]:
        counted.append(len(specs))
        return tuple(f"<svg>{sum(counted)}-{place}</svg>" for place, _ in enumerate(specs))

    monkeypatch.setattr(stukwerk, "make_svgs", draw)
    monkeypatch.setattr(stukwerk, "_drawings", {})
    return counted


@pytest.fixture
def cijfers(voorbeeld: Database) -> list[Stukcijfer]:
    codes = ("vm-buren-oppassen", "vm-open-tafel")
    stuk = make_stuk([onderdeel(it, OnderdeelSoort.ARGUMENT, indicator=it, gebied=LINDEN) for it in codes])
    return list(stukteksten(voorbeeld, stuk).cijfers.values())


def test_what_was_drawn_is_not_drawn_again(drawn: list[int], cijfers: list[Stukcijfer]) -> None:
    first = stukwerk.draw(cijfers)
    assert stukwerk.draw(cijfers) == first
    assert drawn == [2, 0]
    one = cijfers[0]
    fewer = replace(one, geheel=replace(one.geheel, metingen=one.geheel.metingen[:-1]))
    assert stukwerk.draw([cijfers[1], fewer])[0] == first[1]
    assert drawn == [2, 0, 1]


def test_no_more_drawings_are_kept_than_there_is_room_for(
    drawn: list[int], cijfers: list[Stukcijfer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stukwerk, "_DRAWN", 1)
    first, second = stukwerk.draw(cijfers)
    assert first != second
    assert list(stukwerk._drawings.values()) == [second]
