"""The usual range of a figure: where its newest judged quarter would lie by ordinary variation."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.judgement.model import Judgement, Stretch
from socdom.quarters import period_phrase


@dataclass(frozen=True)
class Usual:
    """What is usual in the newest judged quarter, in the unit of the figure.

    Attributes:
        stretch: where it comes from.
        centre: mean, or of a run chart the median, with what was taken off before judging.
        lower, upper: limits; None for a run chart.
    """

    stretch: Stretch
    centre: float
    lower: float | None = None
    upper: float | None = None


def usual(judgement: Judgement) -> Usual | None:
    """The usual range of the newest judged quarter; None when the series has none."""
    until = judgement.until
    around = [part for part in judgement.stretches if part.first <= until <= part.last]
    if not around:
        return None
    stretch = around[-1]
    at = quarters_of(judgement, stretch).index(until)
    centre = stretch.shown_centre[at] if stretch.shown_centre else None
    if centre is None:
        return None
    if not stretch.shown_upper:
        return Usual(stretch, centre)
    return Usual(stretch, centre, stretch.shown_lower[at], stretch.shown_upper[at])


def quarters_of(judgement: Judgement, stretch: Stretch) -> list[str]:
    """The quarters of a stretch, one for each item of its limits."""
    return [point.period for point in judgement.points if stretch.first <= point.period <= stretch.last]


def judged_quarters(judgement: Judgement, stretch: Stretch) -> int:
    """How many quarters of a stretch took part."""
    return sum(
        point.judged is not None and stretch.first <= point.period <= stretch.last
        for point in judgement.points
    )


def left_out(judgement: Judgement) -> str:
    """That the newest quarters take no part yet, as a Dutch sentence; "" when they do. Nothing about their height."""
    waiting = [
        point.period for point in judgement.points if not point.complete and point.period > judgement.until
    ]
    if not waiting:
        return ""
    first, last = period_phrase(waiting[0]), period_phrase(waiting[-1])
    told = f"{first} telt" if len(waiting) == 1 else f"{first} tot en met {last} tellen"
    return f"H{told[1:]} nog niet mee: er komen nog gegevens bij."
