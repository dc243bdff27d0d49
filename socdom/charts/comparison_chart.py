"""A few areas beside each other over the years."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.charts.bar_chart import bars
from socdom.charts.line_layout import LineChart
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.series import Line, all_periods
from socdom.charts.trend_chart import cuts_of, drawn
from socdom.charts.words import line_alt
from socdom.editions.model import Figure
from socdom.editions.read import Edition


def compare(edition: Edition, rows: Sequence[tuple[str, Sequence[Figure]]]) -> Chart:
    """Lines of a few areas over time, the municipality's own highlighted; bars when there is one period only.

    Args:
        edition: where the figures stand.
        rows: label and figures of each area, all of one indicator; the own area is the row about the
            municipality, or the first row when none is.
    """
    filled = [(label, list(figures)) for label, figures in rows if figures]
    if not filled:
        return Chart("", "", "Lijngrafiek zonder cijfers.", ("Er zijn geen cijfers om te tonen.",))
    filled.sort(key=lambda row: row[1][0].area != edition.meta.code)
    description = edition.descriptions[filled[0][1][0].indicator]
    quantity = Quantity.of(description)
    periods = all_periods(figures for _, figures in filled)
    if len(periods) == 1:
        labels = [label for label, _ in filled]
        return bars(edition, [figures[-1] for _, figures in filled], labels, highlight=labels[0])
    cuts = cuts_of(description, periods)
    lines = [
        Line.over(periods, figures, label, quantity, cuts, own=number == 0)
        for number, (label, figures) in enumerate(filled)
    ]
    chart = LineChart(tuple(periods), tuple(lines), quantity, description.breaks, description.events)
    alt = line_alt(description.title, periods, [(line.label, line) for line in lines])
    return drawn(edition, chart, alt, description)
