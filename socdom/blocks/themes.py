"""The page of a theme: which blocks, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from socdom.blocks.budget import money
from socdom.blocks.comparisons import comparison
from socdom.blocks.explanations import explanation
from socdom.blocks.figures import figure
from socdom.blocks.notices import no_registration
from socdom.blocks.rankings import areas, breakdown
from socdom.blocks.render import render
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence


def theme_page(
    edition: Edition, theme: str, *, area: str | None = None, period: str | None = None, unit: str = "value"
) -> list[str]:
    """The blocks of a theme page in order: figures with duiding, breakdowns and wijken, duiding of the theme.

    The heading of the page (h1), its lead and its controls stand above these blocks; theirs start at h2.
    Key figures come first and have breakdowns and wijken under them; the others have a chart and a table.

    Args:
        edition: where the figures stand.
        theme: a key of `THEMES`; one without figures gives the block that says so.
        area: CBS code of a wijk; the municipality when None. Figures that do not exist there are left out.
        period: quarter or year; the newest when None.
        unit: "value", or "count" for the number of people behind a rate.
    """
    if theme not in edition.themes():
        return [no_registration(edition, theme)]
    if theme == "geld":
        return _money_page(edition)
    chosen = [d for d in edition.indicators(theme) if edition.series(d.id, area)]
    # People wrote about the whole municipality in the newest period: their text would mislead beside another choice.
    current = area in (None, edition.meta.code) and period in (None, edition.meta.period)
    leading = [d for d in chosen if d.key_figure] or chosen
    blocks: list[str] = []
    for description in sorted(chosen, key=lambda d: not d.key_figure):
        explained = current and edition.explanation(indicator=description.id) is not None
        blocks.append(figure(edition, description.id, area=area, period=period, unit=unit, duiding=explained))
        blocks.append(_details(edition, description, area, period) if description in leading else "")
    blocks.append(_explanation(edition, theme, chosen) if current else "")
    return [block for block in blocks if block]


def _explanation(edition: Edition, theme: str, shown: Sequence[Description]) -> str:
    """The duiding of the theme; that there is none is said only where no figure above it has one."""
    explained = any(edition.explanation(indicator=d.id) for d in shown)
    return "" if explained and edition.explanation(theme=theme) is None else explanation(edition, theme=theme)


def _money_page(edition: Edition) -> list[str]:
    """Budget first, then other municipalities; the course of each figure where neither of them is there."""
    told = [money(edition), comparison(edition)]
    if not any(told):
        found = [d for d in edition.indicators("geld") if edition.series(d.id)]
        told = [figure(edition, description.id, duiding=False) for description in found]
    return [block for block in [*told, explanation(edition, theme="geld")] if block]


def _details(edition: Edition, description: Description, area: str | None, period: str | None) -> str:
    """Breakdowns (of the whole municipality) and wijken of an indicator, two in a row, under one heading."""
    whole = area in (None, edition.meta.code)
    names = description.dimensions if whole else ()
    halves = [breakdown(edition, description.id, name, period=period) for name in names]
    halves.append(areas(edition, description.id, "wijk", period=period, highlight=area))
    found = [Markup(half) for half in halves if half]
    heading = f"Meer over: {in_sentence(description.short)}"
    return render("pair", id=f"m-{description.id}", level=2, heading=heading, figures=found) if found else ""
