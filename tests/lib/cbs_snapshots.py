"""Snapshots of CBS tables for tests: of small made-up answers, and of the real ones beside the repository."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from socdom.sources.cbs.columns import code_frame, measure_frame, numbers, stripped
from socdom.sources.cbs.request import TableRequest, stem_of
from socdom.sources.cbs.snapshot import Snapshot
from socdom.sources.cbs.store import write_snapshot

DAY = date(2026, 11, 2)


def keep(
    store: Path,
    table: str,
    rows: pd.DataFrame,
    codes: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    *,
    measures: Sequence[Mapping[str, str]] = (),
    request: TableRequest | None = None,
    title: str = "",
    day: date = DAY,
) -> Snapshot:
    """Write a snapshot of rows as the UntypedDataSet has them.

    Args:
        rows: columns without a number at the end are dimensions; "WmoClienten_1" is a measure.
        codes: dimension → its keys with Key, Title and what else CBS gives; made of the rows where left out.
        measures: DataProperties of the topics (Key, Unit, Description); made of the rows where left out.
    """
    text = rows.astype(object).where(rows.notna(), None)
    topics = [name for name in rows.columns if stem_of(name) != name]
    dimensions = [name for name in rows.columns if name not in topics]
    given = {item["Key"]: item for item in measures}
    frame = measure_frame(
        [{"Key": name, "Unit": "aantal"} | dict(given.get(name, {})) for name in topics], "Key"
    )
    found = {name: stripped(text[name].map(str)) for name in dimensions}
    blank = {}
    for key, stem in zip(frame["key"], frame["stem"], strict=True):
        if frame.loc[frame["key"].eq(key), "unit"].eq("tekst").any():
            found[stem] = stripped(text[key])
            continue
        cells = text[key].map(lambda cell: None if cell is None else str(cell))
        found[stem], blank[stem] = numbers(table, key, cells, sentinels=True)
    lists = {
        name: code_frame(table, (codes or {}).get(name) or _keys(found[name]), "Key", name)
        for name in dimensions
    }
    return write_snapshot(
        store,
        Snapshot(
            table=table,
            catalog="CBS",
            day=day,
            title=title or f"Tabel {table}",
            modified="",
            source=f"https://opendata.cbs.nl/ODataFeed/odata/{table}",
            licence="CC BY 4.0",
            request=(request or TableRequest(table)).as_data(),
            observations=pd.DataFrame(found),
            blank=pd.DataFrame(blank),
            measures=frame,
            dimensions=tuple(dimensions),
            code_lists=lists,
        ),
    )


def _keys(column: pd.Series) -> list[dict[str, str]]:
    return [{"Key": key, "Title": key} for key in dict.fromkeys(column)]
