"""One indicator as a piece of page: finding, chart, notes, table, and the facts at the side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socdom import charts, dutch, narrative
from socdom.areas import COUNTRY, reference_code
from socdom.blocks.actions import Actions, View, actions
from socdom.blocks.course import course, expected_fact, goal_fact, signal_fact
from socdom.blocks.explanations import explanation
from socdom.blocks.parts import (
    Fact,
    FigureParts,
    Side,
    beside_number,
    chart_parts,
    measure,
    source_line,
    span,
)
from socdom.blocks.render import render
from socdom.blocks.tables import STATUS_WORDS, Listing, count_cell, figure_table, mark, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import chart_goal
from socdom.narrative.comparison import compare, tells_no_change
from socdom.narrative.expected import expected_note
from socdom.narrative.sentences import change_of
from socdom.narrative.wording import capital
from socdom.quarters import period_label, year_earlier


def figure(
    edition: Edition,
    indicator: str,
    *,
    area: str | None = None,
    period: str | None = None,
    unit: str = "value",
    heading_level: int = 2,
    side: bool = True,
    duiding: bool = True,
    signals: bool = True,
    aimed: bool = True,
    view: View | None = None,
) -> str:
    """HTML of one indicator in one area.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        area: CBS code; the municipality when None.
        period: quarter or year that the heading and the side speak of; the newest when None.
        unit: "value", or "count" for the number of people behind a rate.
        heading_level: level of the heading; the side has headings one level deeper.
        side: whether the facts stand beside the chart (a section), or are left out (a plain figure).
        duiding: whether the explanation that people wrote follows, or the sentence that there is none.
        signals: whether the signal chart is folded under it; on paper nothing can be unfolded.
        aimed: whether the goal of the council is among the facts; the short report has it in its tables.
        view: the page of the dashboard it stands on; None elsewhere.
    """
    chosen = _Choice(edition.descriptions[indicator], area or edition.meta.code, period, unit)
    series = edition.series(indicator, area)
    parts = (
        _parts(edition, chosen, series, heading_level) if series else _empty(edition, chosen, heading_level)
    )
    if signals:
        parts = replace(parts, course=course(edition, indicator, chosen.area))
    if series:
        parts = replace(parts, actions=_actions(view, edition, chosen, explained=duiding))
    html = render("figure", f=parts, side=_side(edition, chosen, aimed=aimed) if side and series else None)
    deeper = heading_level + 1 if side else heading_level
    return html + explanation(edition, indicator=indicator, heading_level=deeper) if duiding else html


def _actions(view: View | None, edition: Edition, chosen: _Choice, *, explained: bool) -> Actions | None:
    about, area = chosen.description.short, chosen.area
    named = about if area == edition.meta.code else f"{about} in {edition.area_name(area)}"
    return actions(
        view, edition, chosen.description.id, anchor=chosen.key, about=named, area=area, explained=explained
    )


def chart_and_facts(edition: Edition, indicator: str) -> tuple[charts.Chart | None, Side]:
    """The chart of the municipality and the facts beside it, for a slide, which lays them out itself.

    Args:
        edition: where the figures stand.
        indicator: id of an indicator with figures of the municipality.
    """
    chosen = _Choice(edition.descriptions[indicator], edition.meta.code, None, "value")
    chart = _chart(edition, chosen, edition.series(indicator), slide=True)
    return chart, _side(edition, chosen, judged=False)


def figure_id(indicator: str, area: str) -> str:
    """Id of the heading of a figure, unique on a page."""
    return f"f-{indicator}-{area.lower()}"


@dataclass(frozen=True)
class _Choice:
    """What a reader chose to see of an indicator."""

    description: Description
    area: str
    period: str | None
    unit: str

    @property
    def key(self) -> str:
        """Unique id on a page."""
        return figure_id(self.description.id, self.area)


def _empty(edition: Edition, chosen: _Choice, level: int) -> FigureParts:
    return FigureParts(
        id=chosen.key,
        level=level,
        heading=f"{chosen.description.short}: geen cijfers over {edition.area_name(chosen.area)}",
        subtitle=measure(chosen.description),
        source=source_line(edition.meta, chosen.description),
    )


def _parts(edition: Edition, chosen: _Choice, series: list[Figure], level: int) -> FigureParts:
    description, place = chosen.description, edition.area_name(chosen.area)
    chart = _chart(edition, chosen, series)
    labels, remarks = [f.period_label for f in series], [expected_note(edition, f) for f in series]
    listing = Listing(chosen.key, _period_head(series), labels, series, remarks)
    return FigureParts(
        id=chosen.key,
        level=level,
        heading=narrative.finding(edition, description.id, chosen.period, chosen.area, chosen.unit),
        subtitle=f"{measure(description)}. {place}, {span(series)}.",
        chart=chart_parts(chart) if chart else None,
        notes=chart.notes if chart else (),
        source=source_line(edition.meta, description),
        table=figure_table(description, listing, place),
    )


def _chart(
    edition: Edition, chosen: _Choice, series: list[Figure], *, slide: bool = False
) -> charts.Chart | None:
    """A line over the periods. One period is no line: then bars beside other areas, or nothing when it is alone."""
    description = chosen.description
    if len(series) > 1:
        goal = chart_goal(edition, description.id, chosen.unit) if chosen.area == edition.meta.code else None
        return charts.trend(edition, description.id, chosen.area, goal=goal, unit=chosen.unit, slide=slide)
    figures = [series[0], *_beside(edition, chosen, series[0].period)]
    if len(figures) == 1:
        return None
    names = [edition.area_name(figure.area) for figure in figures]
    return charts.bars(edition, figures, names, highlight=names[0])


def _period_head(series: list[Figure]) -> str:
    return "Kwartaal" if "Q" in series[0].period else "Jaar"


def _others(edition: Edition, chosen: _Choice) -> tuple[str, ...]:
    """What stands beside an area: the municipality beside a part of it, otherwise its reference group and Nederland.

    Only where size does not matter, as in the chart over time.
    """
    if chosen.unit == "count" or not chosen.description.compares_sizes:
        return ()
    whole = edition.meta.code
    return (whole,) if chosen.area != whole else (reference_code(whole), COUNTRY)


def _beside(edition: Edition, chosen: _Choice, period: str) -> list[Figure]:
    found = [edition.figure(chosen.description.id, period, code) for code in _others(edition, chosen)]
    return [figure for figure in found if figure is not None]


def _side(edition: Edition, chosen: _Choice, *, judged: bool = True, aimed: bool = True) -> Side:
    description = chosen.description
    now = edition.figure(description.id, chosen.period, chosen.area)
    if now is None:
        return Side((Fact(period_label(chosen.period or edition.meta.period), "Hierover is geen cijfer."),))
    judgement = narrative.judgement(edition, description.id, now.period, chosen.area)
    if description.is_change and now.shown:
        return Side((_difference(edition, now),), judgement)
    change = narrative.change(edition, description.id, now.period, chosen.area, chosen.unit)
    others = _beside(edition, chosen, now.period)
    # Without a year earlier the comparison with others says what there is to say.
    has_past = edition.figure(description.id, year_earlier(now.period), chosen.area) is not None
    facts = (
        _now(description, now, chosen.unit),
        *expected_fact(edition, now),
        *(_newest_facts(edition, chosen, now, aimed=aimed) if judged else ()),
        *((Fact("Verandering", change),) if has_past or not others else ()),
        *((_comparison(edition, description, others),) if others else ()),
    )
    return Side(facts, judgement)


def _newest_facts(edition: Edition, chosen: _Choice, now: Figure, *, aimed: bool) -> tuple[Fact, ...]:
    """Signal and goal: they are about the newest figure, so they stand beside no other one."""
    indicator = chosen.description.id
    if edition.figure(indicator, area=chosen.area) != now:
        return ()
    goals = goal_fact(edition, indicator) if aimed and chosen.area == edition.meta.code else ()
    return (*signal_fact(edition, indicator, chosen.area), *goals)


def _difference(edition: Edition, now: Figure) -> Fact:
    """A figure that is itself a change: its direction is a word, where there is one to tell."""
    pair = compare(edition, now.indicator, now.period, now.area)
    if tells_no_change(pair):
        return Fact(now.period_label, change_of(pair))
    big = pair.description.text(now.value, words=True) + mark(now)
    return Fact(now.period_label, f"dan een jaar eerder.{_status(now)}", big)


def _comparison(edition: Edition, description: Description, others: list[Figure]) -> Fact:
    cells = [(edition.area_name(other.area), value_cell(description, other)) for other in others]
    # In a sentence a hidden figure is a word: the point would read as the end of it.
    return Fact("Vergelijking", " ".join(f"{name}: {cell.spoken or cell.text}." for name, cell in cells))


def _now(description: Description, now: Figure, unit: str) -> Fact:
    words = STATUS_WORDS[now.status]
    if not now.shown:
        return Fact(now.period_label, capital(f"{words}."), value_cell(description, now).text, words)
    status = _status(now)
    if unit == "count" and description.counts_behind and now.numerator is not None:
        return Fact(now.period_label, f"{description.counted}.{status}", count_cell(now).text)
    behind = _behind(description, now)
    told = f"{behind}.{status}" if behind else status.lstrip()
    return Fact(now.period_label, told, value_cell(description, now).text)


def _status(now: Figure) -> str:
    """The status as a sentence after another one; "" for a final figure."""
    return "" if now.status == "definitief" else f" Dit cijfer is {STATUS_WORDS[now.status]}."


def _behind(description: Description, now: Figure) -> str:
    """The number of people behind a rate, or what the value counts."""
    if not description.counts_behind or now.numerator is None:
        return beside_number(description)
    number = dutch.number(now.numerator)
    if description.format == "procent" and now.denominator:
        return f"{number} van de {dutch.number(now.denominator)} {description.counted}"
    return f"{description.unit}. Dat zijn {number} {description.counted}"
