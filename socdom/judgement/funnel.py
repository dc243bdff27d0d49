"""Areas beside each other, given their size: which of them differ more from the whole than areas do by chance.

Of shown figures only. Nothing is ranked: an area lies within the limits, on the edge or outside, and on which side.
The rule has no case mix: what areas differ in, such as age, is not taken out, but it does widen the limits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import numpy as np

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.stats.funnel import INNER, OUTER, FunnelLimits, fit_funnel

Level = Literal["wijk", "buurt"]

FEWEST_AREAS = 8
# The count an area of its size would have, were it as the whole. Below it limits mean little, and under protection such
# an area is shown only when it happens to be high.
SMALLEST_EXPECTED = 8
_CURVE_POINTS = 60
_INCOMPLETE = "onvolledig"
_ROUNDED = frozenset({"personen", "aandeel"})  # protections that round the counts behind a figure


class Place(StrEnum):
    """Where an area lies: within 95%, between 95 and 99,8%, or outside."""

    WITHIN = "binnen de grenzen"
    EDGE = "op de rand"
    OUTSIDE = "buiten de grenzen"


@dataclass(frozen=True)
class FunnelPoint:
    """One area: its code, its name, what its figure is counted among, its value as shown, and its place.

    `side` is 1 above the whole, -1 below, 0 when it is the same.
    """

    area: str
    name: str
    denominator: float
    value: float
    place: Place
    side: int


@dataclass(frozen=True)
class FunnelLimit:
    """The limits for an area of a size, in the unit of the figure."""

    denominator: float
    outer_low: float
    inner_low: float
    inner_high: float
    outer_high: float


@dataclass(frozen=True)
class Funnel:
    """Areas of a level in one period, held against the whole municipality.

    Attributes:
        points: in order of name.
        limits: curves, from small to large.
        centre: value of the whole municipality, as shown; None when the funnel cannot be made.
        overdispersion: spread between areas as a ratio; 1 is what chance gives.
        widened: whether the limits were widened for it.
        hidden, small: names of areas that are left out: without a number, and too small to say anything of.
        reason: Dutch sentence, why it cannot be made; "" when it can.
    """

    indicator: str
    level: Level
    period: str
    points: tuple[FunnelPoint, ...] = ()
    limits: tuple[FunnelLimit, ...] = ()
    centre: float | None = None
    overdispersion: float = 1.0
    widened: bool = False
    hidden: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    reason: str = ""

    def at(self, place: Place) -> tuple[FunnelPoint, ...]:
        """The areas at a place, in order of name."""
        return tuple(point for point in self.points if point.place is place)


@dataclass(frozen=True)
class _Draft:
    """What is known before limits are: the whole, and the areas that can take part."""

    own: Figure
    areas: list[Figure] = field(default_factory=list)


def funnel(edition: Edition, indicator: str, level: Level = "wijk", period: str | None = None) -> Funnel:
    """Hold the areas of a level against the whole municipality.

    Args:
        edition: where the figures stand; only those that are shown are read.
        indicator: id of an indicator.
        level: "wijk" or "buurt".
        period: quarter or year; the newest when None.
    """
    description = edition.descriptions[indicator]
    found = sorted(
        edition.by_area(indicator, level, period), key=lambda figure: edition.area_name(figure.area)
    )
    when = found[0].period if found else period or ""
    own = edition.figure(indicator, when)
    hidden = tuple(edition.area_name(figure.area) for figure in found if not figure.shown)
    reason = _reason(description, own, found)
    if reason or own is None:
        return Funnel(indicator, level, when, hidden=hidden, reason=reason)
    shown = [figure for figure in found if figure.shown]
    small = tuple(
        edition.area_name(figure.area) for figure in shown if _expected(figure, own) < SMALLEST_EXPECTED
    )
    draft = _Draft(own, [figure for figure in shown if _expected(figure, own) >= SMALLEST_EXPECTED])
    if len(draft.areas) < FEWEST_AREAS:
        reason = _too_few(level, len(draft.areas))
        return Funnel(indicator, level, when, hidden=hidden, small=small, reason=reason)
    fitted = _fit(edition, description, draft)
    return Funnel(
        indicator, level, when, _points(edition, description, draft, fitted), _curves(description, draft, fitted),
        own.value, fitted.phi, fitted.tau2 > 0, hidden, small,
    )  # fmt: skip


def _reason(description: Description, own: Figure | None, areas: list[Figure]) -> str:
    """Why no funnel can be made of this figure, whatever its numbers; "" when one can."""
    if not description.counts_behind or description.theme == "bevolking":
        return "Van dit cijfer maken we geen vergelijking van gebieden met grenzen."
    if not areas:
        return "Van dit cijfer zijn er geen gebieden om te vergelijken."
    if own is None or not own.value or not own.denominator:
        return "Er is geen cijfer van de hele gemeente om gebieden mee te vergelijken."
    if own.status == _INCOMPLETE or any(figure.status == _INCOMPLETE for figure in areas):
        return "Dit cijfer is nog onvolledig. Daarom vergelijken we nog geen gebieden."
    if any(figure.shown and not figure.denominator for figure in areas):
        return "Van dit cijfer is niet bekend op hoeveel mensen het slaat."
    return ""


def _too_few(level: Level, number: int) -> str:
    """That there are too few areas with a figure."""
    return (
        f"Er zijn te weinig {level}en om te vergelijken: {number}. Nodig zijn er ten minste {FEWEST_AREAS}."
    )


def _expected(area: Figure, own: Figure) -> float:
    """The count that an area would have, were it as the whole municipality."""
    assert own.numerator is not None
    assert own.denominator is not None
    assert area.denominator is not None
    return own.numerator / own.denominator * area.denominator


def _fit(edition: Edition, description: Description, draft: _Draft) -> FunnelLimits:
    assert draft.own.value is not None
    return fit_funnel(
        np.array([figure.value for figure in draft.areas], dtype=float) / description.scale,
        _sizes(draft),
        draft.own.value / description.scale,
        proportion=description.format == "procent",
        rounded_to=edition.meta.protection.round_to if description.protection in _ROUNDED else 0.0,
    )


def _sizes(draft: _Draft) -> np.ndarray:
    return np.array([figure.denominator for figure in draft.areas], dtype=float)


def _points(
    edition: Edition, description: Description, draft: _Draft, fitted: FunnelLimits
) -> tuple[FunnelPoint, ...]:
    assert draft.own.value is not None
    points = []
    for figure, limit in zip(draft.areas, _limits(description, _sizes(draft), fitted), strict=True):
        assert figure.value is not None
        name, side = edition.area_name(figure.area), int(np.sign(figure.value - draft.own.value))
        place = _place(figure.value, limit)
        points.append(FunnelPoint(figure.area, name, limit.denominator, figure.value, place, side))
    return tuple(points)


def _place(value: float, limit: FunnelLimit) -> Place:
    """A value on a limit lies within it."""
    if limit.inner_low <= value <= limit.inner_high:
        return Place.WITHIN
    return Place.EDGE if limit.outer_low <= value <= limit.outer_high else Place.OUTSIDE


def _curves(description: Description, draft: _Draft, fitted: FunnelLimits) -> tuple[FunnelLimit, ...]:
    """Limits for sizes from a bit under the smallest area to a bit over the largest, close where they bend."""
    sizes = _sizes(draft)
    steps = np.linspace(np.sqrt(0.8 * sizes.min()), np.sqrt(1.05 * sizes.max()), _CURVE_POINTS) ** 2
    return _limits(description, steps, fitted)


def _limits(description: Description, sizes: np.ndarray, fitted: FunnelLimits) -> tuple[FunnelLimit, ...]:
    """Limits for these sizes, in the unit of the figure."""
    (inner_low, inner_high), (outer_low, outer_high) = (fitted.limits(sizes, part) for part in (INNER, OUTER))
    columns = (outer_low, inner_low, inner_high, outer_high)
    rows = zip(*(column * description.scale for column in columns), strict=True)
    return tuple(FunnelLimit(float(size), *map(float, row)) for size, row in zip(sizes, rows, strict=True))
