"""The key figures over years: lines of one form, two in a row, and one table of the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from socdom import charts, dutch
from socdom.blocks.parts import FigureParts, chart_parts, measure, source_line, span
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, notes, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import chart_goal
from socdom.narrative.lookback import what_years, years_finding
from socdom.quarters import Quarter

_BROKEN = "Bij een trendbreuk veranderde de telling. Cijfers van ervoor en erna kunt u niet vergelijken."


def over_years(edition: Edition, *, heading_level: int = 3) -> str:
    """HTML of the key figures over the years of `EditionMeta.lookback_years`; "" where none has two periods."""
    long = edition.over_years(edition.meta.lookback_years)
    described = [d for d in long.indicators() if d.key_figure and len(_periods(long, d)) > 1]
    if not described:
        return ""
    drawn = [charts.trend(long, d.id, goal=chart_goal(long, d.id)) for d in described]
    times = Counter(note for chart in drawn for note in chart.notes)
    shared = [note for note, number in times.items() if number > 1]
    sources = {source_line(long.meta, d): None for d in described}
    figures = [
        _figure(long, d, chart, heading_level + 1, shared) for d, chart in zip(described, drawn, strict=True)
    ]
    return render(
        "years",
        level=heading_level,
        years=dutch.number(_years(long, described)),
        figures=figures,
        shared=[*shared, *sources],
        tables=[
            table for quarterly in (True, False) if (table := _table(long, described, quarterly=quarterly))
        ],
    )


def _years(edition: Edition, described: Sequence[Description]) -> int:
    """How many years the figures span, at most those asked for."""
    found = {period[:4] for d in described for period in _periods(edition, d)}
    return min(len(found), edition.meta.lookback_years)


def _periods(edition: Edition, description: Description) -> list[str]:
    """Periods of a series within the look-back; yearly figures are kept whole in an edition, so they are cut here."""
    return [figure.period for figure in _series(edition, description)]


def _series(edition: Edition, description: Description) -> list[Figure]:
    found = edition.series(description.id)
    return found if found and "Q" in found[-1].period else found[-edition.meta.lookback_years :]


def _figure(
    edition: Edition, description: Description, chart: charts.Chart, level: int, shared: Sequence[str]
) -> FigureParts:
    """One line; what is told of more of them stands once, under all."""
    return FigureParts(
        id=f"j-{description.id}",
        level=level,
        heading=years_finding(edition, description.id),
        subtitle=f"{measure(description)}. {edition.meta.name}, {span(edition.series(description.id))}.",
        chart=chart_parts(chart),
        notes=tuple(note for note in chart.notes if note not in shared),
        source="",
        half=True,
    )


def _table(edition: Edition, described: Sequence[Description], *, quarterly: bool) -> Table | None:
    """The figure of each year: of quarters the same quarter as the newest."""
    ending = edition.meta.period[4:] if quarterly else ""
    series = {
        d.id: {f.period: f for f in _series(edition, d) if f.period[4:] == ending}
        for d in described
        if ("Q" in _periods(edition, d)[-1]) is quarterly
    }
    if not series:
        return None
    periods = sorted({period for found in series.values() for period in found})[
        -edition.meta.lookback_years :
    ]
    rows = tuple(_row(edition.descriptions[name], found, periods) for name, found in series.items())
    figures = [found[period] for found in series.values() for period in periods if period in found]
    broken = any(edition.descriptions[name].break_between(periods[0], periods[-1]) for name in series)
    quarter = Quarter.parse(edition.meta.period).number
    return Table(
        id="jaren-kwartaal" if quarterly else "jaren",
        caption=f"Kerngetallen over de jaren. {what_years(quarterly, quarter)}",
        columns=("Kerngetal", *(period[:4] for period in periods), "Trendbreuk"),
        rows=rows,
        notes=(*notes(figures), *((_BROKEN,) if broken else ())),
    )


def _row(description: Description, found: dict[str, Figure], periods: Sequence[str]) -> Row:
    cells = tuple(value_cell(description, found.get(period)) for period in periods)
    broken = description.break_between(periods[0], periods[-1])
    label = description.unit if dutch.rate_per(description.format) else ""
    return Row(
        description.short, (*cells, Cell(broken.period[:4] if broken else "", numeric=False)), label=label
    )
