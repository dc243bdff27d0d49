"""A theme in the long report: key figures in full, the other figures small, nothing left out."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from socdom import blocks, narrative
from socdom.blocks.annex import ROW
from socdom.blocks.budget import budgeted
from socdom.blocks.comparisons import compared
from socdom.editions.groups import MAIN, Group, by_group, grouped
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.report.sections import joined, part
from socdom.report.selection import is_explained

_HALVES = Markup('<div class="helften">{}</div>')
_GROUP = Markup(
    # No landmark: most themes have groups of the same name.
    '<div><h3 class="groep-titel" id="{id}">{heading}</h3>\n{pieces}</div>'
)
_MORE = "Meer cijfers"


def theme_in_full(edition: Edition, theme: str, explanations: Sequence[str]) -> Markup:
    """HTML of a theme with every indicator.

    Args:
        explanations: HTML of what people wrote that belongs to no figure.
    """
    described = [d for d in edition.indicators(theme) if edition.series(d.id)]
    large, groups = _divided(described)
    pieces = [
        *(piece for d in large for piece in _large(edition, d)),
        *explanations,
        *small_groups(edition, theme, groups),
    ]
    return part(theme, THEMES[theme], pieces, lead=narrative.theme_lead(edition, theme))


def small_groups(edition: Edition, theme: str, groups: Sequence[Group]) -> list[str]:
    """HTML of figures per group, small; a difference has its parts under it, without which it says little.

    Args:
        theme: makes the ids of the groups unique in the report.
    """
    return [
        _GROUP.format(id=f"{theme}-{group.id}", heading=group.heading, pieces=_small(edition, group))
        for group in groups
    ]


def _small(edition: Edition, group: Group) -> Markup:
    own = blocks.small_figures(edition, group.items, heading_level=4, table=ROW)
    parts = [
        half
        for d in group.items
        if d.is_change
        for half in blocks.halves(edition, d.id, tuple(d.dimensions), by_wijk=False, heading_level=4)
    ]
    explained = [
        blocks.explanation(edition, indicator=d.id, heading_level=4)
        for d in group.items
        if is_explained(edition, d)
    ]
    return joined([own, *([_HALVES.format(joined(parts))] if parts else []), *explained])


def _divided(described: Sequence[Description]) -> tuple[Sequence[Description], list[Group]]:
    """The key figures, or the first figure where there are none; and the others per group."""
    if not described:
        return (), []
    main, *groups = grouped(described)
    large = [d for d in main.items if d.key_figure] or list(main.items[:1])
    left = [d for d in main.items if d not in large]
    more = [Group(_MORE if groups else MAIN, tuple(left))] if left else []
    return large, [*more, *groups]


def _large(edition: Edition, description: Description) -> list[str]:
    """A figure with its explanation, if it has one; a key figure also with breakdowns and wijken."""
    name, written = description.id, is_explained(edition, description)
    own = blocks.figure(edition, name, heading_level=3, duiding=written, signals=False)
    dimensions = tuple(description.dimensions)
    halves = blocks.halves(edition, name, dimensions, heading_level=4) if description.key_figure else []
    return [own, *([_HALVES.format(joined(halves))] if halves else [])]


def money_groups(edition: Edition) -> list[Group]:
    """Figures about money that neither the budget nor the comparison with others shows, per group; none left out."""
    told = {*budgeted(edition), *(d.id for d in compared(edition))}
    left = [d for d in edition.indicators("geld") if d.id not in told and edition.series(d.id)]
    loose = tuple(d for d in left if not d.group)
    return [*by_group([d for d in left if d.group]), *([Group(_MORE, loose)] if loose else [])]
