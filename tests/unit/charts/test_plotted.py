"""Lines and bars of seaborn as numbers: where they were asked for, whatever was plotted before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from socdom.charts.plotted import _axes, plotted_bars, plotted_lines

RUNS = (((0.0, 1.5), (1.0, -2.25), (2.0, 11.0)), ((3.0, 0.0), (7.0, -3.0)))
WIDTHS, MIDDLES = [33.3, -12.5, 0.0], [110.0, 142.0, 174.0]


def points(runs: tuple) -> list[list[tuple[float, float]]]:
    return [list(zip(xs, ys, strict=True)) for xs, ys in plotted_lines(runs)]


def test_lines_go_through_their_points_in_the_order_of_time() -> None:
    assert points(RUNS) == [list(run) for run in RUNS]


def test_bars_begin_at_zero_around_their_middle() -> None:
    found = plotted_bars(WIDTHS, MIDDLES, 20)
    assert found == [
        pytest.approx((0, middle - 10, width, 20)) for width, middle in zip(WIDTHS, MIDDLES, strict=True)
    ]
    assert plotted_bars([5.0], [40.0], 20) == [pytest.approx((0, 30, 5, 20))]


def test_nothing_stays_of_what_was_plotted_before() -> None:
    before = points(RUNS), plotted_bars(WIDTHS, MIDDLES, 20)
    plotted_lines.cache_clear()
    plotted_bars([1e9], [3.0], 2)
    points((((0.0, 1e-9), (1.0, 1e12)),))
    assert (points(RUNS), plotted_bars(WIDTHS, MIDDLES, 20)) == before
    assert (len(_axes().lines), len(_axes().patches), len(_axes().containers)) == (0, 0, 0)


def test_several_at_once_do_not_mix() -> None:
    runs = [(((0.0, float(number)), (1.0, number + 0.5)),) for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(points, runs)) == [[list(run) for run in item] for item in runs]
