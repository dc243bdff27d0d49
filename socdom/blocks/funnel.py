"""The areas of a level held against the whole, as a piece of page: finding, chart, how to read it, table."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import charts, dutch
from socdom.blocks.parts import FigureParts, chart_parts, measure, source_line
from socdom.blocks.render import render
from socdom.blocks.tables import (
    Cell,
    Row,
    Table,
    empty_cell,
    figure_key,
    notes,
    status_cell,
    unit_head,
    value_cell,
)
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.funnel import Funnel, Level, funnel
from socdom.narrative.funnels import (
    PROVISIONAL,
    among,
    funnel_findings,
    funnel_heading,
    funnel_reading,
    place_words,
)


def areas_funnel(
    edition: Edition,
    indicator: str,
    level: Level = "wijk",
    *,
    period: str | None = None,
    highlight: str | None = None,
    heading_level: int = 3,
    half: bool = False,
) -> str:
    """HTML of which areas differ more from the whole than their size explains; "" where that cannot be told.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        level: "wijk" or "buurt".
        period: quarter or year; the newest when None.
        highlight: code of the area that is named wherever it lies, if any.
        heading_level: level of the heading.
        half: whether another figure stands beside it.
    """
    found = funnel(edition, indicator, level, period)
    if not found.points:
        return ""
    description = edition.descriptions[indicator]
    counted = among(description.basis)
    chart = charts.funnel(edition, found, counted, highlight, half)
    figures = edition.by_area(indicator, level, found.period)
    when = figures[0].period_label
    parts = FigureParts(
        id=f"t-{indicator}-{level}",
        level=heading_level,
        heading=funnel_heading(found, description.short),
        subtitle=f"{measure(description)}. {edition.meta.name}, {when}.",
        chart=chart_parts(chart),
        notes=(*_paragraphs(edition, found, chart.notes), *_provisional(figures)),
        source=source_line(edition.meta, description),
        table=_table(edition, description, found, f"{level}, {when}"),
        half=half,
    )
    return render("figure", f=parts, side=None)


def _paragraphs(edition: Edition, found: Funnel, marks: tuple[str, ...]) -> tuple[str, ...]:
    """What was found, how to read it, and what the marks mean."""
    findings, reading = " ".join(funnel_findings(edition, found)), " ".join(funnel_reading(found))
    return (*((findings,) if findings else ()), reading, *marks)


def _provisional(figures: Sequence[Figure]) -> tuple[str, ...]:
    return (PROVISIONAL,) if any(figure.status == "voorlopig" for figure in figures) else ()


def _table(edition: Edition, description: Description, found: Funnel, about: str) -> Table:
    """Every area in order of name, with its place; also those without a number, and the whole at the end."""
    figures = sorted(
        edition.by_area(found.indicator, found.level, found.period), key=lambda f: edition.area_name(f.area)
    )
    places = {point.area: place_words(point) for point in found.points}
    rows = [_row(edition, description, figure, places.get(figure.area)) for figure in figures]
    own = edition.figure(found.indicator, found.period)
    assert own is not None, "a funnel stands around the whole"
    return Table(
        id=f"t-{found.indicator}-{found.level}",
        caption=f"{description.title}, plaats ten opzichte van de grenzen per {about}",
        columns=(
            found.level.capitalize(),
            f"Aantal {among(description.basis)}",
            unit_head(description),
            "Plaats",
            "Status",
        ),
        rows=(*rows, _row(edition, description, own, "de lijn in het midden")),
        notes=notes(figures),
    )


def _row(edition: Edition, description: Description, figure: Figure, place: str | None) -> Row:
    size = empty_cell(figure, number="denominator")
    if figure.denominator:
        size = Cell(dutch.number(figure.denominator), key=figure_key(figure, "denominator"))
    words = place or ("niet beoordeeld" if not figure.shown else "te klein om te beoordelen")
    cells = (size, value_cell(description, figure), Cell(words, numeric=False), status_cell(figure))
    return Row(edition.area_name(figure.area), cells)
