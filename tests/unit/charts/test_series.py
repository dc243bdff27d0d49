"""Where a line may run."""

from __future__ import annotations

from socdom.charts.quantity import Quantity
from socdom.charts.series import Line, all_periods
from tests.lib.small_edition import figure, periods


def line(*cells: tuple[float | None, str], cuts: tuple[int, ...] = ()) -> Line:
    names = periods(len(cells))
    figures = [figure(name, value, status) for name, (value, status) in zip(names, cells, strict=True)]
    return Line.over(names, figures, "", Quantity("aantal", 0), frozenset(cuts), own=True)


SURE, PROVISIONAL, UNFINISHED = "definitief", "voorlopig", "onvolledig"


def test_a_whole_line() -> None:
    assert line((1, SURE), (2, SURE), (3, SURE)).solid == [[(0, 1), (1, 2), (2, 3)]]


def test_the_step_to_a_provisional_figure_is_dotted() -> None:
    drawn = line((1, SURE), (2, SURE), (3, PROVISIONAL))
    assert drawn.solid == [[(0, 1), (1, 2)]]
    assert drawn.dotted == [[(1, 2), (2, 3)]]


def test_a_provisional_figure_that_is_followed_by_a_final_one() -> None:
    drawn = line((1, SURE), (2, PROVISIONAL), (3, SURE))
    assert drawn.dotted == [[(0, 1), (1, 2)]]
    assert drawn.solid == [[(1, 2), (2, 3)]]


def test_the_line_does_not_reach_an_unfinished_figure() -> None:
    drawn = line((1, SURE), (2, SURE), (1, UNFINISHED))
    assert drawn.solid == [[(0, 1), (1, 2)]]
    assert not drawn.dotted
    assert drawn.shown == [0, 1, 2]


def test_a_hidden_figure_leaves_a_gap_and_is_never_zero() -> None:
    drawn = line((1, SURE), (None, "geheim"), (3, SURE), (4, SURE))
    assert drawn.solid == [[(2, 3), (3, 4)]]
    assert drawn.values[1] is None
    assert drawn.isolated == [0]


def test_a_break_stops_the_line() -> None:
    drawn = line((1, SURE), (2, SURE), (3, SURE), (4, PROVISIONAL), cuts=(2,))
    assert drawn.solid == [[(0, 1), (1, 2)]]
    assert drawn.dotted == [[(2, 3), (3, 4)]]


def test_periods_without_a_figure_are_on_the_axis() -> None:
    assert all_periods([[figure("2020Q1", 1), figure("2020Q4", 2)]]) == [
        "2020Q1",
        "2020Q2",
        "2020Q3",
        "2020Q4",
    ]
    assert all_periods([[figure("2019", 1)], [figure("2021", 2)]]) == ["2019", "2020", "2021"]
    assert all_periods([]) == []
