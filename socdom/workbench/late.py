"""A run-off triangle of made-up amounts, and what is expected of it: for an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom import dutch
from socdom.charts.expected_mark import ExpectedMark, expected_alt, expected_note
from socdom.charts.line_chart import draw
from socdom.charts.line_layout import LineChart
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.series import Line
from socdom.charts.style import Style
from socdom.charts.words import line_alt
from socdom.editions.model import Figure
from socdom.errors import Fault, ParameterError
from socdom.quarters import Quarter
from socdom.stats.bornhuetter_ferguson import bornhuetter_ferguson
from socdom.stats.chain_ladder import completeness, factors, ultimates
from socdom.stats.past_errors import interval, log_errors
from socdom.stats.triangle import cumulative, latest
from socdom.workbench.show import Shown, picture, sentence, table

_STYLE = Style("#12436D", "#801650")
_LEVEL = 0.8


@dataclass(frozen=True)
class LateExample:
    """Made-up amounts in euros: a row for each quarter of help, a column for each quarter later.

    Attributes:
        first: oldest quarter.
        triangle: see `socdom.stats.triangle`.
    """

    first: Quarter
    triangle: NDArray[np.float64]

    @classmethod
    def of(cls, text: str) -> LateExample:
        """Read lines as "2020Q1 | 50 | 80 | 100"; each newer quarter has one amount less.

        Raises:
            ParameterError: a line has another number of amounts, or an amount cannot be read.
        """
        lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        rows = [[float(cell) for cell in line[1:] if cell.replace("-", "").isdigit()] for line in lines]
        if [len(row) for row in rows] != list(range(len(rows), 0, -1)):
            remedy = "Schrijf bij elk kwartaal een bedrag minder dan bij het kwartaal ervoor."
            raise ParameterError(Fault("driehoek", "een driehoek van hele bedragen", remedy=remedy))
        full = np.array([[*row, *[0.0] * (len(rows) - len(row))] for row in rows])
        grown = np.diff(full, axis=1, prepend=0.0)
        return cls(Quarter.parse(lines[0][0]), cumulative(grown))

    @property
    def quarters(self) -> list[Quarter]:
        return [self.first + number for number in range(len(self.triangle))]

    def rows(self) -> Shown:
        """The triangle as it was written."""
        headings = ["Hulp in", *_ages(len(self.triangle))]
        return Shown(
            table("bedragen die binnen zijn", headings, [self._row(at) for at in range(len(self.triangle))])
        )

    def growth(self) -> Shown:
        """The factors, and which part of the final amount is in at each age."""
        grown = factors(self.triangle)
        part = [f"{dutch.number(100 * item)}%" for item in completeness(grown)]
        rows = [
            ["Groei naar de volgende", *(dutch.number(item, 2) for item in grown), ""],
            ["Volledig", *part],
        ]
        return Shown(table("groei", ["", *_ages(len(part))], rows))

    def expected(self) -> Shown:
        """What is in and what is expected of each quarter, by the chain ladder."""
        final = ultimates(self.triangle, factors(self.triangle))
        pairs = zip(self.quarters, latest(self.triangle), final, strict=True)
        rows = [[quarter.label, dutch.euro(now), dutch.euro(later)] for quarter, now, later in pairs]
        return Shown(table("ketenladder", ["Hulp in", "Nu binnen", "Verwacht"], rows))

    def with_prior(self, prior: float) -> Shown:
        """What is expected of the newest quarter by Bornhuetter-Ferguson, in a sentence."""
        observed, part, final = self._newest(prior)
        return sentence(
            f"Binnen is {dutch.euro(observed)}. Volgens de toewijzingen kost het kwartaal {dutch.euro(prior)}. "
            f"Daarvan komt nog {dutch.number(100 * (1 - part))} procent. "
            f"Samen is dat {dutch.sentence(dutch.euro(final))}"
        )

    def picture(self, prior: float, errors: Sequence[tuple[float, float]]) -> Shown:
        """The chart of a page, with the newest quarter as it is and as it is expected."""
        final = self._newest(prior)[2]
        low, high = (final * factor for factor in bounds(errors))
        periods = tuple(map(str, self.quarters))
        quantity = Quantity("euro", 0)
        shown = [
            _figure(period, amount, "onvolledig" if period == periods[-1] else "definitief")
            for period, amount in zip(periods, latest(self.triangle), strict=True)
        ]
        line = Line.over(periods, shown, "", quantity, own=True)
        marks = (ExpectedMark(len(periods) - 1, final, low, high),)
        alt = f"{line_alt('Bedrag', periods, [('Gemeente', line)])} {expected_alt(marks, periods, quantity)}"
        drawn = draw(LineChart(periods, (line,), quantity, expected=marks), _STYLE, "breed", alt)
        return picture(Chart(drawn, drawn, alt, tuple(expected_note(marks))))

    def _newest(self, prior: float) -> tuple[float, float, float]:
        """What is in of the newest quarter, which part that is, and what it will be."""
        observed, part = float(latest(self.triangle)[-1]), float(completeness(factors(self.triangle))[0])
        return observed, part, bornhuetter_ferguson(observed, part, prior)

    def _row(self, at: int) -> list[str]:
        known = [item for item in self.triangle[at] if not np.isnan(item)]
        return [self.quarters[at].label, *map(dutch.euro, known), *[""] * (len(self.triangle) - len(known))]


def bounds(errors: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Factors on an estimate between which the outcome falls eight in ten times.

    Args:
        errors: pairs of an estimate and its outcome.
    """
    estimates, outcomes = np.array(errors, dtype=float).T
    return interval(log_errors(estimates, outcomes), _LEVEL)


def tell_bounds(errors: Sequence[tuple[float, float]]) -> Shown:
    """The bounds in a sentence."""
    low, high = (dutch.number(100 * factor) for factor in bounds(errors))
    return sentence(
        f"Er zijn {len(errors)} eerdere schattingen. "
        f"In 8 van de 10 keer komt het bedrag uit tussen {low} en {high} procent van de schatting."
    )


def _ages(number: int) -> list[str]:
    return ["Meteen", "1 kwartaal later", *(f"{age} kwartalen later" for age in range(2, number))][:number]


def _figure(period: str, value: float, status: str) -> Figure:
    return Figure(
        indicator="proef", period=period, area="GM9999", dimension="", category="", numerator=None,
        denominator=None, value=value, unit="euro", status=status, method="proef",
    )  # fmt: skip
