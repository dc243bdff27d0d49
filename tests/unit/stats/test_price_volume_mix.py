"""The split of a change into volume, price and mix: by hand, and against exact fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.price_volume_mix import Goods, price_volume_mix

Row = tuple[int, int, int, int, int, int]


def goods(*rows: Row) -> Goods:
    """Rows of (cell, measure, amount0, amount1, volume0, volume1)."""
    columns = zip(*rows, strict=True) if rows else [()] * 6
    return Goods(*(np.array(column, dtype=np.int64) for column in columns))


def effects(*rows: Row) -> tuple[int, int, int]:
    found = price_volume_mix(goods(*rows), 1)
    return found.volume.item(), found.price.item(), found.mix.item()


def test_only_more() -> None:
    assert effects((0, 0, 1000, 1500, 10, 15)) == (500, 0, 0)


def test_only_dearer() -> None:
    assert effects((0, 0, 1000, 1200, 10, 10)) == (0, 200, 0)


def test_both_dearer_and_more_counts_the_price_on_the_new_volume() -> None:
    # 5 more at 100 is 500; 15 that are 20 dearer each is 300.
    assert effects((0, 0, 1000, 1800, 10, 15)) == (500, 300, 0)


def test_from_cheap_to_dear_help_is_mix() -> None:
    # As many hours as before at the same prices, but now all of the dear kind: 10 hours of 300 in place of 10 of 100.
    assert effects((0, 0, 1000, 0, 10, 0), (0, 0, 3000, 6000, 10, 20)) == (0, 0, 2000)


def test_what_is_new_in_a_measure_that_was_there_counts_at_the_old_average() -> None:
    # 10 hours more at the average of 100; that the new help costs 150 is mix, for it had no price before.
    assert effects((0, 0, 1000, 1000, 10, 10), (0, 0, 0, 1500, 0, 10)) == (1000, 0, 500)


def test_a_measure_that_was_not_there_is_volume() -> None:
    assert effects((0, 1, 0, 700, 0, 7)) == (700, 0, 0)


def test_a_measure_of_which_more_was_taken_back_than_given_has_no_price() -> None:
    assert effects((0, 0, -300, 500, -3, 5)) == (800, 0, 0)


def test_measures_are_not_mixed() -> None:
    # Hours get dearer and days more numerous.
    assert effects((0, 0, 1000, 1100, 10, 10), (0, 1, 400, 800, 2, 4)) == (400, 100, 0)


def test_rounding_leaves_the_sum_exact() -> None:
    # A third and two thirds of a cent.
    volume, price, mix = effects((0, 0, 100, 134, 3, 4))
    assert (volume, price) == (33, 1)
    assert volume + price + mix == 34


numbers = st.integers(-60, 60)
rows = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 1), numbers, numbers, numbers, numbers), max_size=8
)


@settings(max_examples=300, deadline=None)
@given(rows)
def test_against_fractions(drawn: list[Row]) -> None:
    found = price_volume_mix(goods(*drawn), 3)
    for cell in range(3):
        volume = price = Fraction(0)
        mine = [row for row in drawn if row[0] == cell]
        for measure in (0, 1):
            of = [row for row in mine if row[1] == measure]
            a0, a1, q0, q1 = (sum(row[place] for row in of) for place in (2, 3, 4, 5))
            if q0 <= 0:
                volume += a1 - a0
                continue
            volume += Fraction((q1 - q0) * a0, q0)
            price += sum(
                row[5] * (Fraction(row[3], row[5]) - Fraction(row[2], row[4]))
                for row in of
                if row[4] > 0 and row[5] > 0
            )
        change = sum(row[3] - row[2] for row in mine)
        assert (found.volume[cell], found.price[cell]) == (round(volume), round(price))
        assert found.volume[cell] + found.price[cell] + found.mix[cell] == change


def test_a_half_goes_the_same_way_in_any_order() -> None:
    # The old prices leave sixths and quarters; together the dearer goods cost exactly a half more than a whole number.
    amount0 = (444544807, 937896188, 805645495, 565204080, 564837145, 90366588)
    amount1 = (592126200, 824660778, 406388192, 909132495, 548725558, 331928705)
    volume0, volume1 = (1, 6, 6, 6, 4, 1), (1, 2, 5, 3, 4, 4)
    lines = [(0, 0, *one) for one in zip(amount0, amount1, volume0, volume1, strict=True)]
    assert {effects(*order)[1] for order in permutations(lines)} == {975508276}  # of 975.508.275,5


def test_an_effect_beyond_64_bits_is_refused() -> None:
    with pytest.raises(OverflowError):
        price_volume_mix(goods((0, 0, 2**40, 1, 1, 2**40)), 1)


def test_amounts_that_could_lose_a_cent_are_refused() -> None:
    with pytest.raises(OverflowError, match="summed exactly"):
        price_volume_mix(goods((0, 0, 2**53, 1, 1, 1)), 1)
