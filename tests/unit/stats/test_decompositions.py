"""Methods that split a change: worked out by hand, and from published tables."""

from __future__ import annotations

from math import comb, isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.stats.complete_decomposition import complete_decomposition
from socdom.stats.kitagawa import kitagawa
from socdom.stats.mcnemar import chance_of_difference
from socdom.stats.medians import medians
from socdom.stats.put_back import put_back
from socdom.stats.two_proportions import chance_of_proportions

wholes = st.lists(st.integers(0, 500), min_size=3, max_size=3).filter(lambda numbers: sum(numbers) > 0)


def array(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=float)


def test_a_rate_by_hand() -> None:
    """Two groups of 100; then 50 and 150. Rates 10 % and 20 %; then 20 % and 20 %: 15 % becomes 20 %.

    Own: (0.5 + 0.25) / 2 x 10 points = 3.75. Mix: mean rates 15 and 20, mean of all 17.5, sizes -0.25 and +0.25.
    """
    found = kitagawa(array(10, 20), array(100, 100), array(10, 30), array(50, 150))
    assert found.own == pytest.approx([0.0375, 0])
    assert found.mix == pytest.approx([(0.15 - 0.175) * -0.25, (0.2 - 0.175) * 0.25])
    assert found.own.sum() + found.mix.sum() == pytest.approx(0.05)


def test_only_the_mix_changes_when_no_group_does() -> None:
    found = kitagawa(array(10, 20), array(100, 100), array(5, 30), array(50, 150))
    assert found.own == pytest.approx([0, 0])
    assert found.mix.sum() == pytest.approx(35 / 200 - 30 / 200)


@given(wholes, wholes, st.data())
def test_effects_of_rates_are_the_difference(before: list[int], now: list[int], data: st.DataObject) -> None:
    """Also when a group comes or goes."""
    part0, part1 = (array(*(data.draw(st.integers(0, number)) for number in some)) for some in (before, now))
    found = kitagawa(part0, array(*before), part1, array(*now))
    change = part1.sum() / sum(now) - part0.sum() / sum(before)
    assert isclose(found.own.sum() + found.mix.sum(), change, abs_tol=1e-9)


def test_two_factors_by_hand() -> None:
    """10 x 5 = 50 becomes 12 x 6 = 72: 2 at a mean price of 5.5, and 1 at a mean volume of 11."""
    volume, price = complete_decomposition([array(10), array(5)], [array(12), array(6)])
    assert (volume[0], price[0]) == (11, 11)


def test_three_factors_by_hand() -> None:
    """1 x 1 x 1 becomes 2 x 1 x 3: 5 more. First factor: 1/3 x 1 + 1/6 x 1 + 1/6 x 3 + 1/3 x 3 = 2."""
    found = complete_decomposition([array(1), array(1), array(1)], [array(2), array(1), array(3)])
    assert [effect[0] for effect in found] == pytest.approx([2, 0, 3])


@given(*(st.lists(st.integers(-50, 50), min_size=3, max_size=3) for _ in range(2)))
def test_effects_of_factors_are_the_change_in_any_order(before: list[int], now: list[int]) -> None:
    old, new = [array(number) for number in before], [array(number) for number in now]
    found = [effect[0] for effect in complete_decomposition(old, new)]
    assert isclose(sum(found), np.prod(now) - np.prod(before), abs_tol=1e-6)
    turned = [effect[0] for effect in complete_decomposition(old[::-1], new[::-1])]
    assert turned[::-1] == pytest.approx(found)


def test_chance_of_coming_and_going_by_counting() -> None:
    """Of eight who changed, one went: (1 + 8) of 256 ways, both sides."""
    assert chance_of_difference(7, 1) == pytest.approx(2 * 9 / 256)
    assert chance_of_difference(5, 5) == 1
    assert chance_of_difference(0, 0) == 1
    assert chance_of_difference(400, 500) == pytest.approx(2 * sum(comb(900, k) for k in range(401)) / 2**900)


def test_chance_of_two_proportions() -> None:
    """50 of 100 and 65 of 100: z = 0.15 / sqrt(0.575 x 0.425 x 0.02) = 2.146; of a normal table 0.0319."""
    assert chance_of_proportions(50, 100, 65, 100) == pytest.approx(0.0319, abs=1e-4)
    assert chance_of_proportions(0, 10, 0, 20) == 1
    assert chance_of_proportions(0, 0, 5, 20) == 1


def test_a_median_with_a_group_put_back_by_hand() -> None:
    """Before 1 2 | 9, now 5 6 | 9: with the first group put back 1 2 9, so it did 6 - 2 = 4; the other did nothing."""
    before = np.array([1, 2, 9]), np.array([0, 0, 1])
    now = np.array([5, 6, 9]), np.array([0, 0, 1])
    effects, old, new = put_back(medians, before, now, 2)
    assert (list(effects), old, new) == ([4, 0], 2, 6)
