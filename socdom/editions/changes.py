"""What differs between an edition and the one before it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record


class RevisedFigure(Record):
    """A figure that both editions show, with another number; `reason` is a Dutch sentence."""

    indicator: str
    period: str
    old: float
    new: float
    reason: str


class ChangedDefinition(Record):
    """An indicator that is counted or told otherwise; `what` names the parts that changed, in Dutch."""

    indicator: str
    title: str
    what: tuple[str, ...]


class SignalChange(Record):
    """A signal that is new, no longer there, or closed by people; fields as of `socdom.judgement.model.Signal`.

    Attributes:
        kind: "door herziening" when its own quarter gives no signal with the figures of now, "niet te beoordelen" when
            the series cannot be judged any more.
    """

    kind: Literal["nieuw", "voorbij", "door herziening", "niet te beoordelen", "afgesloten"]
    indicator: str
    rule: str
    direction: Literal["omhoog", "omlaag"]
    since: str


class ChangesRecord(Record):
    """The edition beside the one before it.

    Attributes:
        before: name of the earlier edition ("2020Q3"); figures_as_of: its day.
        new_periods: periods of which this is the first edition.
        new_indicators, gone_indicators: titles.
        revised: of the municipality as a whole, newest period first.
        hidden, shown: how many figures that were shown are not any more, and the other way round.
    """

    before: str
    figures_as_of: date
    new_periods: tuple[str, ...] = ()
    new_indicators: tuple[str, ...] = ()
    gone_indicators: tuple[str, ...] = ()
    revised: tuple[RevisedFigure, ...] = ()
    hidden: int = 0
    shown: int = 0
    definitions: tuple[ChangedDefinition, ...] = ()
    signals: tuple[SignalChange, ...] = ()
