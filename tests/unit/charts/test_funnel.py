"""A funnel: marks by shape, limits, names without overlap, and what is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import charts
from socdom.charts.fonts import text_width
from socdom.charts.point_labels import PointLabel, place_labels
from socdom.judgement.funnel import funnel
from tests.lib.drawing import marks, misplaced, points, texts
from tests.lib.wijken import EVEN, wijk_edition

# Eleven wijken at 80 per 1.000, one a little above, one far above.
UNEVEN = [(80 * n / 1000, n) for n in (1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000)]


@pytest.fixture
def uneven(tmp_path: Path) -> charts.Chart:
    edition = wijk_edition(tmp_path / "e", [*UNEVEN, (500, 5000), (375, 4000)])
    return charts.funnel(edition, funnel(edition, "proef"), "inwoners")


def test_every_wijk_has_a_mark_with_the_shape_of_its_place(uneven: charts.Chart) -> None:
    for svg in (uneven.wide, uneven.narrow):
        assert len(marks(svg, "circle", "punt")) == 10
        assert len(marks(svg, "circle", "open")) == 1
        (diamond,) = marks(svg, "path", "punt")
        assert len(points(diamond)) == 5


def test_only_wijken_that_do_not_lie_within_are_named(uneven: charts.Chart) -> None:
    for svg in (uneven.wide, uneven.narrow):
        assert {"Stationskwartier", "Heuvel"} <= set(texts(svg))
        assert {"Centrum", "Noord"}.isdisjoint(texts(svg))
        assert misplaced(svg) == []


def test_limits_are_four_curves_that_close_in(uneven: charts.Chart) -> None:
    curves = [points(item) for item in marks(uneven.wide, "path", "vergelijk")]
    assert len(curves) == 4
    for curve in curves:
        assert curve[0][0] < curve[-1][0]
    gaps = [abs(curves[1][place][1] - curves[0][place][1]) for place in (0, -1)]
    assert gaps[0] > gaps[1]
    dashed = [item.get("stroke-dasharray") for item in marks(uneven.wide, "path", "vergelijk")]
    assert dashed == [None, None, "5 4", "5 4"]


def test_words_tell_the_places_and_the_marks(uneven: charts.Chart) -> None:
    assert "Buiten de grenzen: Stationskwartier 100,0 (hoger)." in uneven.alt
    assert "Op de rand: Heuvel 93,8 (hoger)." in uneven.alt
    assert uneven.alt.endswith(".")
    assert uneven.notes == ("Stip: binnen de grenzen. Ring: op de rand. Ruit: buiten de grenzen.",)


def test_left_out_wijken_are_named_in_a_note(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", [*EVEN, (None, 700), (15, 90)])
    notes = charts.funnel(edition, funnel(edition, "proef"), "inwoners").notes
    assert notes == (
        "Stip: binnen de grenzen.",
        "Niet getoond: De Hagen. Zo is niemand te herkennen.",
        "Te klein om te beoordelen: Veenpoort.",
    )


def test_a_chosen_wijk_is_named_wherever_it_lies(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", list(EVEN), "procent")
    chart = charts.funnel(edition, funnel(edition, "proef"), "inwoners", "WK999902", half=True)
    assert "Noord" in texts(chart.narrow)
    assert chart.wide == chart.narrow


def test_a_funnel_that_cannot_be_made_is_its_reason(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", list(EVEN[:5]))
    chart = charts.funnel(edition, funnel(edition, "proef"), "inwoners")
    assert (chart.wide, chart.narrow) == ("", "")
    assert "te weinig wijken" in chart.notes[0]


def test_long_names_of_wijken_stay_in_the_drawing(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", [*UNEVEN, (480, 5000)])
    edition.areas["WK999911"] = type(edition.areas["WK999911"])(
        "WK999911", "Wijk 07 Verspreide huizen en buurtschappen in het buitengebied", "wijk"
    )
    chart = charts.funnel(edition, funnel(edition, "proef"), "inwoners van 18 jaar en ouder")
    assert misplaced(chart.wide) == []
    assert misplaced(chart.narrow) == []
    assert any(text.endswith("…") for text in texts(chart.narrow))


def test_names_beside_points_avoid_each_other_and_the_points() -> None:
    at = [(50.0, 50.0), (60.0, 52.0), (55.0, 58.0)]
    labels = [PointLabel(x, y, name) for (x, y), name in zip(at, ("Een", "Twee", "Drie"), strict=True)]
    placed = place_labels(labels, at, (0, 0, 200, 120))
    boxes = []
    for label in placed:
        wide = text_width(label.text)
        left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        boxes.append((left, label.y - 11, left + wide, label.y + 4))
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert not any(one[0] < x < one[2] and one[1] < y < one[3] for x, y in at)
