"""A series of figures as positions on a time axis: where a line may run, and where it must stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from socdom.charts.quantity import Quantity
from socdom.editions.model import Figure
from socdom.quarters import Quarter, quarter_range

Run = list[tuple[float, float]]


def all_periods(series: Iterable[Sequence[Figure]]) -> list[str]:
    """Every period from the first to the last of some series, those without a figure included."""
    found = sorted({figure.period for figures in series for figure in figures})
    if not found:
        return []
    if "Q" in found[0]:
        return [str(q) for q in quarter_range(Quarter.parse(found[0]), Quarter.parse(found[-1]))]
    return [str(year) for year in range(int(found[0]), int(found[-1]) + 1)]


@dataclass(frozen=True)
class Line:
    """One series on a time axis.

    Attributes:
        label: name at the end of the line; "" for none.
        figures: one entry per period; None where the edition holds no figure.
        cuts: positions a line may not run into from the left, because of a break in the series.
        own: the series the chart is about.
    """

    label: str
    figures: tuple[Figure | None, ...]
    quantity: Quantity
    cuts: frozenset[int] = frozenset()
    own: bool = False

    @classmethod
    def over(cls, periods: Sequence[str], figures: Sequence[Figure], label: str, quantity: Quantity,
             cuts: frozenset[int] = frozenset(), own: bool = False) -> Line:  # fmt: skip
        """A line over these periods."""
        at = {figure.period: figure for figure in figures}
        return cls(label, tuple(at.get(period) for period in periods), quantity, cuts, own)

    @cached_property
    def values(self) -> tuple[float | None, ...]:
        """The number of each period; None when it is not shown."""
        return tuple(self.quantity.read(figure) for figure in self.figures)

    def status(self, position: int) -> str:
        """Status of a period; "ontbreekt" when there is no figure."""
        figure = self.figures[position]
        return figure.status if figure is not None else "ontbreekt"

    @property
    def shown(self) -> list[int]:
        """Positions with a number."""
        return [position for position, value in enumerate(self.values) if value is not None]

    @property
    def hidden(self) -> bool:
        """Whether figures exist but none is shown."""
        return not self.shown and "geheim" in {self.status(position) for position in range(len(self.values))}

    def _joins(self, position: int) -> bool:
        """Whether the line runs from the period before to this one."""
        both = position > 0 and self.values[position] is not None and self.values[position - 1] is not None
        finished = both and "onvolledig" not in (self.status(position), self.status(position - 1))
        return finished and position not in self.cuts

    def point(self, position: int) -> tuple[float, float]:
        """(position, value) of a figure that is shown."""
        return float(position), float(self.values[position] or 0.0)

    @property
    def solid(self) -> list[Run]:
        """Runs of joined figures that are final."""
        runs: list[Run] = []
        for position in range(1, len(self.values)):
            if not self._joins(position) or self.status(position) == "voorlopig":
                continue
            if runs and runs[-1][-1][0] == position - 1:
                runs[-1].append(self.point(position))
            else:
                runs.append([self.point(position - 1), self.point(position)])
        return runs

    @property
    def dotted(self) -> list[Run]:
        """Steps that end in a provisional figure."""
        steps = [p for p in range(1, len(self.values)) if self._joins(p) and self.status(p) == "voorlopig"]
        return [[self.point(position - 1), self.point(position)] for position in steps]

    @property
    def styled(self) -> list[tuple[Run, str]]:
        """All runs with their classes of the style sheet."""
        classes = "eigen" if self.own else "vergelijk"
        return [(run, classes) for run in self.solid] + [(run, f"{classes} voorlopig") for run in self.dotted]

    @property
    def isolated(self) -> list[int]:
        """Finished figures that no line touches, so that they need a dot to be seen."""
        count = len(self.values)
        return [
            position
            for position in self.shown
            if self.status(position) != "onvolledig"
            and not self._joins(position)
            and not (position + 1 < count and self._joins(position + 1))
        ]
