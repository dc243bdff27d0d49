"""The tables of the study that the package ships (socdom/judgement/study.py), derived anew."""

from __future__ import annotations

from collections import Counter

import numpy as np

from socdom.judgement.model import Adjustment, Method
from socdom.judgement.study import QUARTERS, Found
from tests.simulation.study import Tally, direction, draw, judged, part, raw
from tests.simulation.worlds import WORLDS, World, stepped

# Worlds as our series are. Counts of 1 or 3 are left out: they are not judged.
ORDINARY = (
    "los", "afgerond", "grof afgerond", "lijkt 0,3", "lijkt 0,6", "stand 0,3", "stand 0,6", "stand 0,9", "seizoen",
    "seizoen, stand 0,6", "telling 8", "telling 30",
)  # fmt: skip
# A method and adjustment that few series get says little about itself.
FEWEST = 0.01
STEP, BEFORE, BASELINE = 2.0, 16, 16
BASELINES, LATER = (12, 16, 20), 8

Rates = dict[tuple[Method, Adjustment], dict[int, float]]


def false_signals(series: int) -> Rates:
    """Part of the judged series without anything going on that has a signal, by what was judged and how many quarters.

    Args:
        series: number of series of each world and length.
    """
    rates: Rates = {}
    for number in QUARTERS:
        every, signals = Counter(), Counter()
        for place, name in enumerate(ORDINARY):
            tally = Tally.of(
                judged(WORLDS[name], draw(WORLDS[name], series, number, seed=100 * number + place))
            )
            every.update(tally.judged)
            signals.update(tally.signals)
        for key, count in every.items():
            if count >= FEWEST * series * len(ORDINARY):
                rates.setdefault(key, {})[number] = round(signals[key] / count, 3)
    return rates


def locked_false_signals(series: int) -> Rates:
    """The same with limits decided on, LATER quarters after them; by how many quarters they rest on."""
    rates: Rates = {}
    for number in BASELINES:
        every, signals = Counter(), Counter()
        for place, name in enumerate(ORDINARY):
            drawn = draw(WORLDS[name], series, number + LATER, seed=1000 * number + place)
            tally = Tally.of(judged(WORLDS[name], drawn, number))
            every.update(tally.judged)
            signals.update(tally.signals)
        for key, count in every.items():
            if count >= FEWEST * series * len(ORDINARY):
                rates.setdefault(key, {})[number] = round(signals[key] / count, 3)
    return rates


def found(name: str, series: int) -> Found:
    """What our chain and an XmR chart as it is find in a world, in hundredths."""
    world = WORLDS[name]
    calm = draw(world, series, 20, seed=7)
    return Found(
        world.name,
        false_raw=_hundredths(part(raw(calm))),
        false_ours=_hundredths(part(map(direction, judged(world, calm)))),
        seen_raw=_hundredths(seen(world, series, chain=False)),
        seen_ours=_hundredths(seen(world, series)),
        seen_locked=_hundredths(seen(world, series, baseline=BASELINE)),
    )


def seen(world: World, series: int, *, chain: bool = True, baseline: int = 0, within: int = 4) -> float:
    """Part of the series with a step of STEP standard deviations upwards that has a signal upwards within so many quarters.

    The step comes after BEFORE quarters; every quarter since is judged as the newest.
    """
    values = stepped(draw(world, series, BEFORE + within, seed=8), STEP * world.spread, within)
    caught = np.zeros(series, dtype=bool)
    for number in range(BEFORE + 1, BEFORE + within + 1):
        so_far = values[:, :number]
        marks = map(direction, judged(world, so_far, baseline)) if chain else raw(so_far)
        caught |= np.array(list(marks)) == 1
    return float(caught.mean())


def _hundredths(part_found: float) -> float:
    return round(part_found, 2)
