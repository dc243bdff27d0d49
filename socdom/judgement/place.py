"""Where the municipality stands among those it is compared with: the range, its quarters, and a place in words.

A place is never a number in a row: neighbours in a list often differ by chance or rounding. Each member counts once.
The lowest and the highest quarter are at most a quarter of the members each. What is left is the middle, at least half
of them; its ends are figures of members, so that no number is told that is nobody's. With fewer than five members there
is no place.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from socdom import dutch
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.likeness import Ground, likeness
from socdom.judgement.published_rounding import margin
from socdom.parameters.vergelijking import FEWEST

# Part of the range: nearer than this to the last member is not outside the group, as no drawing can show it.
_TOUCHING = 0.01


class Position(StrEnum):
    """A place in the range, in words that follow "de gemeente ligt"."""

    BELOW = "buiten de groep, aan de lage kant"
    LOW = "in het laagste kwart van de groep"
    MIDDLE = "in het midden van de groep"
    HIGH = "in het hoogste kwart van de groep"
    ABOVE = "buiten de groep, aan de hoge kant"


@dataclass(frozen=True)
class Member:
    """A municipality of the group; `value` is None where its figure is not known."""

    code: str
    name: str
    value: float | None


@dataclass(frozen=True)
class Place:
    """A figure of the municipality among those of the group in one period; numbers as a reader sees them.

    Attributes:
        own: the figure of the municipality, shown or not.
        members: by name, in alphabetical order.
        lowest, highest: ends of the range.
        lower, upper: ends of the middle, which holds half of the members or a few more.
        group, country: figures of the group together and of Nederland; None where there is none of this period.
        position: None when the own figure is not shown.
    """

    indicator: str
    period: str
    own: Figure
    members: tuple[Member, ...]
    lowest: float
    lower: float
    upper: float
    highest: float
    group: Figure | None
    country: Figure | None
    position: Position | None

    @property
    def known(self) -> tuple[Member, ...]:
        """Members with a figure."""
        return tuple(member for member in self.members if member.value is not None)


def place(edition: Edition, indicator: str, period: str | None = None) -> Place | None:
    """Where a figure stands in the range of the group; None with fewer than five members that have a figure.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        period: year or quarter; the newest in which the municipality and enough members have a figure when None.
    """
    if period is not None:
        return _place(edition, indicator, period)
    rows = edition.members
    periods = sorted(rows.loc[rows["indicator"].eq(indicator), "period"].unique(), reverse=True)
    found = [made for name in periods if (made := _place(edition, indicator, name)) is not None]
    return next((made for made in found if made.position is not None), found[0] if found else None)


def placed(edition: Edition) -> tuple[Place, ...]:
    """The place of every figure that has one, in the order of the catalogue."""
    there = set(edition.members["indicator"].unique())
    found = (place(edition, d.id) for d in edition.indicators() if d.id in there)
    return tuple(made for made in found if made is not None)


def _place(edition: Edition, indicator: str, period: str) -> Place | None:
    description = edition.descriptions.get(indicator)
    own = edition.figure(indicator, period) if description is not None else None
    members = _members(edition, indicator, period) if description is not None else ()
    values = [member.value for member in members if member.value is not None]
    if description is None or own is None or len(values) < FEWEST:
        return None
    ordered, quarter = sorted(values), len(values) // 4
    lowest, highest = ordered[0], ordered[-1]
    lower, upper = ordered[quarter], ordered[-1 - quarter]
    like = likeness(edition, indicator, period)
    group, country = (like.on(ground).figure for ground in (Ground.GROUP, Ground.COUNTRY))
    position = _position(description, own, (lowest, lower, upper, highest))
    return Place(
        indicator,
        period,
        own,
        members,
        lowest,
        lower,
        upper,
        highest,
        _shown(group),
        _shown(country),
        position,
    )


def _shown(figure: Figure | None) -> Figure | None:
    return figure if figure is not None and figure.shown and figure.status != "onvolledig" else None


def _members(edition: Edition, indicator: str, period: str) -> tuple[Member, ...]:
    rows = edition.members
    rows = rows[rows["indicator"].eq(indicator) & rows["period"].eq(period)]
    description = edition.descriptions[indicator]
    found = [
        Member(code, name, None if value != value else _as_shown(description, value))
        for code, name, value in zip(rows["area"], rows["name"], rows["value"], strict=True)
    ]
    return tuple(sorted(found, key=lambda member: (_letters(member.name), member.code)))


def _as_shown(description: Description, value: float) -> float:
    return dutch.as_shown(value, description.format, description.decimals)


def _letters(name: str) -> str:
    """A name as it is looked up: "'s-Gravenhage" under the s, "Súdwest-Fryslân" without its accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalpha() or letter == " ")


def _position(
    description: Description, own: Figure, range_: tuple[float, float, float, float]
) -> Position | None:
    """The place in words; what rounding alone can move is moved towards the middle.

    Outside is further from the last member than a hundredth of the range.
    """
    if own.value is None or own.status == "onvolledig":
        return None
    lowest, lower, upper, highest = range_
    value, loose = _as_shown(description, own.value), margin(description, own) + 1e-9
    apart = max(loose, _TOUCHING * (highest - lowest))
    if value < lower - loose:
        return Position.BELOW if value < lowest - apart else Position.LOW
    if value > upper + loose:
        return Position.ABOVE if value > highest + apart else Position.HIGH
    return Position.MIDDLE
