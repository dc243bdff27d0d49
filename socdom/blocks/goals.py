"""Goals, promises and motions as pieces of page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.figures import figure_id
from socdom.blocks.goal_sides import SIDES
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, mark
from socdom.editions.goals import GoalRecord, PromiseRecord
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.judgement.goals import GoalState, GoalVerdict, goal_state
from socdom.narrative.goals import (
    UNCERTAIN_NOTE,
    by_text,
    goals_lead,
    is_provisional,
    state_sentence,
    target_text,
)
from socdom.narrative.wording import capital, short_period
from socdom.quarters import period_phrase

_KINDS = {"toezegging": "Toezeggingen van het college", "motie": "Moties van de raad"}
_STATES = ("open", "in uitvoering", "afgedaan", "vervallen")
_OPEN = _STATES[:2]
_NO_TARGET = "geen streefwaarde vastgesteld"
_STAR = "* Voorlopig cijfer. Het kan nog veranderen."


@dataclass(frozen=True)
class Link:
    """A name with the address of its page; "" without one."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class GoalItem:
    """A goal on the page, with how it stands in words; `side` is the class of its label, of `goal_sides`."""

    goal: str
    where: str
    label: str
    sentence: str
    indicator: Link | None
    target: str
    side: str


@dataclass(frozen=True)
class PromiseItem:
    """A promise or motion on the page."""

    number: str
    title: str
    text: str
    day: str
    state: str
    state_day: str
    about: Link | None
    document: str


@dataclass(frozen=True)
class Promises:
    """The promises, or the motions: those that are open, and those that are done with."""

    id: str
    heading: str
    open: Sequence[PromiseItem]
    closed: Sequence[PromiseItem]


def goals_page(edition: Edition, *, links: Mapping[str, str] | None = None, heading_level: int = 2) -> str:
    """HTML of the page Doelen en afspraken without its h1.

    Args:
        edition: where goals and figures stand.
        links: theme → address of its page; themes without one get no link.
        heading_level: level of the headings of its two parts.
    """
    known = links or {}
    states = [goal_state(edition, goal) for goal in edition.goals.goals]
    return render(
        "goals",
        level=heading_level,
        lead=goals_lead(edition),
        goals=[_goal(edition, state, at, known) for at, state in enumerate(states)],
        star=_STAR if any(map(is_provisional, states)) else "",
        kinds=[_promises(edition, kind, known) for kind in _KINDS],
        any_promise=bool(edition.goals.promises),
    )


def goals_brief(edition: Edition, *, whole: bool = False, heading_level: int = 3) -> str:
    """HTML of one table for the report: goals, and promises and motions that are open; "" without any.

    Args:
        whole: also the goals without a target, which the short report counts only.
    """
    if not edition.goals.goals and not edition.goals.promises:
        return ""
    shown = [goal for goal in edition.goals.goals if whole or goal.target is not None]
    rows = [goal_row(edition, goal_state(edition, goal)) for goal in shown]
    agreed = [promise for kind in _KINDS for promise in _in_order(edition, kind) if promise.state in _OPEN]
    rows += [promise_row(promise) for promise in agreed]
    table = Table(
        id="doelen-kort",
        caption="Doelen, toezeggingen en moties",
        columns=("Doel of afspraak", "Streefwaarde of datum", "Stand"),
        rows=tuple(rows),
        notes=_brief_note(edition, shown),
    )
    return render("goals_brief", level=heading_level, t=table if rows else None, notes=table.notes)


def _goal(edition: Edition, state: GoalState, at: int, links: Mapping[str, str]) -> GoalItem:
    goal = state.goal
    description = edition.descriptions.get(goal.indicator)
    # That there is none the sentence says; that nothing measures a goal leaves the target open.
    target = "" if state.verdict is GoalVerdict.NO_TARGET else _NO_TARGET
    if description is not None and goal.target is not None:
        target = f"{target_text(description, goal, words=True)}, in {period_phrase(goal.by)}"
    star = "*" if is_provisional(state) else ""
    return GoalItem(
        goal=goal.goal,
        where=_where(goal),
        label=state.verdict.value + star,
        sentence=state_sentence(edition, state, at, provisional=False),
        indicator=_indicator_link(edition, goal.indicator, links),
        target=target,
        side=SIDES.get(state.verdict, ""),
    )


def _where(goal: GoalRecord) -> str:
    page = f", pagina{dutch.NBSP}{goal.page}" if goal.page else ""
    decided = f" De raad besloot op {dutch.day(goal.decided)}." if goal.decided else ""
    return f"{goal.document}{page}.{decided}"


