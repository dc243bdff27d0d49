"""What the engine makes of a few made-up rows, to be held against a count by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from socdom import dutch
from socdom.errors import DefinitionError, Fault
from socdom.measures.indicator import Indicator
from socdom.workbench.alone import figures, whole
from socdom.workbench.example import Example

_NONE = "geen"
_DECIMALS = 2

# Period → number; None where there is no figure.
ByPeriod = dict[str, float | None]


def counted(indicator: Indicator, span: str, rows: Mapping[str, str]) -> ByPeriod:
    """The number of each period of a table of rows as `socdom.workbench.Example.of` takes them.

    A count is not divided by inhabitants: in the example nobody else lives there. Numbers have at most two decimals.
    """
    example = Example.of(span, **rows)
    asked = replace(indicator, per=None, group_by=())
    found = whole(figures(example.rows_read.tables, asked, example.quarters, example.rows_read.open_data))
    return {row.period: _number(row.value) for row in found.itertuples()}


def read_by_hand(text: str, periods: Sequence[str]) -> ByPeriod:
    """A count by hand as somebody types it: a number for each period, in order ("1 2 0 geen").

    Raises:
        DefinitionError: not as many numbers as periods, or something that is no number.
    """
    words = text.replace(";", " ").split()
    if len(words) != len(periods) or not all(_is_number(word) for word in words):
        rule = f"voor elke periode één getal, dus {len(periods)}, gevonden: {text!r}"
        remedy = (
            f"Schrijf ze achter elkaar, van {periods[0]} tot en met {periods[-1]}; {_NONE} is geen cijfer."
        )
        raise DefinitionError(Fault("telling", rule, remedy=remedy))
    return {period: _typed(word) for period, word in zip(periods, words, strict=True)}


def require_same(engine: ByPeriod, by_hand: ByPeriod) -> None:
    """Refuse a definition that does not count what somebody counted by hand.

    Raises:
        DefinitionError: each period that differs.
    """
    faults = [
        Fault(
            f"telling, {period}",
            f"u telde {_told(by_hand[period])}, de definitie telt {_told(number)}",
            remedy="Tel de rijen nog een keer na, of verander de definitie.",
        )
        for period, number in engine.items()
        if by_hand[period] != number
    ]
    if faults:
        raise DefinitionError(faults)


def _number(value: float) -> float | None:
    if math.isnan(value):
        return None
    rounded = round(value, _DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def _typed(word: str) -> float | None:
    return None if word == _NONE else _number(float(word.replace(",", ".")))


def _is_number(word: str) -> bool:
    plain = word.lstrip("-").replace(",", ".", 1)
    return word == _NONE or plain.replace(".", "", 1).isdigit()


def _told(value: float | None) -> str:
    if value is None:
        return _NONE
    return dutch.number(value, 0 if value == int(value) else _DECIMALS)
