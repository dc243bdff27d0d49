"""What the council decided: goals with an indicator and a target, promises and motions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record


class GoalRecord(Record):
    """A goal of the council, the indicator it is measured with, and the target, if one was set.

    Attributes:
        goal: Dutch sentence, as in the budget document.
        indicator: id of an indicator of this edition, or "" where none measures it.
        target: in the unit of the indicator; None when no target was set.
        by: period of the target, a quarter or a year; "" without a target.
        direction: which way is towards the goal; "" when neither is.
        document, page: where it stands.
        decided: day of the decision of the council.
    """

    goal: str
    indicator: str = ""
    target: float | None = None
    by: str = ""
    direction: Literal["hoger", "lager", ""] = ""
    document: str
    page: int | None = None
    decided: date | None = None


class PromiseRecord(Record):
    """A promise (toezegging) of the college, or a motion of the council, and how it stands."""

    kind: Literal["toezegging", "motie"]
    number: str
    title: str
    day: date
    state: Literal["open", "in uitvoering", "afgedaan", "vervallen"]
    state_day: date
    text: str = ""
    indicator: str = ""
    theme: str = ""
    document: str = ""


class GoalsRecord(Record):
    """All goals, and all promises and motions, in the order of the parameters."""

    goals: tuple[GoalRecord, ...] = ()
    promises: tuple[PromiseRecord, ...] = ()