def _indicator_link(edition: Edition, indicator: str, links: Mapping[str, str]) -> Link | None:
    """The short name of an indicator, with the place on the page of its theme where it stands."""
    description = edition.descriptions.get(indicator)
    if description is None:
        return None
    address = "" if description.is_policy_indicator else links.get(description.theme, "")
    if not address or description.theme == "geld":
        return Link(description.short, address)
    place = f"meer-{indicator}" if description.group else figure_id(indicator, edition.meta.code)
    return Link(description.short, f"{address}#{place}")


def _promises(edition: Edition, kind: str, links: Mapping[str, str]) -> Promises:
    found = _in_order(edition, kind)
    items = [(promise.state, _promise(edition, promise, links)) for promise in found]
    return Promises(
        id=f"afspraken-{kind}",
        heading=_KINDS[kind],
        open=[item for state, item in items if state in _OPEN],
        closed=[item for state, item in items if state not in _OPEN],
    )


def _in_order(edition: Edition, kind: str) -> list[PromiseRecord]:
    """What is open first, in each state the newest first."""
    found = [promise for promise in edition.goals.promises if promise.kind == kind]
    newest = sorted(found, key=lambda promise: (promise.day, promise.number), reverse=True)
    return sorted(newest, key=lambda promise: _STATES.index(promise.state))


def _promise(edition: Edition, promise: PromiseRecord, links: Mapping[str, str]) -> PromiseItem:
    theme = Link(THEMES[promise.theme], links.get(promise.theme, "")) if promise.theme else None
    return PromiseItem(
        number=promise.number,
        title=promise.title,
        text=promise.text,
        day=dutch.day(promise.day),
        state=promise.state,
        state_day=dutch.day(promise.state_day),
        about=_indicator_link(edition, promise.indicator, links) or theme,
        document=promise.document,
    )


def goal_row(edition: Edition, state: GoalState) -> Row:
    """A goal with its target, and how it stands: a row of a table with these two columns."""
    goal, description = state.goal, edition.descriptions.get(state.goal.indicator)
    page = f", p.{dutch.NBSP}{goal.page}" if goal.page else ""
    target, now = "–", ""
    if description is not None and goal.target is not None:
        target = f"{target_text(description, goal)} {by_text(goal)}"
    if description is not None and state.figure is not None and state.figure.shown:
        value = description.text(state.figure.value) + mark(state.figure)
        now = f": {value} ({short_period(state.figure.period)})"
    spoken = "geen streefwaarde" if target == "–" else ""
    cells = (Cell(target, spoken, numeric=False), Cell(state.verdict.value + now, numeric=False))
    return Row(goal.goal, cells, label=f"{goal.document}{page}")


def promise_row(promise: PromiseRecord) -> Row:
    """A promise or motion with its day, and how it stands: a row of a table with these two columns."""
    cells = (
        Cell(dutch.unbroken(dutch.day(promise.day)), numeric=False),
        Cell(f"{capital(promise.state)} op {dutch.unbroken(dutch.day(promise.state_day))}", numeric=False),
    )
    return Row(promise.title, cells, label=f"{capital(promise.kind)} {promise.number}")


def _brief_note(edition: Edition, shown: Sequence[GoalRecord]) -> tuple[str, ...]:
    """What a star and an uncertain state mean, and how much is left out, in one note; none with nothing to say."""
    states = [goal_state(edition, goal) for goal in shown]
    starred = any(state.figure is not None and state.figure.shown and mark(state.figure) for state in states)
    unsure = any(state.verdict is GoalVerdict.UNCERTAIN for state in states)
    told = [*([_STAR] if starred else []), *([UNCERTAIN_NOTE] if unsure else [])]
    note = " ".join([*told, *_left_out(edition, len(shown))])
    return (note,) if note else ()


def _left_out(edition: Edition, shown: int) -> list[str]:
    """Sentences on the goals and the promises that the table does not have."""
    aimless = len(edition.goals.goals) - shown
    closed = sum(promise.state not in _OPEN for promise in edition.goals.promises)
    found = []
    if aimless:
        what = "doel heeft" if aimless == 1 else "doelen hebben"
        found.append(f"{dutch.number(aimless)} {what} geen streefwaarde.")
    if closed:
        what = "afspraak is" if closed == 1 else "afspraken zijn"
        found.append(f"{dutch.number(closed)} {what} afgedaan of vervallen.")
    return [*found, "Dat staat in het dashboard."] if found else []
