"""Areas beside each other and the categories of a breakdown, as sorted bars with a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from socdom import charts
from socdom.blocks.actions import Actions, View, actions
from socdom.blocks.funnel import areas_funnel
from socdom.blocks.parts import FigureParts, chart_parts, measure, source_line
from socdom.blocks.render import render
from socdom.blocks.shown_kinds import Kind
from socdom.blocks.tables import Listing, figure_table
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence

_LEVEL_WORDS = {"wijk": ("Wijk", "per wijk"), "buurt": ("Buurt", "per buurt")}

_AGE = "leeftijd"
_ABSENT = frozenset({"ontbreekt", "onmogelijk"})
_MOST_BARS = 9
_ABSENT_NOTE = "Soorten zonder cijfer staan er niet bij."
_PARTS_ARE_NO_CAUSES = "Dit is een rekenkundige verdeling, geen verklaring."


def halves(
    edition: Edition,
    indicator: str,
    dimensions: Sequence[str],
    *,
    by_wijk: bool = True,
    period: str | None = None,
    highlight: str | None = None,
    heading_level: int = 3,
    view: View | None = None,
) -> list[str]:
    """HTML of the breakdowns and wijken of an indicator that there are, to stand two in a row.

    Of a key figure the wijken are also held against the whole, where there are enough of them.

    One that stands alone has the whole width and is drawn for it.

    Args:
        dimensions: the breakdowns, in order.
        by_wijk: whether the wijken follow.
        period, highlight, heading_level, view: as `areas` takes them.
    """
    shared: dict[str, Any] = {"period": period, "heading_level": heading_level, "view": view}
    made = [partial(breakdown, edition, indicator, name, **shared) for name in dimensions]
    if by_wijk:
        made.append(partial(areas, edition, indicator, highlight=highlight, **shared))
    if by_wijk and edition.descriptions[indicator].key_figure:
        made.append(partial(areas_funnel, edition, indicator, highlight=highlight, **shared))
    found = [html for make in made if (html := make(half=len(made) > 1))]
    return [html for make in made if (html := make())] if len(found) == 1 < len(made) else found


def areas(
    edition: Edition,
    indicator: str,
    level: str = "wijk",
    *,
    period: str | None = None,
    highlight: str | None = None,
    heading_level: int = 3,
    half: bool = False,
    view: View | None = None,
) -> str:
    """HTML of one indicator for every area of a level; "" when the edition has no such figures to show.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        level: "wijk" or "buurt".
        period: quarter or year; the newest when None.
        highlight: code of the area that is set off, if any.
        heading_level: level of the heading.
        half: whether another figure stands beside it.
        view: the page of the dashboard it stands on; None elsewhere.
    """
    description = edition.descriptions[indicator]
    figures = area_figures(edition, indicator, level, period)
    if not figures:
        return ""
    head, words = _LEVEL_WORDS[level]
    labels = [edition.area_name(figure.area) for figure in figures]
    chosen = next((edition.area_name(f.area) for f in figures if f.area == highlight), None)
    line = whole_beside(edition, indicator, figures[0].period)
    reference = None if line is None or line.value is None else (edition.meta.name, line.value)
    chart = charts.bars(edition, figures, labels, highlight=chosen, reference=reference, half=half)
    listing = Listing(f"g-{indicator}-{level}", head, labels, figures)
    row = actions(
        view,
        edition,
        indicator,
        Kind.AREAS,
        anchor=listing.id,
        about=f"{description.short} {words}",
        part=True,
    )
    return _figure(
        edition, description, f"{description.short} {words}", listing, chart, heading_level, row=row
    )


def area_figures(edition: Edition, indicator: str, level: str, period: str | None = None) -> list[Figure]:
    """The figures of every area of a level, largest first; none where no figure is shown."""
    found = edition.by_area(indicator, level, period)
    if not any(figure.shown for figure in found):
        return []
    return _sorted(found, lambda figure: edition.area_name(figure.area))


def whole_beside(edition: Edition, indicator: str, period: str) -> Figure | None:
    """The municipality as a line through the bars, where its value and that of a part can be compared."""
    own = edition.figure(indicator, period)
    if own is None or own.value is None or not edition.descriptions[indicator].compares_sizes:
        return None
    return own


def breakdown(
    edition: Edition,
    indicator: str,
    dimension: str,
    *,
    period: str | None = None,
    heading_level: int = 3,
    half: bool = False,
    view: View | None = None,
) -> str:
    """HTML of one indicator for every category of a breakdown; "" when the edition has none to show.

    Categories that do not occur are left out. Of many categories the chart draws those that are shown and names
    the others; the table has them all.
    """
    description = edition.descriptions[indicator]
    figures = category_figures(edition, indicator, dimension, period)
    if not figures:
        return ""
    spec = description.dimensions[dimension]
    labels = [spec.labels.get(figure.category, figure.category) for figure in figures]
    many = len(figures) > _MOST_BARS
    drawn = [(f, label) for f, label in zip(figures, labels, strict=True) if f.shown or not many]
    chart = charts.bars(edition, [f for f, _ in drawn], [label for _, label in drawn], half=half)
    hidden = [label for f, label in zip(figures, labels, strict=True) if many and not f.shown]
    absent = len(figures) < len(spec.labels)
    heading = f"{description.short}: {in_sentence(spec.title)}"
    listing = Listing(f"u-{indicator}-{dimension}", spec.title, labels, figures)
    remarks = _remarks(description, hidden, absent)
    row = actions(view, edition, indicator, dimension, anchor=listing.id, about=heading, part=True)
    return _figure(edition, description, heading, listing, chart, heading_level, remarks, row=row)


def category_figures(
    edition: Edition, indicator: str, dimension: str, period: str | None = None
) -> list[Figure]:
    """The figures of the categories of a breakdown that occur, in order; none where no figure is shown."""
    found = [f for f in edition.breakdown(indicator, dimension, period) if f.status not in _ABSENT]
    if not any(figure.shown for figure in found):
        return []
    return _ordered(edition.descriptions[indicator], dimension, found)


def _remarks(description: Description, hidden: Sequence[str], absent: bool) -> tuple[str, ...]:
    """What a reader must know about the categories of a breakdown, besides the notes of its chart."""
    return (
        *((_PARTS_ARE_NO_CAUSES,) if description.is_change else ()),
        *((f"Niet getoond: {'; '.join(hidden)}. Zo is niemand te herkennen.",) if hidden else ()),
        *((_ABSENT_NOTE,) if absent else ()),
    )


def _ordered(description: Description, dimension: str, figures: Sequence[Figure]) -> list[Figure]:
    """Ages, and the parts of a change, in their own order; everything else largest first."""
    labels = description.dimensions[dimension].labels
    if not dimension.startswith(_AGE) and not description.is_change:
        return _sorted(figures, lambda figure: labels.get(figure.category, figure.category))
    order = list(labels)
    return sorted(figures, key=lambda figure: order.index(figure.category))


def _sorted(figures: Sequence[Figure], name: Callable[[Figure], str]) -> list[Figure]:
    """Largest first; what is not shown at the end and by name, so that its place gives nothing away."""
    return sorted(figures, key=lambda f: (not f.shown, -(f.value or 0.0) if f.shown else 0.0, name(f)))


def _figure(
    edition: Edition,
    description: Description,
    heading: str,
    listing: Listing,
    chart: charts.Chart,
    level: int,
    remarks: tuple[str, ...] = (),
    *,
    row: Actions | None = None,
) -> str:
    when = listing.figures[0].period_label
    parts = FigureParts(
        id=listing.id,
        level=level,
        heading=heading,
        subtitle=f"{measure(description)}. {edition.meta.name}, {when}.",
        chart=chart_parts(chart),
        notes=(*chart.notes, *remarks),
        source=source_line(edition.meta, description),
        table=figure_table(description, listing, f"{listing.head.lower()}, {when}"),
        half=True,
        actions=row,
    )
    return render("figure", f=parts, side=None)
