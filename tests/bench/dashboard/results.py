"""Results: what was measured of the dashboard, what beside it in the same run, and whether the target was met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np

from tests.bench.entries import Target

_FORMS = {"s": "{:.2f} s", "ms": "{:.0f} ms", "MB": "{:.0f} MB", "": "{:.0f}"}


@dataclass(frozen=True)
class Entry:
    """One line.

    Attributes:
        what: what was measured.
        size: of how much: visitors, choices, pages.
        value: of the dashboard.
        unit: "s", "ms", "MB", or "" for a number of something.
        beside: name of another way → its value in the same run.
        targets: bounds on `value`, or on `ratio`.
    """

    what: str
    size: str
    value: float
    unit: str
    beside: Mapping[str, float] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()

    @property
    def ratios(self) -> dict[str, float]:
        """Name of another way → how many times as much the dashboard took."""
        return {name: self.value / value for name, value in self.beside.items() if value}

    @property
    def ratio(self) -> float:
        """The least favourable of the ratios."""
        return max(self.ratios.values(), default=float("nan"))

    @property
    def met(self) -> bool | None:
        """Whether all targets are met; None without targets."""
        return all(target.met(getattr(self, target.of)) for target in self.targets) if self.targets else None

    def as_json(self) -> dict[str, object]:
        """Everything, with the ratios and the verdict."""
        told = {"ratios": self.ratios, "targets": [str(target) for target in self.targets], "met": self.met}
        return asdict(self) | told

    def __str__(self) -> str:
        return " | ".join(self._cells())

    def _cells(self) -> list[str]:
        beside = [
            f"{name} {_written(value, self.unit)}{_times(self.ratios.get(name))}"
            for name, value in self.beside.items()
        ]
        verdict = {None: "", True: "met", False: "NOT met"}[self.met]
        targets = ", ".join(map(str, self.targets))
        return [self.what, self.size, _written(self.value, self.unit), ", ".join(beside), targets, verdict]


def table(entries: Sequence[Entry]) -> str:
    """The entries as a table in Markdown."""
    head = ["what", "size", "socdom", "beside (how many times that socdom takes)", "target", ""]
    rows = [head, ["---"] * len(head), *(entry._cells() for entry in entries)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def median(values: Sequence[float]) -> float:
    """The middle value; no number when there is none."""
    return float(np.median(values)) if len(values) else float("nan")


def p95(values: Sequence[float]) -> float:
    """What 19 of 20 stay under; no number when there is none."""
    return float(np.percentile(values, 95)) if len(values) else float("nan")


def _written(value: float, unit: str) -> str:
    return _FORMS[unit].format(value)


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f" ({ratio:.2f}×)"
