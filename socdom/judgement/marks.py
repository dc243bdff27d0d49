"""Which points are no ordinary variation, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.judgement.adjusting import Adjusted
from socdom.judgement.limits import Limits
from socdom.judgement.model import Method, Rule
from socdom.stats.run_chart import RunChart, run_chart
from socdom.stats.special_causes import Marks, outside, run_lengths, shift, sides, trend, two_of_three


@dataclass(frozen=True)
class Marked:
    """The points of a stretch.

    Attributes:
        rules: rule → for each point 1 (upwards), -1 (downwards) or 0, in order of precedence.
        side: side of the centre line of each point.
        since: rule → position of the first point of the pattern that the newest point is part of.
        enough: False when a run chart has too few points beside the median to tell anything.
    """

    rules: dict[Rule, Marks]
    side: Marks
    since: dict[Rule, int]
    enough: bool = True

    @property
    def newest(self) -> Rule | None:
        """The first rule in order of precedence that holds for the newest point."""
        return next((rule for rule, marks in self.rules.items() if marks[-1]), None)


def marked(adjusted: Adjusted, limits: Limits, step: float) -> Marked:
    """Ask all rules of the method.

    Args:
        step: rounding step; a point within half of it from the centre line is on the line, and neighbours that
            differ less than half of it are equal: rounding may have put them on either side.
    """
    side = sides(adjusted.judged - limits.centre, step / 2)
    if limits.method is Method.RUN_CHART:
        return _run_chart(side)
    rules = {
        Rule.OUTSIDE: outside(limits.z),
        Rule.TREND: trend(adjusted.level, step / 2),
        Rule.TWO_OF_THREE: two_of_three(limits.z),
        Rule.SHIFT: shift(side),
    }
    # A trend is of figures; the quarter before the first change belongs to it and takes no part otherwise.
    rules[Rule.TREND] = np.where(np.isfinite(adjusted.judged), rules[Rule.TREND], 0)
    since = {
        Rule.OUTSIDE: _start(rules[Rule.OUTSIDE]),
        Rule.TREND: _start(sides(np.diff(adjusted.level, prepend=np.nan), step / 2)) - 1,
        Rule.TWO_OF_THREE: _first_near(rules[Rule.TWO_OF_THREE]),
        Rule.SHIFT: _start(side),
    }
    return Marked(rules, side, since)


def _start(marks: Marks) -> int:
    """Position of the first of the unbroken row of equal marks that the last one ends."""
    return len(marks) - max(int(run_lengths(marks)[-1]), 1)


def _first_near(marks: Marks) -> int:
    window = marks[-3:]
    return len(marks) - len(window) + int(np.flatnonzero(window == marks[-1])[0])


def _run_chart(side: Marks) -> Marked:
    """The rules of a run chart are about all points together: they mark the run that is going on."""
    chart = run_chart(side)
    if not chart.enough:
        return Marked({}, side, {}, enough=False)
    running = _running(side, chart)
    none = np.zeros_like(side)
    rules = {
        Rule.LONG_RUN: running if chart.in_long_run else none,
        Rule.FEW_CROSSINGS: running if chart.few_crossings else none,
    }
    start = int(np.flatnonzero(running)[0])
    return Marked(rules, side, {Rule.LONG_RUN: start, Rule.FEW_CROSSINGS: start})


def _running(side: Marks, chart: RunChart) -> Marks:
    """The points from the first of the current run on, with its side; those on the median in between belong to it."""
    places = np.flatnonzero(side)[-chart.current :]
    running = np.zeros_like(side)
    running[places[0] :] = side[places[0]]
    return running


def rules_at(marked: Marked, position: int) -> tuple[Rule, ...]:
    """Rules that a point is part of, in order of precedence."""
    return tuple(rule for rule, marks in marked.rules.items() if marks[position])


def side_at(marked: Marked, position: int) -> int:
    """Side of a point; of one whose first rule is a trend the way it goes."""
    first = next((marks[position] for marks in marked.rules.values() if marks[position]), 0)
    return int(first or marked.side[position])
