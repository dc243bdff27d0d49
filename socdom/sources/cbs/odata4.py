"""A table of OData v4: datasets.cbs.nl.

Figures come in long form, a row per measure, and are put side by side. Codes of measures are the same every year here,
so they are names of columns as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from socdom.sources.cbs.answered import answered
from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.columns import (
    chosen,
    code_frame,
    measure_frame,
    stripped,
    texts,
    without_doubles,
)
from socdom.sources.cbs.errors import CHANGED, fail
from socdom.sources.cbs.filters import one_of
from socdom.sources.cbs.questions import all_rows, known_dimensions, parts_of
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import Snapshot

HOST = "datasets.cbs.nl"
_DATA, _KEY = "Observations", "Identifier"
_KNOWN = "None"
# Attributes of a cell that cannot occur; every other one but "None" stands for a number that is unknown or secret.
_BLANK = ("Impossible", "Empty")


def fetch_v4(
    client: CbsClient, request: TableRequest, day: date, needed: Sequence[str] | None = None
) -> Snapshot:
    """Fetch the part of a table that is asked for; arguments and faults as `odata3.fetch_v3`."""
    table = request.table
    path = f"/odata/v1/{request.catalog}/{table}"

    def rows_of(name: str) -> list[dict[str, Any]]:
        return client.rows(table, HOST, f"{path}/{name}", {})

    about = client.entity(table, HOST, f"{path}/Properties")
    dimensions = stripped(texts(table, rows_of("Dimensions"), (_KEY,), "Dimensions")[_KEY]).tolist()
    found = rows_of("MeasureCodes")
    texts(table, found, (_KEY,), "MeasureCodes")
    known_dimensions(request, dimensions, found)
    lists = {name: rows_of(f"{name}Codes") for name in dimensions}
    codes = {name: code_frame(table, rows, _KEY, name) for name, rows in lists.items()}
    measures, absent = chosen(
        table, measure_frame(found, _KEY), request.measures, request.measures if needed is None else needed
    )
    rows = _observations(client, request, path, lists, measures["key"].tolist())
    strings = {str(row[_KEY]) for row in found if row.get("DataType") == "String"}
    return answered(
        request,
        day,
        f"https://{HOST}{path}",
        about,
        cells=_wide(table, rows, dimensions, measures["key"].tolist(), strings),
        measures=measures,
        absent=absent,
        dimensions=dimensions,
        codes=codes,
    )


def _observations(
    client: CbsClient,
    request: TableRequest,
    path: str,
    lists: Mapping[str, Sequence[Mapping[str, Any]]],
    measures: Sequence[str],
) -> list[dict[str, Any]]:
    keys = {name: [str(row[_KEY]) for row in rows] for name, rows in lists.items()}
    parts = parts_of(request, keys)
    if request.measures:
        parts = [one_of("Measure", measures), *parts]
    path = f"{path}/{_DATA}"
    return all_rows(client, request.table, HOST, parts, path=path, count_path=path, options={})


def _wide(
    table: str,
    rows: Sequence[Mapping[str, Any]],
    dimensions: Sequence[str],
    measures: Sequence[str],
    strings: set[str],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row per combination of keys; a cell that CBS does not send cannot occur."""
    cells = texts(table, rows, [*dimensions, "Measure", "Value", "ValueAttribute"], _DATA)
    long = pd.DataFrame({name: stripped(cells[name]) for name in [*dimensions, "Measure"]})
    without_doubles(table, long)
    unread = sorted(set(long["Measure"]) - set(measures))
    if unread:
        fail(
            table,
            f"het CBS geeft onderwerpen die niet in MeasureCodes staan: {', '.join(unread[:5])}",
            CHANGED,
        )
    attribute = stripped(cells["ValueAttribute"]).replace("", _KNOWN)
    value = pd.to_numeric(cells["Value"], errors="coerce").astype("float64")
    long["value"] = value.where(attribute.eq(_KNOWN))
    long["blank"] = attribute.isin(_BLANK)
    long["text"] = stripped(pd.Series([row.get("StringValue") for row in rows], dtype=object))
    keys = list(dimensions)
    sides = {
        part: long.set_index([*keys, "Measure"])[part].unstack("Measure").reindex(columns=list(measures))
        for part in ("value", "blank", "text")
    }
    # What is not there differs from False too.
    blank = sides["blank"].ne(False)
    wide = {name: sides["text" if name in strings else "value"][name] for name in measures}
    observations = pd.DataFrame(wide, index=sides["value"].index).reset_index()
    for name in strings & set(measures):
        observations[name] = stripped(observations[name])
    numbers = [name for name in measures if name not in strings]
    return observations, blank[numbers].reset_index(drop=True).rename_axis(columns=None)
