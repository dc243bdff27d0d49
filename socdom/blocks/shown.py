"""The figures that a chart of the dashboard and its table show, for who downloads exactly that view.

Each kind of figure takes them from the block that draws it, so that page and file cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from socdom.blocks.budget import budget_posts
from socdom.blocks.comparisons import lines_beside
from socdom.blocks.funnel import funnel_figures
from socdom.blocks.rankings import area_figures, category_figures, whole_beside
from socdom.blocks.shown_kinds import Kind
from socdom.charts.beside import compared_areas
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.funnel import funnel
from socdom.judgement.place import place
from socdom.narrative.expected import expected_note
from socdom.narrative.wording import in_sentence
from socdom.quarters import period_label

_WIJK: Literal["wijk"] = "wijk"


@dataclass(frozen=True)
class Shown:
    """The figures of a view.

    Attributes:
        title: what it is: "Jongeren met jeugdhulp, Noorderlinde".
        figures: in the order of the table, then what the chart has beside them.
        remarks: what stands in the table beside a figure, by its place among `figures`.
        names: code → name of areas that the edition has no figures of its own of.
    """

    title: str
    figures: tuple[Figure, ...]
    remarks: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def shown(
    edition: Edition,
    indicator: str,
    kind: str = Kind.TREND,
    *,
    area: str | None = None,
    period: str | None = None,
    unit: str = "value",
) -> Shown | None:
    """The figures of a view; None where the pages have no such figure.

    Args:
        indicator: id of an indicator of the edition.
        kind: a `Kind`, or the name of a breakdown.
        area: CBS code; the municipality when None. Breakdowns and comparisons are of the municipality alone.
        period: quarter or year of bars; the newest when None. A line has all of them.
        unit: "value", or "count", which has nothing beside it.
    """
    description, own = edition.descriptions[indicator], area in (None, edition.meta.code)
    if kind == Kind.TREND:
        return _trend(edition, indicator, area, unit)
    if kind == Kind.SIGNAL:
        return _series(edition, indicator, area)
    if kind == Kind.AREAS:
        return _areas(edition, indicator, period)
    if kind == Kind.FUNNEL:
        return _funnel(edition, indicator, period)
    if not own:
        return None
    if kind in description.dimensions:
        return _breakdown(edition, indicator, kind, period)
    whole = {Kind.COMPARED: _compared, Kind.STRIP: _strip, Kind.BUDGET: _budget}
    return whole[Kind(kind)](edition, indicator) if kind in whole else None


def _trend(edition: Edition, indicator: str, area: str | None, unit: str) -> Shown | None:
    own = _series(edition, indicator, area)
    if own is None:
        return None
    beside = [
        figure
        for code in compared_areas(edition, indicator, area, unit)
        for figure in edition.series(indicator, code)
        # With one period bars stand beside each other, of that period.
        if len(own.figures) > 1 or figure.period == own.figures[0].period
    ]
    return replace(own, figures=(*own.figures, *beside))


def _series(edition: Edition, indicator: str, area: str | None) -> Shown | None:
    series = edition.series(indicator, area)
    if not series:
        return None
    remarks = {at: note for at, figure in enumerate(series) if (note := expected_note(edition, figure))}
    place = edition.area_name(series[0].area)
    return Shown(_titled(edition, indicator, place), tuple(series), remarks)


def _titled(edition: Edition, indicator: str, about: str) -> str:
    return f"{edition.descriptions[indicator].title}, {about}"


def _areas(edition: Edition, indicator: str, period: str | None) -> Shown | None:
    figures = area_figures(edition, indicator, _WIJK, period)
    if not figures:
        return None
    whole = whole_beside(edition, indicator, figures[0].period)
    title = _titled(edition, indicator, f"per wijk, {figures[0].period_label}")
    return Shown(title, (*figures, *([whole] if whole else [])))


def _funnel(edition: Edition, indicator: str, period: str | None) -> Shown | None:
    found = funnel(edition, indicator, _WIJK, period)
    if not found.points:
        return None
    told = funnel_figures(edition, found)
    title = _titled(edition, indicator, f"per wijk naast de hele gemeente, {told[0][0].period_label}")
    remarks = {at: words for at, (_, words) in enumerate(told)}
    return Shown(title, tuple(figure for figure, _ in told), remarks)


def _breakdown(edition: Edition, indicator: str, dimension: str, period: str | None) -> Shown | None:
    figures = category_figures(edition, indicator, dimension, period)
    if not figures:
        return None
    how = in_sentence(edition.descriptions[indicator].dimensions[dimension].title)
    return Shown(_titled(edition, indicator, f"{how}, {figures[0].period_label}"), tuple(figures))


def _compared(edition: Edition, indicator: str) -> Shown | None:
    lines = lines_beside(edition, edition.descriptions[indicator])
    # As the table has it: of each year of the municipality, with what others have of that year.
    found = (
        [figure for own in lines[0].figures for line in lines if (figure := line.at(own.period))]
        if lines
        else []
    )
    return Shown(_titled(edition, indicator, "naast andere gemeenten"), tuple(found)) if found else None


def _strip(edition: Edition, indicator: str) -> Shown | None:
    found = place(edition, indicator)
    if found is None:
        return None
    unit, rows = edition.descriptions[indicator].unit, edition.members
    rows = rows[rows["indicator"].eq(indicator) & rows["period"].eq(found.period)].set_index("area")
    members = [
        Figure(
            indicator=indicator,
            period=found.period,
            area=member.code,
            numerator=None,
            denominator=None,
            value=None if member.value is None else float(rows.at[member.code, "value"]),
            unit=unit,
            status=rows.at[member.code, "status"],
            method="",
        )
        for member in found.members
    ]
    named = [figure for figure in (found.own, found.group, found.country) if figure is not None]
    title = _titled(edition, indicator, f"naast andere gemeenten, {period_label(found.period)}")
    return Shown(title, (*named, *members), names={member.code: member.name for member in found.members})


def _budget(edition: Edition, indicator: str) -> Shown | None:
    """What was spent, the budget and the use of every post; its address is that of the first one."""
    posts = budget_posts(edition)
    if not posts or posts[0].pair.indicator != indicator:
        return None
    figures = [
        figure
        for post in posts
        for figure in (post.pair.realised, post.pair.budget, post.use)
        if figure is not None
    ]
    return Shown(f"Uitgaven en begroting, {figures[0].period_label}", tuple(figures))
