"""What is still to come of the declarations of a law: the only place where rows and what is told of it meet.

Of the rows only three things leave this module, for the whole of a law: the part that is in at this age as a whole
percentage, what the allocated help would cost in two digits, and how far earlier estimates were off in whole
percentages. They are told as of a day that `late_told` chooses, so that the bills of few clients change none of them.
See docs/volledigheid.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from socdom.disclosure.policy import Policy
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import CENTS_PER_EURO, Amount, Declared
from socdom.measures.late_amounts import LateAmounts, Then, late_amounts
from socdom.measures.late_estimate import (
    FEWEST_ERRORS,
    KNOWN_AFTER,
    LAST_QUARTERS,
    Method,
    estimate,
    past_errors,
)
from socdom.measures.selection import Selection
from socdom.parameters.declaraties import Declaraties
from socdom.pipeline.late_told import few_behind_growth, told_as_of
from socdom.quarters import Quarter
from socdom.stats.bornhuetter_ferguson import bornhuetter_ferguson
from socdom.stats.past_errors import interval
from socdom.tables import Tables, as_known_on

LAWS = ("wmo", "jeugd")
LEVEL = 0.8
DIGITS_OF_PRIOR = 2
# Of less than this percentage the rest cannot be told from what is in.
LEAST_TOLD = 10


@dataclass(frozen=True)
class StillComing:
    """What is known of the declarations of a law about one quarter that are still to come; safe to leave the rows.

    Attributes:
        law: as in `declarations.law`.
        percentage: part of the final amount that is in at this age, as earlier quarters grew; whole, at most 100.
        prior: euros that the allocated help would cost, two digits; 0 for the chain ladder.
        factors: bounds of outcome / estimate in whole percentages; None with too few past errors.
        errors: number of past errors behind them.
    """

    law: str
    period: str
    percentage: int
    prior: float
    method: Method
    factors: tuple[float, float] | None
    errors: int

    def final(self, shown: float) -> float | None:
        """The final amount, from the amount as it is shown; None when it cannot be told."""
        if self.percentage < LEAST_TOLD or shown <= 0:
            return None
        part = self.percentage / 100
        if self.method == "bornhuetter_ferguson":
            return bornhuetter_ferguson(shown, part, self.prior)
        return shown / part


def still_coming(
    tables: Tables,
    indicators: Sequence[Indicator],
    first: Mapping[str, Quarter],
    last: Quarter,
    as_of: date,
    declaraties: Declaraties,
    policy: Policy,
    *,
    released: Sequence[date] = (),
    earlier: Callable[[date], Sequence[Then]] = lambda _: (),
) -> tuple[StillComing, ...]:
    """Of every law that has an amount by quarter of help: its newest quarters, as far as they can be estimated.

    Args:
        tables: of the run, also what became known after `as_of`: it takes no part in what is told.
        indicators: of the run.
        first: law → first quarter of which its declarations are complete.
        last: quarter of the edition.
        as_of: day up to which the edition counts.
        declaraties: breaks in invoicing.
        policy: of how many clients the bills behind it must be.
        released: days up to which earlier releases counted.
        earlier: what deliveries of a day and before held, see `late_vintages`.
    """
    found: list[StillComing] = []
    for law in (law for law in LAWS if whole_law(indicators, law, Amount)):
        lines = tables.declarations[tables.declarations["law"].eq(law)]
        known: dict[date, LateAmounts] = {}
        for age in range(KNOWN_AFTER + 1):
            day = told_as_of(lines, last - age, as_of, released, policy)
            # What was told before this quarter was over, is not about it.
            if day is None or day <= last.end:
                continue
            if day not in known:
                then = as_known_on(tables, day)
                known[day] = law_amounts(then, law, first[law], last, day, declaraties, earlier(day))
            if not few_behind_growth(lines, last, age, day, LAST_QUARTERS, policy):
                found += _of_age(known[day], law, last, age)
    return tuple(found)


def first_of_laws(first: Quarter, later_starts: Mapping[tuple[str, str], Quarter]) -> dict[str, Quarter]:
    """Law → first quarter of which its declarations are complete.

    Args:
        first: of the run.
        later_starts: table and law ("" for all) → first quarter it is complete for, where that is later.
    """
    return {
        law: max(first, *(later_starts.get(("declarations", which), first) for which in (law, "")))
        for law in LAWS
    }


def law_amounts(
    tables: Tables,
    law: str,
    first: Quarter,
    last: Quarter,
    as_of: date,
    declaraties: Declaraties,
    earlier: Sequence[Then] = (),
) -> LateAmounts:
    """The triangles of a law, from the last break in invoicing on."""
    breaks = [Quarter.parse(item.vanaf) for item in declaraties.breuken if item.wet == law]
    from_quarter = min(max([first, *(item for item in breaks if item <= last)]), last)
    return late_amounts(tables, Selection("declarations", {"law": law}), from_quarter, last, as_of, earlier)


def whole_law(indicators: Sequence[Indicator], law: str, kind: type[Declared]) -> list[str]:
    """Ids of the quarterly indicators of this kind about all declarations of a law by quarter of help."""
    chosen = Selection("declarations", {"law": law})
    return [
        item.id
        for item in indicators
        if isinstance(item.measure, kind)
        and item.measure.by == "service_quarter"
        and item.measure.selection == chosen
        and item.every == "kwartaal"
        and item.per is None
    ]


def rounded(value: float, digits: int, step: float = 1.0) -> float:
    """A number above zero to so many digits, and to a multiple of the step; a half goes up."""
    coarse = max(step, 10.0 ** (floor(log10(value)) - digits + 1)) if value > 0 else step
    return floor(value / coarse + 0.5) * coarse


def _of_age(late: LateAmounts, law: str, last: Quarter, age: int) -> list[StillComing]:
    """What is told of the quarter of an age; nothing where there is no estimate."""
    expected = estimate(late, age)
    if expected is None or expected.usual <= 0:
        return []
    errors = past_errors(late, age)
    with_prior = expected.method == "bornhuetter_ferguson"
    return [
        StillComing(
            law=law,
            period=str(last - age),
            percentage=min(round(100 * expected.usual_part), 100),
            prior=rounded(expected.usual / CENTS_PER_EURO, DIGITS_OF_PRIOR) if with_prior else 0.0,
            method=expected.method,
            factors=_outward(interval(errors, LEVEL)) if len(errors) >= FEWEST_ERRORS else None,
            errors=len(errors),
        )
    ]


def _outward(factors: tuple[float, float]) -> tuple[float, float]:
    low, high = factors
    return floor(100 * low) / 100, ceil(100 * high) / 100
