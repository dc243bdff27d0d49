"""Goals of the council in sentences: what was decided, and how the figure stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from socdom import dutch
from socdom.editions.goals import GoalRecord
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import GoalState, GoalVerdict, goal_state, leading_goal, limit_word
from socdom.narrative.wording import people, short_period
from socdom.quarters import period_phrase

NO_TARGET = "geen streefwaarde"
_PROVISIONAL = "Dit cijfer is voorlopig."
_TELLING = (
    GoalVerdict.MET,
    GoalVerdict.NOT_MET,
    GoalVerdict.MEETS_NOW,
    GoalVerdict.NOT_YET,
    GoalVerdict.UNCERTAIN,
    GoalVerdict.NO_TARGET,
)
_MOVED = {"dichterbij": "dichter bij", "verder weg": "verder van"}


def goals_lead(edition: Edition) -> str:
    """How many goals there are, and how many targets were met or not; "" without goals."""
    goals = edition.goals.goals
    if not goals:
        return ""
    targets = sum(goal.target is not None for goal in goals)
    many = "Er is 1 doel" if len(goals) == 1 else f"Er zijn {dutch.number(len(goals))} doelen"
    told = [f"{many}, waarvan {dutch.number(targets) if targets else 'geen'} met een streefwaarde."]
    found = [goal_state(edition, goal).verdict for goal in goals]
    met, missed = found.count(GoalVerdict.MET), found.count(GoalVerdict.NOT_MET)
    if met or missed:
        told.append(f"Behaald: {dutch.number(met)}. Niet behaald: {dutch.number(missed)}.")
    if targets > met + missed:
        told.append(f"Nog niet vast te stellen: {dutch.number(targets - met - missed)}.")
    return " ".join(told)


def goal_sentence(edition: Edition, goal: GoalRecord, variant: int = 0) -> str:
    """How a goal stands, in one to three sentences of at most twenty words; no forecast.

    Args:
        edition: where the figures stand.
        goal: one of `edition.goals.goals`.
        variant: place on the page, so that one pattern does not repeat; the meaning is the same.
    """
    return state_sentence(edition, goal_state(edition, goal), variant)


def state_sentence(edition: Edition, state: GoalState, variant: int = 0, *, provisional: bool = True) -> str:
    """The same for a state that is known already.

    Args:
        provisional: say that a figure may still change; a page that marks such figures says it once.
    """
    wordings = _WORDINGS[state.verdict]
    told = [wordings[variant % len(wordings)](_Words(edition, state))]
    if state.movement:
        then = period_phrase(state.since)
        told.append(f"Het cijfer ligt {_MOVED[state.movement]} de streefwaarde dan in {then}.")
    if provisional and is_provisional(state):
        told.append(_PROVISIONAL)
    return " ".join(told)


def is_provisional(state: GoalState) -> bool:
    """Whether the sentence of a goal tells a figure that may still change."""
    return state.verdict in _TELLING and state.figure is not None and state.figure.status == "voorlopig"


def goal_cell(edition: Edition, indicator: str) -> str:
    """The goal of an indicator in few words: "hooguit 10% in 2021 (p. 34)", or "geen streefwaarde"."""
    goal = leading_goal(edition, indicator)
    if goal is None or goal.target is None:
        return NO_TARGET
    page = f" (p.{dutch.NBSP}{goal.page})" if goal.page else ""
    return f"{target_text(edition.descriptions[indicator], goal)} {by_text(goal)}{page}"


def target_text(description: Description, goal: GoalRecord, *, words: bool = False) -> str:
    """The target with its limit: "hooguit 10%", in words "minstens 9,5 procent"; "" without a target."""
    if goal.target is None:
        return ""
    return f"{limit_word(goal)} {_number(description, goal.target, words=words, trim=True)}"


def by_text(goal: GoalRecord) -> str:
    """When a target is about: "in 4e kw. 2021", "in 2021"; of a goal with a target."""
    return f"in {short_period(goal.by)}"


def _number(description: Description, value: float, *, words: bool, trim: bool = False) -> str:
    """A number with what it counts: "9,7 procent", "1.450 huishoudens"."""
    if words and description.format == "aantal" and description.counted:
        return people(round(value), description.counted)
    if words and not trim:
        return description.text(value, words=True)
    # A target is a round number more often than not: "10 procent", not "10,0 procent".
    return dutch.value_text(value, description.format, description.decimals, words=words, trim=True)


class _Words:
    """The words that sentences about one state are made of."""

    def __init__(self, edition: Edition, state: GoalState) -> None:
        self._state, self._figure = state, state.figure
        self._description = edition.descriptions.get(state.goal.indicator)

    @property
    def value(self) -> str:
        description, figure = self._shown
        return _number(description, figure.value or 0.0, words=True)

    @property
    def target(self) -> str:
        assert self._description is not None, "a target belongs to an indicator"
        return target_text(self._description, self._state.goal, words=True)

    @property
    def when(self) -> str:
        """The period of the figure, after "in"; without a figure that of the target."""
        return period_phrase(self._figure.period if self._figure else self._state.goal.by)

    @property
    def by(self) -> str:
        return period_phrase(self._state.goal.by)

    @property
    def broken(self) -> str:
        found = self._state.series_break
        assert found is not None, "a series that broke has a break"
        return period_phrase(found.period)

    @property
    def known(self) -> str:
        """ " In 2020 was het cijfer 9,7 procent." after a sentence; "" when there is none that may be told alone."""
        description, figure = self._description, self._figure
        if description is None or figure is None or not figure.shown:
            return ""
        if figure.status == "onvolledig" or description.is_change:
            return ""
        return f" {dutch.sentence(f'In {self.when} was het cijfer {self.value}')}"

    @property
    def _shown(self) -> tuple[Description, Figure]:
        assert self._description is not None, "a goal that is judged has an indicator"
        assert self._figure is not None, "a goal that is judged has a figure"
        return self._description, self._figure


_Wording = Callable[[_Words], str]
_ROUNDED = "het cijfer is afgerond"
UNCERTAIN_NOTE = f"{GoalVerdict.UNCERTAIN.value} betekent: {_ROUNDED}, en ligt te dicht bij de streefwaarde."
_CANNOT = "Of het doel is gehaald, is nog niet te zeggen."
_WORDINGS: dict[GoalVerdict, tuple[_Wording, ...]] = {
    GoalVerdict.MET: (
        lambda w: f"Het cijfer was {w.value} in {w.when}. De streefwaarde van {w.target} is behaald.",
        lambda w: f"De streefwaarde was {w.target} in {w.by}. Met {w.value} is die behaald.",
    ),
    GoalVerdict.NOT_MET: (
        lambda w: f"Het cijfer was {w.value} in {w.when}. De streefwaarde van {w.target} is niet behaald.",
        lambda w: f"De streefwaarde was {w.target} in {w.by}. Met {w.value} is die niet behaald.",
    ),
    GoalVerdict.MEETS_NOW: (
        lambda w: (
            f"Het cijfer was {w.value} in {w.when}. De streefwaarde voor {w.by}, {w.target}, is nu al bereikt."
        ),
        lambda w: (
            f"De streefwaarde voor {w.by} is {w.target}. Met {w.value} in {w.when} voldoet het cijfer nu al."
        ),
    ),
    GoalVerdict.NOT_YET: (
        lambda w: (
            f"Het cijfer was {w.value} in {w.when}. De streefwaarde voor {w.by}, {w.target}, is nog niet bereikt."
        ),
        lambda w: (
            f"De streefwaarde voor {w.by} is {w.target}. Met {w.value} in {w.when} voldoet het cijfer nog niet."
        ),
    ),
    GoalVerdict.UNCERTAIN: (
        lambda w: (
            f"Het cijfer was {w.value} in {w.when}. Of dat voldoet aan {w.target}, is onzeker: {_ROUNDED}."
        ),
        lambda w: (
            f"De streefwaarde is {w.target}. Met {w.value} in {w.when} is het verschil onzeker: {_ROUNDED}."
        ),
    ),
    GoalVerdict.BROKEN: (
        lambda w: f"Sinds {w.broken} is de reeks anders. Het cijfer past niet meer bij de streefwaarde.",
    ),
    GoalVerdict.YEAR_RUNS: (
        lambda w: f"Dit cijfer telt op vanaf 1 januari, en het jaar loopt nog. {_CANNOT}",
    ),
    GoalVerdict.INCOMPLETE: (lambda w: f"Het cijfer over {w.when} is nog onvolledig. {_CANNOT}",),
    GoalVerdict.HIDDEN: (
        lambda w: f"Het cijfer over {w.when} wordt niet getoond. Zo is niemand te herkennen.",
    ),
    GoalVerdict.NO_FIGURE: (lambda w: f"Over {w.when} is er geen cijfer. {_CANNOT}",),
    GoalVerdict.NO_TARGET: (
        lambda w: f"De raad heeft geen streefwaarde vastgesteld.{w.known}",
        lambda w: f"Er is geen streefwaarde vastgesteld.{w.known}",
    ),
    GoalVerdict.NOT_MEASURED: (
        lambda w: "Er is nog geen cijfer dat dit doel meet.",
        lambda w: "Dit doel wordt nog niet met een cijfer gemeten.",
    ),
}
