"""Counts that are 0 for everybody to see, because there are no inhabitants to count.

An area without inhabitants, or without any of an age, has no clients either: the public number of inhabitants says so,
and no protection can keep it. So its counts are no secret, and neither are those that can only be as large.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.attack.grid import Bools, Ints


def publicly_nobody(unknowns: pd.DataFrame, relations: pd.DataFrame, terms: pd.DataFrame) -> Bools:
    """Which unknowns follow to be 0 from public numbers alone.

    Method: begin with the rates per inhabitant that cannot exist. Where the other side of a relation is 0, what is left
    is 0 too.

    Args:
        unknowns: index 0 … n-1; columns protection, shown, low and high.
        relations, terms: of `Facts`, about all of these unknowns.
    """
    none = unknowns["protection"].eq("personen") & ~unknowns["shown"] & unknowns["high"].eq(0)
    found = none.to_numpy(copy=True)
    never_less = (unknowns["low"] >= 0).to_numpy()
    relation, unknown = terms["relation"].to_numpy(), terms["unknown"].to_numpy()
    upward = (terms["coefficient"] > 0).to_numpy()
    low, high = (relations[side].to_numpy(dtype=float) for side in ("low", "high"))
    before = -1
    while before < found.sum():
        before = found.sum()
        for side, bound in ((upward, low >= 0), (~upward, high <= 0)):
            left = ~found[unknown] & never_less[unknown]
            blocked = _counted(relation, (side & ~found[unknown]) | ~never_less[unknown], len(relations))
            follows = bound & (blocked == 0)
            found[unknown[left & follows[relation]]] = True
    return found


def _counted(relation: Ints, which: Bools, size: int) -> Ints:
    """How many terms of each relation are among these."""
    return np.bincount(relation[which], minlength=size)
