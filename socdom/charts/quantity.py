"""Which number of a figure a chart tells, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.editions.model import Description, Figure


@dataclass(frozen=True)
class Quantity:
    """The value of a figure, or its numerator, in a format of `socdom.dutch.FORMATS`."""

    form: str
    decimals: int
    counting: bool = False
    trim: bool = False

    @classmethod
    def of(cls, description: Description, unit: str = "value") -> Quantity:
        """What to tell of an indicator; `unit` "count" tells the numerator behind a rate."""
        if unit == "count" and description.counts_behind:
            return cls("aantal", 0, counting=True)
        return cls(description.format, description.decimals, trim=description.trims)

    def read(self, figure: Figure | None) -> float | None:
        """The number of a figure; None when it is not shown."""
        if figure is None or not figure.shown:
            return None
        return figure.numerator if self.counting else figure.value

    def text(self, value: float | None) -> str:
        """A number with its unit: "11,6%", "8,5 weken", "€ 17,9 mln."."""
        return dutch.value_text(value, self.form, self.decimals, trim=self.trim)

    def brief(self, value: float | None) -> str:
        """A number without the word of its unit: "8,5"."""
        if value is None or self.form not in ("dagen", "weken"):
            return self.text(value)
        return dutch.number(value, self.decimals)

    def tick(self, value: float, step: float) -> str:
        """A number on an axis with no more decimals than its step asks for."""
        if self.form == "euro" and step >= 1e5:
            return f"€{dutch.NBSP}{dutch.number(value / 1e6, decimals_of(step / 1e6))}{dutch.NBSP}mln."
        if self.form == "euro":
            return f"€{dutch.NBSP}{dutch.number(value, decimals_of(step))}"
        mark = "%" if self.form == "procent" else ""
        return dutch.number(value, decimals_of(step)) + mark


def decimals_of(step: float) -> int:
    """Decimals needed to write multiples of a step: 0.25 → 2, 50 → 0."""
    return next((n for n in range(6) if abs(step * 10**n - round(step * 10**n)) < 1e-9), 6)
