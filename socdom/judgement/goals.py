"""Goals of the council beside the figures: what may be said, and nothing about what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from socdom.editions.goals import GoalRecord
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.margin import difference_margin, looks_equal
from socdom.judgement.settled import unsettled
from socdom.quarters import Quarter

# What is left of a difference of nothing between two binary numbers.
_NOTHING = 1e-9
Movement = Literal["dichterbij", "verder weg", ""]


class GoalVerdict(StrEnum):
    """How a goal stands; the value is the label a reader sees."""

    MET = "Behaald"
    NOT_MET = "Niet behaald"
    MEETS_NOW = "Voldoet nu al"
    NOT_YET = "Voldoet nog niet"
    UNCERTAIN = "Verschil onzeker"
    BROKEN = "Niet te vergelijken"
    YEAR_RUNS = "Het jaar loopt nog"
    INCOMPLETE = "Nog onvolledig"
    HIDDEN = "Niet getoond"
    NO_FIGURE = "Geen cijfer"
    NO_TARGET = "Geen streefwaarde"
    NOT_MEASURED = "Nog niet gemeten"


@dataclass(frozen=True)
class GoalState:
    """A goal beside the figure that tells most about it.

    Attributes:
        verdict: what may be said.
        figure: the one that is judged: of the period of the target once that is there, otherwise the newest that is
            complete. None where there is none.
        reached: whether the period of the target is there.
        movement: where the figure went since the decision, seen from the target; "" when nothing may be said of it.
        since: period of the figure that `movement` is seen from; "" without one.
        series_break: break between decision and figure, which makes judging impossible.
    """

    goal: GoalRecord
    verdict: GoalVerdict
    figure: Figure | None = None
    reached: bool = False
    movement: Movement = ""
    since: str = ""
    series_break: Break | None = None


def goal_state(edition: Edition, goal: GoalRecord) -> GoalState:
    """How a goal stands by the shown figures of an edition.

    Args:
        edition: where the figures stand.
        goal: one of `edition.goals.goals`.
    """
    if not goal.indicator:
        return GoalState(goal, GoalVerdict.NOT_MEASURED)
    if goal.target is None:
        return GoalState(goal, GoalVerdict.NO_TARGET, _newest(edition, goal.indicator))
    description = edition.descriptions[goal.indicator]
    figure, reached = _judged(edition, goal)
    found = _break(description, goal, figure) if figure is not None and figure.shown else None
    verdict = _without_judging(description, goal, figure, reached)
    if verdict is None and found is not None:
        verdict = GoalVerdict.BROKEN
    if verdict is not None or figure is None:
        return GoalState(goal, verdict or GoalVerdict.NO_FIGURE, figure, reached, series_break=found)
    verdict = _verdict(edition, description, goal, figure, reached)
    if verdict not in (GoalVerdict.NOT_MET, GoalVerdict.NOT_YET):
        return GoalState(goal, verdict, figure, reached)
    movement, since = _movement(edition, description, goal, figure)
    return GoalState(goal, verdict, figure, reached, movement, since)


def goals_of(edition: Edition, indicator: str) -> tuple[GoalRecord, ...]:
    """The goals that are measured with an indicator, in the order of the municipality."""
    return tuple(goal for goal in edition.goals.goals if goal.indicator == indicator)


def leading_goal(edition: Edition, indicator: str) -> GoalRecord | None:
    """The one goal to show beside an indicator: the first target still to come, else the last one, else any."""
    found = goals_of(edition, indicator)
    targets = sorted((goal for goal in found if goal.target is not None), key=_end)
    newest = max((figure.period for figure in edition.series(indicator, lookback=False)), default="")
    to_come = [goal for goal in targets if newest and _period(goal, newest) >= newest]
    return next(iter([*to_come, *targets[-1:], *found]), None)


def chart_goal(edition: Edition, indicator: str, unit: str = "value") -> tuple[str, float] | None:
    """Label and value of the goal to draw in the chart of the municipality as a whole; None without a target.

    The chart writes the number behind the label.

    Not in a chart of amounts that add up from 1 January: there the target is that of the end of the year only.

    Args:
        edition: where the goals stand.
        indicator: id of the indicator.
        unit: "value", or "count" for the numerator behind a rate, which has no target.
    """
    goal, description = leading_goal(edition, indicator), edition.descriptions[indicator]
    if goal is None or goal.target is None or (unit == "count" and description.counts_behind):
        return None
    newest = _newest(edition, indicator)
    if newest is None or _adds_up(description, newest.period):
        return None
    return f"Doel: {limit_word(goal)}", goal.target


def limit_word(goal: GoalRecord) -> str:
    """ "minstens" where higher is towards the goal, otherwise "hooguit"."""
    return "minstens" if goal.direction == "hoger" else "hooguit"


def _period(goal: GoalRecord, like: str) -> str:
    """The period of a target as the indicator writes its periods: the last quarter of a year, or the year."""
    if ("Q" in like) == ("Q" in goal.by):
        return goal.by
    return f"{goal.by}Q4" if "Q" in like else goal.by[:4]


def _end(goal: GoalRecord) -> str:
    return goal.by if "Q" in goal.by else f"{goal.by}Q4"


def _newest(edition: Edition, indicator: str) -> Figure | None:
    """The newest figure that is settled; an unsettled one where there is no other."""
    found, waiting = edition.series(indicator, lookback=False), unsettled(edition.descriptions[indicator])
    complete = [figure for figure in found if figure.status not in waiting]
    return next(reversed(complete or found), None)


def _judged(edition: Edition, goal: GoalRecord) -> tuple[Figure | None, bool]:
    """The figure to judge, and whether the period of the target is there."""
    found = edition.series(goal.indicator, lookback=False)
    if not found:
        return None, False
    newest = found[-1].period
    wanted = _period(goal, newest)
    if wanted <= newest:
        return edition.figure(goal.indicator, wanted), True
    return _newest(edition, goal.indicator), False


def _without_judging(
    description: Description, goal: GoalRecord, figure: Figure | None, reached: bool
) -> GoalVerdict | None:
    """Why a target cannot be held against a figure; None when it can."""
    if figure is None or (not figure.shown and figure.status != "geheim"):
        return GoalVerdict.NO_FIGURE
    if figure.status == "geheim":
        return GoalVerdict.HIDDEN
    if figure.status in unsettled(description):
        return GoalVerdict.INCOMPLETE
    if not reached and _adds_up(description, figure.period) and figure.period[4:] != _end(goal)[4:]:
        return GoalVerdict.YEAR_RUNS
    return None


def _adds_up(description: Description, period: str) -> bool:
    """Whether quarterly figures add up from 1 January."""
    return description.moment == "jaar" and "Q" in period


def _break(description: Description, goal: GoalRecord, figure: Figure) -> Break | None:
    """The break between the decision and a figure, in order of time whichever was first."""
    if goal.decided is None:
        return None
    decided = str(Quarter.of(goal.decided)) if "Q" in figure.period else str(goal.decided.year)
    first, last = sorted((decided, figure.period))
    return description.break_between(first, last)


def _verdict(
    edition: Edition, description: Description, goal: GoalRecord, figure: Figure, reached: bool
) -> GoalVerdict:
    value, target = figure.value, goal.target
    assert value is not None, "a figure that is shown has a value"
    assert target is not None, "a figure is held against a target"
    margin = difference_margin(description, edition.meta.protection, figure)
    exact = margin == 0 and abs(value - target) <= _NOTHING
    near = abs(value - target) <= margin + _NOTHING or looks_equal(description, value, target)
    if near and not exact:
        return GoalVerdict.UNCERTAIN
    met = exact or (value > target) == (goal.direction == "hoger")
    if reached:
        return GoalVerdict.MET if met else GoalVerdict.NOT_MET
    return GoalVerdict.MEETS_NOW if met else GoalVerdict.NOT_YET


def _movement(
    edition: Edition, description: Description, goal: GoalRecord, figure: Figure
) -> tuple[Movement, str]:
    """Towards the target or away from it, since the same quarter of the year of the decision."""
    if goal.decided is None:
        return "", ""
    before = edition.figure(goal.indicator, f"{goal.decided.year}{figure.period[4:]}")
    if before is None or not before.shown or before.period >= figure.period:
        return "", ""
    if before.status in unsettled(description):
        return "", ""
    if description.break_between(before.period, figure.period) is not None:
        return "", ""
    now, then = figure.value or 0.0, before.value or 0.0
    change, rules = now - then, edition.meta.protection
    margin = max(difference_margin(description, rules, item) for item in (before, figure))
    if abs(change) <= margin + _NOTHING or looks_equal(description, then, now):
        return "", ""
    towards = (change > 0) == (goal.direction == "hoger")
    return "dichterbij" if towards else "verder weg", before.period
