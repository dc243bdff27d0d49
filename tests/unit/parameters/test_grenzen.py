"""The part `grenzen` of gemeente.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from socdom.errors import ParameterError
from socdom.parameters import load_gemeente
from socdom.parameters.grenzen import Grenzen, read_grenzen
from tests.conftest import ROOT
from tests.lib.borders import grid


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"bestand": "a.geojson", "cbs": 2024},
        {"cbs": 2024, "code": "WK_CODE"},
        {"cbs": 1990},
        {"bestand": "../a.geojson"},
        {"bestand": ".geojson"},
        {"bestand": "a.shp"},
        {"bestand": "a.geojson", "bron": "<b>wij</b>"},
    ],
)
def test_one_way_to_name_borders(values: dict) -> None:
    with pytest.raises(ValidationError):
        Grenzen(**values)
    assert Grenzen(bestand="grenzen-2024.geojson").cbs is None
    assert Grenzen(cbs=2024).bestand == ""


def test_a_file_that_is_missing_or_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    folder, asked = tmp_path / "kleindorp", Grenzen(bestand="g.geojson")
    folder.mkdir()
    with pytest.raises(ParameterError, match="parameters/kleindorp/g.geojson: dit bestand ontbreekt"):
        read_grenzen(folder, asked)
    (folder / "g.geojson").write_bytes(b"{")
    with pytest.raises(ParameterError, match="parameters/kleindorp/g.geojson: dit is geen geldige GeoJSON"):
        read_grenzen(folder, asked)
    (folder / "g.geojson").write_bytes(grid(["WK999801"]))
    assert list(read_grenzen(folder, asked)) == ["WK999801"]


def test_lindeveen_has_borders_for_each_of_its_wijken_and_they_touch() -> None:
    folder = ROOT / "parameters" / "lindeveen"
    asked = load_gemeente(folder).grenzen
    assert asked is not None
    assert (folder / asked.bestand).stat().st_size < 30_000
    shapes = read_grenzen(folder, asked)
    rows = (folder / "gebieden.csv").read_text(encoding="utf-8").splitlines()
    # A row of a wijk that is valid has nothing where its last day would stand.
    valid = {row.split(";")[0] for row in rows if ";wijk;" in row and not row.split(";")[5]}
    assert set(shapes) == valid
    # No gaps: each stretch of a border lies between two wijken, or is of the municipality, which is one line around.
    stretches: dict[frozenset, int] = {}
    for rings in shapes.values():
        for ring in rings:
            for pair in zip(ring, ring[1:], strict=False):
                stretches[frozenset(pair)] = stretches.get(frozenset(pair), 0) + 1
    assert set(stretches.values()) == {1, 2}
    outside = [pair for pair, number in stretches.items() if number == 1]
    turns: dict[tuple, int] = {}
    for pair in outside:
        for corner in pair:
            turns[corner] = turns.get(corner, 0) + 1
    assert set(turns.values()) == {2}
