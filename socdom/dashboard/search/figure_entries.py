"""The figures that Zoeken can find: where each stands, which words lead to it, and which comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socdom.dashboard.links import figure_address
from socdom.dashboard.search.entry import Entry, page_with
from socdom.editions.model import THEMES, Break, Description, Event
from socdom.editions.read import Edition

_FIRST, _KEY_FIGURE, _POLICY = 2.0, 1.4, 0.7


def figure_entries(edition: Edition, ids: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    """Every figure the edition has, with the words of its definition.

    Args:
        ids: address of a page → the ids in it.
    """
    for description in (*edition.indicators(), *edition.policy_indicators()):
        if edition.figure(description.id) is not None:
            yield Entry(
                kind="cijfer",
                name=description.short,
                what=_place(description),
                words=_beside(description),
                text=_definition(description),
                address=_figure(edition, description, ids),
                explained=page_with(f"begrip-{description.id}", ids),
                indicator=description.id,
                weight=_weight(edition, description),
            )


def _figure(edition: Edition, description: Description, ids: Mapping[str, frozenset[str]]) -> str:
    """Where a figure stands; where it is made when it is unfolded, the line that unfolds it."""
    address = figure_address(edition, description.id)
    page, _, part = address.partition("#")
    folded = f"meer-{description.id}"
    return f"{page}#{folded}" if part not in ids.get(page, ()) and folded in ids.get(page, ()) else address


def _weight(edition: Edition, description: Description) -> float:
    """The first figure of a theme before its other key figures; what is told of the same thing again comes last."""
    if description.is_policy_indicator:
        return _POLICY
    # Who wants to know what something costs asks that with a word for money.
    if not description.key_figure or description.theme == "geld":
        return 1.0
    return _KEY_FIGURE if edition.places.get(description.id) else _FIRST


def _place(description: Description) -> str:
    theme = THEMES[description.theme]
    if description.is_policy_indicator:
        return f"{theme}, beleidsindicator"
    return f"{theme}, {description.group.lower()}" if description.group else theme


def _beside(description: Description) -> str:
    parts = (
        description.title,
        THEMES[description.theme],
        description.group,
        description.unit,
        description.basis,
    )
    return " ".join((*parts, description.counted, description.law, description.id.replace("_", " ")))


def _definition(description: Description) -> str:
    breakdowns = (f"{d.title} {' '.join(d.labels.values())}" for d in description.dimensions.values())
    remarkable: list[Break | Event] = [*description.breaks, *description.events]
    moments = (f"{m.label} {m.text}" for m in remarkable)
    told = (description.why, description.reading, *description.pitfalls, description.source)
    return " ".join((*told, *breakdowns, *moments))
