"""What people did with a signal, and the baselines they decided on."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record

State = Literal["nieuw", "wordt bekeken", "verklaard", "afgesloten"]


class RegisterStep(Record):
    """What was found or done on a day; `role` is a function, never a name. `text` is Markdown."""

    day: date
    state: State
    role: str
    text: str = ""


class RegisterRecord(Record):
    """The follow-up of one signal, oldest step first.

    Attributes:
        area: CBS code; "" for the municipality.
        rule: value of `socdom.judgement.model.Rule`.
        direction: "omhoog" or "omlaag".
        since: first quarter of the signal.
    """

    indicator: str
    area: str = ""
    rule: str
    direction: Literal["omhoog", "omlaag"]
    since: str
    steps: tuple[RegisterStep, ...]


class BaselineRecord(Record):
    """A recorded decision: the limits of a series rest on these quarters and stay as they are.

    Attributes:
        first, last: quarters the limits are computed from.
        who: function or body; when, why: of the decision.
        answers: question → answer, of the four questions asked before limits are set anew; empty for a first baseline.
    """

    indicator: str
    area: str = ""
    first: str
    last: str
    who: str
    when: date
    why: str
    answers: dict[str, str] = {}
