"""Split a change of amounts into volume, price and mix.

The standard price-volume-mix analysis: the change of volume at the average price of before (Laspeyres), the change
of price of what was there both times at the volume of now (Paasche), and what is left: another mix of goods, goods
that came and goods that went.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.stats.sums import exact_sums

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


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
    volume = _part(has - had, before, had, otherwise=now - before)
    price = np.where(had > 0, np.bincount(block, weights=_dearer(goods), minlength=size), 0.0)
    change = (now - before).reshape(cells, measures).sum(axis=1)
    volume, price = (_whole(effect.reshape(cells, measures)) for effect in (volume, price))
    return Effects(volume, price, change - volume - price)


def _part(number: Ints, amount: Ints, volume: Ints, otherwise: Ints) -> Floats:
    """What `number` pieces cost when `volume` pieces cost `amount`; something else where there are none."""
    # Multiplied first: one rounding, and none at all of a product below 2**53.
    worth = number.astype(float) * amount
    return np.divide(worth, volume, out=otherwise.astype(float), where=volume > 0)


def _dearer(goods: Goods) -> Floats:
    """Of each good that was there both times, what it costs more than at the price of before."""
    at_old_price = _part(goods.volume1, goods.amount0, goods.volume0, otherwise=goods.amount1)
    return np.where(goods.volume1 > 0, goods.amount1 - at_old_price, 0.0)


def _whole(effect: Floats) -> Ints:
    # Thirds and sixths add up to just below a half in floating point; nine decimals make it a half again.
    return np.rint(np.round(effect.sum(axis=1), 9)).astype(np.int64)
