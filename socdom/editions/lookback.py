"""What earlier editions said, and what came of it: the part Terugblik of the report."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.changes import SignalChange
from socdom.editions.record import Record

SignalNow = Literal["er nog", "voorbij", "door herziening", "niet te beoordelen", "vervallen"]


class ToldFigure(Record):
    """A key figure as an earlier edition told it, of its newest period then, and as it is now.

    Attributes:
        old: as it was told; None where the figure is not shown any more, since nobody repeats what is hidden.
        new: None when it is not shown now.
        status: of the figure now; "ontbreekt" when this edition does not hold it.
        reason: Dutch sentence, why it is another number; "" when it is the same.
    """

    indicator: str
    period: str
    old: float | None
    new: float | None
    status: str
    reason: str = ""


class ToldExpected(Record):
    """An amount that was expected, and what it became.

    Attributes:
        expected, low, high: as told; None where the amount is not shown any more, bounds also where none were told.
        outcome: the amount now; None while it is not complete, or not shown.
        status: of the amount now; "ontbreekt" when this edition does not hold it.
    """

    indicator: str
    period: str
    expected: float | None
    low: float | None = None
    high: float | None = None
    outcome: float | None
    status: str


class ToldSignal(Record):
    """A signal that an earlier edition gave; fields as of `socdom.judgement.model.Signal`.

    `now` says how it stands in the figures of this edition; "vervallen" when the indicator is gone.
    """

    indicator: str
    title: str
    rule: str
    direction: Literal["omhoog", "omlaag"]
    since: str
    now: SignalNow


class ToldGoal(Record):
    """A goal with its state in words, then and now; "" now when the goal is no longer there."""

    goal: str
    old: str
    new: str


class ToldPromise(Record):
    """A promise or motion with its state then and now; "" now when it is no longer in the list."""

    kind: Literal["toezegging", "motie"]
    number: str
    title: str
    old: str
    new: str


class ToldEdition(Record):
    """What one earlier edition said.

    Attributes:
        edition: its name ("2020Q3"); figures_as_of: its day; version: of that edition.
        lines: its main lines as they stood, without those about what is hidden now.
        lines_left_out: how many of them.
        closed: signals that people closed since.
    """

    edition: str
    figures_as_of: date
    version: str
    lines: tuple[str, ...] = ()
    lines_left_out: int = 0
    figures: tuple[ToldFigure, ...] = ()
    expected: tuple[ToldExpected, ...] = ()
    signals: tuple[ToldSignal, ...] = ()
    closed: tuple[SignalChange, ...] = ()
    goals: tuple[ToldGoal, ...] = ()
    promises: tuple[ToldPromise, ...] = ()


class LookbackRecord(Record):
    """The earlier editions that are looked back on, newest first."""

    editions: tuple[ToldEdition, ...] = ()
