"""Split a change of amounts into volume, price and mix.

The standard price-volume-mix analysis: the change of volume at the average price of before (Laspeyres), the change
of price of what was there both times at the volume of now (Paasche), and what is left: another mix of goods, goods
that came and goods that went.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from socdom.stats.sums import exact_sums

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Effects:
    """Effects in whole units of the amounts; volume + price + mix is the change, exactly. Shape (cells,)."""

    volume: Ints
    price: Ints
    mix: Ints


@dataclass(frozen=True)
class Goods:
    """One row for each good of a cell, before and now; what is absent is zero.

    Attributes:
        cell: ≥ 0.
        measure: ≥ 0; volumes of one measure may be added up, those of two may not.
        amount0, amount1: before and now, whole units.
        volume0, volume1: before and now, in the measure.
    """

    cell: Ints
    measure: Ints
    amount0: Ints
    amount1: Ints
    volume0: Ints
    volume1: Ints


def price_volume_mix(goods: Goods, cells: int) -> Effects:
    """Effects per cell.

    Per measure: volume = (Q1 - Q0) · A0 / Q0, or the whole change A1 - A0 where Q0 ≤ 0; price = the sum over goods
    with q0 > 0 and q1 > 0 of a1 - q1 · a0 / q0 where Q0 > 0, else nothing. Both are summed over the measures and
    rounded to whole units (a half to the even one); mix is the remainder.

    Args:
        goods: of all cells.
        cells: number of cells.

    Raises:
        OverflowError: amounts or volumes are too large to be summed exactly.
    """
    measures = int(goods.measure.max()) + 1 if len(goods.measure) else 1
    block, size = goods.cell * measures + goods.measure, cells * measures
    before, now = exact_sums(block, goods.amount0, size), exact_sums(block, goods.amount1, size)
    had, has = exact_sums(block, goods.volume0, size), exact_sums(block, goods.volume1, size)
    there = had > 0
    more = np.where(there, has - had, 1), np.where(there, before, now - before), np.where(there, had, 1)
    volume = [round(worth) for worth in _worth(np.arange(size) // measures, *more, cells)]
    both = there[block] & (goods.volume0 > 0) & (goods.volume1 > 0)
    cell, old_price = goods.cell[both], (goods.amount0[both], goods.volume0[both])
    at_old_price = _worth(cell, goods.volume1[both], *old_price, cells)
    paid = exact_sums(cell, goods.amount1[both], cells).tolist()
    price = [round(now - then) for now, then in zip(paid, at_old_price, strict=True)]
    change = (now - before).reshape(cells, measures).sum(axis=1).tolist()
    mix = [whole - sum(parts) for whole, *parts in zip(change, volume, price, strict=True)]
    return Effects(*(np.array(effect, dtype=np.int64) for effect in (volume, price, mix)))


def _worth(cell: Ints, number: Ints, amount: Ints, volume: Ints, cells: int) -> list[Fraction]:
    """What `number` pieces cost when `volume` pieces cost `amount`, added up per cell.

    In fractions: in floating point the order of the goods, which differs when persons are counted in parts, would
    decide which way a half goes.
    """
    total = [Fraction(0)] * cells
    columns = (array.tolist() for array in (cell, number, amount, volume))
    for place, pieces, paid, of_pieces in zip(*columns, strict=True):
        total[place] += Fraction(pieces * paid, of_pieces)
    return total
