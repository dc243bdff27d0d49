"""A handful of made-up quarters, judged as on a page: the picture, the steps in a table, what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import cast

from socdom import dutch
from socdom.charts.control_chart import signal_chart
from socdom.editions.goals import GoalsRecord
from socdom.editions.model import Break, Description
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.errors import Fault, ParameterError
from socdom.judgement.labels import label
from socdom.judgement.model import Adjustment, Judgement, Point, Signal, Verdict
from socdom.judgement.series import Series, judge_series
from socdom.narrative.signal_method import rule_sentences
from socdom.narrative.signals import signal_sentence
from socdom.quarters import Quarter
from socdom.stats.xmr import WIDTH
from socdom.workbench.show import Shown, picture, sentence, table

_NUMBER = re.compile(r"-?\d+(,\d+)?")
_HIDDEN = "."
_NAME, _AREA = "voorbeeld", "GM9999"
_SIDES = {1: "boven", -1: "onder", 0: "op de lijn"}


def _house() -> SimpleNamespace:
    return SimpleNamespace(code=_AREA, accent="#12436D", goal_colour="#801650")


@dataclass(frozen=True)
class _Page:
    """What a signal chart asks of an edition, for numbers that stand in none."""

    descriptions: dict[str, Description]
    meta: SimpleNamespace = field(default_factory=_house)
    goals: GoalsRecord = field(default_factory=GoalsRecord)


@dataclass(frozen=True)
class SignalExample:
    """Quarters with a number each, and what is known of the series.

    Attributes:
        title: what the numbers count.
        series: as it is judged.
        breaks: with which a new stretch begins.
    """

    title: str
    series: Series
    breaks: tuple[Break, ...] = ()

    @classmethod
    def of(
        cls,
        first: str,
        numbers: str,
        *,
        title: str = "Meldingen",
        rounded_to: float = 0,
        stock: bool = False,
        counted: bool = False,
        incomplete: int = 0,
        break_at: str = "",
        baseline: str = "",
    ) -> SignalExample:
        """Read an example.

        Args:
            first: the first quarter, "2018Q1".
            numbers: the number of each quarter, with spaces between; "." for one that is not shown.
            title: what is counted.
            rounded_to: rounding step of the numbers.
            stock: mostly the same people as a quarter before.
            counted: the numbers are cases, so that small ones are not judged.
            incomplete: how many of the newest quarters are not complete.
            break_at: quarter from which the numbers mean something else.
            baseline: quarters the limits were decided to rest on, "2018Q1-2020Q4".

        Raises:
            ParameterError: something that is no number.
        """
        texts = numbers.split()
        if wrong := [
            place for place, text in enumerate(texts, 1) if text != _HIDDEN and not _NUMBER.fullmatch(text)
        ]:
            raise ParameterError(
                Fault("getallen", "een getal als 12 of 3,5, of een punt", len(wrong), tuple(wrong))
            )
        values = tuple(None if text == _HIDDEN else float(text.replace(",", ".")) for text in texts)
        periods = tuple(str(Quarter.parse(first) + place) for place in range(len(values)))
        fixed = baseline.partition("-")
        series = Series(
            values, periods, counts=values if counted else None, step=rounded_to, stock=stock,
            incomplete=frozenset(periods[len(periods) - incomplete :]),
            breaks=(break_at,) if break_at else (), baseline=(fixed[0], fixed[2]) if baseline else None,
        )  # fmt: skip
        texts_of_break = Break(period=break_at, label="Nieuwe telwijze", text="We tellen hier anders")
        return cls(title, series, (texts_of_break,) if break_at else ())

    @property
    def judgement(self) -> Judgement:
        """The judgement, as of a figure of a municipality."""
        found, signal = judge_series(self.series), None
        stretches = found.stretches
        if found.locked:
            stretches = (*found.stretches[:-1], replace(found.stretches[-1], baseline=self._baseline()))
        if found.rule is not None and found.direction is not None:
            signal = Signal(_NAME, _AREA, found.rule, found.direction, found.since, found.until)
        return Judgement(
            _NAME, _AREA, found.verdict, found.method, found.adjustment, found.points, stretches,
            signal, found.reason,
        )  # fmt: skip

    def judged(self) -> Shown:
        """The signal chart of a page and what the page says; of a series that is not judged its numbers in a table."""
        return Shown(self._picture().html + self._words().html)

    def limits(self) -> Shown:
        """How the limits of the newest stretch come about: mean, mean step between neighbours, and that times 2,66."""
        stretch = self.judgement.stretches[-1]
        reach = stretch.upper[-1] - stretch.centre
        lines = [
            ("Middenlijn (gemiddelde)", stretch.centre),
            ("Gemiddelde sprong", reach / WIDTH),
            ("Ondergrens", stretch.centre - reach),
            ("Bovengrens", stretch.centre + reach),
        ]
        return Shown(table("", ["", "Getal"], [[name, dutch.number(value, 1)] for name, value in lines]))

    def steps(self) -> Shown:
        """Every quarter: its number, what is judged of it, its side of the centre line, and the rules it is part of."""
        found = self.judgement
        heads = ["Kwartaal", "Getal", "Wat we beoordelen", "Kant van de middenlijn", "Regel"]
        return Shown(table(_what(found), heads, [_step(point) for point in found.points]))

    def _words(self) -> Shown:
        """The label, the signal, its rule, and what was done before judging or why nothing is said."""
        found = self.judgement
        parts = [f"{label(found)}.", signal_sentence(found), *rule_sentences(found)[:1], found.reason]
        return sentence(" ".join(part for part in parts if part))

    def _picture(self) -> Shown:
        found = self.judgement
        if found.verdict not in (Verdict.SIGNAL, Verdict.STEADY):
            return self.steps()
        return picture(signal_chart(cast(Edition, _Page({_NAME: self._description()})), found))

    def _description(self) -> Description:
        """The texts of an indicator, as far as a chart asks for them."""
        decimals = int(any(value is not None and value != round(value) for value in self.series.values))
        return Description(
            id=_NAME, title=self.title, short=self.title, theme="wmo", unit="aantal", says="{}", format="aantal",
            decimals=decimals, kind=_NAME, why="", reading="", breaks=self.breaks, source="verzonnen",
            written_by="", checked_by="", reviewed=date(2020, 1, 1), next_review=date(2021, 1, 1),
        )  # fmt: skip

    def _baseline(self) -> BaselineRecord | None:
        if self.series.baseline is None:
            return None
        first, last = self.series.baseline
        return BaselineRecord(
            indicator=_NAME, first=first, last=last, who="de gemeenteraad", when=date(2020, 1, 1), why=_NAME
        )


def _what(found: Judgement) -> str:
    return "" if found.adjustment is Adjustment.NONE else f"Beoordeeld: {found.adjustment.value}"


def _step(point: Point) -> list[str]:
    quarter, rules = Quarter.parse(point.period).short_label, "; ".join(rule.value for rule in point.rules)
    if point.value is None:
        return [quarter, _HIDDEN, "niet getoond", "", ""]
    if not point.complete:
        return [quarter, _text(point.value), "telt nog niet mee", "", ""]
    if point.judged is None:
        return [quarter, _text(point.value), "", "", ""]
    return [quarter, _text(point.value), _text(point.judged), _SIDES[point.side], rules]


def _text(value: float) -> str:
    return dutch.number(value, 0 if abs(value - round(value)) < 1e-9 else 1)
