"""Money beside that of other municipalities: in total, per inhabitant, and next to theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from socdom import charts, dutch
from socdom.areas import COUNTRY, level_of, reference_code
from socdom.blocks.actions import View, actions
from socdom.blocks.explanations import explanation
from socdom.blocks.figures import figure_id
from socdom.blocks.parts import (
    Fact,
    FigureParts,
    Side,
    chart_parts,
    measure,
    source_line,
    span,
    without_shown_unit,
)
from socdom.blocks.rankings import halves
from socdom.blocks.render import render
from socdom.blocks.shown_kinds import Kind
from socdom.blocks.tables import (
    Cell,
    Row,
    Table,
    empty_cell,
    figure_key,
    mark,
    notes,
    status_cell,
    unit_head,
    value_cell,
)
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence


@dataclass(frozen=True)
class ComparedLine:
    """The figures of one area, in order of year."""

    name: str
    figures: Sequence[Figure]

    def at(self, period: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.period == period), None)


@dataclass(frozen=True)
class Compared:
    """One money figure beside that of others: chart with table, the newest numbers, and the breakdowns."""

    figure: FigureParts
    side: Side
    halves: tuple[Markup, ...]
    duiding: Markup


def comparison(
    edition: Edition, *, key_figures_only: bool = False, heading_level: int = 2, view: View | None = None
) -> str:
    """HTML of every money figure (or key figure) per inhabitant that others have too, with its breakdowns.

    "" when the edition has no figures of the reference group or of Nederland. On the page `view` of the dashboard the
    explanation of people follows, where they wrote one.
    """
    pieces = [
        _compared(edition, description, lines_beside(edition, description), heading_level, view)
        for description in compared(edition)
        if description.key_figure or not key_figures_only
    ]
    meta = edition.meta
    values = {"compared": pieces, "document": meta.pc_document, "reference": meta.reference}
    return render("compared", **values) if pieces else ""


def compared(edition: Edition) -> list[Description]:
    """The money figures per inhabitant that others have too."""
    return [d for d in edition.indicators("geld") if lines_beside(edition, d)]


def lines_beside(edition: Edition, description: Description) -> list[ComparedLine]:
    """The own municipality first, then the others; empty when there is nothing to set beside it."""
    own = edition.series(description.id)
    # Totals of a village and of the country say nothing beside each other: only rates are compared.
    if not any(figure.denominator for figure in own):
        return []
    codes = [code for code in (reference_code(edition.meta.code), COUNTRY) if code in edition.areas]
    others = [ComparedLine(edition.area_name(code), edition.series(description.id, code)) for code in codes]
    found = [line for line in others if line.figures]
    return [ComparedLine(edition.meta.name, own), *found] if found else []


def _compared(
    edition: Edition,
    description: Description,
    lines: Sequence[ComparedLine],
    level: int,
    view: View | None,
) -> Compared:
    own = lines[0].figures
    explained = view is not None and edition.explanation(indicator=description.id) is not None
    chart = _chart(edition, lines)
    parts = FigureParts(
        id=f"v-{description.id}",
        level=level,
        heading=_heading(description, lines),
        subtitle=f"{measure(description)}, {span(own)}.",
        source=source_line(edition.meta, description),
        chart=chart_parts(chart),
        notes=chart.notes,
        table=_table(description, lines),
        actions=actions(
            view,
            edition,
            description.id,
            Kind.COMPARED,
            anchor=f"v-{description.id}",
            about=f"{description.short}, naast andere gemeenten",
            explained=explained,
        ),
    )
    names, deeper = tuple(description.dimensions), level + 1
    under = halves(edition, description.id, names, by_wijk=False, heading_level=deeper, view=view)
    duiding = explanation(edition, indicator=description.id, heading_level=deeper) if explained else ""
    facts = [_fact(description, line, own[-1].period, own=line is lines[0]) for line in lines]
    if view is not None:
        # A search or a list leads to the fact about the municipality itself.
        facts[0] = replace(facts[0], id=figure_id(description.id, edition.meta.code))
    side = Side(tuple(facts))
    return Compared(parts, side, tuple(map(Markup, under)), Markup(duiding))


def _chart(edition: Edition, lines: Sequence[ComparedLine]) -> charts.Chart:
    """Lines over the years; bars when there is one year, in which a line would be a dot."""
    own = lines[0].figures
    if len(own) > 1:
        return charts.compare(edition, [(line.name, line.figures) for line in lines])
    beside = [(line.name, figure) for line in lines if (figure := line.at(own[0].period)) is not None]
    names, figures = zip(*beside, strict=True)
    return charts.bars(edition, figures, names, highlight=lines[0].name)


def _fact(description: Description, line: ComparedLine, period: str, *, own: bool) -> Fact:
    figure = line.at(period)
    if figure is not None and figure.status == "geheim":
        return Fact(line.name, f"Het cijfer over {period} wordt niet getoond.")
    if figure is None or not figure.shown:
        return Fact(line.name, f"Over {period} is er geen cijfer.")
    total = f", in totaal {_total(figure).text}" if own and figure.numerator is not None else ""
    text = f"{without_shown_unit(description, description.unit)} in {period}{total}".rstrip(".")
    return Fact(line.name, f"{text}.", value_cell(description, figure).text)


def _heading(description: Description, lines: Sequence[ComparedLine]) -> str:
    """The newest figures beside each other, without a word about why."""
    period = lines[0].figures[-1].period
    told = [
        f"{_in_heading(line.name, figure)}{dutch.NBSP}{description.text(figure.value)}"
        for line in lines
        if (figure := line.at(period)) is not None and figure.shown
    ]
    return f"{description.short}: {', '.join(told[:2])}" if told else description.short


def _in_heading(name: str, figure: Figure) -> str:
    return in_sentence(name) if level_of(figure.area) == "referentie" else name


def _table(description: Description, lines: Sequence[ComparedLine]) -> Table:
    own, unit = lines[0], unit_head(description)
    return Table(
        id=f"v-{description.id}",
        caption=f"{description.title}, {span(own.figures)}",
        columns=(
            "Jaar",
            f"{own.name}, in totaal",
            *(f"{line.name}, {unit.lower()}" for line in lines),
            "Status",
        ),
        rows=tuple(Row(figure.period_label, _cells(description, figure, lines)) for figure in own.figures),
        notes=notes([figure for line in lines for figure in line.figures]),
    )


def _cells(description: Description, figure: Figure, lines: Sequence[ComparedLine]) -> tuple[Cell, ...]:
    rates = (value_cell(description, line.at(figure.period)) for line in lines)
    return _total(figure), *rates, status_cell(figure)


def _total(figure: Figure) -> Cell:
    if not figure.shown or figure.numerator is None:
        return empty_cell(figure, number="numerator")
    return Cell(dutch.euro(figure.numerator) + mark(figure), key=figure_key(figure, "numerator"))
