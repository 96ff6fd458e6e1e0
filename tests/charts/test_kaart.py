"""The map names its wijken and shows where it chafes."""

from typing import Any

import pytest

from monitor.charts.kaart import OpKaart, broken_name, has_bare, has_numbers, kaart_spec


def feature(code: str, place: float = 0.0) -> dict[str, Any]:
    ring = [[place, 52.0], [place, 52.1], [place + 0.1, 52.1], [place + 0.1, 52.0], [place, 52.0]]
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"code": code, "naam": code},
    }


def on_map(naam: str, *, schuurt: bool = False) -> OpKaart:
    return OpKaart(naam=naam, link=f"wijk?wijk={naam}", omschrijving=f"{naam}: 3 verhalen", schuurt=schuurt)


def test_every_wijk_has_its_shape_its_name_and_its_link() -> None:
    wijken = {"WK990101": on_map("Kade"), "WK990102": on_map("Akker", schuurt=True)}
    shapes, names = kaart_spec([feature("WK990101"), feature("WK990102", 0.1)], wijken)["layer"]
    drawn = [it["properties"] for it in shapes["data"]["values"]]
    assert [it["schuurt"] for it in drawn] == [False, True]
    assert drawn[0]["link"] == "wijk?wijk=Kade"
    assert drawn[0]["omschrijving"] == "Kade: 3 verhalen"
    assert [it["naam"] for it in names["data"]["values"]] == ["Kade", "Akker"]
    assert names["data"]["values"][0]["lon"] == pytest.approx(0.05)


def test_a_shape_of_a_wijk_that_is_not_in_the_list_is_left_out() -> None:
    shapes, _ = kaart_spec([feature("WK990101"), feature("WK990199")], {"WK990101": on_map("Kade")})["layer"]
    assert len(shapes["data"]["values"]) == 1


def test_a_name_without_room_gives_way_to_its_number_in_the_list() -> None:
    wijken = {"WK990101": on_map("Kade"), "WK990102": on_map("Een lange naam"), "WK990103": on_map("Akker")}
    features = [feature("WK990101"), feature("WK990102", 0.1), feature("WK990103", 0.9)]
    spec = kaart_spec(features, wijken)
    assert "2" in [it["naam"] for it in spec["layer"][1]["data"]["values"]]
    assert has_numbers(spec)


def test_a_number_without_room_is_left_out_and_its_wijk_stays() -> None:
    wijken = {f"WK9901{number:02}": on_map(f"Wijk {number}") for number in range(1, 9)}
    features = [feature("WK990101", 8.0), *(feature(f"WK9901{number:02}", number / 100) for number in range(2, 9))]
    spec = kaart_spec(features, wijken)
    shapes, names = (layer["data"]["values"] for layer in spec["layer"])
    assert len(shapes) == 8
    assert len(names) < 8
    assert has_bare(spec)


@pytest.mark.parametrize(
    ("naam", "lines"),
    [
        ("Elsrijk", ["Elsrijk"]),
        ("Keizer Karelpark", ["Keizer", "Karelpark"]),
        ("De Oude Kom", ["De Oude Kom"]),
        ("Middenhoven-Noord", ["Middenhoven-", "Noord"]),
    ],
)
def test_a_long_name_is_broken_where_it_may(naam: str, lines: list[str]) -> None:
    assert broken_name(naam).split("\n") == lines
