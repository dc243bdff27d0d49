"""The map: every wijk drawn once, in the colour of its step, with words that stand where they can be read."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from socdom import charts
from socdom.charts.hatching import hatching
from socdom.charts.map_labels import Room, area_labels, inside
from socdom.charts.style import STEP_SHARES, TEXT, Style, tint
from socdom.colours import contrast
from socdom.editions.additions import Additions
from socdom.editions.read import Edition
from tests.lib.borders import drawn
from tests.lib.drawing import marks, misplaced, root, texts, words
from tests.lib.small_edition import description, figure, small_edition

NAMES = {
    f"WK9999{at:02}": name
    for at, name in enumerate(
        ("Noord", "Zuid", "Oost", "West", "Centrum", "Een heel lange naam van een wijk"), 1
    )
}
VALUES = (10.0, 12.0, 14.0, 19.9, None, None)


def made(
    folder: Path, values: tuple[float | None, ...] = VALUES, size: int = 100, **changes: object
) -> Edition:
    rows = [
        figure("2020Q4", value, "ontbreekt" if code.endswith("06") else "definitief" if value is not None else "geheim", code)
        for (code, value) in zip(NAMES, values, strict=True)
    ]  # fmt: skip
    borders = Additions(borders=drawn(NAMES, columns=3, size=size))
    return small_edition(folder, rows, [description("procent", **changes)], NAMES, borders)


def chart(edition: Edition, highlight: str | None = None) -> charts.Chart:
    found = charts.area_map(edition, edition.by_area("proef", "wijk"), highlight)
    assert found is not None
    return found


def classes_of(svg: str) -> dict[str, str]:
    """Code of a wijk → what it is drawn as."""
    return {
        item.get("data-wijk"): item.get("class")
        for item in root(svg).iter("{*}path")
        if item.get("data-wijk")
    }


def test_every_wijk_has_the_colour_of_its_step_or_none(tmp_path: Path) -> None:
    drawing = chart(made(tmp_path / "e"))
    for svg in (drawing.wide, drawing.narrow):
        # Steps of 2 from 10 to 20: in five tints.
        assert classes_of(svg) == {
            "WK999901": "vlak trap-1",
            "WK999902": "vlak trap-2",
            "WK999903": "vlak trap-3",
            "WK999904": "vlak trap-5",
            "WK999905": "vlak leeg",
            "WK999906": "vlak leeg",
        }
        # One wijk is hidden, and its sign stands in the legend as well.
        assert len(marks(svg, "path", "arcering")) == 2
        told = texts(svg)
        steps = ["10% tot 12%", "12% tot 14%", "14% tot 16%", "16% tot 18%", "18% tot 20%"]
        assert [line for line in told if "tot" in line] == steps
        assert {"niet getoond", "geen cijfer"} <= set(told)


def test_no_number_of_a_hidden_wijk_and_no_name_left_out(tmp_path: Path) -> None:
    drawing = chart(made(tmp_path / "e"))
    assert "van 10,0% tot 19,9%" in drawing.alt
    assert drawing.alt.endswith(".")
    assert any("niet getoond" in note for note in drawing.notes)
    assert "Grenzen: gemeente." in drawing.notes
    for svg in (drawing.wide, drawing.narrow):
        told = " ".join(texts(svg))
        assert all(name in told or name.split()[0] in told for name in NAMES.values())


@pytest.mark.parametrize("size", [100, 20])
@pytest.mark.parametrize("highlight", [None, "WK999905", "WK999906"])
def test_words_do_not_lie_over_each_other_or_outside(
    tmp_path: Path, size: int, highlight: str | None
) -> None:
    drawing = chart(made(tmp_path / "e", size=size), highlight)
    assert [misplaced(svg) for svg in (drawing.wide, drawing.narrow)] == [[], []]


def test_the_chosen_wijk_has_a_thick_outline_and_its_name(tmp_path: Path) -> None:
    edition = made(tmp_path / "e")
    plain, svg = (chart(edition, code).narrow for code in (None, "WK999906"))
    assert not marks(plain, "path", "gekozen")
    (outline,) = marks(svg, "path", "gekozen")
    (own,) = [item for item in root(svg).iter("{*}path") if item.get("data-wijk") == "WK999906"]
    assert outline.get("d") == own.get("d")
    assert float(outline.get("stroke-width")) >= 3
    assert NAMES["WK999906"] in texts(svg)


def test_small_wijken_have_the_number_of_their_code_and_a_key(tmp_path: Path) -> None:
    names = {f"WK9999{at:02}": f"Wijk met een lange naam {at}" for at in range(1, 25)}
    rows = [figure("2020Q4", 10.0 + at, area=code) for at, code in enumerate(names)]
    borders = Additions(borders=drawn(names, columns=8))
    edition = small_edition(tmp_path / "e", rows, [description("procent")], names, borders)
    drawing = chart(edition)
    told = texts(drawing.narrow)
    assert "07" in told
    assert any(line.startswith("07 Wijk met een lange naam") for line in told)
    assert any("Het is geen volgorde." in note for note in drawing.notes)
    assert misplaced(drawing.narrow) == []


def test_the_number_of_cbs_stands_once(tmp_path: Path) -> None:
    names = {f"WK9999{at:02}": f"Wijk {at:02} Kwartier {at}" for at in range(1, 13)}
    rows = [figure("2020Q4", 10.0 + at, area=code) for at, code in enumerate(names)]
    borders = Additions(borders=drawn(names, columns=12))
    told = texts(chart(small_edition(tmp_path / "e", rows, [description("procent")], names, borders)).narrow)
    assert "07 Kwartier 7" in told
    assert not any("Wijk" in line for line in told)


def test_without_borders_or_without_a_number_there_is_no_map(tmp_path: Path) -> None:
    none = made(tmp_path / "a", (None,) * 6)
    assert charts.area_map(none, none.by_area("proef", "wijk")) is None
    bare = small_edition(tmp_path / "b", [figure("2020Q4", 5.0, area="WK999901")], names=NAMES)
    assert charts.area_map(bare, bare.by_area("proef", "wijk")) is None


@pytest.mark.parametrize("accent", ["#12436D", "#006633", "#767600", "#000000"])
def test_outline_and_steps_can_be_seen_apart(accent: str) -> None:
    """The outline stands out 3 to 1 from every step; in grey each step is darker than the one before."""
    style = Style(accent, "#801650")
    fills = [style.attributes(f"trap-{at}")["fill"] for at in range(1, 6)]
    assert all(contrast(fill, TEXT) >= 3 for fill in (*fills, "#ffffff"))
    against_white = [contrast(fill, "#ffffff") for fill in fills]
    assert against_white == sorted(against_white)
    assert len(set(fills)) == len(STEP_SHARES)
    assert tint("#000000", 0.5) == "#808080"


SQUARE = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))
HOLE = ((20.0, 20.0), (50.0, 20.0), (50.0, 50.0), (20.0, 50.0))


def test_hatching_lies_within_an_area_and_not_in_its_hole() -> None:
    stretches = hatching([SQUARE, HOLE], 7.0)
    assert len(stretches) > 10
    for (x1, y1), (x2, y2) in stretches:
        assert x1 + y1 == pytest.approx(x2 + y2)
        for part in (0.001, 0.25, 0.5, 0.75, 0.999):
            x, y = x1 + part * (x2 - x1), y1 + part * (y2 - y1)
            assert 10 <= x <= 60
            assert 10 <= y <= 60
            assert not (20.01 < x < 49.99 and 20.01 < y < 49.99)
    # Together as long as the area divided by how far they are apart: 2500 less 900.
    assert sum(math.dist(a, b) for a, b in stretches) == pytest.approx(1600 / 7, rel=0.1)


def test_pixels_within_an_area_are_counted_right() -> None:
    assert int(inside([SQUARE, HOLE], 100, 80).sum()) == 50 * 50 - 30 * 30
    triangle = ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0))
    assert int(inside([triangle], 100, 100).sum()) == pytest.approx(5000, abs=60)
    assert not inside([], 10, 10).any()


def test_a_box_is_placed_where_it_fits_and_nowhere_else() -> None:
    room = Room(inside([SQUARE], 100, 80))
    assert room.middle(50, 50) == (35, 35)
    assert room.middle(51, 10) is None
    assert room.roomiest(10, 10) == (35, 35)
    assert Room(inside([], 10, 10)).roomiest(1, 1) is None


def test_a_label_that_has_no_room_is_left_out() -> None:
    tiny = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    assert area_labels([("WK999901", "Noord", (tiny,))], 50, 50) == ()
    (label,) = area_labels([("WK999901", "Noord", (SQUARE,))], 100, 80)
    assert (label.lines, label.number) == (("Noord",), False)


def test_provisional_figures_and_wide_steps_are_told(tmp_path: Path) -> None:
    rows = [
        figure("2020Q4", 10.0 + at / 10, "voorlopig", code, numerator=100.0, denominator=1000.0)
        for at, code in enumerate(NAMES)
    ]
    edition = small_edition(
        tmp_path / "e", rows, [description("procent")], NAMES, Additions(borders=drawn(NAMES, columns=3))
    )
    drawing = chart(edition)
    assert any("voorlopig" in note for note in drawing.notes)
    assert any("Een verschil dat ook toeval kan zijn" in note for note in drawing.notes)
    assert set(classes_of(drawing.wide).values()) == {"vlak trap-2"}


def test_real_borders_have_words_that_can_be_read(tmp_path: Path, shared_data) -> None:
    from socdom.editions.model import AreaRecord
    from socdom.parameters.geojson import read_shapes
    from socdom.pipeline.borders import drawn_borders

    shapes = read_shapes((shared_data / "geometry" / "wijken_haaglanden.geojson").read_bytes(), "x")
    names = {code: f"Wijk {code[-2:]}" for code in shapes if code.startswith("WK0518")}
    borders = drawn_borders(
        shapes, [AreaRecord(code=c, name=n, level="wijk") for c, n in names.items()], "x", "CBS"
    )
    rows = [figure("2020Q4", 5.0 + at / 5, area=code) for at, code in enumerate(names)]
    edition = small_edition(tmp_path / "e", rows, [description("procent")], names, Additions(borders=borders))
    drawing = chart(edition, "WK051812")
    assert misplaced(drawing.wide) == []
    labels = {word.text for word in words(drawing.wide)}
    assert sum(f"Wijk {code[-2:]}" in labels or code[-2:] in labels for code in names) >= 40
