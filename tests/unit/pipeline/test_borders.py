"""Borders of the parameters as the map of an edition."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from socdom.editions.borders import BordersRecord
from socdom.editions.model import AreaRecord
from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.parameters.geojson import read_shapes
from socdom.pipeline.borders import borders_record, drawn_borders
from socdom.pipeline.inputs import quarter_inputs
from socdom.pipeline.scope import Scope
from socdom.sources.cbs.borders_store import write_borders
from socdom.sources.cbs.errors import CbsError
from tests.conftest import ROOT
from tests.lib.borders import cell, collection, feature, grid
from tests.lib.sample_edition import WIJKEN as WIJKEN_NOW

CODES = ["WK999801", "WK999802", "WK999803", "WK999804", "WK999805", "WK999806"]
WIJKEN = [AreaRecord(code=code, name=code, level="wijk") for code in CODES]


def drawn(content: bytes, wijken: list[AreaRecord] = WIJKEN) -> BordersRecord:
    return drawn_borders(read_shapes(content, "x"), wijken, "grenzen.geojson", "gemeente")


def test_squares_lie_as_on_a_map_with_the_north_above() -> None:
    found = drawn(grid(CODES, columns=3))
    corners = {area.code: area.points[0] for area in found.areas}
    # A degree of longitude is 0,6153 of a degree of latitude at 52,01° north: cos of it.
    assert found.height == 3000
    assert found.width == pytest.approx(3000 / 2 * 3 * 0.61552, abs=3)
    assert list(corners) == CODES
    assert min(y for _, y in corners["WK999804"]) == 0  # the upper row holds the last three
    assert max(y for _, y in corners["WK999801"]) == found.height
    assert {x for x, _ in corners["WK999801"]} == {0, round(found.width / 3)}
    # Neighbours have the very same corners.
    assert len(set(corners["WK999801"]) & set(corners["WK999802"])) == 2
    assert len(set(corners["WK999801"]) & set(corners["WK999805"])) == 1


def test_the_same_file_gives_the_same_bytes_in_any_order() -> None:
    features = [feature(code, cell(at, 0)) for at, code in enumerate(CODES)]
    assert (
        drawn(collection(features)).model_dump_json() == drawn(collection(features[::-1])).model_dump_json()
    )


def test_other_municipalities_and_other_levels_are_left_out() -> None:
    others = [feature(code, cell(9, 9)) for code in ("WK051801", "GM9998", "BU99980101")]
    features = [feature(code, cell(at, 0)) for at, code in enumerate(CODES)]
    assert drawn(collection([*features, *others])) == drawn(collection(features))


def test_every_wijk_that_is_missing_or_unknown_is_named_at_once() -> None:
    with pytest.raises(ParameterError) as caught:
        drawn(grid([*CODES[:4], "WK999877", "WK999888"]))
    missing, unknown = map(str, caught.value.faults)
    assert "niet gevonden: WK999805, WK999806" in missing
    assert "onbekend: WK999877, WK999888" in unknown


def test_a_wijk_too_small_to_draw_is_refused_and_a_speck_of_one_is_dropped() -> None:
    speck = [[5.2, 52.2], [5.200001, 52.2], [5.200001, 52.200001], [5.2, 52.2]]
    features = [feature(code, cell(at, 0)) for at, code in enumerate(CODES)]
    found = drawn(collection([*features, feature(CODES[0], speck)]))
    assert [len(area.rings) for area in found.areas] == [1] * 6
    with pytest.raises(ParameterError, match="te klein of leeg: WK999806"):
        drawn(collection([*features[:5], feature(CODES[5], speck)]))


def test_real_wijken_shrink_to_little_and_stay_whole(shared_data) -> None:
    shapes = read_shapes((shared_data / "geometry" / "wijken_haaglanden.geojson").read_bytes(), "x")
    codes = [code for code in shapes if code.startswith("WK0518")]
    found = drawn_borders(shapes, [AreaRecord(code=c, name=c, level="wijk") for c in codes], "x", "CBS")
    assert len(found.areas) == len(codes) == 45
    before = sum(len(ring) for code in codes for ring in shapes[code])
    assert sum(len(ring) for area in found.areas for ring in area.points) < before / 10
    assert len(found.model_dump_json()) < 30_000


# From the parameters of a municipality


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A workplace with the parameters of the example municipality."""
    shutil.copytree(ROOT / "parameters" / "lindeveen", tmp_path / "parameters" / "lindeveen")
    return tmp_path


def record_in(root: Path, wijken: Sequence[str] = tuple(WIJKEN_NOW)) -> BordersRecord:
    places = Places(root=root, data=root / "data", open_data=None, key=root / "key")
    scope = SimpleNamespace(records=[AreaRecord(code=code, name=code, level="wijk") for code in wijken])
    return borders_record(quarter_inputs(places, "lindeveen", "2020Q4"), cast(Scope, scope))


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_code_of_before_stands_for_the_wijk_with_that_border(workplace: Path) -> None:
    now = record_in(workplace)
    rewrite(workplace / "parameters/lindeveen/grenzen.geojson", "WK999909", "WK999904")
    assert record_in(workplace) == now
    assert "WK999909" in [area.code for area in now.areas]


def test_without_borders_or_without_wijken_there_is_no_map(workplace: Path) -> None:
    assert record_in(workplace, ()) == BordersRecord()
    rewrite(workplace / "parameters/lindeveen/gemeente.yml", "  bestand: grenzen.geojson", "  cbs: 2024 #")
    rewrite(workplace / "parameters/lindeveen/gemeente.yml", "  bron: verzonnen", "#")
    with pytest.raises(CbsError, match="socdom fetch"):
        record_in(workplace)
    shapes = read_shapes(grid(WIJKEN_NOW), "x")
    write_borders(workplace / "data" / "open_data", "GM9999", 2024, shapes, date(2026, 11, 22))
    assert record_in(workplace).source == "CBS en Kadaster, wijkindeling 2024"
