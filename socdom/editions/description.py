"""The texts of an edition about each figure: what it is, how it is written, and where its series breaks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom import dutch
from socdom.editions.definition import Definition
from socdom.editions.record import Record
from socdom.quarters import Quarter

THEMES = {
    "jeugd": "Jeugd",
    "wmo": "Wmo",
    "inkomen": "Werk en inkomen",
    "schulden": "Schulden",
    "samenhang": "Samenhang",
    "geld": "Geld",
    "bevolking": "Inwoners",
}


_POLICY = "bbv_"
# What is counted beside people and is no part of them: "700 banen per 1.000 inwoners", not "700 van de 1.000 inwoners".
_THINGS = frozenset({"banen", "re-integratievoorzieningen"})


class Break(Record):
    """A break in a series: from this period on the figures mean something else.

    `label` is what stands in the chart ("Nieuwe telwijze"), `text` the sentence under it.
    """

    period: str
    label: str
    text: str


class Event(Record):
    """Something that happened, in neutral words; no cause is claimed. `label` stands in the chart."""

    period: str
    label: str
    text: str


class Dimension(Record):
    """A breakdown: its Dutch title, the label of each category, and what belongs to a category.

    Attributes:
        column: column of the table that holds the code; "" for ages, and for what the way of counting makes itself.
        codes: category → the codes of the column that belong to it.
        ages: category → first and last age (included) on the first day of the period; a last age of None is no limit.
    """

    title: str
    labels: dict[str, str]
    column: str = ""
    codes: dict[str, tuple[str, ...]] = {}
    ages: dict[str, tuple[int, int | None]] = {}


class Description(Record):
    """The texts and properties of an indicator that a page needs; written by the pipeline into `catalogue.json`.

    Attributes:
        says: sentence part with `{}` for the value: "{} van de jongeren tot 18 jaar krijgt jeugdhulp".
        counted: plural noun of what the numerator counts ("jongeren"), "" for amounts and durations.
        format: how a value is written, one of `socdom.dutch.FORMATS`.
        scale: what numerator / denominator is multiplied by; 1 when the value is the numerator itself.
        group: heading under which it stands on the page of its theme; "" for the most important figures.
        moment: "stand" (on the last day), "periode" (during the period) or "jaar".
        definition: how it is counted, as data.
    """

    id: str
    title: str
    short: str
    theme: Literal["jeugd", "wmo", "inkomen", "schulden", "samenhang", "geld", "bevolking"]
    unit: str
    group: str = ""
    basis: str = ""
    says: str
    counted: str = ""
    format: Literal["aantal", "procent", "per_1000", "per_10000", "dagen", "weken", "euro"]
    decimals: int = 0
    scale: float = 1
    moment: Literal["stand", "periode", "jaar"] = "periode"
    kind: str
    why: str
    reading: str
    pitfalls: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = ()
    dimensions: dict[str, Dimension] = {}
    direction: Literal["hoger", "lager", "neutraal"] = "neutraal"
    law: str = ""
    source: str
    bbv: str = ""
    protection: str = ""
    definition: Definition | None = None
    key_figure: bool = False
    written_by: str
    checked_by: str
    reviewed: date
    next_review: date

    @property
    def is_policy_indicator(self) -> bool:
        """Whether it is one of the indicators every municipality must publish, which have a table of their own."""
        return self.id.startswith(_POLICY)

    @property
    def is_change(self) -> bool:
        """Whether the value is itself the difference in euros with a year earlier."""
        return self.protection == "verschil"

    @property
    def is_price(self) -> bool:
        """Whether the value is euros divided by hours or people, so that it is higher or lower, not more or less."""
        return self.protection in ("prijs", "gemiddelde")

    @property
    def trims(self) -> bool:
        """Whether some of its values are whole on purpose: shares of a small whole."""
        return self.protection == "aandeel"

    @property
    def counts_behind(self) -> bool:
        """Whether the value is a rate or share with a number of people (or cases) behind it that is worth telling."""
        return bool(self.counted) and self.scale != 1

    @property
    def compares_sizes(self) -> bool:
        """Whether areas of another size can stand beside each other."""
        return (
            self.is_price or self.format in ("procent", "dagen", "weken") or bool(dutch.rate_per(self.format))
        )

    def text(self, value: float | None, *, words: bool = False) -> str:
        """The value as text, in the format of this indicator; "." when there is none.

        A change in a sentence has its direction in a word: "€ 120.000 minder". A rate of things names them.
        """
        if words and value is not None and self.counted in _THINGS and (base := dutch.rate_per(self.format)):
            told = dutch.value_text(value, self.format, self.decimals)
            among = f"{dutch.NBSP}{self.counted} per{dutch.NBSP}{dutch.number(base)}"
            return told if told == dutch.HIDDEN_MARK else told + among
        if words and self.is_change and value is not None:
            return f"{dutch.value_text(abs(value), self.format, self.decimals)} {'minder' if value < 0 else 'meer'}"
        return dutch.value_text(value, self.format, self.decimals, words=words, trim=self.trims)

    def break_between(self, first: str, last: str) -> Break | None:
        """The newest break after which two figures of these periods mean different things; None when they compare.

        Args:
            first, last: quarters or years, in order of time.
        """
        crossed = [
            item
            for item in self.breaks
            if self._covered(first)[0] < _quarters(item.period)[0] <= self._covered(last)[1]
        ]
        return max(crossed, key=lambda item: _quarters(item.period), default=None)

    def _covered(self, period: str) -> tuple[Quarter, Quarter]:
        """First and last quarter that a figure of a period is about.

        A number on the last day is about that quarter only. What adds up within the year is about all of it.
        """
        first, last = _quarters(period)
        if self.moment == "stand":
            return last, last
        return (Quarter(last.year, 1) if self.moment == "jaar" else first), last


def _quarters(period: str) -> tuple[Quarter, Quarter]:
    if "Q" in period:
        return Quarter.parse(period), Quarter.parse(period)
    return Quarter(int(period), 1), Quarter(int(period), 4)
