"""One figure for every wijk: the sorted list, the map beside it, and which wijken differ more than chance does."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from socdom import charts
from socdom.blocks.actions import Link, View
from socdom.blocks.funnel import areas_funnel
from socdom.blocks.parts import FigureParts, chart_parts, measure
from socdom.blocks.rankings import areas
from socdom.blocks.render import render
from socdom.editions.read import Edition
from socdom.narrative.wijken import wijken_heading

_NO_BORDERS = "De grenzen van de wijken zijn niet bekend. Daarom is er geen kaart."


def list_and_map(
    edition: Edition,
    indicator: str,
    *,
    period: str | None = None,
    wijk: str | None = None,
    view: View | None = None,
    heading_level: int = 2,
) -> str:
    """HTML of the sorted list of wijken with the map beside it, under the finding.

    Without borders the list stands alone and says so; without any figure there is the finding that says that.

    Args:
        edition: where figures and borders stand.
        indicator: id of an indicator that wijken have.
        period: quarter or year; of a yearly figure the newest year that was over; the newest when None.
        wijk: CBS code of the wijk that is set off, if any.
        view: the page of the dashboard it stands on; None elsewhere.
        heading_level: level of the finding; list and map have headings one level deeper.
    """
    when = edition.period_of(indicator, period)
    drawn = _map(edition, indicator, when, wijk, heading_level + 1)
    listed = areas(
        edition,
        indicator,
        period=when,
        highlight=wijk,
        heading_level=heading_level + 1,
        half=bool(drawn),
        view=view,
    )
    figures = [Markup(html) for html in (listed, drawn) if html]
    without = "" if edition.borders.areas or not listed else _NO_BORDERS
    return render(
        "wijken",
        id=f"w-{indicator}",
        level=heading_level,
        heading=wijken_heading(edition, indicator, when, wijk),
        figures=figures,
        remark=without,
    )


def differing(
    edition: Edition,
    indicator: str,
    *,
    period: str | None = None,
    wijk: str | None = None,
    view: View | None = None,
    heading_level: int = 2,
) -> str:
    """HTML of which wijken differ more from the whole than their size explains; "" where that cannot be told.

    Args:
        edition, indicator, period, wijk, view: as of `list_and_map`.
        heading_level: level of the heading.
    """
    when = edition.period_of(indicator, period)
    found = areas_funnel(
        edition, indicator, period=when, highlight=wijk, heading_level=heading_level, view=view
    )
    return (
        Markup('<section class="deel" aria-labelledby="t-{}-wijk">{}</section>').format(
            indicator, Markup(found)
        )
        if found
        else ""
    )


def wijk_links(name: str, heading: str, links: Sequence[Link], *, heading_level: int = 2) -> str:
    """HTML of a list of links about wijken; "" without links.

    Args:
        name: id of the heading, unique on the page.
        heading: Dutch.
        links: in order.
    """
    if not links:
        return ""
    return render("wijk_links", id=name, heading=heading, links=links, level=heading_level)


def no_wijken(edition: Edition, *, heading_level: int = 2) -> str:
    """HTML that says that there are no figures of wijken to set beside each other."""
    return render("no_wijken", level=heading_level, name=edition.meta.name)


def _map(edition: Edition, indicator: str, period: str | None, wijk: str | None, level: int) -> str:
    """The map as a figure; its numbers are in the table of the list, so it has none of its own."""
    figures = edition.by_area(indicator, "wijk", period)
    chart = charts.area_map(edition, figures, wijk, half=True) if figures else None
    if chart is None:
        return ""
    description = edition.descriptions[indicator]
    parts = FigureParts(
        id=f"k-{indicator}",
        level=level,
        heading=f"{description.short} op de kaart",
        subtitle=f"{measure(description)}. {edition.meta.name}, {figures[0].period_label}.",
        chart=chart_parts(chart),
        notes=chart.notes,
        source="",
        half=True,
    )
    return render("figure", f=parts, side=None)
