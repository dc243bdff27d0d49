"""The slides with a chart: one figure per theme, and money beside the budget."""

from __future__ import annotations

import re

from markupsafe import Markup

from socdom import charts, narrative
from socdom.areas import COUNTRY, reference_code
from socdom.blocks.comparisons import compared
from socdom.blocks.figures import chart_and_facts
from socdom.blocks.parts import Side, measure, source_line, span
from socdom.blocks.render import render
from socdom.charts import Chart
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.narrative.money_heading import money_heading
from socdom.narrative.spending import against_budget, key_spending, spending
from socdom.report.meeting.slide import Note, nothing, slide
from socdom.report.sections import Section
from socdom.report.selection import brief

_MOST_PITFALLS = 2
_MOST_POSTS = 3
_FOR_SLIDE = 'class="dia"'
_CLASS = re.compile(r'class="[^"]*"')


def themes(edition: Edition) -> list[str]:
    """The themes with a slide of their own, in the order of the edition; money has another one."""
    return [name for name in THEMES if name != "geld" and theme(edition, name).html]


def theme(edition: Edition, name: str) -> Section:
    """The figure of a theme that the short report shows too, as one finding and one chart.

    A number that nothing can stand beside, as that of inhabitants in one year, makes no slide.
    """
    description = _figure(edition, name)
    if description is None:
        return nothing(THEMES[name])
    chart, side = chart_and_facts(edition, description.id)
    chart = chart or _beside_others(edition, description)
    if chart is None:
        return nothing(THEMES[name])
    return _figure_slide(edition, description, chart, side)


def money(edition: Edition) -> Section:
    """What was spent beside the budget, with what it adds to; without a budget the figure of the theme."""
    pairs = key_spending(edition, spending(edition))[:_MOST_POSTS]
    if not pairs:
        return theme(edition, "geld")
    described = edition.descriptions
    posts = [(described[pair.indicator].short, pair.realised, pair.budget) for pair in pairs]
    chart = charts.budget(edition, posts, slide=True)
    newest = pairs[0].realised
    body = render(
        "slide_money",
        chart=_drawing(chart),
        posts=[(described[pair.indicator].short, against_budget(pair, name_quarter=False)) for pair in pairs],
        document=edition.meta.pc_document,
    )
    source = f"Uitgaven vanaf 1 januari, tot en met het {newest.period_label}. "
    source += source_line(edition.meta, described[newest.indicator])
    notes = [
        Note("Wat staat er in de grafiek?", " ".join(chart.notes)),
        *_notes(described[pairs[0].indicator]),
        Note("Zijn dit alle uitgaven?", "Nee. Alle onderdelen staan in het dashboard."),
    ]
    return slide(money_heading(edition, pairs), body, notes, label=THEMES["geld"], source=source)


def _figure(edition: Edition, name: str) -> Description | None:
    """The first figure of a theme of which there is a number, or a reason why there is none."""
    found = [item for item in brief(edition, name)[:1] if edition.series(item.id)]
    return found[0] if found else None


def _beside_others(edition: Edition, description: Description) -> Chart | None:
    """Money per inhabitant of one year beside that of others, where they have it too."""
    now = edition.figure(description.id)
    if now is None or description not in compared(edition):
        return None
    codes = (now.area, reference_code(now.area), COUNTRY)
    found = [edition.figure(description.id, now.period, code) for code in codes]
    figures = [figure for figure in found if figure is not None]
    names = [edition.area_name(figure.area) for figure in figures]
    return charts.bars(edition, figures, names, highlight=names[0]) if len(figures) > 1 else None


def _figure_slide(edition: Edition, description: Description, chart: Chart, side: Side) -> Section:
    series = edition.series(description.id)
    pc = description.theme == "geld"
    values = {"side": side, "chart": _drawing(chart), "pc": pc, "document": edition.meta.pc_document}
    body = render("slide_figure", **values)
    source = f"{measure(description)}. {edition.area_name(edition.meta.code)}, {span(series)}. "
    source += source_line(edition.meta, description)
    told = [Note("Wat staat er in de grafiek?", " ".join(chart.notes))] if chart.notes else []
    heading = narrative.finding(edition, description.id)
    return slide(heading, body, [*_notes(description), *told], label=THEMES[description.theme], source=source)


def _notes(description: Description) -> list[Note]:
    """What the figure means and how it is counted, in the words of the catalogue."""
    found = [Note("Waarom dit cijfer?", description.why), Note("Hoe tellen wij?", description.reading)]
    pitfalls = " ".join(description.pitfalls[:_MOST_PITFALLS])
    return [*found, *([Note("Let op", pitfalls)] if pitfalls else [])]


def _drawing(chart: Chart) -> Markup:
    """Both widths: the narrow one is for a phone, and for bars, of which the wide one has small letters on a slide."""
    wide = chart.wide if _FOR_SLIDE in chart.wide else chart.narrow
    return Markup(_named(wide, "dia-breed") + _named(chart.narrow, "dia-smal"))


def _named(drawing: str, name: str) -> str:
    """A drawing with the classes of a slide; those of a page would hide the wide one on paper in columns."""
    return _CLASS.sub(f'class="dia-grafiek {name}"', drawing, count=1)
