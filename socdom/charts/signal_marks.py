"""A judgement as marks on a time axis: points, usual ranges and breaks by their position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdom.charts.quantity import Quantity
from socdom.editions.read import Edition
from socdom.judgement.labels import Tone, label, tone, tone_at
from socdom.judgement.model import Adjustment, Judgement, Point, Stretch
from socdom.judgement.usual import quarters_of


@dataclass(frozen=True)
class Dot:
    """One quarter.

    Attributes:
        side: which side of what is usual it lies, or which way it goes.
        tone: of the first rule it belongs to; None for ordinary variation.
        complete: False for a quarter that takes no part.
    """

    position: int
    value: float
    side: int = 0
    tone: Tone | None = None
    complete: bool = True


@dataclass(frozen=True)
class Range:
    """What is usual at some positions: the centre and, where there are limits, those of each position."""

    positions: tuple[int, ...]
    centre: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    trial: bool
    locked: bool

    @property
    def level(self) -> bool:
        """Whether the centre is one line, and does not move along with a season or an earlier quarter."""
        return max(self.centre) - min(self.centre) < 1e-9 * max(1.0, abs(self.centre[0]))


@dataclass(frozen=True)
class Cut:
    """A break in the series, before a position; `label` stands above the plot."""

    position: int
    label: str
    period: str


@dataclass(frozen=True)
class SignalMarks:
    """Everything a signal chart draws.

    Attributes:
        periods: quarters of the axis, without gaps.
        ranges: oldest first; the last one holds the newest judged quarter.
        tone: of the signal.
        plain: whether the centre is the mean or median of the figure itself, so that it can be called that.
        signal: label and first position of the signal; None without one.
    """

    periods: tuple[str, ...]
    dots: tuple[Dot, ...]
    ranges: tuple[Range, ...]
    cuts: tuple[Cut, ...]
    quantity: Quantity
    tone: Tone
    plain: bool
    signal: tuple[str, int] | None = None

    @property
    def values(self) -> list[float]:
        """Every number that is drawn."""
        found = [dot.value for dot in self.dots]
        for part in self.ranges:
            found += [*part.centre, *part.lower, *part.upper]
        return found

    @property
    def runs(self) -> list[list[Dot]]:
        """Complete quarters that follow each other without a gap or a break."""
        cuts, runs = {cut.position for cut in self.cuts}, list[list[Dot]]()
        for dot in (dot for dot in self.dots if dot.complete):
            joined = runs and runs[-1][-1].position == dot.position - 1 and dot.position not in cuts
            if joined:
                runs[-1].append(dot)
            else:
                runs.append([dot])
        return runs


def marks_of(edition: Edition, judgement: Judgement) -> SignalMarks:
    """The marks of a series that is judged, with at least one stretch."""
    description = edition.descriptions[judgement.indicator]
    periods = [point.period for point in judgement.points]
    place = {period: position for position, period in enumerate(periods)}
    since = judgement.signal.since if judgement.signal else ""
    found = (_range(judgement, stretch, place) for stretch in judgement.stretches)
    return SignalMarks(
        periods=tuple(periods),
        dots=tuple(
            Dot(place[point.period], value, point.side, _tone(edition, judgement, point), point.complete)
            for point in judgement.points
            if (value := point.value) is not None
        ),
        ranges=tuple(part for part in found if part is not None),
        cuts=tuple(
            Cut(place[item.period], item.label, item.period)
            for item in description.breaks
            if place.get(item.period)
        ),
        quantity=Quantity.of(description),
        tone=tone(edition, judgement),
        plain=judgement.adjustment is Adjustment.NONE,
        signal=(label(judgement), place[since]) if since else None,
    )


def _tone(edition: Edition, judgement: Judgement, point: Point) -> Tone | None:
    if not point.rules:
        return None
    return tone_at(edition, judgement, point.rules[0], "omhoog" if point.side > 0 else "omlaag")


def _range(judgement: Judgement, stretch: Stretch, place: Mapping[str, int]) -> Range | None:
    """The usual range at the positions where it is known; None when that is nowhere."""
    periods = quarters_of(judgement, stretch)
    known = [at for at, centre in enumerate(stretch.shown_centre) if centre is not None]
    if not known:
        return None

    def chosen(line: tuple[float | None, ...]) -> tuple[float, ...]:
        return tuple(value for at in known if (value := line[at]) is not None) if line else ()

    locked = stretch.baseline is not None
    return Range(
        positions=tuple(place[periods[at]] for at in known),
        centre=chosen(stretch.shown_centre),
        lower=chosen(stretch.shown_lower),
        upper=chosen(stretch.shown_upper),
        trial=stretch.trial and not locked,
        locked=locked,
    )
