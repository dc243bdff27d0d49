"""Results of the bench: what was measured, beside what, and whether the target was met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from tests.bench.alone import Run


@dataclass(frozen=True)
class Target:
    """A bound on a ratio, on seconds or on megabytes.

    Attributes:
        of: name of the field of an entry.
        at_most, at_least: the bound; one of the two.
    """

    of: str
    at_most: float | None = None
    at_least: float | None = None

    def met(self, value: float) -> bool:
        """Whether a value is within the bound."""
        return (self.at_most is None or value <= self.at_most) and (
            self.at_least is None or value >= self.at_least
        )

    def __str__(self) -> str:
        sign, bound = ("≤", self.at_most) if self.at_least is None else ("≥", self.at_least)
        return f"{self.of} {sign} {bound:g}"


@dataclass(frozen=True)
class Entry:
    """One line.

    Attributes:
        what: the question and who answers it.
        size: number of provisions; of the attack, of quarters; of a quarter, of steps; of documents, of documents.
        seconds, megabytes: what it took; megabytes of the whole process, with those it started.
        beside: what it is compared with in the same run, "" for nothing.
        beside_seconds, beside_megabytes: what that took.
        ratio: how many times as long as the other (`slower`), or how many times as quick.
        targets: bounds.
    """

    what: str
    size: int
    seconds: float
    megabytes: float
    beside: str = ""
    beside_seconds: float | None = None
    beside_megabytes: float | None = None
    ratio: float | None = None
    targets: tuple[Target, ...] = ()

    @property
    def met(self) -> bool | None:
        """Whether all targets are met; None without targets."""
        return all(target.met(getattr(self, target.of)) for target in self.targets) if self.targets else None

    def as_json(self) -> dict[str, object]:
        """Everything, with the verdict."""
        return asdict(self) | {"targets": [str(target) for target in self.targets], "met": self.met}


def quicker(what: str, size: int, run: Run, beside: str, other: Run, *targets: Target) -> Entry:
    """`run` beside a way that should take longer; the ratio is how many times as long the other took."""
    return _compared(what, size, run, beside, other, other.seconds / run.seconds, targets)


def slower(what: str, size: int, run: Run, beside: str, other: Run, *targets: Target) -> Entry:
    """`run` beside something that is only a part of the work; the ratio is how many times as long `run` took."""
    return _compared(what, size, run, beside, other, run.seconds / other.seconds, targets)


def _compared(
    what: str, size: int, run: Run, beside: str, other: Run, ratio: float, targets: tuple[Target, ...]
) -> Entry:
    return Entry(
        what, size, run.seconds, run.megabytes, beside, other.seconds, other.megabytes, ratio, targets
    )


_COLUMNS: dict[str, Callable[[Entry], str]] = {
    "what": lambda entry: entry.what,
    "rows": lambda entry: f"{entry.size:,}".replace(",", "."),
    "seconds": lambda entry: f"{entry.seconds:.2f}",
    "MB": lambda entry: f"{entry.megabytes:.0f}",
    "beside": lambda entry: entry.beside,
    "seconds ": lambda entry: "" if entry.beside_seconds is None else f"{entry.beside_seconds:.2f}",
    "MB ": lambda entry: "" if entry.beside_megabytes is None else f"{entry.beside_megabytes:.0f}",
    "ratio": lambda entry: "" if entry.ratio is None else f"{entry.ratio:.1f}",
    "target": lambda entry: ", ".join(map(str, entry.targets)),
    "": lambda entry: {None: "", True: "met", False: "NOT met"}[entry.met],
}


def table(entries: Sequence[Entry]) -> str:
    """The entries as a table in Markdown."""
    rows = [list(_COLUMNS), *([write(entry) for write in _COLUMNS.values()] for entry in entries)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_COLUMNS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
