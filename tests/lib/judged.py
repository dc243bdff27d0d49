"""Series and judgements made by hand, for tests of what shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.judgement.model import Adjustment, Judgement, Method, Point, Rule, Signal, Stretch, Verdict
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition

STEADY = [1400.0, 1430.0, 1390.0, 1420.0, 1410.0, 1440.0, 1395.0, 1425.0, 1405.0, 1435.0, 1400.0, 1415.0]
RISEN = [*STEADY, 1460.0, 1470.0, 1455.0, 1465.0, 1475.0, 1460.0, 1480.0]


def an_edition(folder: Path, values: Sequence[float], form: str = "aantal", **changes: object) -> Edition:
    """An edition of one indicator, "proef", whose newest quarter is 2020Q4."""
    rows = [figure(period, value) for period, value in zip(periods(len(values)), values, strict=True)]
    return small_edition(folder, rows, [description(form, **changes)])


def with_goal(edition: Edition, direction: str) -> Edition:
    """The same edition, in which the council wants the figure to go that way."""
    edition.goals = GoalsRecord(
        goals=(
            GoalRecord(
                goal="Meer inwoners met hulp.", indicator="proef", direction=direction, document="Begroting"
            ),
        )
    )
    return edition


def a_judgement(
    values: Sequence[float],
    rule: Rule | None = None,
    direction: str = "omhoog",
    length: int = 1,
    *,
    method: Method = Method.XMR,
    adjustment: Adjustment = Adjustment.NONE,
    incomplete: bool = False,
    locked: bool = False,
    trial: bool = True,
    reason: str = "",
) -> Judgement:
    """A judgement of a series that ends in 2020Q4.

    Args:
        values: what is judged; the centre is their mean, the limits lie 50 from it.
        rule: of a signal over the last `length` judged quarters; None for no signal.
        incomplete: the newest quarter takes no part.
        locked: the limits were decided on.
    """
    names = periods(len(values))
    judged = len(values) - incomplete
    first = judged - length
    side = 1 if direction == "omhoog" else -1
    points = tuple(
        Point(period, value, value if at < judged else None,
              (rule,) if rule and first <= at < judged else (), side if rule and at >= first else 0, at < judged)
        for at, (period, value) in enumerate(zip(names, values, strict=True))
    )  # fmt: skip
    back = {Adjustment.CHANGE: 1, Adjustment.SAME_QUARTER: 4}.get(adjustment, 0)
    centre = sum(values[:judged]) / judged if not back else 5.0
    bases = [0.0 if not back else values[at - back] if at >= back else None for at in range(judged)]
    bounded = method is not Method.RUN_CHART
    decided = BaselineRecord(indicator="proef", first=names[0], last=names[11], who="stuurgroep sociaal domein",
                             when=date(2020, 3, 12), why="Nieuwe aanpak.")  # fmt: skip

    def line(add: float) -> tuple[float | None, ...]:
        return tuple(None if base is None else base + centre + add for base in bases)

    stretch = Stretch(
        names[0], names[judged - 1], centre, (centre - 50,) * judged * bounded, (centre + 50,) * judged * bounded,
        trial and not locked, decided if locked else None,
        line(0), line(-50) if bounded else (), line(50) if bounded else (),
    )  # fmt: skip
    signal = Signal("proef", GEMEENTE, rule, direction, names[first], names[judged - 1]) if rule else None
    return Judgement(
        "proef", GEMEENTE, Verdict.SIGNAL if rule else Verdict.STEADY, method, adjustment, points, (stretch,), signal, reason
    )  # fmt: skip


def not_judged(verdict: Verdict, reason: str = "") -> Judgement:
    """A judgement of a series about which nothing can be said."""
    return Judgement("proef", GEMEENTE, verdict, reason=reason)
