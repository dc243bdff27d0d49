"""The areas of a level held against the whole, as a piece of page: finding, chart, how to read it, table."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import charts, dutch
from socdom.blocks.actions import View, actions
from socdom.blocks.parts import FigureParts, chart_parts, measure, source_line
from socdom.blocks.render import render
from socdom.blocks.shown_kinds import Kind
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
    view: View | None = None,
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
        view: the page of the dashboard it stands on; None elsewhere.
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
        actions=actions(
            view,
            edition,
            indicator,
            Kind.FUNNEL,
            anchor=f"t-{indicator}-{level}",
            about=f"{description.short} per {level}, met grenzen",
            part=True,
        ),
    )
    return render("figure", f=parts, side=None)


def _paragraphs(edition: Edition, found: Funnel, marks: tuple[str, ...]) -> tuple[str, ...]:
    """What was found, how to read it, and what the marks mean."""
    findings, reading = " ".join(funnel_findings(edition, found)), " ".join(funnel_reading(found))
    return (*((findings,) if findings else ()), reading, *marks)


def _provisional(figures: Sequence[Figure]) -> tuple[str, ...]:
    return (PROVISIONAL,) if any(figure.status == "voorlopig" for figure in figures) else ()


def _table(edition: Edition, description: Description, found: Funnel, about: str) -> Table:
    """Every area with its place, and the whole at the end."""
    figures = edition.by_area(found.indicator, found.level, found.period)
    rows = [_row(edition, description, figure, words) for figure, words in funnel_figures(edition, found)]
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
        rows=tuple(rows),
        notes=notes(figures),
    )


def funnel_figures(edition: Edition, found: Funnel) -> list[tuple[Figure, str]]:
    """The areas in order of name with their place in words, also those without a number; the whole at the end."""
    areas = edition.by_area(found.indicator, found.level, found.period)
    places = {point.area: place_words(point) for point in found.points}
    own = edition.figure(found.indicator, found.period)
    assert own is not None, "a funnel stands around the whole"
    named = sorted(areas, key=lambda figure: edition.area_name(figure.area))
    told = [(figure, places.get(figure.area) or _unplaced(figure)) for figure in named]
    return [*told, (own, "de lijn in het midden")]


def _unplaced(figure: Figure) -> str:
    return "niet beoordeeld" if not figure.shown else "te klein om te beoordelen"


def _row(edition: Edition, description: Description, figure: Figure, place: str) -> Row:
    size = empty_cell(figure, number="denominator")
    if figure.denominator:
        size = Cell(dutch.number(figure.denominator), key=figure_key(figure, "denominator"))
    cells = (size, value_cell(description, figure), Cell(place, numeric=False), status_cell(figure))
    return Row(edition.area_name(figure.area), cells)
