"""Quarters and years: parse, order, count, and name them in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from socdom.errors import ParameterError

_PATTERN = re.compile(r"(\d{4})Q([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter; `str(Quarter(2020, 4)) == "2020Q4"`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        assert 1 <= self.number <= 4, f"quarter number out of range: {self.number}"

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read "2020Q4".

        Raises:
            ParameterError: the text has another form.
        """
        match = _PATTERN.fullmatch(str(text))
        if match is None:
            raise ParameterError(f"Een kwartaal ziet eruit als 2020Q4, gevonden: {text!r}.")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that holds a day."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def from_index(cls, index: int) -> Quarter:
        """Inverse of `index`."""
        return cls(index // 4, index % 4 + 1)

    @property
    def index(self) -> int:
        """Running number: quarters since the year 0, so that differences count quarters."""
        return self.year * 4 + self.number - 1

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return (self + 1).start - timedelta(days=1)

    def __add__(self, quarters: int) -> Quarter:
        return Quarter.from_index(self.index + quarters)

    def __sub__(self, quarters: int) -> Quarter:
        return self + -quarters

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def label(self) -> str:
        """Dutch name on a page: "4e kwartaal 2020"."""
        return f"{self.number}e kwartaal {self.year}"

    @property
    def short_label(self) -> str:
        """Dutch name on an axis: "4e kw. 2020"."""
        return f"{self.number}e kw. {self.year}"


def quarter_range(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    """All quarters from `first` up to and including `last`."""
    return (Quarter.from_index(index) for index in range(first.index, last.index + 1))


def period_label(period: str) -> str:
    """Dutch name of a period of a figure: a quarter ("2020Q4") or a year ("2023")."""
    return Quarter.parse(period).label if "Q" in period else period


def short_period_label(period: str) -> str:
    """The same in few letters: "4e kw. 2020", or "2023"."""
    return Quarter.parse(period).short_label if "Q" in period else period


def period_phrase(period: str) -> str:
    """Period within a sentence: "het 4e kwartaal 2020", or "2023"."""
    return f"het {period_label(period)}" if "Q" in period else period


def period_before(period: str) -> str:
    """The quarter before a quarter, the year before a year."""
    return str(Quarter.parse(period) - 1) if "Q" in period else str(int(period) - 1)


def year_earlier(period: str) -> str:
    """The same period one year before: "2020Q4" → "2019Q4", "2023" → "2022"."""
    return str(Quarter.parse(period) - 4) if "Q" in period else str(int(period) - 1)
