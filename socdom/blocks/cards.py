"""Key figures as cards, per theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from socdom import charts, narrative
from socdom.blocks.goal_sides import OUTSIDE, SIDES, WITHIN
from socdom.blocks.parts import beside_number
from socdom.blocks.render import render
from socdom.blocks.tables import STATUS_WORDS, mark, value_cell
from socdom.editions.model import THEMES, Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import goal_state, leading_goal
from socdom.judgement.judge import judge
from socdom.judgement.labels import label
from socdom.narrative.goals import goal_cell
from socdom.narrative.opening import BACKGROUND
from socdom.narrative.spending import Spending, against_budget, budget_difference, spending

_WITHOUT_KEY_FIGURES = 3
_IN_A_ROW = 3


@dataclass(frozen=True)
class Card:
    """A key figure: name, number, basis, small line, change, judgement and signal in words.

    Attributes:
        judgement: beside last year; "" where `reached` says how the figure stands.
        goal: the goal of the council or the budget; "" without one.
        reached: how the figure stands beside that; "" without one.
        side: class of the label of that: "buiten", "binnen", or "" for neither.
    """

    id: str
    title: str
    value: str
    spoken: str
    basis: str
    chart: Markup
    change: str
    judgement: str
    goal: str = ""
    reached: str = ""
    side: str = ""
    signal: str = ""


def key_figures(
    edition: Edition, *themes: str, links: Mapping[str, str] | None = None, heading_level: int = 3
) -> str:
    """HTML of the cards of a theme, or of a few themes in one row.

    Args:
        edition: where the figures stand.
        themes: keys of `THEMES`.
        links: theme → address of its page; themes without one get no link.
        heading_level: level of the heading of a theme; the cards are one level deeper.
    """
    known = links or {}
    cards = [key_card(edition, d, now) for theme in themes for d, now in newest_key_figures(edition, theme)]
    heads = [(f"k-{theme}", THEMES[theme], known.get(theme, "")) for theme in themes]
    return render("cards", level=heading_level, heads=heads, cards=cards)


def key_figure_rows(edition: Edition, *, links: Mapping[str, str], heading_level: int = 3) -> list[str]:
    """HTML of the key figures for a front page, a row of three at a time; small themes that follow share a row.

    Themes without key figures are left out, and what is background beside own registrations: they have pages.

    Args:
        edition: where the figures stand.
        links: theme → address of its page.
        heading_level: as of `key_figures`.
    """
    aside = BACKGROUND if edition.meta.own_registration else frozenset()
    counts = {
        theme: len(newest_key_figures(edition, theme)) for theme in edition.themes() if theme not in aside
    }
    rows: list[list[str]] = []
    for theme, count in counts.items():
        room = rows and sum(counts[other] for other in rows[-1]) + count <= _IN_A_ROW
        if count:
            rows = [*rows[:-1], [*rows[-1], theme]] if room else [*rows, [theme]]
    return [key_figures(edition, *themes, links=links, heading_level=heading_level) for themes in rows]


def newest_key_figures(edition: Edition, theme: str) -> list[tuple[Description, Figure]]:
    """The key figures of a theme with their newest figure; without any its first others that have no group.

    With published figures alone a group will do as well: a theme may have nothing else.
    """
    figures = ((description, edition.figure(description.id)) for description in edition.indicators(theme))
    found = [(description, now) for description, now in figures if now is not None]
    chosen = [pair for pair in found if pair[0].key_figure]
    others = [pair for pair in found if not pair[0].group]
    if not others and not edition.meta.own_registration:
        others = found
    return chosen or others[:_WITHOUT_KEY_FIGURES]


def key_card(edition: Edition, description: Description, now: Figure) -> Card:
    """The card of an indicator, with its newest figure."""
    pair = _spending(edition, description)
    course = _has_course(edition, description)
    goal, reached, side = _budget(edition, description, pair) if pair else _goal(edition, description)
    judged = judgement_label(edition, description)
    return Card(
        id=f"k-{description.id}",
        title=description.short,
        value=value_cell(description, now).text,
        spoken="" if now.shown else STATUS_WORDS[now.status],
        basis=_basis(description, now, alone=not course),
        chart=Markup(charts.spark(edition, description.id).wide) if course else Markup(),
        change=against_budget(pair) if pair else narrative.change(edition, description.id),
        judgement="" if judged == reached else judged,
        goal=goal,
        reached=reached,
        side=side,
        signal=_signal(edition, now),
    )


def _budget(edition: Edition, description: Description, pair: Spending) -> tuple[str, str, str]:
    """The budget, how the spending stands beside it, and the class of that; the first alone while a year runs."""
    told = f"Begroting: {description.text(pair.budget.value)}"
    if not pair.year_complete:
        return told, "", ""
    side = OUTSIDE if budget_difference(pair) > 0 else WITHIN
    return told, judgement_label(edition, description), side


def _goal(edition: Edition, description: Description) -> tuple[str, str, str]:
    """The goal with a target, how the figure stands beside it, and the class of that; "" for what is not there."""
    goal = leading_goal(edition, description.id)
    if goal is None or goal.target is None:
        return "", "", ""
    verdict = goal_state(edition, goal).verdict
    told = f"Doel: {goal_cell(edition, description.id)}"
    return (told, f"Doel: {verdict.value.lower()}", SIDES[verdict]) if verdict in SIDES else (told, "", "")


def _signal(edition: Edition, now: Figure) -> str:
    """The label of a signal of the newest figure; "" without one."""
    found = judge(edition, now.indicator)
    return label(found) if found.signal is not None and found.until == now.period else ""


def key_figure_notes(edition: Edition) -> tuple[str, ...]:
    """Sentences that explain the marks on the cards, for the marks that are there."""
    found = [pair for theme in edition.themes() for pair in newest_key_figures(edition, theme)]
    starred = any(now.shown and mark(now) for _, now in found)
    drawn = any(_has_course(edition, description) for description, _ in found)
    return (
        *(("Een cijfer met een sterretje (*) kan nog veranderen.",) if starred else ()),
        *(("In de lijn is dat een open stip.",) if starred and drawn else ()),
        *(("De lijnen laten alleen de richting zien en beginnen niet bij 0.",) if drawn else ()),
    )


def _has_course(edition: Edition, description: Description) -> bool:
    """Whether there is more than one period: a line through one period is a lonely dot."""
    return len(edition.series(description.id)) > 1


def _basis(description: Description, now: Figure, *, alone: bool) -> str:
    """What stands beside the number; with the period and its status where no line shows them."""
    status = STATUS_WORDS[now.status] if mark(now) else ""
    when = (now.period_label, status) if alone else ()
    return ", ".join(part for part in (beside_number(description), *when) if part)


def judgement_label(edition: Edition, description: Description) -> str:
    """Label in words beside a key figure: against the budget where there is one, otherwise against last year."""
    pair = _spending(edition, description)
    if pair is None:
        return narrative.judgement(edition, description.id)
    if not pair.year_complete:
        return "Het jaar loopt nog"
    # The difference as it is shown, so that the label says the same as the sentence beside it.
    difference = budget_difference(pair)
    return (
        "Boven de begroting"
        if difference > 0
        else "Onder de begroting"
        if difference
        else "Gelijk aan de begroting"
    )


def _spending(edition: Edition, description: Description) -> Spending | None:
    """The key figure beside its budget, where it has one: that says more than the year before."""
    return next((pair for pair in spending(edition) if pair.indicator == description.id), None)
