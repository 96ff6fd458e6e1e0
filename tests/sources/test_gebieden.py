"""Boundaries: repaired, reprojected, simplified together and wound the way Vega draws them."""

import itertools
import json

import pytest
from shapely.geometry import shape

from monitor.errors import OngeldigBestand
from monitor.sources.gebieden import read_gebieden

from .conftest import MAX_YEAR


def square(west: float, south: float, size: float = 0.01, hole: bool = False) -> dict:
    """A square of which the outer ring runs the wrong way for Vega."""

    def ring(x: float, y: float, side: float) -> list[list[float]]:
        return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]

    rings = [ring(west, south, size)]
    if hole:
        rings.append(ring(west + size / 4, south + size / 4, size / 2))
    return {"type": "Polygon", "coordinates": rings}


def feature(geometry: dict | None, **properties: object) -> dict:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def wijk(code: str, geometry: dict | None) -> dict:
    return feature(geometry, wijkcode=code, wijknaam=f"Wijk {code}", gemeentecode="GM9980", gemeentenaam="Rietdam")


@pytest.fixture
def geojson(tmp_path):
    def make(*features: dict, **more: object):
        path = tmp_path / "wijken.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features), **more}), encoding="utf-8")
        return path

    return make


def read(path, year=2024, **more):
    return read_gebieden(path, year=year, max_year=MAX_YEAR, **more)


def shapes(bestand) -> dict[str, dict]:
    return {row["gebied"]: json.loads(row["geojson"]) for row in bestand.geometrie.to_pylist()}


def turns_clockwise(ring: list[list[float]]) -> bool:
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in itertools.pairwise(ring)) > 0


def test_outer_rings_run_clockwise_and_holes_the_other_way(geojson):
    vorm = shapes(read(geojson(wijk("WK998001", square(4.8, 52.3, hole=True)))))["WK998001"]
    assert [turns_clockwise(ring) for ring in vorm["coordinates"]] == [True, False]


def test_coordinates_have_five_decimals(geojson):
    vorm = shapes(read(geojson(wijk("WK998001", square(4.8123456789, 52.3)))))["WK998001"]
    assert {len(str(x).split(".")[1]) <= 5 for x, _ in vorm["coordinates"][0]} == {True}


def test_a_shape_that_crosses_itself_is_repaired(geojson):
    bow = [[4.8, 52.3], [4.81, 52.31], [4.81, 52.3], [4.8, 52.31], [4.8, 52.3]]
    vorm = shape(shapes(read(geojson(wijk("WK998001", {"type": "Polygon", "coordinates": [bow]}))))["WK998001"])
    assert vorm.is_valid
    assert vorm.area > 0


def test_coordinates_of_rd_are_recognised_and_become_degrees(geojson):
    bestand = read(geojson(wijk("WK998001", square(119_000, 480_000, 1000))))
    west, south, east, north = shape(shapes(bestand)["WK998001"]).bounds
    assert 4.8 < west < east < 4.9
    assert 52.2 < south < north < 52.4


def test_coordinates_elsewhere_in_the_world_are_refused(geojson):
    with pytest.raises(OngeldigBestand, match="liggen niet in Nederland"):
        read(geojson(wijk("WK998001", square(-74.0, 40.7))))


def test_neighbours_keep_the_same_border(geojson):
    bestand = read(geojson(wijk("WK998001", square(4.8, 52.3)), wijk("WK998002", square(4.81, 52.3))))
    one, other = (shape(vorm) for vorm in shapes(bestand).values())
    assert one.intersection(other).length == pytest.approx(0.01, abs=1e-4)


def test_wijken_bring_the_name_of_their_gemeente(geojson):
    namen = {
        row["code"]: row["naam"] for row in read(geojson(wijk("WK998001", square(4.8, 52.3)))).gebieden.to_pylist()
    }
    assert namen == {"GM9980": "Rietdam", "WK998001": "Wijk WK998001"}


@pytest.mark.parametrize("naam", ["gemeentecode", "statcode", "GM_CODE"])
def test_gemeenten_are_recognised_by_the_property_with_their_code(geojson, naam):
    assert set(shapes(read(geojson(feature(square(4.8, 52.3), **{naam: "GM9980"}))))) == {"GM9980"}


def test_what_lies_abroad_is_skipped(geojson):
    abroad = feature(square(4.9, 51.4), wijkcode="WK099899", wijknaam="Buitenland")
    assert set(shapes(read(geojson(abroad, wijk("WK998001", square(4.8, 52.3)))))) == {"WK998001"}


def test_a_gemeente_can_be_chosen(geojson):
    other = feature(square(4.9, 52.3), wijkcode="WK998101", wijknaam="Elders")
    bestand = read(geojson(other, wijk("WK998001", square(4.8, 52.3))), gemeenten=["GM9980"])
    assert set(shapes(bestand)) == {"WK998001"}


def test_every_wrong_feature_is_told_with_its_number(geojson):
    path = geojson(
        wijk("WK998001", None),
        feature(square(4.8, 52.3), naam="zonder code"),
        wijk("Kern", square(4.8, 52.3)),
        wijk("WK998004", {"type": "Polygon", "coordinates": [[[4.8, 52.3]]]}),
        {"type": "Feature"},
    )
    with pytest.raises(OngeldigBestand) as caught:
        read(path)
    assert [probleem.rij for probleem in caught.value.problemen] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"features": []}', "hallo", "code;naam", '{"features": [1'])
def test_what_is_no_geojson_is_refused(tmp_path, content):
    path = tmp_path / "x.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OngeldigBestand):
        read(path)


def test_the_year_may_stand_in_the_file_and_must_then_agree(geojson):
    path = geojson(wijk("WK998001", square(4.8, 52.3)), metadata={"year": 2024})
    assert read(path, year=None).peiljaar == 2024
    with pytest.raises(OngeldigBestand, match="U geeft het jaar 2020 op"):
        read(path, year=2020)


@pytest.mark.parametrize("year", [None, 1066, 2999])
def test_without_a_year_that_can_be_there_are_no_boundaries(geojson, year):
    with pytest.raises(OngeldigBestand):
        read(geojson(wijk("WK998001", square(4.8, 52.3))), year=year)


@pytest.mark.parametrize("getal", [float("inf"), float("-inf"), float("nan")])
def test_a_shape_with_a_point_that_is_nowhere_is_refused(geojson, getal):
    shape_ = square(4.8, 52.3)
    shape_["coordinates"][0][1][0] = getal
    with pytest.raises(OngeldigBestand, match="is niet compleet"):
        read(geojson(wijk("WK998001", shape_)))


@pytest.mark.parametrize("naam", ["\ud800", "Kern\x00"])
def test_a_name_with_characters_that_are_no_text_is_refused(geojson, naam):
    with pytest.raises(OngeldigBestand, match="tekens die geen tekst zijn"):
        read(geojson(feature(square(4.8, 52.3), wijkcode="WK998001", wijknaam=naam)))


def test_json_that_is_nested_without_end_is_no_geojson(tmp_path):
    path = tmp_path / "diep.geojson"
    path.write_text('{"features": ' + "[" * 100_000, encoding="utf-8")
    with pytest.raises(OngeldigBestand, match="geen geldig JSON-bestand"):
        read(path)
