"""Borders from GeoJSON: what is taken, what is dropped, and how a file that cannot be used is refused."""

from __future__ import annotations

import json

import pytest

from socdom.parameters import geojson
from socdom.parameters.geojson import GeoJsonFaults, read_shapes
from tests.lib.borders import cell, collection, feature

CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def told(content: bytes, code: str = "") -> list[str]:
    with pytest.raises(GeoJsonFaults) as caught:
        read_shapes(content, "grenzen.geojson", code)
    return [str(fault) for fault in caught.value.faults]


def without(corners: list, at: int) -> list:
    return corners[:at] + corners[at + 1 :]


@pytest.mark.parametrize("name", ["WK_CODE", "wijkcode", "statcode", "code"])
def test_the_usual_names_of_the_code_are_known(name: str) -> None:
    content = collection(
        [feature("WK999901", cell(0, 0), name=name, WK_NAAM="Jansen, tel. 0612345678")], crs=CRS84
    )
    found = read_shapes(content, "x")
    assert found == {"WK999901": (tuple(map(tuple, cell(0, 0))),)}


def test_another_name_is_asked_for_and_found() -> None:
    content = collection([feature("WK999901", cell(0, 0), name="gebied")])
    assert "grenzen, code" in told(content)[0]
    assert list(read_shapes(content, "x", "gebied")) == ["WK999901"]
    assert "gebiedje is er niet" in told(content, "gebiedje")[0]


def test_parts_and_holes_come_together_and_water_is_left_out() -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[cell(0, 0)], [cell(2, 0), cell(2, 0)[::-1]]]}
    several = {**feature("WK999901", cell(0, 0)), "geometry": parts}
    water = feature("WK999999", cell(3, 0), water="JA")
    found = read_shapes(collection([several, feature("WK999901", cell(5, 0)), water]), "x")
    assert {code: len(rings) for code, rings in found.items()} == {"WK999901": 4}


def test_all_faults_are_told_at_once_with_the_number_of_the_area() -> None:
    far = [[5.0, 40.0], [5.1, 40.0], [5.1, 40.1], [5.0, 40.0]]
    words = told(
        collection(
            [
                feature("wijk 1", cell(0, 0)),
                feature("WK999902", without(cell(1, 0), 4)),
                feature("WK999903", far),
                feature("WK999904", far),
                {**feature("WK999905", cell(1, 1)), "geometry": {"type": "Point", "coordinates": [5, 52]}},
                feature(None, cell(1, 1)),
                feature("WK999906", [[5.0, "52"], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]),
            ]
        )
    )
    assert len(words) == 5
    assert any("een CBS-code" in line and "gebied 1 en 6 van het bestand" in line for line in words)
    assert any("eindigt waar hij begint" in line and "gebied 2 " in line for line in words)
    assert any("in Nederland" in line and "gebied 3 en 4 " in line for line in words)
    assert any("elk gebied is een vlak" in line and "gebied 5 " in line for line in words)
    assert any("een paar getallen" in line and "gebied 7 " in line for line in words)
    assert "wijk 1" not in " ".join(words)  # no value of the file is repeated


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        b"\xff\xfe\x00",
        b'{"type": "FeatureCollection", "features": []}',
        b'{"type": "FeatureCollection", "features": 3}',
        b'{"type": "Feature"}',
        b"[" * 100_000,
        collection([feature("WK999901", cell(0, 0))]).replace(b"5.01", b"NaN"),
        collection([feature("WK999901", cell(0, 0))]).replace(b"5.01", b"1e999"),
        collection([feature("WK999901", cell(0, 0))]).replace(b"5.01", b"9" * 4000),
        collection([feature("WK999901", cell(0, 0))]).replace(b"5.01", b"true"),
        collection([feature("WK999901", cell(0, 0))], crs=RD),
        collection([feature("WK999901", cell(0, 0))], crs="RD"),
        json.dumps({"type": "FeatureCollection", "features": [None]}).encode(),
        collection([{"type": "Feature", "properties": None, "geometry": None}]),
    ],
)  # fmt: skip
def test_what_is_no_map_is_refused_without_a_traceback(content: bytes) -> None:
    assert all(line.startswith("grenzen.geojson: ") for line in told(content))


def test_a_file_that_is_too_large_or_too_fine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = collection([feature("WK999901", cell(0, 0))])
    monkeypatch.setattr(geojson, "MOST_POINTS", 4)
    assert "ten hoogste 4 punten" in told(content)[0]
    monkeypatch.setattr(geojson, "MOST_BYTES", 10)
    assert "ten hoogste" in told(content)[0]


def test_published_borders_can_be_read(shared_data) -> None:
    wijken = read_shapes((shared_data / "geometry" / "wijken_haaglanden.geojson").read_bytes(), "x")
    whole = read_shapes((shared_data / "geometry" / "gemeenten_2024.geojson").read_bytes(), "x")
    assert (len(wijken), len(whole)) == (72, 342)
    assert "WK051801" in wijken
