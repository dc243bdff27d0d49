"""The tables of the annex: every figure of a theme with its newest periods, and its status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.figures import figure_id
from socdom.blocks.parts import without_shown_unit
from socdom.blocks.render import render
from socdom.blocks.tables import STATUS_WORDS, Cell, notes, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.wording import short_period

_NEWEST = 5
ROW = "b-"
_GAP = "Een streep betekent: over deze periode is er geen cijfer."


@dataclass(frozen=True)
class AnnexRow:
    """A figure with a cell for each period of its table; `address` is where the figure itself stands, or ""."""

    id: str
    title: str
    unit: str
    cells: tuple[Cell, ...]
    status: str
    address: str


@dataclass(frozen=True)
class AnnexTable:
    """Figures of one theme and one sort of period; `periods` are short, `spoken` whole."""

    id: str
    caption: str
    periods: tuple[str, ...]
    rows: tuple[AnnexRow, ...]


def annex(
    edition: Edition,
    parts: Mapping[str, tuple[str, Sequence[Description]]],
    *,
    places: frozenset[str] = frozenset(),
) -> str:
    """HTML of the annex tables: per part the figures of quarters, and those of years; "" for none.

    Args:
        edition: where the figures stand.
        parts: key of a part, unique on the page → its title, for the captions, and the figures in it.
        places: ids of headings on the same page; a figure links to its own where it has one.
    """
    tables: list[AnnexTable] = []
    drawn: list[Figure] = []
    for key, (title, described) in parts.items():
        for quarterly in (True, False):
            chosen = [d for d in described if _is_quarterly(edition, d) is quarterly]
            if chosen:
                periods = _periods(edition, chosen)
                drawn += [
                    figure for d in chosen for figure in _figures(edition, d) if figure.period in periods
                ]
                tables.append(_table(edition, chosen, periods, key=key, title=title, places=places))
    gap = any(cell.text == "–" for table in tables for row in table.rows for cell in row.cells)
    remarks = (*notes(drawn), *((_GAP,) if gap else ()))
    return render("annex", tables=tables, notes=remarks) if tables else ""


def _figures(edition: Edition, description: Description) -> list[Figure]:
    return edition.series(description.id, lookback=False)


def _is_quarterly(edition: Edition, description: Description) -> bool | None:
    """None for a figure the edition does not hold."""
    found = _figures(edition, description)
    return "Q" in found[-1].period if found else None


def _periods(edition: Edition, described: Sequence[Description]) -> list[str]:
    """The newest periods of these figures, oldest first."""
    return sorted({figure.period for d in described for figure in _figures(edition, d)})[-_NEWEST:]


def _table(
    edition: Edition,
    described: Sequence[Description],
    periods: Sequence[str],
    *,
    key: str,
    title: str,
    places: frozenset[str],
) -> AnnexTable:
    sort = "kwartaal" if "Q" in periods[-1] else "jaar"
    return AnnexTable(
        id=f"bijlage-{key}-{sort}",
        caption=f"{title}, per {sort}",
        periods=tuple(short_period(period) for period in periods),
        rows=tuple(_row(edition, d, periods, places) for d in described),
    )


def _row(
    edition: Edition,
    description: Description,
    periods: Sequence[str],
    places: frozenset[str],
) -> AnnexRow:
    figures = {figure.period: figure for figure in _figures(edition, description)}
    newest = next((figures[period] for period in reversed(periods) if period in figures), None)
    place = figure_id(description.id, edition.meta.code)
    return AnnexRow(
        id=f"{ROW}{description.id}",
        title=description.short,
        unit=_unit(description),
        cells=tuple(value_cell(description, figures.get(period)) for period in periods),
        status=_status(description, newest, periods),
        address=f"#{place}" if place in places else "",
    )


def _status(description: Description, newest: Figure | None, periods: Sequence[str]) -> str:
    """The status of the newest figure, and that the row may not be read across where the series broke."""
    words = STATUS_WORDS[newest.status] if newest else "geen cijfer"
    found = description.break_between(periods[0], periods[-1])
    return words if found is None else f"{words}, trendbreuk {short_period(found.period)}"


def _unit(description: Description) -> str:
    """The unit where the number does not show it, and the name does not say it."""
    bare = description.format == "aantal" or bool(dutch.rate_per(description.format))
    told = without_shown_unit(description, description.unit) if not bare else description.unit
    shown = not bare and told == description.unit
    return "" if shown or told.lower() in description.short.lower() else told
