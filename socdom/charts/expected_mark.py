"""The mark of an amount that is expected: a diamond with its bounds, beside the square of what is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.charts.canvas import Canvas
from socdom.charts.quantity import Quantity
from socdom.dutch import unbroken
from socdom.editions.read import Edition
from socdom.quarters import period_phrase

EXPECTED = "verwacht"
_HALF, _CAP = 7.0, 5.0


@dataclass(frozen=True)
class ExpectedMark:
    """An expected amount on a time axis.

    Attributes:
        position: of the period.
        value: the amount that is expected.
        low, high: its bounds; None without.
    """

    position: int
    value: float
    low: float | None
    high: float | None

    @property
    def values(self) -> list[float]:
        """Every number that is drawn."""
        return [value for value in (self.value, self.low, self.high) if value is not None]

    def draw(self, canvas: Canvas, x: float, y: float, bounds: tuple[float, float] | None) -> None:
        """Draw it at these pixels; `bounds` are the pixels of `low` and `high`."""
        if bounds is not None:
            canvas.line(x, bounds[0], x, bounds[1], "marge")
            for end in bounds:
                canvas.line(x - _CAP, end, x + _CAP, end, "marge")
        corners = [(0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0), (0, -_HALF)]
        canvas.path([(x + dx, y + dy) for dx, dy in corners], "verwacht")


def expected_marks(
    edition: Edition, indicator: str, periods: Sequence[str], quantity: Quantity
) -> tuple[ExpectedMark, ...]:
    """What the edition expects of the amounts of the municipality that are still incomplete."""
    if quantity.form != "euro":
        return ()
    found = ((at, edition.expected(indicator, period)) for at, period in enumerate(periods))
    return tuple(
        ExpectedMark(at, record.expected, record.low, record.high)
        for at, record in found
        if record is not None and record.expected is not None
    )


def expected_words(mark: ExpectedMark, quantity: Quantity) -> str:
    """The label beside the mark."""
    return f"{EXPECTED} {unbroken(quantity.text(mark.value))}"


def expected_alt(marks: Sequence[ExpectedMark], periods: Sequence[str], quantity: Quantity) -> str:
    """Sentences for a text alternative; "" without marks."""
    told = [
        f"Verwacht over {period_phrase(periods[mark.position])}: {quantity.text(mark.value).rstrip('.')}"
        f"{_between(mark, quantity)}."
        for mark in marks
    ]
    return " ".join(told)


def expected_note(marks: Sequence[ExpectedMark]) -> list[str]:
    """What the mark means, under the chart."""
    if not marks:
        return []
    with_bounds = any(mark.low is not None for mark in marks)
    line = " Het streepje toont de marge." if with_bounds else ""
    return [f"Vierkant: wat er nu binnen is. Ruit: het bedrag dat wordt verwacht.{line}"]


def _between(mark: ExpectedMark, quantity: Quantity) -> str:
    if mark.low is None or mark.high is None:
        return ""
    low, high = (quantity.text(value).rstrip(".") for value in (mark.low, mark.high))
    return "" if low == high else f", tussen {low} en {high}"
