"""Tables under another key of the pseudonyms: whoever is in the present delivery is still the same person after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.sources.delivery_spec import FILES
from socdom.sources.pseudonyms import pseudonyms
from socdom.tables.model import COLUMNS, PERSON_TABLES, Tables

Ints = NDArray[np.int64]
# Kind of identifier → the number each had, in order, and the number it gets.
Numbers = Mapping[str, tuple[Ints, Ints]]

# Column of a table → the kind of identifier in it.
KINDS: dict[str, str] = {
    column.name: column.identifies for spec in FILES for column in spec.columns if column.identifies
}
_LAPSED = " vervallen"


def numbers_between(identifiers: Mapping[str, pd.Series], old_key: bytes, new_key: bytes) -> Numbers:
    """The numbers that identifiers have under one key and under the next.

    Args:
        identifiers: kind ("person") → distinct texts, as they are hashed; from `supply.identifiers`.
    """
    found = {}
    for kind, texts in identifiers.items():
        old, new = (pseudonyms(texts, key, kind).to_numpy() for key in (old_key, new_key))
        order = np.argsort(old)
        found[kind] = (old[order], new[order])
    return found


def rekey(tables: Tables, numbers: Numbers, new_key: bytes) -> Tables:
    """The same tables with the numbers of another key.

    An identifier that is in the tables and not in `numbers` cannot be hashed anew, for its text is known nowhere. Its
    number is hashed instead: the rows of one person stay together, but when the person comes back later that is
    somebody else.

    Args:
        tables: with numbers of the old key.
        numbers: of `numbers_between`.
        new_key: the other key.
    """
    changed = {}
    for name, columns in COLUMNS.items():
        own = [column for column in columns if column in KINDS]
        if own:
            table = getattr(tables, name)
            changed[name] = table.assign(
                **{column: _renumbered(table[column], numbers, new_key) for column in own}
            )
    return replace(tables, **changed)


def lapsed(tables: Tables, numbers: Numbers) -> tuple[int, int]:
    """How many persons are in the tables and not in `numbers`, and how many are in the tables."""
    persons = np.unique(np.concatenate([getattr(tables, name)["person"] for name in PERSON_TABLES]))
    return len(np.setdiff1d(persons, _pair(numbers, "person")[0])), len(persons)


def _renumbered(column: pd.Series, numbers: Numbers, new_key: bytes) -> Ints:
    kind = KINDS[str(column.name)]
    old, new = _pair(numbers, kind)
    distinct, places = np.unique(column.to_numpy(), return_inverse=True)
    missing = ~np.isin(distinct, old)
    result = distinct.copy()
    result[~missing] = new[np.searchsorted(old, distinct[~missing])]
    gone = pd.Series(distinct[missing]).astype("str")
    result[missing] = pseudonyms(gone, new_key, f"{kind}{_LAPSED}").to_numpy()
    return result[places]


def _pair(numbers: Numbers, kind: str) -> tuple[Ints, Ints]:
    nothing = np.array([], dtype="int64")
    return numbers.get(kind, (nothing, nothing))
