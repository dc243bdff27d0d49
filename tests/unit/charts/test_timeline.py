"""The rows of an example on a line of time."""

from __future__ import annotations

from datetime import date

from socdom import charts
from socdom.charts.style import Style
from socdom.charts.timeline_chart import COUNTED, IN_WHOLE, Lane, Period
from socdom.quarters import Quarter
from tests.lib.drawing import marks, misplaced, texts

STYLE = Style("#12436D", "#801650")
PERIODS = [Period(q.short_label, q.start, q.end) for q in (Quarter(2021, 1), Quarter(2021, 2))]
DAYS = 181  # 90 in the first quarter of 2021, 91 in the second


def drawn(*lanes: Lane, at_end: bool = False) -> charts.Chart:
    return charts.timeline(lanes, PERIODS, ("2", "1"), "Inwoners", STYLE, at_end=at_end)


def test_a_bar_lies_where_its_days_are() -> None:
    chart = drawn(Lane("Anna", ((date(2021, 1, 1), date(2021, 3, 31)),), (COUNTED, "")))
    (bar,) = marks(chart.wide, "rect", "staaf")
    plot = 736 - float(bar.get("x"))
    assert abs(float(bar.get("width")) - plot * 90 / DAYS) < 0.2
    assert len(marks(chart.wide, "path", "breuk")) == 1  # its end


def test_what_goes_on_has_no_end_and_what_lies_outside_is_not_drawn() -> None:
    lane = Lane("Anna", ((date(2020, 5, 1), None), (date(2019, 1, 1), date(2020, 12, 31))), ("", COUNTED))
    later = Lane("Bram", ((date(2021, 7, 1), None),), ("", ""))
    chart = drawn(lane, later)
    (bar,) = marks(chart.wide, "rect", "staaf")
    assert abs(float(bar.get("x")) + float(bar.get("width")) - 736) < 0.2
    assert not marks(chart.wide, "path", "breuk")


def test_bars_that_follow_each_other_share_a_row_and_others_do_not() -> None:
    first, second, third = (
        (date(2021, 1, 1), date(2021, 1, 31)),
        (date(2021, 2, 1), None),
        (date(2021, 2, 15), None),
    )
    chart = drawn(Lane("Anna", (first, second, third), (COUNTED, COUNTED)))
    tops = [bar.get("y") for bar in marks(chart.wide, "rect", "staaf")]
    assert tops[0] == tops[1] != tops[2]


def test_dots_texts_and_totals_stand_under_their_period() -> None:
    chart = drawn(
        Lane("Anna", ((date(2021, 1, 5), None),), (COUNTED, IN_WHOLE)),
        Lane("Bram", ((date(2021, 1, 5), None),), ("€ 100", "")),
    )
    (dot,), (ring,) = marks(chart.wide, "circle", "punt"), marks(chart.wide, "circle", "open")
    assert float(dot.get("cx")) < float(ring.get("cx"))
    assert {"€ 100", "Anna", "Bram", "1e kw. 2021", "2", "1"} <= set(texts(chart.wide))
    assert "Anna: 1e kw. 2021 telt en 2e kw. 2021 telt in de noemer" in chart.alt
    assert "Het cijfer: 1e kw. 2021 2 en 2e kw. 2021 1." in chart.alt
    assert len(chart.notes) == 3


def test_a_stock_has_its_dots_at_the_end_of_the_period() -> None:
    lane = Lane("Anna", ((date(2021, 1, 5), None),), (COUNTED, ""))
    middle, end = (
        float(marks(drawn(lane, at_end=at_end).wide, "circle", "punt")[0].get("cx"))
        for at_end in (False, True)
    )
    assert end - middle > 100


def test_nothing_falls_off_or_overlaps_in_either_width() -> None:
    lanes = [Lane("Mevrouw van der Berg", ((date(2021, 1, 5), None),), (COUNTED, "€ 1.000"))] * 3
    chart = drawn(*lanes)
    assert not misplaced(chart.wide)
    assert not misplaced(chart.narrow)
