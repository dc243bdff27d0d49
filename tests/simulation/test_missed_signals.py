"""How often something that is going on is seen, and how soon."""

from __future__ import annotations

import numpy as np
import pytest

from tests.simulation.study import direction, draw, judged, part, raw
from tests.simulation.tables import seen
from tests.simulation.worlds import WORLDS, sloped, stepped

long = pytest.mark.long


def test_a_step_in_a_seasonal_series_is_seen_once_its_season_is_off() -> None:
    world = WORLDS["seizoen"]
    values = stepped(draw(world, 100, 20), 2 * world.spread, 4)
    assert part(raw(values), 1) < 0.05
    assert part(map(direction, judged(world, values, 16)), 1) > 0.3


def test_limits_decided_on_see_a_step_of_two_years_ago_more_often() -> None:
    world = WORLDS["los"]
    values = stepped(draw(world, 100, 20), 2 * world.spread, 8)
    as_it_is, locked = (part(map(direction, judged(world, values, baseline)), 1) for baseline in (0, 12))
    assert as_it_is > 0.3
    assert locked > as_it_is + 0.2


def test_a_jump_in_a_stock_is_seen_in_its_quarter() -> None:
    world = WORLDS["stand 0,9"]
    values = stepped(draw(world, 60, 20), 3 * world.spread, 1)
    assert part(map(direction, judged(world, values)), 1) > 0.9


# At least so many of 1.000 series of 20 quarters have a signal upwards in the newest one: step in standard deviations,
# how many quarters ago, and how many quarters limits were decided to rest on (0: not decided).
@long
@pytest.mark.parametrize(
    ("name", "height", "ago", "baseline", "least"),
    [
        ("los", 3, 1, 0, 0.25), ("los", 2, 8, 0, 0.38), ("los", 3, 8, 0, 0.70), ("los", 2, 8, 12, 0.75),
        ("afgerond", 2, 8, 0, 0.36), ("telling 30", 2, 8, 0, 0.36), ("telling 8", 2, 8, 0, 0.30),
        ("seizoen", 2, 4, 16, 0.35), ("seizoen", 2, 8, 0, 0.38), ("seizoen", 2, 4, 0, 0.18),
        ("stand 0,9", 2, 1, 0, 0.65), ("stand 0,6", 3, 1, 0, 0.45),
    ],
)  # fmt: skip
def test_a_lasting_step_is_found(name: str, height: float, ago: int, baseline: int, least: float) -> None:
    world = WORLDS[name]
    values = stepped(draw(world, 1000, 20), height * world.spread, ago)
    assert part(map(direction, judged(world, values, baseline)), 1) >= least


# What another program found: 46% of the steps of 2 standard deviations of 8 quarters ago, 0,7% of those in a season.
@long
def test_an_xmr_chart_as_it_is_finds_what_was_found_elsewhere() -> None:
    values = stepped(draw(WORLDS["los"], 3000, 20), 40, 8)
    assert part(raw(values), 1) == pytest.approx(0.46, abs=0.03)
    seasonal = stepped(draw(WORLDS["seizoen"], 3000, 20), 40, 4)
    assert part(raw(seasonal), 1) == pytest.approx(0.007, abs=0.007)


@long
def test_a_slow_rise_is_seen_in_the_end() -> None:
    world = WORLDS["los"]
    values = sloped(draw(world, 500, 24), 0.15 * world.spread)
    assert part(map(direction, judged(world, values)), 1) >= 0.35
    assert part(map(direction, judged(world, values)), -1) <= 0.01


# Half of the steps of 2 standard deviations is seen within this many quarters (the median run length), after 16 quiet ones.
@long
@pytest.mark.parametrize(
    ("name", "baseline", "most"), [("los", 16, 4), ("los", 0, 6), ("seizoen", 16, 4), ("stand 0,9", 0, 2)]
)
def test_half_of_the_steps_is_seen_soon(name: str, baseline: int, most: int) -> None:
    world = WORLDS[name]
    reached = [seen(world, 300, baseline=baseline, within=within) for within in range(1, most + 1)]
    assert np.diff(reached).min(initial=0) > -0.06  # other series each time: chance alone
    assert reached[-1] >= 0.5
