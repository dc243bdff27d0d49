"""How many signals to expect by chance alone: in series in which nothing is going on.

The rates are those of the simulation study (`socdom.judgement.study`). Over many series and quarters they tell how many
signals mean nothing; of a single signal they tell little.
"""

from __future__ import annotations

from collections.abc import Iterable

from socdom.judgement.model import JUDGED, Adjustment, Judgement, Method
from socdom.judgement.study import FALSE_SIGNALS, LOCKED_FALSE_SIGNALS


def false_signal_rate(judgement: Judgement) -> float:
    """Chance of a signal in the newest quarter of such a series when nothing is going on; 0 for one not judged."""
    if judgement.verdict not in JUDGED:
        return 0.0
    # Laney's limits are those of XmR for series whose denominator hardly varies.
    method = Method.XMR if judgement.method is Method.LANEY else judgement.method
    decided = judgement.stretches[-1].baseline if judgement.stretches else None
    table = FALSE_SIGNALS if decided is None else LOCKED_FALSE_SIGNALS
    # What few series get has no rate of its own.
    rates = table.get((method, judgement.adjustment), table[Method.XMR, Adjustment.NONE])
    start, end = (decided.first, decided.last) if decided else (_start(judgement), judgement.until)
    quarters = sum(p.complete and p.value is not None and start <= p.period <= end for p in judgement.points)
    return rates[min(rates, key=lambda number: (abs(number - quarters), number))]


def expected_false_signals(judgements: Iterable[Judgement]) -> float:
    """How many of these series will have a signal each quarter by chance alone: the sum of their rates."""
    return sum(false_signal_rate(judgement) for judgement in judgements)


def _start(judgement: Judgement) -> str:
    """First quarter of the newest stretch."""
    return judgement.stretches[-1].first if judgement.stretches else ""
