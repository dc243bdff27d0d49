"""What an edition tells of late declarations: which quarters are incomplete, and what is expected of them.

What is expected is worked out from the amount that is shown and from what `late_coming` tells, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor, log10

import numpy as np
import pandas as pd

from socdom.disclosure.policy import SHOWN_STATUSES, Policy
from socdom.dutch import MILLIONS_FROM
from socdom.editions.expected import ExpectedRecord
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount, Declared
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.known import NUMBERS
from socdom.parameters.declaraties import Declaraties
from socdom.pipeline.late_coming import LEAST_TOLD, StillComing, rounded, whole_law

SIGNIFICANT_DIGITS = 3
INCOMPLETE = "onvolledig"
# Millions are told with one decimal.
_SHOWN_MILLIONS = 100_000.0


def with_status(
    raw: pd.DataFrame,
    indicators: Sequence[Indicator],
    coming: Sequence[StillComing],
    declaraties: Declaraties,
) -> pd.DataFrame:
    """Call a quarter incomplete in all figures of a law that its late declarations touch, until enough is in.

    A figure that a definition calls incomplete stays so.
    """
    late = pd.Series(False, index=raw.index)
    for item in coming:
        if item.percentage < declaraties.volledig_vanaf:
            touched = {indicator.id for indicator in indicators if _grows_late(indicator, item.law)}
            late |= raw["period"].eq(item.period) & raw["indicator"].isin(touched)
    shown = raw["status"].isin(SHOWN_STATUSES)
    return raw.assign(status=raw["status"].mask(late & shown, INCOMPLETE))


def without_unfinished_changes(raw: pd.DataFrame, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """Empty the changes of an incomplete quarter: less the bills to come they would read as a fall.

    The amount itself stays, with its mark; a change has no way to be shown as a part of what it becomes.
    """
    changes = {indicator.id for indicator in indicators if indicator.protection == "verschil"}
    unfinished = raw["indicator"].isin(changes) & raw["status"].eq(INCOMPLETE)
    result = raw.assign(status=raw["status"].mask(unfinished, "ontbreekt"))
    result[NUMBERS] = result[NUMBERS].mask(unfinished, np.nan)
    return result


def expected_records(
    figures: pd.DataFrame, indicators: Sequence[Indicator], coming: Sequence[StillComing], policy: Policy
) -> tuple[ExpectedRecord, ...]:
    """What the edition tells of incomplete amounts of the whole municipality that it shows, sorted.

    Args:
        figures: protected figures.
    """
    shown = figures[
        figures["area"].str.startswith("GM")
        & figures["dimension"].eq("")
        & figures["status"].eq(INCOMPLETE)
        & figures["value"].notna()
    ]
    value = {
        (indicator, period): amount
        for indicator, period, amount in zip(shown["indicator"], shown["period"], shown["value"], strict=True)
    }
    records: list[ExpectedRecord] = []
    for item in coming:
        for indicator in whole_law(indicators, item.law, Amount):
            if (amount := value.get((indicator, item.period))) is not None:
                record = _record(item, indicator, amount, policy)
                beside = whole_law(indicators, item.law, AmountPerPerson)
                records += [
                    record,
                    *(_beside(record, name) for name in beside if (name, item.period) in value),
                ]
    return tuple(sorted(records, key=lambda record: (record.indicator, record.period)))


def _record(item: StillComing, indicator: str, shown: float, policy: Policy) -> ExpectedRecord:
    final = item.final(shown)
    percentage = min(item.percentage if not final else round(100 * shown / final), 100)
    common = {"indicator": indicator, "period": item.period, "method": item.method}
    if not final or percentage < LEAST_TOLD:
        return ExpectedRecord(**common, completeness=percentage, expected=None)
    step = float(policy.amount_round_to)
    expected = rounded(final, SIGNIFICANT_DIGITS, step)
    if item.factors is None:
        return ExpectedRecord(**common, completeness=percentage, expected=expected)
    low, high = (final * factor for factor in item.factors)
    low, high = _outward(low, step, floor), _outward(high, step, ceil)
    # What is in is in; a credit that is still to come is not expected of so many bills.
    low = max(low, _outward(min(shown, expected), step, floor))
    return ExpectedRecord(
        **common, completeness=percentage, expected=expected, low=low, high=high, errors=item.errors
    )


def _outward(bound: float, step: float, towards: Callable[[float], int]) -> float:
    """A bound on the step that a reader sees, so that the bounds in a sentence are never narrower than those meant."""
    digits = 10.0 ** (floor(log10(bound)) - SIGNIFICANT_DIGITS + 1) if bound > 0 else step
    coarse = max(step, digits, _SHOWN_MILLIONS if abs(bound) >= MILLIONS_FROM else 0.0)
    return towards(round(bound) / coarse) * coarse


def _beside(record: ExpectedRecord, indicator: str) -> ExpectedRecord:
    """Of an amount per client only how complete it is: clients come in late as well."""
    empty = {"expected": None, "low": None, "high": None, "errors": 0}
    return record.model_copy(update={"indicator": indicator} | empty)


def _grows_late(indicator: Indicator, law: str) -> bool:
    """Whether late declarations of a law make a figure incomplete, as its definition says of the newest quarter."""
    measure = indicator.measure
    return (
        isinstance(measure, Declared)
        and measure.by == "service_quarter"
        and measure.selection.codes("law") == (law,)
        and indicator.every == "kwartaal"
        and indicator.incomplete > 0
    )
