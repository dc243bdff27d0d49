"""What a report on a delivery holds. Its counts are not protected: it stays in the person-level zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

from socdom.errors import Fault

Outcome = Literal["goed", "goed met opmerkingen", "afgekeurd"]
GOOD: Outcome = "goed"
REMARKS: Outcome = "goed met opmerkingen"
REFUSED: Outcome = "afgekeurd"
_ORDER: tuple[Outcome, ...] = (GOOD, REMARKS, REFUSED)


def worst(outcomes: list[Outcome]) -> Outcome:
    """The heaviest outcome; good without any."""
    return max(outcomes, key=_ORDER.index, default=GOOD)


@dataclass(frozen=True)
class Finding:
    """Something that stands out.

    Attributes:
        outcome: what it means: told (REMARKS), or no figures can be made (REFUSED).
        delivery: name of the delivery ("clienten"); "" when it is about several.
        place: file, and column, as the user knows it.
        rule: what was found, a Dutch sentence part for the analyst.
        remedy: what to do, one Dutch sentence.
        note: Dutch sentence for readers of the figures, safe to publish; "" when there is nothing to tell them.
        together: the deliveries whose outcome it decides, when it is about several.
    """

    outcome: Outcome
    delivery: str
    place: str
    rule: str
    remedy: str = ""
    note: str = ""
    together: tuple[str, ...] = ()

    @property
    def fault(self) -> Fault:
        """The finding as a fault, to refuse with or to show."""
        return Fault(self.place, self.rule, remedy=self.remedy)


@dataclass(frozen=True)
class ColumnCounts:
    """Counts of a column, in rows.

    Attributes:
        header: name in the file.
        missing: empty where that is allowed.
        wrong: could not be read as what it should be.
        unknown: a code that is on no list.
        codes: those codes with their rows, most first: only short ones that occur often enough to be about nobody.
    """

    header: str
    missing: int
    wrong: int
    unknown: int = 0
    codes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class DeliveryCounts:
    """What came in of one delivery.

    Attributes:
        delivery: its name.
        files: what its supplier calls it.
        rows: rows delivered.
        left_out: rows of it that are left out, because something in them is wrong.
        first, last: quarters it covers, as "2020Q4"; "" without rows. A few stray rows do not count.
        newest: newest day that is not after today; None for counts per quarter.
        columns: counts per column.
        doubles: rows that are the same as an earlier one in all but their own number.
        orphans: rows of persons who are not among the clients.
        without_provision: declarations of a provision that was not delivered.
        before: rows of the delivery before this one; None when there is none.
        quarter_rows, year_before: rows of the quarter that was asked for, and of that a year earlier.
        per_quarter: quarter → rows, oldest first.
        notes: how it was read.
    """

    delivery: str
    files: tuple[str, ...]
    rows: int
    left_out: int = 0
    first: str = ""
    last: str = ""
    newest: date | None = None
    columns: tuple[ColumnCounts, ...] = ()
    doubles: int = 0
    orphans: int = 0
    without_provision: int = 0
    before: int | None = None
    quarter_rows: int = 0
    year_before: int | None = None
    per_quarter: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeliveryReport:
    """The report on a delivery.

    Attributes:
        quarter: the quarter it was judged for, as "2020Q4".
        asked: somebody asked for that quarter; else it is the last one that has ended.
        today: the day on which it was judged.
        previous: the day on which the delivery before this one came in; None when this is the first.
        deliveries: counts, in the order of `delivery_spec.FILES`.
        findings: what stands out, refusals first.
        faults: faults in rows that are left out.
        refused: faults for which the delivery is refused, without those that a finding says at once.
    """

    quarter: str
    asked: bool
    today: date
    previous: date | None
    deliveries: tuple[DeliveryCounts, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    refused: tuple[Fault, ...]

    @property
    def refusing(self) -> tuple[Fault, ...]:
        """Everything for which the delivery is refused; empty when figures can be made of it."""
        return (*(found.fault for found in self.findings if found.outcome == REFUSED), *self.refused)

    @property
    def outcome(self) -> Outcome:
        """The outcome of all together."""
        return REFUSED if self.refusing else worst([found.outcome for found in self.findings])

    def outcome_of(self, delivery: str) -> Outcome:
        """The outcome of one delivery."""
        files = next((one.files for one in self.deliveries if one.delivery == delivery), ())
        if any(
            fault.place == name or fault.place.startswith(f"{name},")
            for fault in self.refused
            for name in files
        ):
            return REFUSED
        return worst(
            [found.outcome for found in self.findings if delivery in (found.delivery, *found.together)]
        )

    def as_dict(self) -> dict[str, Any]:
        """The report as values that JSON knows; days as "2020-12-31"."""
        plain = _plain(asdict(self))
        for one in plain["deliveries"]:
            one["outcome"] = self.outcome_of(one["delivery"])
        return {"outcome": self.outcome, **plain}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
