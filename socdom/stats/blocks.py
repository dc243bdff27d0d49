"""Cut many rows into blocks that fit in the cache of a processor, with all rows of a unit in one block."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Found = TypeVar("Found")

# Rows of a block: with a few columns of eight bytes they stay within a cache of a megabyte or so.
BLOCK = 2**16
_MOST = 2**8
# More than a few are of no use: the rows come from one memory.
_THREADS = 4
# An odd number without pattern: the highest bits of the product depend on all bits of the unit.
_SCATTER = np.uint64(0x9E3779B97F4A7C15)


def blocks(unit: Ints, size: int = BLOCK) -> Iterator[slice | Ints]:
    """Positions of the rows of each block, which together are all rows.

    Args:
        unit: of each row, any int64. Rows in order of their unit are cut without being moved.
        size: about how many rows a block has; more when there are over 256 blocks, or many of one unit.
    """
    if len(unit) <= 2 * size:
        yield slice(None)
    elif (unit[1:] >= unit[:-1]).all():
        yield from _cut(unit, size)
    else:
        yield from _scattered(unit, size)


def _cut(unit: Ints, size: int) -> Iterator[slice]:
    """Of sorted rows: from the first row of a unit up to the first of a later one."""
    start = 0
    while start < len(unit):
        stop = start + size
        if stop < len(unit):
            stop = int(np.searchsorted(unit, unit[stop], side="left"))
        if stop <= start:  # one unit fills the block
            stop = int(np.searchsorted(unit, unit[start], side="right"))
        yield slice(start, min(stop, len(unit)))
        start = stop


def _scattered(unit: Ints, size: int) -> Iterator[Ints]:
    bits = max(1, min(_MOST, len(unit) // size).bit_length() - 1)
    mixed = unit.view(np.uint64) * _SCATTER
    mixed >>= np.uint64(64 - bits)
    # A stable sort of single bytes is a radix sort: it takes one pass.
    block = mixed.astype(np.uint8)
    order = np.argsort(block, kind="stable")
    edges = np.cumsum(np.bincount(block, minlength=2**bits))
    for start, stop in zip(np.r_[0, edges[:-1]], edges, strict=True):
        yield order[start:stop]


def side_by_side(work: Callable[[slice | Ints], Found], parts: Sequence[slice | Ints]) -> list[Found]:
    """Do the blocks in threads: the sorting and adding go on at the same time, because numpy lets go of Python."""
    if len(parts) == 1:
        return [work(parts[0])]
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
        return list(pool.map(work, parts))
