"""An indicator over the periods an edition looks back on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socdom.charts.bar_chart import bars
from socdom.charts.beside import compared_areas
from socdom.charts.expected_mark import expected_alt, expected_marks, expected_note
from socdom.charts.line_chart import draw
from socdom.charts.line_layout import LineChart, cut_position, event_position, remark_words
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.scale import value_scale
from socdom.charts.series import Line, all_periods
from socdom.charts.style import Style
from socdom.charts.words import RESTART_NOTE, axis_note, break_note, event_note, line_alt, status_notes
from socdom.editions.model import Description, Event, Figure
from socdom.editions.read import Edition


def trend(
    edition: Edition,
    indicator: str,
    area: str | None = None,
    compare: Sequence[str] | None = None,
    goal: tuple[str, float] | None = None,
    unit: str = "value",
    *,
    slide: bool = False,
) -> Chart:
    """Line over time of one area, with others to compare it with; bars when there is one period only.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        area: CBS code; the municipality when None.
        compare: CBS codes of at most three areas to draw in grey. None chooses: for the municipality its
            reference group and Nederland where the edition has them, for a wijk the municipality; only for rates and
            durations, since counts of areas of another size do not compare.
        goal: label and value of a goal or budget, in the unit that is drawn.
        unit: "value", or "count" for the numerator behind a rate.
        slide: whether the wide drawing is for a slide: less wide, so that its letters are larger there.
    """
    description = edition.descriptions[indicator]
    own_area = area or edition.meta.code
    quantity = Quantity.of(description, unit)
    others = compared_areas(edition, indicator, own_area, unit) if compare is None else compare
    codes = [own_area, *others[:3]]
    series = {code: edition.series(indicator, code) for code in dict.fromkeys(codes)}
    series = {code: figures for code, figures in series.items() if figures or code == own_area}
    periods = all_periods(series.values())
    if len(periods) == 1:
        shown = {_name(edition, code): figures[-1] for code, figures in series.items() if figures}
        return bars(edition, list(shown.values()), list(shown), _name(edition, own_area), goal, unit)
    lines = _lines(edition, description, periods, series, own_area, quantity)
    marks = expected_marks(edition, indicator, periods, quantity) if own_area == edition.meta.code else ()
    chart = LineChart(
        tuple(periods), tuple(lines), quantity, description.breaks, description.events, goal, marks
    )
    named = [(_name(edition, code), line) for code, line in zip(series, lines, strict=True)]
    alt = f"{line_alt(description.title, periods, named)} {expected_alt(marks, periods, quantity)}".rstrip()
    return drawn(edition, chart, alt, description, slide=slide)


def _name(edition: Edition, code: str) -> str:
    area = edition.areas.get(code)
    return area.name if area is not None else code


def _lines(
    edition: Edition,
    description: Description,
    periods: Sequence[str],
    series: Mapping[str, Sequence[Figure]],
    own_area: str,
    quantity: Quantity,
) -> list[Line]:
    cuts = cuts_of(description, periods)
    single = len(series) == 1
    return [
        Line.over(periods, figures, "" if single else _name(edition, code), quantity, cuts, code == own_area)
        for code, figures in series.items()
    ]


def cuts_of(description: Description, periods: Sequence[str]) -> frozenset[int]:
    """Positions that the line may not run into: the first period after a break, or of a year."""
    between = range(1, len(periods))
    broken = {at for at in between if description.break_between(periods[at - 1], periods[at]) is not None}
    restarted = {at for at in between if restarts(description) and periods[at].endswith("Q1")}
    return frozenset(broken | restarted)


def restarts(description: Description) -> bool:
    """Whether quarterly figures add up from 1 January, so that a line may not run into the next year."""
    return description.moment == "jaar"


def drawn(
    edition: Edition, chart: LineChart, alt: str, description: Description, *, slide: bool = False
) -> Chart:
    """Draw a line chart in both widths and add its notes; `slide` as of `trend`."""
    if not chart.periods:
        return Chart("", "", alt, ("Er zijn geen cijfers om te tonen.",))
    style = Style.of(edition.meta)
    own = chart.lines[0]
    notes = status_notes(own.figures, chart.periods, "open stip en stippellijn")
    notes += expected_note(chart.expected)
    notes += [break_note(item) for item in description.breaks if cut_position(item.period, chart.periods)]
    notes += [event_note(item) for item in description.events if _untold(item, chart)]
    if restarts(description) and any(period.endswith("Q1") for period in chart.periods[1:]):
        notes.append(RESTART_NOTE)
    notes += _axis_notes(chart)
    wide = draw(chart, style, "dia" if slide else "breed", alt)
    return Chart(wide, draw(chart, style, "smal", alt), alt, tuple(notes))


def _untold(event: Event, chart: LineChart) -> bool:
    """Whether an event of these periods says more than its label in the drawing."""
    label_tells_all = event.text.rstrip(".") == event.label and remark_words(event.label, brief=True)
    return event_position(event.period, chart.periods) is not None and not label_tells_all


def _axis_notes(chart: LineChart) -> list[str]:
    scale = value_scale(chart.values, whole=chart.quantity.form == "aantal")
    if chart.empty or scale.from_zero:
        return []
    return [axis_note(chart.quantity.tick(scale.low, scale.step))]
