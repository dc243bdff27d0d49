"""The signal chart: points, limits and marks where the judgement has them, words that say the same."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from socdom import charts
from socdom.editions.model import Break
from socdom.editions.read import Edition
from socdom.judgement.labels import label
from socdom.judgement.model import Adjustment, Method, Rule, Stretch, Verdict
from tests.lib.drawing import marks, misplaced, points, root, texts
from tests.lib.judged import RISEN, STEADY, a_judgement, an_edition, not_judged, with_goal

Make = Callable[..., Edition]
BREAK = (Break(period="2018Q1", label="Nieuwe telwijze", text="Nieuwe telwijze"),)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """An edition of one series; one per test."""
    return lambda values, *rest, **changes: an_edition(tmp_path / "e", values, *rest, **changes)


def scale(svg: str) -> Callable[[float], float]:
    """Height in pixels → value, by the grid lines and their numbers."""
    heights = [points(item)[0][1] for item in marks(svg, "path", "raster")]
    numbers = [
        float(text.replace(".", "").replace(",", ".").rstrip("%")) for text in texts(svg)[: len(heights)]
    ]
    (y0, y1), (low, high) = (heights[0], heights[-1]), (numbers[0], numbers[-1])
    return lambda y: low + (y - y0) / (y1 - y0) * (high - low)


def both(chart: charts.Chart) -> tuple[str, str]:
    return chart.wide, chart.narrow


def test_the_line_goes_through_the_figures(make: Make) -> None:
    chart = charts.signal_chart(make(RISEN), a_judgement(RISEN, Rule.SHIFT, length=7))
    for svg in both(chart):
        value = scale(svg)
        (line,) = marks(svg, "path", "meting")
        assert [value(y) for _, y in points(line)] == pytest.approx(RISEN, abs=0.5)


def test_centre_and_limits_lie_where_the_judgement_has_them(make: Make) -> None:
    chart = charts.signal_chart(make(RISEN), a_judgement(RISEN))
    mean = sum(RISEN) / len(RISEN)
    for svg in both(chart):
        value = scale(svg)
        (centre,) = marks(svg, "path", "midden")
        limits = marks(svg, "path", "grens proef")
        found = [{round(value(y)) for _, y in points(line)} for line in (centre, *limits)]
        assert found == [{round(mean)}, {round(mean - 50)}, {round(mean + 50)}]


@pytest.mark.parametrize(
    ("trial", "locked", "classes", "word"),
    [
        (True, False, "grens proef", "voorlopige"),
        (True, True, "grens", "vastgezette"),
        (False, False, "grens", ""),
    ],
)
def test_how_sure_limits_are_is_drawn_and_said(
    make: Make, trial: bool, locked: bool, classes: str, word: str
) -> None:
    chart = charts.signal_chart(make(RISEN), a_judgement(RISEN, trial=trial, locked=locked))
    for svg in both(chart):
        assert len(marks(svg, "path", classes)) == 2
        said = " ".join(texts(svg))
        assert f"{word} bovengrens 1.483".strip() in said
        assert ("voorlopige" in said, "vastgezette" in said) == (word == "voorlopige", word == "vastgezette")
    assert f"De {word} grenzen zijn dan 1.383 en 1.483".replace("  ", " ") in chart.alt


def test_what_belongs_to_a_rule_has_another_shape(make: Make) -> None:
    for direction, rising in (("omhoog", True), ("omlaag", False)):
        chart = charts.signal_chart(make(RISEN), a_judgement(RISEN, Rule.SHIFT, direction, 7))
        for svg in both(chart):
            triangles = [points(item) for item in marks(svg, "path", "teken neutraal")]
            assert len(triangles) == 7
            assert len(marks(svg, "circle", "punt")) == len(RISEN) - 7
            # The first corner is the tip, the others the foot.
            assert all((tip[1] < foot[1]) is rising for tip, foot, *_ in triangles)
        assert "Een driehoek is een kwartaal dat past bij een regel voor signalen." in chart.notes
    assert not any(
        "driehoek" in note for note in charts.signal_chart(make(STEADY), a_judgement(STEADY)).notes
    )


def test_colour_follows_the_goal_of_the_council_and_is_said(make: Make) -> None:
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    for wanted, classes, note in (
        ("hoger", "naar-doel", "Blauw betekent: de kant van het doel op."),
        ("lager", "van-doel", "Oranje betekent: van het doel af."),
    ):
        chart = charts.signal_chart(with_goal(make(RISEN), wanted), judgement)
        assert len(marks(chart.wide, "path", f"teken {classes}")) == 7
        assert note in chart.notes
    neutral = charts.signal_chart(make(RISEN), judgement)
    assert not any("betekent" in note for note in neutral.notes)


def test_an_earlier_quarter_on_the_other_side_has_the_other_colour(make: Make) -> None:
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    first = replace(judgement.points[0], rules=(Rule.OUTSIDE,), side=-1)
    judgement = replace(judgement, points=(first, *judgement.points[1:]))
    chart = charts.signal_chart(with_goal(make(RISEN), "hoger"), judgement)
    assert len(marks(chart.wide, "path", "teken naar-doel")) == 7
    assert len(marks(chart.wide, "path", "teken van-doel")) == 1


def test_no_red_and_no_green(make: Make) -> None:
    for wanted in ("", "hoger", "lager"):
        chart = charts.signal_chart(with_goal(make(RISEN), wanted), a_judgement(RISEN, Rule.SHIFT, length=7))
        for colour in set(re.findall(r"#[0-9A-Fa-f]{6}", chart.wide)):
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert not (green > 1.2 * red and green > 1.2 * blue), colour
            assert not (red > 1.5 * green and red > 1.5 * blue and green < 0.35 * red), colour


def test_an_incomplete_quarter_is_an_open_square_outside_the_judgement(make: Make) -> None:
    values = [*RISEN, 1300.0]
    chart = charts.signal_chart(make(values), a_judgement(values, Rule.SHIFT, length=7, incomplete=True))
    for svg in both(chart):
        assert len(marks(svg, "rect", "open")) == 1
        (line,) = marks(svg, "path", "meting")
        assert len(points(line)) == len(RISEN)
        assert "1.300 telt nog niet mee" in " ".join(texts(svg))
    assert "Het 4e kwartaal 2020 telt nog niet mee: er komen nog gegevens bij." in chart.alt
    assert "Het nieuwste kwartaal dat meetelt is het 3e kwartaal 2020: 1.480." in chart.alt


def test_a_run_chart_has_a_middle_line_alone(make: Make) -> None:
    chart = charts.signal_chart(make(STEADY), a_judgement(STEADY, method=Method.RUN_CHART))
    for svg in both(chart):
        assert len(marks(svg, "path", "midden")) == 1
        assert not marks(svg, "path", "gewoon")
        assert not [item for item in root(svg).iter() if "grens" in item.get("class", "")]
        assert "midden" in " ".join(texts(svg))
    assert "grenzen" not in chart.alt
    assert not any("lichte vlak" in note for note in chart.notes)


def test_limits_that_move_along_are_drawn_around_the_figures(make: Make) -> None:
    chart = charts.signal_chart(make(RISEN), a_judgement(RISEN, adjustment=Adjustment.CHANGE))
    value = scale(chart.wide)
    lower, upper = (points(item) for item in marks(chart.wide, "path", "grens proef"))
    # The quarter before the newest is 1.460; the mean change 5, the limits 50 from it.
    assert (round(value(lower[-1][1])), round(value(upper[-1][1]))) == (1415, 1515)
    # The first quarter has no quarter before it.
    (line,) = marks(chart.wide, "path", "meting")
    assert lower[0][0] > points(line)[0][0]
    assert not marks(chart.wide, "path", "midden"), "a middle that jumps along is no line to look at"
    assert "De grenzen gaan mee met het kwartaal ervoor." in chart.notes
    assert "De grenzen gaan mee met het kwartaal ervoor." in chart.alt


def test_a_break_stops_line_and_limits(make: Make) -> None:
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    edition = make(RISEN, breaks=BREAK)
    names = [point.period for point in judgement.points]
    parts = tuple(
        Stretch(names[first], names[last], middle, (middle - 50,) * size, (middle + 50,) * size, True, None,
                (middle,) * size, (middle - 50,) * size, (middle + 50,) * size)
        for first, last, middle in ((0, 6, 1410.0), (7, 18, 1440.0))
        if (size := last - first + 1)
    )  # fmt: skip
    chart = charts.signal_chart(edition, replace(judgement, stretches=parts))
    for svg in both(chart):
        (edge,) = marks(svg, "path", "breuk")
        x = points(edge)[0][0]
        runs = [points(item) for item in marks(svg, "path", "meting")]
        assert [len(run) for run in runs] == [7, 12]
        assert runs[0][-1][0] < x < runs[1][0][0]
        centres = [points(item) for item in marks(svg, "path", "midden")]
        assert centres[0][-1][0] == pytest.approx(x, abs=0.2)
        assert centres[1][0][0] == pytest.approx(x, abs=0.2)
    assert any("Breuk in de reeks bij het 1e kwartaal 2018" in note for note in chart.notes)


def test_a_hidden_quarter_is_a_gap(make: Make) -> None:
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    held = list(judgement.points)
    held[5] = replace(held[5], value=None, judged=None)
    chart = charts.signal_chart(make(RISEN), replace(judgement, points=tuple(held)))
    assert [len(points(item)) for item in marks(chart.wide, "path", "meting")] == [5, 13]


@pytest.mark.parametrize("verdict", [v for v in Verdict if v not in (Verdict.SIGNAL, Verdict.STEADY)])
def test_what_is_not_judged_is_not_drawn(make: Make, verdict: Verdict) -> None:
    chart = charts.signal_chart(make(RISEN), not_judged(verdict))
    assert (chart.wide, chart.narrow) == ("", "")
    assert label(not_judged(verdict)) in chart.alt
    kept = replace(a_judgement(RISEN), verdict=verdict)
    assert charts.signal_chart(make(RISEN), kept).wide == "", "an earlier stretch alone is no judgement"


def hard_cases() -> list[tuple[str, list[float], str, dict]]:
    long = {"incomplete": True}
    return [
        ("seven signals", RISEN, "aantal", {"rule": Rule.SHIFT, "length": 7}),
        ("newest alone", RISEN, "aantal", {"rule": Rule.OUTSIDE, "locked": True}),
        ("first alone", RISEN, "aantal", {"rule": Rule.LONG_RUN, "length": 19}),
        ("unfinished far below", [*RISEN, 20.0], "aantal", {"rule": Rule.TREND, "length": 7, **long}),
        ("percentages", [value / 20 for value in RISEN], "procent", {"rule": Rule.TWO_OF_THREE, "length": 2}),
        ("millions", [value * 1e4 for value in RISEN], "euro", {}),
        ("run", STEADY, "weken", {"method": Method.RUN_CHART, "rule": Rule.FEW_CROSSINGS, "length": 4}),
        ("moving", RISEN, "aantal", {"adjustment": Adjustment.SAME_QUARTER, "rule": Rule.SHIFT, "length": 7}),
        ("around nothing", [value - 1415 for value in STEADY], "aantal", {}),
        ("many quarters", [*RISEN, *RISEN], "per_1000", {"rule": Rule.SHIFT, "length": 7, "trial": False}),
    ]


@pytest.mark.parametrize(("values", "form", "state"), [case[1:] for case in hard_cases()],
                         ids=[case[0] for case in hard_cases()])  # fmt: skip
def test_no_words_over_each_other_or_outside(make: Make, values: list[float], form: str, state: dict) -> None:
    for breaks in ((), BREAK):
        chart = charts.signal_chart(make(values, form, breaks=breaks), a_judgement(values, **state))
        for svg in both(chart):
            assert misplaced(svg) == []
            tree = root(svg)
            assert tree.get("role") == "img"
            assert tree.get("aria-label") == chart.alt
            assert not any(mark in svg for mark in ("style=", " id=", "<defs", "rotate("))


def test_the_label_is_in_the_drawing_and_in_its_text(make: Make) -> None:
    for rule in Rule:
        judgement = a_judgement(RISEN, rule, length=3)
        chart = charts.signal_chart(make(RISEN), judgement)
        assert f" {label(judgement)}. " in chart.alt
        for svg in both(chart):
            assert label(judgement) in " ".join(texts(svg))


def test_the_same_judgement_gives_the_same_bytes(make: Make) -> None:
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    assert charts.signal_chart(make(RISEN), judgement) == charts.signal_chart(make(RISEN), judgement)


def test_a_drawing_is_made_in_a_moment(make: Make) -> None:
    charts.signal_chart(make(STEADY), a_judgement(STEADY))
    spent = []
    for step in range(5):
        values = [value + step for value in RISEN]
        edition, judgement = make(values), a_judgement(values, Rule.SHIFT, length=7)
        start = time.process_time()
        charts.signal_chart(edition, judgement)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.06


def test_the_axis_says_where_it_begins(make: Make) -> None:
    cut = charts.signal_chart(make(RISEN), a_judgement(RISEN))
    assert "De as begint bij 1.350, niet bij 0." in cut.notes
    assert any(len(points(item)) > 2 for item in marks(cut.wide, "path", "as"))
    small = [value - 1400 for value in RISEN]
    whole = charts.signal_chart(make(small), a_judgement(small))
    assert not any("De as begint" in note for note in whole.notes)
