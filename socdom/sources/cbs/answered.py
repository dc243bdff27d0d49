"""What CBS answered, in either form of its service → a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from socdom.sources.cbs.filters import keys_not_there
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import LICENCE, Snapshot


def answered(
    request: TableRequest,
    day: date,
    address: str,
    about: Mapping[str, Any],
    *,
    cells: tuple[pd.DataFrame, pd.DataFrame],
    measures: pd.DataFrame,
    absent: Sequence[str],
    dimensions: Sequence[str],
    codes: Mapping[str, pd.DataFrame],
) -> Snapshot:
    """The snapshot of a table.

    Args:
        address: where it was fetched.
        about: what CBS says of the table, with `Title` and `Modified`.
        cells: observations, and which of them cannot occur; as in `Snapshot`.
        measures: those that are there; `absent` are the asked ones that are not.
        codes: dimension → its keys.
    """
    gone = [f"Het onderwerp {name} staat niet meer in tabel {request.table}." for name in absent]
    observations, blank = cells
    return Snapshot(
        table=request.table,
        catalog=request.catalog,
        day=day,
        title=str(about.get("Title") or request.table).strip(),
        modified=str(about.get("Modified") or ""),
        source=address,
        licence=LICENCE,
        request=request.as_data(),
        observations=observations,
        blank=blank,
        measures=measures,
        dimensions=tuple(dimensions),
        code_lists=codes,
        notes=(*gone, *keys_not_there(request, codes)),
    )
