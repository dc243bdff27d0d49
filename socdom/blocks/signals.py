"""Signals as pieces of page: the page about them, and what the short report says of them.

What is shown is the register of `socdom.judgement.register`; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from socdom import charts, dutch
from socdom.blocks.actions import AREA, Actions, View, actions
from socdom.blocks.figures import figure_id
from socdom.blocks.parts import ChartParts, chart_parts
from socdom.blocks.render import markdown, render
from socdom.blocks.shown_kinds import Kind
from socdom.blocks.signal_rules import how_we_judge
from socdom.blocks.tables import Cell, Listing, Row, Table, figure_table
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.judgement.false_alarms import expected_false_signals
from socdom.judgement.judge import judgements
from socdom.judgement.register import Followed, Register, register
from socdom.narrative import register as words
from socdom.narrative.phrases import variant_of
from socdom.narrative.signal_method import usual_sentences
from socdom.narrative.signals import signal_sentences
from socdom.narrative.wording import short_period
from socdom.quarters import period_label

_IN_BRIEF = 7
_HEADS = ("Signaal", "Sinds", "Stand")
# Ids of the parts of the page with what they are called in the list at its top.
_ON_THIS_PAGE = (
    ("signalen-nu", "Signalen van nu"),
    ("signalen-afgesloten", "Afgesloten"),
    ("alle-duiding", "Duiding"),
    ("signalen-regels", "Hoe ontstaat een signaal?"),
)


@dataclass(frozen=True)
class Step:
    """What people did on a day; `text` is empty where nobody wrote it, or where it is not published."""

    head: str
    day: str
    text: Markup


@dataclass(frozen=True)
class Item:
    """A signal on the page. `now` and `gone` are sentences, or empty."""

    id: str
    heading: str
    link: str
    now: str
    gone: str
    standing: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    chart: ChartParts | None
    table: Table | None
    notes: tuple[str, ...]
    actions: Actions | None

    @property
    def written(self) -> bool:
        """Whether people wrote a text."""
        return any(step.text for step in self.steps)


def signals_page(
    edition: Edition,
    *,
    links: Mapping[str, str] | None = None,
    explained: str = "",
    heading_level: int = 2,
    view: View | None = None,
) -> str:
    """HTML of the page Signalen without its h1.

    Args:
        edition: where figures and register stand.
        links: theme → address of its page; themes without one get no link.
        explained: HTML of what people wrote about figures, as `all_explanations` gives it; between signals and rules.
        heading_level: level of the headings of its parts.
        view: the page of the dashboard it stands on; None elsewhere.
    """
    found = register(edition)
    if not found.has_quarters:
        yearly = {"heading": words.heading(found), "sentences": words.YEARLY_ONLY}
        return render("signals_yearly", level=heading_level, **yearly) + explained
    place = links or {}
    shown = render(
        "signals",
        level=heading_level,
        heading=words.heading(found),
        sentences=_opening(edition, found),
        open=_items(edition, found.open, place, heading_level, view),
        closed=_items(edition, found.closed, place, heading_level, view),
    )
    contents = render("on_this_page", links=_ON_THIS_PAGE) if explained else ""
    return "".join((contents, shown, explained, how_we_judge(edition, heading_level=heading_level)))


def signals_brief(edition: Edition, *, whole: bool = False, heading_level: int = 3) -> str:
    """HTML of the open signals for the report; "" for a municipality without quarters.

    Args:
        whole: all of them, in the order of the register; the short report has the first of `key_figures_first`.
    """
    found = register(edition)
    if not found.has_quarters:
        return ""
    shown = found.open if whole else key_figures_first(edition, found.open)[:_IN_BRIEF]
    return render(
        "signals_brief",
        level=heading_level,
        heading=words.heading(found),
        sentences=_opening(edition, found),
        t=_table(edition, shown) if shown else None,
        more=words.more_sentence(len(found.open) - len(shown)),
    )


def key_figures_first(edition: Edition, items: Sequence[Followed]) -> list[Followed]:
    """Signals with those of key figures in front: a short list must hold every signal that the front page names."""
    return sorted(items, key=lambda item: not edition.descriptions[item.indicator].key_figure)


def _opening(edition: Edition, found: Register) -> tuple[str, ...]:
    """How many series were judged, and how many signals chance gives."""
    judged = words.judged_sentence(found)
    if not found.judged:
        return (judged,)
    return judged, words.chance_sentence(expected_false_signals(judgements(edition)))


def _table(edition: Edition, items: Sequence[Followed]) -> Table:
    return Table(
        id="signalen-kort",
        caption="Signalen en hoe het ermee staat",
        columns=_HEADS,
        rows=tuple(_row(edition, item) for item in items),
    )


def _row(edition: Edition, item: Followed) -> Row:
    # A short name that stays on one line: the table has to fit on a page with all that was agreed.
    texts = (short_period(item.since), words.standing_text(item))
    cells = tuple(Cell(text, numeric=False) for text in texts)
    return Row(words.finding(edition, item), cells, label=_theme(edition, item))


def _theme(edition: Edition, item: Followed) -> str:
    """Dutch title of the theme: short names of figures of two themes may be the same."""
    return THEMES[edition.descriptions[item.indicator].theme]


def _items(
    edition: Edition, items: Sequence[Followed], links: Mapping[str, str], level: int, view: View | None
) -> tuple[Item, ...]:
    numbered = enumerate(items, start=1)
    return tuple(_item(edition, item, number, links, level, view) for number, item in numbered)


def _item(
    edition: Edition, item: Followed, number: int, links: Mapping[str, str], level: int, view: View | None
) -> Item:
    chart = charts.signal_chart(edition, item.judgement) if item.judgement.stretches else None
    name = f"signaal-{'dicht' if item.is_closed else 'open'}-{number}"
    return Item(
        id=name,
        heading=words.finding(edition, item),
        link=_address(edition, item, links),
        now=_now(edition, item),
        gone=words.gone_sentence(item),
        standing=words.standing_words(item.standing, noted=item.record is not None),
        facts=_facts(edition, item),
        steps=_steps(edition, item, level),
        chart=chart_parts(chart) if chart and chart.wide else None,
        table=_numbers(edition, item, name) if chart else None,
        notes=chart.notes if chart else (),
        actions=_actions(edition, item, name, links, view) if chart else None,
    )


def _address(edition: Edition, item: Followed, links: Mapping[str, str]) -> str:
    """Of the figure that a signal is about; "" where its theme has no page."""
    page = links.get(edition.descriptions[item.indicator].theme, "")
    query = "" if item.area == edition.meta.code else f"?{AREA}={item.area}"
    return f"{page}{query}#{figure_id(item.indicator, item.area)}" if page else ""


def _actions(
    edition: Edition, item: Followed, name: str, links: Mapping[str, str], view: View | None
) -> Actions | None:
    """The row under a signal. Its number is another one in a next edition, so the link leads to the figure itself."""
    about, area = edition.descriptions[item.indicator], item.area
    page, anchor = links.get(about.theme), figure_id(item.indicator, area)
    if view is not None and page is not None:
        view = replace(view, page=page, query="" if area == edition.meta.code else f"{AREA}={area}")
    else:
        anchor = name
    named = f"{about.short}, {edition.area_name(area)}"
    return actions(view, edition, item.indicator, Kind.SIGNAL, anchor=anchor, about=named, area=area)


def _numbers(edition: Edition, item: Followed, name: str) -> Table:
    """The figures of the chart, for who cannot see it; the same figures may stand elsewhere on the page."""
    series = edition.series(item.indicator, item.area)
    place = f"{edition.area_name(item.area)}, bij het signaal"
    listing = Listing(name, "Kwartaal", [figure.period_label for figure in series], series)
    return figure_table(edition.descriptions[item.indicator], listing, place)


def _now(edition: Edition, item: Followed) -> str:
    """The newest figure, and what the signal is where the figures give it."""
    signal = (
        signal_sentences(edition, item.judgement, variant_of(edition, item.indicator)) if item.signal else ()
    )
    return " ".join(text for text in (words.figure_sentence(edition, item), *signal) if text)


def _facts(edition: Edition, item: Followed) -> tuple[tuple[str, str], ...]:
    found = (
        ("Thema", _theme(edition, item)),
        ("Regel", words.rule_text(item.rule)),
        ("Sinds", period_label(item.since)),
        ("Nieuwste cijfer", words.figure_period(edition, item)),
        ("Wat is gewoon", " ".join(usual_sentences(edition, item.judgement)) if item.signal else ""),
        ("Hoe beoordeeld", item.judgement.reason if item.signal else ""),
        ("Hoe zeker", words.certainty(item.judgement) if item.signal else ""),
        (words.role_head(item), item.role or words.NOBODY),
        ("Laatste stap", dutch.day(item.day) if item.day else ""),
    )
    return tuple((term, text) for term, text in found if text)


def _steps(edition: Edition, item: Followed, level: int) -> tuple[Step, ...]:
    """The steps, oldest first; texts of people only where the municipality publishes those."""
    steps = item.record.steps if item.record else ()
    published = edition.meta.profile == "met duiding"
    return tuple(
        Step(
            words.step_words(step.state, step.role),
            dutch.day(step.day),
            markdown(step.text, level + 2) if published else Markup(),
        )
        for step in steps
    )
