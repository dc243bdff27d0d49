"""What an earlier edition told, held against an edition of now: of figures that both show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socdom.editions.changes import ChangesRecord
from socdom.editions.lookback import (
    SignalNow,
    ToldEdition,
    ToldExpected,
    ToldFigure,
    ToldGoal,
    ToldPromise,
    ToldSignal,
)
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.changes import compare_editions, revision_reason
from socdom.judgement.goals import goal_state
from socdom.judgement.judge import judgements

_NO_FIGURE = "ontbreekt"
_INCOMPLETE = "onvolledig"
_GONE_KINDS = ("voorbij", "door herziening", "niet te beoordelen")


@dataclass(frozen=True)
class Miss:
    """How far an expected amount was from what it became.

    Attributes:
        percent: of the outcome; above 0 when more was expected.
        within: whether the outcome lay within the range that was told; None when none was told.
    """

    percent: float
    within: bool | None


def told_edition(before: Edition, now: Edition) -> ToldEdition:
    """What came of what `before` told, in the figures and texts of `now`; its main lines come later.

    Args:
        before: an earlier quarterly edition of the same municipality.
        now: a later one.
    """
    changes = compare_editions(before, now)
    return ToldEdition(
        edition=before.meta.period,
        figures_as_of=before.meta.figures_as_of,
        version=before.meta.version,
        figures=tuple(_figures(before, now, {item.indicator for item in changes.definitions})),
        expected=tuple(_expected(before, now)),
        signals=tuple(_signals(before, now, changes)),
        closed=tuple(item for item in changes.signals if item.kind == "afgesloten"),
        goals=tuple(_goals(before, now)),
        promises=tuple(_promises(before, now)),
    )


def miss(item: ToldExpected) -> Miss | None:
    """How far off an expected amount was; None while its outcome is not known, or was nothing."""
    if item.expected is None or not item.outcome:
        return None
    percent = 100 * (item.expected - item.outcome) / abs(item.outcome)
    if item.low is None or item.high is None:
        return Miss(percent, None)
    return Miss(percent, item.low <= item.outcome <= item.high)


def hidden_since(before: Edition, now: Edition, theme: str) -> bool:
    """Whether a figure of a theme that `before` showed of the municipality as a whole is shown no more.

    Then no sentence of that edition about the theme is repeated: it may hold the number.
    """
    shown = (
        (figure.indicator, figure.period)
        for description in before.indicators(theme)
        for figure in before.series(description.id, lookback=False)
        if figure.shown
    )
    return any(not _is_shown(now.figure(*key)) for key in shown)


def _is_shown(figure: Figure | None) -> bool:
    return figure is not None and figure.shown


def _figures(before: Edition, now: Edition, redefined: set[str]) -> Iterator[ToldFigure]:
    """The key figures that were shown then; a difference is no figure to come back to."""
    for description in before.indicators():
        told = before.figure(description.id)
        if not description.key_figure or description.is_change or told is None or not told.shown:
            continue
        found = now.figure(description.id, told.period)
        shown = found is not None and found.shown
        new, about = found.value if found and shown else None, now.descriptions.get(description.id)
        same = new is None or about is None or about.text(told.value) == about.text(new)
        yield ToldFigure(
            indicator=description.id,
            period=told.period,
            old=told.value if shown else None,
            new=new,
            status=found.status if found else _NO_FIGURE,
            reason=""
            if same
            else revision_reason(before, told.status, redefined=description.id in redefined),
        )


def _expected(before: Edition, now: Edition) -> Iterator[ToldExpected]:
    """The amounts that were expected, in their order."""
    for item in before.all_expected:
        found = now.figure(item.indicator, item.period)
        shown = found is not None and found.shown
        if item.expected is None:
            continue
        complete = found is not None and shown and found.status != _INCOMPLETE
        yield ToldExpected(
            indicator=item.indicator,
            period=item.period,
            expected=item.expected if shown else None,
            low=item.low if shown else None,
            high=item.high if shown else None,
            outcome=found.value if found and complete else None,
            status=found.status if found else _NO_FIGURE,
        )


def _signals(before: Edition, now: Edition, changes: ChangesRecord) -> Iterator[ToldSignal]:
    """The signals of then, in the order of the catalogue."""
    gone = {
        (item.indicator, item.direction): item.kind for item in changes.signals if item.kind in _GONE_KINDS
    }
    for judgement in judgements(before):
        signal = judgement.signal
        if signal is None:
            continue
        state: SignalNow = "er nog"
        if signal.indicator not in now.descriptions:
            state = "vervallen"
        elif (signal.indicator, signal.direction) in gone:
            state = gone[signal.indicator, signal.direction]  # type: ignore[assignment]
        yield ToldSignal(
            indicator=signal.indicator,
            title=before.descriptions[signal.indicator].short,
            rule=signal.rule.value,
            direction=signal.direction,
            since=signal.since,
            now=state,
        )


def _goals(before: Edition, now: Edition) -> Iterator[ToldGoal]:
    """Every goal that has a target and is measured, with its state then and now."""
    today = {(goal.goal, goal.by): goal for goal in now.goals.goals}
    for goal in before.goals.goals:
        if not goal.indicator or goal.target is None:
            continue
        later = today.get((goal.goal, goal.by))
        old = goal_state(before, goal).verdict.value
        yield ToldGoal(goal=goal.goal, old=old, new=goal_state(now, later).verdict.value if later else "")


def _promises(before: Edition, now: Edition) -> Iterator[ToldPromise]:
    """Promises and motions that were not done with then."""
    today = {(item.kind, item.number): item.state for item in now.goals.promises}
    for item in before.goals.promises:
        if item.state in ("afgedaan", "vervallen"):
            continue
        new = today.get((item.kind, item.number), "")
        yield ToldPromise(kind=item.kind, number=item.number, title=item.title, old=item.state, new=new)
