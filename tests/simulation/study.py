"""How often a series of a world has a signal in its newest quarter: by our chain of steps, and by an XmR chart as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from socdom.judgement.model import Adjustment, Method, Verdict
from socdom.judgement.series import Series, SeriesJudgement, judge_series
from socdom.quarters import Quarter
from socdom.stats.special_causes import outside, shift, sides, trend, two_of_three
from socdom.stats.xmr import xmr_limits
from tests.simulation.worlds import Floats, World

FIRST = Quarter(2014, 1)


def quarters(number: int) -> tuple[str, ...]:
    return tuple(str(FIRST + place) for place in range(number))


def judged(world: World, values: Floats, baseline: int = 0) -> list[SeriesJudgement]:
    """Every row judged by our chain; `baseline` is how many quarters limits were decided to rest on."""
    periods = quarters(values.shape[1])
    locked = (periods[0], periods[baseline - 1]) if baseline else None
    return [
        judge_series(
            Series(
                tuple(row),
                periods,
                counts=tuple(row) if world.counting else None,
                step=world.step,
                stock=world.stock,
                baseline=locked,
            )  # fmt: skip
        )
        for row in values.tolist()
    ]


def raw(values: Floats) -> list[int]:
    """The newest quarter of every row by an XmR chart with the four rules and nothing else: 1, -1, or 0 for no signal."""
    return [_raw(row) for row in values]


def _raw(row: Floats) -> int:
    limits = xmr_limits(row)
    if not limits.reach > 0:
        return 0
    z = 3 * (row - limits.centre) / limits.reach
    marks = (outside(z), trend(row), two_of_three(z), shift(sides(row - limits.centre)))
    return next((int(mark[-1]) for mark in marks if mark[-1]), 0)


def direction(found: SeriesJudgement) -> int:
    """1 for a signal upwards, -1 downwards, 0 for none."""
    return {"omhoog": 1, "omlaag": -1}.get(found.direction or "", 0)


def part(signals: Iterable[int], wanted: int = 0) -> float:
    """Part with a signal; with `wanted` only those in that direction."""
    found = list(signals)
    return sum(item == wanted if wanted else item != 0 for item in found) / len(found)


@dataclass
class Tally:
    """Series judged and signals given, per method and adjustment."""

    judged: Counter[tuple[Method, Adjustment]]
    signals: Counter[tuple[Method, Adjustment]]

    @classmethod
    def of(cls, found: Iterable[SeriesJudgement]) -> Tally:
        tally = cls(Counter(), Counter())
        for item in found:
            if item.verdict in (Verdict.SIGNAL, Verdict.STEADY):
                tally.judged[item.method, item.adjustment] += 1
                tally.signals[item.method, item.adjustment] += item.verdict is Verdict.SIGNAL
        return tally


def draw(world: World, series: int, number: int, seed: int = 1) -> Floats:
    """Series of a world, the same ones for the same seed."""
    return world.draw(np.random.default_rng(seed), series, number)
