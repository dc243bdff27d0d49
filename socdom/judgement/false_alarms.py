"""How many signals to expect by chance alone: in series in which nothing is going on.

The rates are those of the simulation study (`socdom.judgement.study`). Over many series and quarters they tell how many
signals mean nothing; of a single signal they tell little.
"""

from __future__ import annotations

from collections.abc import Iterable

from socdom.judgement.model import Adjustment, Judgement, Method, Verdict
from socdom.judgement.study import FALSE_SIGNALS

_JUDGED = frozenset({Verdict.SIGNAL, Verdict.STEADY})


def false_signal_rate(judgement: Judgement) -> float:
    """Chance of a signal in the newest quarter of such a series when nothing is going on; 0 for one not judged."""
    if judgement.verdict not in _JUDGED:
        return 0.0
    # Laney's limits are those of XmR for series whose denominator hardly varies.
    method = Method.XMR if judgement.method is Method.LANEY else judgement.method
    # What few series get has no rate of its own.
    rates = FALSE_SIGNALS.get((method, judgement.adjustment), FALSE_SIGNALS[Method.XMR, Adjustment.NONE])
    quarters = _quarters(judgement)
    return rates[min(rates, key=lambda number: (abs(number - quarters), number))]


def expected_false_signals(judgements: Iterable[Judgement]) -> float:
    """How many of these series will have a signal each quarter by chance alone: the sum of their rates."""
    return sum(false_signal_rate(judgement) for judgement in judgements)


def _quarters(judgement: Judgement) -> int:
    """Quarters with a figure in the newest stretch."""
    start = judgement.stretches[-1].first if judgement.stretches else ""
    return sum(p.complete and p.value is not None and p.period >= start for p in judgement.points)
