"""Answers that the griffie published to questions of the council about the figures."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record

ANSWERS = "answers.json"


class AnswerRecord(Record):
    """A question with its answer.

    Attributes:
        name: part of its address, unique in an edition ("wachttijd-2020").
        kind: about how a figure is made, what it means, or what is decided about it.
        role: who answered, a role and no name.
        indicators: ids of the figures it is about.
        pages: addresses of the pages of the dashboard it is about.
        period: the quarter it is about, "" for none.
        text: Markdown.
    """

    name: str
    question: str
    kind: Literal["technisch", "duiding", "politiek"]
    day: date
    role: str
    indicators: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    period: str = ""
    text: str


class AnswersRecord(Record):
    """All published answers, newest first."""

    answers: tuple[AnswerRecord, ...] = ()
