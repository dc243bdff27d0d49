"""Dutch words for tasks and moments, the same in a mail, on a page and in a terminal."""

from __future__ import annotations

from datetime import datetime

from socdom import dutch
from socdom.quarters import period_phrase
from socdom.schedule.days import HERE, local_day
from socdom.schedule.due import FETCH, REFRESH

_TASKS = {
    REFRESH: "het verversen van de cijfers",
    FETCH: "het ophalen van openbare cijfers",
    "concept": "het maken van het kwartaalrapport",
    "herinnering": "de herinnering aan duiding",
}


def task_words(task: str) -> str:
    """What a task does, as a Dutch sentence part: "het verversen van de cijfers"."""
    name, _, period = task.partition(" ")
    words = _TASKS.get(name, "een taak")
    return f"{words} over {period_phrase(period)}" if period else words


def on_day(moment: datetime) -> str:
    """The day of a moment, where the readers are: "3 maart 2026"."""
    return dutch.day(local_day(moment))


def at_time(moment: datetime) -> str:
    """Day and time of a moment, where the readers are: "3 maart 2026, 02.15 uur"."""
    return f"{on_day(moment)}, {moment.astimezone(HERE):%H.%M} uur"
