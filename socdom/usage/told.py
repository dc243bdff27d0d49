"""What is told of the use of a dashboard: per month that has ended, with small counts hidden.

A month is the shortest period that is told, and every longer one is a sum of what is told of its months. So periods
that overlap cannot be set against each other. Answers about a page are few: their shortest period is a quarter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from socdom.quarters import Quarter, quarter_range
from socdom.usage.cells import DEVICE, Act, Answer, Counts, Device
from socdom.usage.periods import month_before, months_between, quarter_of
from socdom.usage.shown import Shown, shown, shown_beside

OTHERS = "overig"


@dataclass(frozen=True)
class Offered:
    """What can be counted on a dashboard: what it does not offer is no count that is hidden.

    Attributes:
        pages: name of each page → its Dutch name; `OTHERS` for all that stand in no menu, where there are any. The
            page to ask a question is not in it: to open that is an act of its own.
        choices: names of the pages on which something can be chosen.
        downloads: kind of file → what it is called.
    """

    pages: Mapping[str, str]
    choices: tuple[str, ...]
    downloads: Mapping[str, str]

    @property
    def answered(self) -> dict[str, str]:
        """The pages that ask whether they are clear, with their names."""
        return {**self.pages, Act.ASKED.value: "Stel een vraag"}


@dataclass(frozen=True)
class MonthUse:
    """The use of a month.

    Attributes:
        month: "2026-11".
        pages: times that each page was seen.
        devices: the same times by kind of device, other ones with computers; None when that would tell what is hidden.
        choices: times that somebody began to choose, for each page on which one can.
        downloads: times that a file was fetched, for each kind.
        questions: times that the page to ask a question was opened.
        searches: times that something was searched.
    """

    month: str
    pages: Shown
    devices: Shown | None
    choices: Shown
    downloads: Shown
    questions: Shown
    searches: Shown


@dataclass(frozen=True)
class QuarterAnswers:
    """Answers to whether a page was clear.

    Attributes:
        answers: how often each answer was given, on all pages together.
        unclear: how often the answer was not yes, for each page; None when that would tell what is hidden.
    """

    quarter: Quarter
    answers: Shown
    unclear: Shown | None


@dataclass(frozen=True)
class UseTold:
    """All that is told, oldest first.

    Attributes:
        limit: counts below it are hidden.
        made_up: the counts are an example, of a municipality that does not exist.
    """

    offered: Offered
    months: tuple[MonthUse, ...]
    quarters: tuple[QuarterAnswers, ...]
    limit: int
    made_up: bool = False


def use_told(counts: Counts, offered: Offered, limit: int, today: date) -> UseTold:
    """What may be told of what was counted.

    Args:
        counts: as they are kept.
        offered: what the dashboard offers.
        limit: counts below it are hidden.
        today: only months and quarters that ended before it are told.
    """
    first = min((cell.month for cell in counts), default="")
    months = months_between(first, month_before(today)) if first else []
    answered = [month for month in _with(counts, Answer) if quarter_of(month).end < today]
    quarters = quarter_range(quarter_of(answered[0]), quarter_of(answered[-1])) if answered else ()
    return UseTold(
        offered,
        tuple(_month_use(counts, offered, month, limit) for month in months),
        tuple(_quarter_answers(counts, offered, quarter, limit) for quarter in quarters),
        limit,
    )


def _with(counts: Counts, kinds: Iterable[str]) -> list[str]:
    wanted = set(kinds)
    return sorted({cell.month for cell in counts if cell.what in wanted})


def _month_use(counts: Counts, offered: Offered, month: str, limit: int) -> MonthUse:
    def of(what: str, names: Iterable[str]) -> dict[str, int]:
        found = dict.fromkeys(names, 0)
        for cell, number in counts.items():
            name = _place(cell.name, found)
            if cell.what == what and cell.month == month and name in found:
                found[name] += number
        return found

    pages = of(Act.SEEN, offered.pages)
    devices = of(DEVICE, Device)
    # Other devices are so few that they would hide all: what looks like none of the others goes with computers.
    devices[Device.COMPUTER] += devices.pop(Device.OTHER)
    told = shown(pages, limit)
    # A page that is not offered any more has devices as well; then the two are not parts of one total.
    whole = sum(devices.values()) == sum(pages.values())
    return MonthUse(
        month,
        told,
        shown_beside(devices, told) if whole else None,
        shown(of(Act.CHOSEN, offered.choices), limit),
        shown(of(Act.DOWNLOADED, offered.downloads), limit),
        *(shown({act: _sum(counts, month, act)}, limit) for act in (Act.ASKED, Act.SEARCHED)),
    )


def _place(name: str, places: Mapping[str, object]) -> str:
    """The part of a total that a page is in."""
    return name if name in places else OTHERS


def _sum(counts: Counts, month: str, what: str) -> int:
    return sum(number for cell, number in counts.items() if cell.what == what and cell.month == month)


def _quarter_answers(counts: Counts, offered: Offered, quarter: Quarter, limit: int) -> QuarterAnswers:
    pages = offered.answered
    given = {
        cell: number
        for cell, number in counts.items()
        if cell.what in set(Answer)
        and _place(cell.name, pages) in pages
        and quarter_of(cell.month) == quarter
    }
    answers = {
        str(answer): sum(number for cell, number in given.items() if cell.what == answer) for answer in Answer
    }
    told = shown(answers, limit)
    by_page = dict.fromkeys(pages, 0)
    for cell, number in given.items():
        by_page[_place(cell.name, pages)] += number if cell.what != Answer.YES else 0
    unclear = shown(by_page, limit)
    # How often it was not yes is known as soon as both answers are: then it must go beside the pages.
    known = {Answer.PARTLY, Answer.NO} <= set(told.named)
    return QuarterAnswers(quarter, told, unclear if known and unclear.total is not None else None)
