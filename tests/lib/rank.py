"""Which linear relations hold in all rows of a table of whole numbers; exact, in arithmetic modulo a prime."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_PRIME = 2**31 - 1


def reduced(matrix: Ints) -> tuple[Ints, list[int]]:
    """Reduced row echelon form, and the columns of its pivots."""
    rows, pivots = matrix.astype(np.int64) % _PRIME, []
    for column in range(rows.shape[1]):
        found = np.flatnonzero(rows[len(pivots) :, column])
        if not len(found):
            continue
        here, there = len(pivots), len(pivots) + found[0]
        rows[[here, there]] = rows[[there, here]]
        rows[here] = rows[here] * pow(int(rows[here, column]), _PRIME - 2, _PRIME) % _PRIME
        others = np.flatnonzero(rows[:, column])
        others = others[others != here]
        rows[others] = (rows[others] - rows[others, column][:, None] * rows[here] % _PRIME) % _PRIME
        pivots.append(column)
    return rows[: len(pivots)], pivots


def relations_of(table: Ints) -> Ints:
    """A basis of the relations: each row a coefficient per column, with a sum of 0 in every row of the table."""
    rows, pivots = reduced(table)
    free = [column for column in range(table.shape[1]) if column not in set(pivots)]
    basis = np.zeros((len(free), table.shape[1]), dtype=np.int64)
    for number, column in enumerate(free):
        basis[number, column] = 1
        basis[number, pivots] = -rows[:, column] % _PRIME
    return basis


def outside(vectors: Ints, span: Ints) -> Ints:
    """What is left of the vectors that are no combination of the rows of `span`, as signed coefficients."""
    rows, pivots = reduced(span)
    left = vectors % _PRIME
    for row, column in zip(rows, pivots, strict=True):
        left = (left - left[:, column][:, None] * row % _PRIME) % _PRIME
    left, _ = reduced(left)
    return np.where(left > _PRIME // 2, left - _PRIME, left)
