"""What a chart draws of a hidden figure: nothing, whatever the figures around it are."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import charts
from socdom.charts.model import Chart
from socdom.editions.read import Edition
from tests.lib.drawing import marks, points, root, texts
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition

VALUES = [20.0, 25.0, None, 40.0, 30.0, None, None, 35.0]
RUNS = [[0, 1], [3, 4]]  # positions that a line joins; 7 stands alone


def over_time(folder: Path, values: list[float | None], status: str = "definitief") -> Edition:
    quarters = periods(len(values))
    return small_edition(folder, [figure(q, v, status) for q, v in zip(quarters, values, strict=True)])


@pytest.mark.parametrize("draw", [charts.trend, charts.spark])
def test_a_line_has_a_gap_where_a_figure_is_hidden(tmp_path: Path, draw) -> None:
    svg = draw(over_time(tmp_path / "e", VALUES), "proef").wide
    drawn = [points(path) for path in marks(svg, "path", "eigen")]
    assert [len(path) for path in drawn] == [len(run) for run in RUNS]
    # The first and last figure stand at the ends of the axis, so every place between them is known.
    left = drawn[0][0][0]
    step = drawn[0][1][0] - left
    at = [[round((x - left) / step) for x, _ in path] for path in drawn]
    assert at == RUNS
    dots = [float(dot.get("cx")) for dot in root(svg).iter("{*}circle")]
    assert {round((x - left) / step) for x in dots} <= {0, 7}


@pytest.mark.parametrize("draw", [charts.trend, charts.spark])
def test_a_scale_comes_from_what_is_shown_alone(tmp_path: Path, draw) -> None:
    def heights(chart: Chart) -> list[list[float]]:
        return [[y for _, y in points(path)] for path in marks(chart.wide, "path", "eigen")]

    hidden, absent = (over_time(tmp_path / status, VALUES[:5]) for status in ("a", "b"))
    absent.figures = absent.figures[absent.figures["status"] != "geheim"]
    assert heights(draw(hidden, "proef")) == heights(draw(absent, "proef"))


def test_no_number_is_written_for_a_hidden_figure(tmp_path: Path) -> None:
    chart = charts.trend(over_time(tmp_path / "e", [None, 25.0, 30.0, None]), "proef")
    assert "0" not in [text for text in texts(chart.wide) if text not in _ticks(chart)]
    # Who hears the chart would take the first number for that of the first quarter.
    assert "gaat" not in chart.alt
    assert "eerst 25 (2e kwartaal 2020), nu geheim" in chart.alt


def _ticks(chart: Chart) -> list[str]:
    return texts(chart.wide)[: len(marks(chart.wide, "path", "raster"))]


def test_a_line_that_begins_hidden_names_the_quarter_of_its_first_number(tmp_path: Path) -> None:
    alt = charts.trend(over_time(tmp_path / "e", [None, 25.0, 30.0]), "proef").alt
    assert "Lindeveen gaat van 25 (3e kwartaal 2020) naar 30" in alt


def test_a_card_says_whether_figures_are_hidden_or_not_there(tmp_path: Path) -> None:
    hidden, missing = (
        over_time(tmp_path / status, [None, None], status) for status in ("geheim", "ontbreekt")
    )
    assert "niet getoond" in texts(charts.spark(hidden, "proef").wide)
    assert "geen cijfer" in texts(charts.spark(missing, "proef").wide)


def test_the_length_and_place_of_bars_are_the_same_whatever_is_hidden(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 1.0)], [description()])
    shown = [figure("2020Q4", 40.0), figure("2020Q4", 20.0)]
    names = ["Een", "Twee", "Drie", "Vier"]
    without = charts.bars(edition, shown, names[:2])
    beside = charts.bars(edition, [*shown, figure("2020Q4", None, area=GEMEENTE)], [*names[:2], "Drie"])
    between = charts.bars(edition, [shown[0], figure("2020Q4", None), shown[1]], ["Een", "Drie", "Twee"])
    assert beside.wide == between.wide
    sizes = [
        [(float(bar.get("width")) / float(bar.get("height"))) for bar in marks(chart.wide, "rect", "staaf")]
        for chart in (without, beside)
    ]
    assert [pair[0] / pair[1] for pair in sizes] == pytest.approx([2.0, 2.0], abs=0.01)
    assert "Drie geheim" in beside.alt
