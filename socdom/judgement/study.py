"""What a simulation study found: how often a signal is chance, and how often a step is seen. Data only.

`tests/simulation` makes up series of twelve kinds, in which nothing is going on or one lasting step is, and judges each
as an edition is judged. A long test derives these tables anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from socdom.judgement.model import Adjustment, Method

QUARTERS = (8, 10, 12, 16, 20, 24)


@dataclass(frozen=True)
class Found:
    """One kind of series, as parts (0.05 is 5 of every 100).

    Attributes:
        kind: Dutch.
        false_raw, false_ours: series of 20 quarters without anything going on that have a signal in the newest quarter:
            by an XmR chart as it is, and as we judge.
        seen_raw, seen_ours, seen_locked: series with a lasting step of 2 standard deviations after 16 quarters that
            have a signal that way in one of the 4 quarters since; locked: with limits decided on before the step.
    """

    kind: str
    false_raw: float
    false_ours: float
    seen_raw: float
    seen_ours: float
    seen_locked: float


# Part of the series without anything going on whose newest quarter has a signal, by what was judged and how many
# quarters there were. Pooled over the kinds of series.
FALSE_SIGNALS: dict[tuple[Method, Adjustment], dict[int, float]] = {
    (Method.RUN_CHART, Adjustment.NONE): {10: 0.024},
    (Method.RUN_CHART, Adjustment.CHANGE): {12: 0.005},
    (Method.RUN_CHART, Adjustment.SEASON_CHANGE): {12: 0.005},
    (Method.XMR, Adjustment.NONE): {12: 0.031, 16: 0.032, 20: 0.031, 24: 0.03},
    (Method.XMR, Adjustment.SEASON): {12: 0.047, 16: 0.031, 20: 0.03, 24: 0.032},
    (Method.XMR, Adjustment.CHANGE): {16: 0.016, 20: 0.009, 24: 0.02},
    (Method.XMR, Adjustment.SEASON_CHANGE): {16: 0.026, 20: 0.005, 24: 0.005},
}

# The same, of limits that were decided on and rest on so many quarters, eight quarters later. They do not move along,
# so a mean that is off by chance stays off: a lasting change is seen sooner, and chance is taken for one more often.
LOCKED_FALSE_SIGNALS: dict[tuple[Method, Adjustment], dict[int, float]] = {
    (Method.XMR, Adjustment.NONE): {12: 0.138, 16: 0.102, 20: 0.089},
    (Method.XMR, Adjustment.SEASON): {12: 0.22, 16: 0.128, 20: 0.095},
    (Method.XMR, Adjustment.CHANGE): {12: 0.053, 16: 0.042, 20: 0.026},
    (Method.XMR, Adjustment.SEASON_CHANGE): {12: 0.125, 16: 0.087, 20: 0.036},
}

FOUND: tuple[Found, ...] = (
    Found("elk kwartaal los van het vorige", 0.01, 0.01, 0.49, 0.44, 0.69),
    Found("hetzelfde, op 5 afgerond", 0.01, 0.01, 0.5, 0.43, 0.67),
    Found("klein cijfer, op 5 afgerond", 0.05, 0.01, 0.5, 0.43, 0.64),
    Found("lijkt een beetje op het vorige kwartaal", 0.04, 0.03, 0.64, 0.45, 0.68),
    Found("lijkt op het vorige kwartaal", 0.2, 0.07, 0.78, 0.48, 0.63),
    Found("stand, lijkt een beetje op het vorige kwartaal", 0.04, 0.02, 0.64, 0.31, 0.6),
    Found("stand, lijkt op het vorige kwartaal", 0.2, 0.02, 0.78, 0.33, 0.5),
    Found("stand, lijkt sterk op het vorige kwartaal", 0.51, 0.03, 0.94, 0.81, 0.91),
    Found("met een seizoen", 0.01, 0.02, 0.12, 0.43, 0.74),
    Found("stand met een seizoen", 0.01, 0.02, 0.15, 0.23, 0.54),
    Found("telling van gemiddeld 8", 0.01, 0.0, 0.5, 0.39, 0.63),
    Found("telling van gemiddeld 30", 0.02, 0.01, 0.51, 0.48, 0.71),
)
