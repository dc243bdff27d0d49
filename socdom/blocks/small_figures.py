"""Figures small, several in a row: the finding as heading, what is measured, and a line without a value axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from socdom import charts, narrative
from socdom.blocks.figures import figure_id
from socdom.blocks.parts import measure
from socdom.blocks.render import render
from socdom.blocks.tables import STATUS_WORDS, mark
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition

HOW_TO_READ = (
    "Hun lijnen laten alleen de richting zien: ze hebben geen as en beginnen niet bij 0. "
    "Bij het begin en het einde staat het cijfer. Een open stip is een voorlopig cijfer."
)
_SINGLE = "Er is één periode, dus geen lijn."


@dataclass(frozen=True)
class SmallFigure:
    """A figure of a row; `chart` is empty where there is one period, or none."""

    id: str
    heading: str
    measure: str
    status: str
    chart: Markup
    table: str


def small_figures(
    edition: Edition, described: Iterable[Description], *, heading_level: int = 4, table: str = ""
) -> str:
    """HTML of figures of the municipality, three in a row where there is room; "" for none.

    Args:
        edition: where the figures stand.
        described: of each figure, in order.
        heading_level: level of the heading of each.
        table: start of the id of the row in a table of the same page, before the indicator; "" for no such table.
    """
    items = [_item(edition, description, table) for description in described]
    return render("small_figures", level=heading_level, items=items) if items else ""


def _item(edition: Edition, description: Description, table: str) -> SmallFigure:
    series = edition.series(description.id)
    drawn = len(series) > 1
    return SmallFigure(
        id=figure_id(description.id, edition.meta.code),
        heading=narrative.finding(edition, description.id),
        measure=f"{measure(description)}.",
        status=_status(series),
        chart=Markup(charts.spark(edition, description.id).wide) if drawn else Markup(),
        table=f"#{table}{description.id}" if table else "",
    )


def _status(series: Sequence[Figure]) -> str:
    """The newest period with its status where the line does not tell them."""
    if not series:
        return "Hierover is geen cijfer."
    if len(series) > 1:
        return ""
    now = series[0]
    status = f", {STATUS_WORDS[now.status]}" if mark(now) or not now.shown else ""
    return f"{now.period_label.capitalize()}{status}. {_SINGLE}"
