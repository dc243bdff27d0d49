"""What is asked of a table, as filters of OData: only the needed keys, in addresses that are not too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

import pandas as pd

from socdom.sources.cbs.request import DAY, PERIODS, TableRequest, minimal, period_of

# Of 2.000 characters of an address; the rest is for the host, the path and the columns.
LONGEST_FILTER = 1_300
_REGIONS = ("GM", "WK", "BU")


def conditions(request: TableRequest, dimension: str, keys: Sequence[str]) -> list[str] | None:
    """What a row must hold of one dimension: one of these. None when all its keys are wanted; [] when none exists.

    Args:
        keys: the keys as CBS has them, with the spaces behind them: a filter without those finds nothing.
    """
    if dimension == PERIODS:
        return _period_conditions(request, keys)
    wanted = request.keys.get(dimension)
    if wanted is None or all(request.wants_key(dimension, key.strip()) for key in keys):
        return None
    full = {key.strip(): key for key in keys}
    found = []
    for key in minimal(wanted):
        if key.endswith("*"):
            if any(known.startswith(key[:-1]) for known in full):
                found.append(f"startswith({dimension},{_quoted(key[:-1])})")
        elif key in full:
            found.append(f"{dimension} eq {_quoted(full[key])}")
    return found


def one_of(name: str, values: Sequence[str]) -> list[str]:
    """The conditions of which one must hold for a column to have one of the values."""
    return [f"{name} eq {_quoted(value)}" for value in values]


def keys_not_there(request: TableRequest, codes: Mapping[str, pd.DataFrame]) -> list[str]:
    """Dutch sentences that name the regions which were asked for one by one and which a table does not have.

    Args:
        codes: dimension → its keys, as a snapshot has them.
    """
    notes = []
    for dimension, wanted in sorted(request.keys.items()):
        known = set(codes[dimension]["key"])
        one_by_one = {key for key in wanted if key[:2] in _REGIONS and not key.endswith("*")}
        absent = sorted(one_by_one - known)
        if absent:
            more = f" en nog {len(absent) - 5}" if len(absent) > 5 else ""
            notes.append(f"Tabel {request.table} heeft niet in {dimension}: {', '.join(absent[:5])}{more}.")
    return notes


def _period_conditions(request: TableRequest, keys: Sequence[str]) -> list[str] | None:
    """Per year and kind where that says it, so that twelve months are one condition."""
    wanted = [key for key in keys if request.wants_key(PERIODS, key.strip()) and request.wants_period(key)]
    if len(wanted) == len(keys):
        return None
    found: dict[str, None] = {}
    for key in wanted:
        period = period_of(key)
        if PERIODS in request.keys or period is None or period.kind == DAY:
            found[f"{PERIODS} eq {_quoted(key)}"] = None
        else:
            found[f"startswith({PERIODS},{_quoted(f'{period.year:04}{period.kind}')})"] = None
    return list(found)


def split(parts: Sequence[Sequence[str]], longest: int = LONGEST_FILTER) -> Iterator[str]:
    """Filters that together ask for rows that meet one condition of each part; "" when there are no parts.

    A filter that is too long is halved at its longest part, so no row is asked for twice.
    """
    text = " and ".join(_any_of(part) for part in parts)
    dividable = [part for part in parts if len(part) > 1]
    if len(quote(text)) <= longest or not dividable:
        yield text
        return
    long = max(dividable, key=lambda part: len(_any_of(part)))
    middle = len(long) // 2
    for half in (long[:middle], long[middle:]):
        yield from split([half if part is long else part for part in parts], longest)


def _any_of(part: Sequence[str]) -> str:
    return part[0] if len(part) == 1 else f"({' or '.join(part)})"


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
