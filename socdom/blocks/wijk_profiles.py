"""Profiles of wijken: a few figures of each beside those of the municipality and of the other wijken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from socdom import dutch
from socdom.areas import Area
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, notes, value_cell
from socdom.editions.read import Edition
from socdom.judgement.wijk_profile import WijkFigure, profile_figures, wijk_figures
from socdom.narrative.funnels import place_words
from socdom.narrative.wijken import change_words, profile_heading
from socdom.quarters import period_label, period_phrase

_WIDTH, _EDGE = 120.0, 6.0
_SMALL = "niet beoordeeld"
_ON_HIDDEN = "Een geheim cijfer telt niet mee bij ‘laagste en hoogste’."


@dataclass(frozen=True)
class Dots:
    """Places on the little strip, from 0 to 120: every wijk that is shown, the municipality, and this wijk."""

    wijken: tuple[float, ...]
    whole: float | None
    own: float | None


@dataclass(frozen=True)
class ProfileRow:
    """A figure of a wijk.

    Attributes:
        change: what it is more or less than a year earlier; "" where that is not told.
        link: address of the figure on the page of its theme; "" where there is none.
    """

    title: str
    unit: str
    own: Cell
    whole: Cell
    span: str
    dots: Dots | None
    place: str
    change: str = ""
    link: str = ""


@dataclass(frozen=True)
class Profile:
    """A wijk with its figures; `people` says how many live there, or is empty."""

    id: str
    name: str
    people: str
    rows: tuple[ProfileRow, ...]


def wijk_profiles(edition: Edition, *, heading_level: int = 3) -> str:
    """HTML of the profiles of all wijken in order of name; "" where no figure of a wijk is there."""
    described = profile_figures(edition)
    wijken = sorted((a for a in edition.areas.values() if a.level == "wijk"), key=lambda area: area.name)
    found = ((area, wijk_figures(edition, area.code, described)) for area in wijken)
    whole = [(area, figures) for area, figures in found if figures]
    periods = sorted({item.own.period for _, figures in whole for item in figures})
    profiles = [_profile(edition, area, figures, with_period=len(periods) > 1) for area, figures in whole]
    if not described or not profiles:
        return ""
    return render(
        "wijk_profiles",
        level=heading_level,
        name=edition.meta.name,
        accent=edition.meta.accent,
        profiles=profiles,
        period=period_phrase(periods[0]) if len(periods) == 1 else "",
        notes=notes(
            [f for _, figures in whole for item in figures for f in (item.own, item.whole) if f is not None]
        ),
        hidden=_ON_HIDDEN,
    )


def wijk_profile(
    edition: Edition,
    wijk: str,
    *,
    period: str | None = None,
    links: Mapping[str, str],
    heading_level: int = 2,
) -> str:
    """HTML of the profile of one wijk, with what changed in a year; "" where no figure of it is there.

    Args:
        edition: where the figures stand.
        wijk: CBS code.
        period: quarter or year; the newest of each figure when None.
        links: indicator → address of the figure on the page of its theme.
        heading_level: level of its heading.
    """
    figures = wijk_figures(edition, wijk, profile_figures(edition), period)
    if not figures:
        return ""
    periods = sorted({item.own.period for item in figures})
    rows = tuple(
        replace(
            _row(item, with_period=len(periods) > 1),
            change=change_words(edition, item.own),
            link=links.get(item.description.id, ""),
        )
        for item in figures
    )
    return render(
        "wijk_profile",
        level=heading_level,
        name=edition.meta.name,
        accent=edition.meta.accent,
        heading=profile_heading(edition, wijk),
        profile=Profile(f"wijk-{wijk.lower()}", edition.area_name(wijk), _people(edition, wijk), rows),
        period=period_phrase(periods[0]) if len(periods) == 1 else "",
        notes=notes([f for item in figures for f in (item.own, item.whole) if f is not None]),
        hidden=_ON_HIDDEN,
    )


def _profile(edition: Edition, area: Area, figures: Sequence[WijkFigure], *, with_period: bool) -> Profile:
    return Profile(
        id=f"wijk-{area.code.lower()}",
        name=area.name,
        people=_people(edition, area.code),
        rows=tuple(_row(item, with_period=with_period) for item in figures),
    )


def _people(edition: Edition, code: str) -> str:
    """How many people live in a wijk, where the edition has a figure of that."""
    for description in edition.indicators("bevolking"):
        now = edition.figure(description.id, area=code)
        if now is not None and now.value is not None and now.shown and description.format == "aantal":
            return f"{dutch.number(now.value)} {description.unit}, {period_label(now.period)}"
    return ""


def _row(item: WijkFigure, *, with_period: bool) -> ProfileRow:
    about = item.description
    bare = bool(dutch.rate_per(about.format)) and about.unit.lower() not in about.short.lower()
    label = (about.unit if bare else "", period_label(item.own.period) if with_period else "")
    return ProfileRow(
        title=about.short,
        unit=", ".join(part for part in label if part),
        own=value_cell(about, item.own, kind="nu"),
        whole=value_cell(about, item.whole),
        span=_span(item),
        dots=_dots(item),
        place=_place(item),
    )


def _span(item: WijkFigure) -> str:
    """The lowest and the highest figure of a wijk."""
    if not item.others:
        return ""
    low, high = (item.description.text(value) for value in (item.others[0], item.others[-1]))
    return low if low == high else f"{low} – {high}"


def _place(item: WijkFigure) -> str:
    if item.point is not None:
        return place_words(item.point)
    return "" if not item.own.shown else _SMALL


def _dots(item: WijkFigure) -> Dots | None:
    """The strip runs from the lowest figure of a wijk, or of the municipality, to the highest; None for one place."""
    whole = item.whole.value if item.whole is not None else None
    values = [*item.others, *([] if whole is None else [whole])]
    if not item.others:
        return None
    low, high = min(values), max(values)
    if low == high:
        return None

    def at(value: float) -> float:
        return round(_EDGE + (value - low) / (high - low) * (_WIDTH - 2 * _EDGE), 1)

    return Dots(
        tuple(at(value) for value in item.others),
        None if whole is None else at(whole),
        None if item.own.value is None else at(item.own.value),
    )
