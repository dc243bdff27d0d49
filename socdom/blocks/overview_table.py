"""All key figures in one table."""

from __future__ import annotations

from collections.abc import Set

from socdom.blocks.cards import judgement_label, newest_key_figures
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, notes, status_cell, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.quarters import Quarter, period_label, year_earlier

_NO_COMPARISON = "Een streep betekent: hiervoor is geen cijfer om mee te vergelijken."


def key_figure_table(edition: Edition) -> str:
    """HTML of one table with every key figure: now, the quarter before, a year earlier, status, judgement.

    An edition with yearly figures alone has no column for the quarter before.
    """
    by_theme = {title: newest_key_figures(edition, theme) for theme, title in edition.themes().items()}
    figures = [now for found in by_theme.values() for _, now in found]
    periods = {now.period for now in figures}
    rows: list[Row] = []
    for title, found in by_theme.items():
        rows += [Row(title), *(_row(edition, d, now, periods) for d, now in found)] if found else []
    table = Table(
        id="kerngetallen",
        caption="Kerngetallen met een eerdere periode, de status en het oordeel",
        columns=("Kerngetal", *_period_heads(periods), "Status", "Oordeel"),
        rows=tuple(rows),
        notes=(*notes(figures), _NO_COMPARISON),
    )
    return render("key_figure_table", t=table)


def _period_heads(periods: Set[str]) -> tuple[str, ...]:
    """The periods themselves when all key figures have the same newest one, otherwise words."""
    if not _quarterly(periods):
        return ("Nu", "Jaar eerder")
    if len(periods) > 1:
        return ("Nu", "Vorig kwartaal", "Jaar eerder")
    quarter = Quarter.parse(max(periods))
    return (quarter.short_label, (quarter - 1).short_label, (quarter - 4).short_label)


def _quarterly(periods: Set[str]) -> bool:
    return any("Q" in period for period in periods)


def _row(edition: Edition, description: Description, now: Figure, periods: Set[str]) -> Row:
    before = value_cell(description, _quarter_before(edition, description, now))
    cells = (
        value_cell(description, now, kind="nu"),
        *((before,) if _quarterly(periods) else ()),
        value_cell(description, edition.figure(description.id, year_earlier(now.period))),
        status_cell(now),
        Cell(judgement_label(edition, description), numeric=False),
    )
    return Row(description.short, cells, label=_label(description, now, periods))


def _quarter_before(edition: Edition, description: Description, now: Figure) -> Figure | None:
    """The figure of one quarter earlier; none for yearly figures and amounts that run on within a year."""
    if "Q" not in now.period or description.moment == "jaar":
        return None
    return edition.figure(description.id, str(Quarter.parse(now.period) - 1))


def _label(description: Description, now: Figure, periods: Set[str]) -> str:
    """Unit beside the name where the number does not show it, and the period where the head cannot."""
    unit = description.unit if description.format in ("per_1000", "aantal") else ""
    shown = "" if unit.lower() in description.short.lower() else unit
    alone = len(periods) > 1 or not _quarterly(periods)
    return ", ".join(part for part in (shown, period_label(now.period) if alone else "") if part)
