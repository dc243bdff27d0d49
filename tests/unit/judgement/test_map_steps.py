"""Steps of a map: round, few, holding everything, and no finer than chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.judgement.funnel import funnel
from socdom.judgement.map_steps import MOST, MapSteps, chance_width, map_steps, steps_of
from tests.lib.wijken import EVEN, wijk_edition


@pytest.mark.parametrize(
    ("values", "decimals", "bounds"),
    [
        ([9.2, 11.0, 12.4, 13.9], 1, (9.0, 10.0, 11.0, 12.0, 13.0, 14.0)),
        ([3.0, 5.0, 9.0, 12.0], 0, (3.0, 6.0, 9.0, 12.0, 15.0)),
        ([100.0, 440.0, 990.0], 0, (0.0, 200.0, 400.0, 600.0, 800.0, 1000.0)),
        ([5.0, 5.0], 1, (5.0, 5.1)),
        ([0.0], 0, (0.0, 1.0)),
        ([], 1, ()),
    ],
)
def test_steps_are_equal_and_round(values: list[float], decimals: int, bounds: tuple[float, ...]) -> None:
    assert map_steps(values, decimals=decimals).bounds == pytest.approx(bounds)


def test_a_step_is_no_finer_than_asked() -> None:
    fine, coarse = (map_steps([9.2, 11.0, 13.9], decimals=1, least=least) for least in (0.0, 3.2))
    assert (fine.number, fine.widened) == (5, False)
    assert (coarse.bounds, coarse.widened) == ((8.0, 12.0, 16.0), True)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 100_000), min_size=1, max_size=30),
    st.integers(0, 2),
    st.floats(0, 500, allow_nan=False),
)
def test_every_value_lies_in_one_of_a_few_steps(counts: list[int], decimals: int, least: float) -> None:
    values = [count / 10**decimals for count in counts]
    steps = map_steps(values, decimals=decimals, least=least)
    widths = [high - low for low, high in zip(steps.bounds, steps.bounds[1:], strict=False)]
    assert 1 <= steps.number <= MOST
    assert max(widths) - min(widths) < 1e-6
    assert min(widths) >= least - 1e-6
    for value in values:
        at = steps.of(value)
        assert steps.bounds[at] - 1e-9 <= value < steps.bounds[at + 1] + 1e-9


def test_a_value_on_a_bound_is_of_the_step_above() -> None:
    steps = MapSteps((0.0, 5.0, 10.0))
    assert [steps.of(value) for value in (0.0, 4.9, 5.0, 9.9, 10.0)] == [0, 0, 1, 1, 1]


def test_wijken_that_differ_by_chance_alone_get_few_colours(tmp_path: Path) -> None:
    """EVEN is about 80 per 1.000 everywhere; an area of ordinary size lies within some 7 of it by chance."""
    edition = wijk_edition(tmp_path / "e", EVEN)
    found = funnel(edition, "proef")
    # By hand: rate 0,0817 and the median size of 2.750, so 1,96 × √(0,0817 / 2.750) = 0,0107 each way.
    assert chance_width(found) == pytest.approx(10.7, abs=0.6)
    values = [point.value for point in found.points]
    assert steps_of(edition.descriptions["proef"], values, found).number <= 2
    assert map_steps(values, decimals=1).number >= 3


def test_without_a_funnel_a_step_is_a_twentieth_of_an_ordinary_figure(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", EVEN[:3])
    found = funnel(edition, "proef")
    assert chance_width(found) == 0.0
    low, high, *_ = steps_of(edition.descriptions["proef"], [80.0, 80.4, 81.0], found).bounds
    assert high - low >= 4.0
