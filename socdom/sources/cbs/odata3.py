"""A table of OData v3: opendata.cbs.nl, and dataderden.cbs.nl for the catalogue of Iv3.

The ODataFeed is read, which gives any number of rows in pages; the ODataApi refuses more than 10.000 rows and `$skip`.
Of that only the number of rows is asked, to know that all of them came. Figures are taken from the UntypedDataSet, as
the TypedDataSet has null both for a number that is secret and for one that cannot occur.
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
    numbers,
    stripped,
    texts,
    without_doubles,
)
from socdom.sources.cbs.questions import all_rows, known_dimensions, parts_of
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import Snapshot

HOSTS = {"CBS": "opendata.cbs.nl", "IV3": "dataderden.cbs.nl"}
_DATA = "UntypedDataSet"
_JSON = {"$format": "json"}
_GROUP, _TOPIC = "TopicGroup", "Topic"
# Columns are named in the address as long as that leaves room for the filter.
_LONGEST_SELECT = 450
_REGIONS = "WijkenEnBuurten"


def fetch_v3(
    client: CbsClient, request: TableRequest, day: date, needed: Sequence[str] | None = None
) -> Snapshot:
    """Fetch the part of a table that is asked for.

    Args:
        day: of the snapshot.
        needed: measures that must be there; all of the request when None.

    Raises:
        CbsError: CBS does not answer, or the table is not as it was: a measure, dimension or column is gone,
            none of the keys is there, rows are double, or not as many as CBS says.
    """
    table, host = request.table, HOSTS[request.catalog]
    path = f"/ODataFeed/odata/{table}"

    def rows_of(name: str) -> list[dict[str, Any]]:
        return client.rows(table, host, f"{path}/{name}", _JSON)

    infos = rows_of("TableInfos")
    properties = [row for row in rows_of("DataProperties") if row.get("Key") and row.get("Type") != _GROUP]
    texts(table, properties, ("Key", "Type"), "DataProperties")
    dimensions = [str(row["Key"]).strip() for row in properties if row["Type"] != _TOPIC]
    topics = [row for row in properties if row["Type"] == _TOPIC]
    known_dimensions(request, dimensions, topics)
    lists = {name: rows_of(name) for name in dimensions}
    measures, absent = chosen(
        table, measure_frame(topics, "Key"), request.measures, request.measures if needed is None else needed
    )
    codes = {name: code_frame(table, rows, "Key", name) for name, rows in lists.items()}
    rows = _observations(client, request, host, lists, measures["key"].tolist())
    strings = {str(row["Key"]).strip() for row in topics if row.get("Datatype") == "String"}
    return answered(
        request,
        day,
        f"https://{host}{path}",
        infos[0] if infos else {},
        cells=_columns(request, rows, dimensions, measures, strings),
        measures=measures,
        absent=absent,
        dimensions=dimensions,
        codes=codes,
    )


def _observations(
    client: CbsClient,
    request: TableRequest,
    host: str,
    lists: Mapping[str, Sequence[Mapping[str, Any]]],
    measures: Sequence[str],
) -> list[dict[str, Any]]:
    keys = {name: [str(row["Key"]) for row in rows] for name, rows in lists.items()}
    columns = ",".join([*lists, *measures])
    selected = {"$select": columns} if request.measures and len(columns) <= _LONGEST_SELECT else {}
    return all_rows(
        client,
        request.table,
        host,
        parts_of(request, keys),
        path=f"/ODataFeed/odata/{request.table}/{_DATA}",
        count_path=f"/ODataApi/odata/{request.table}/{_DATA}",
        options={**_JSON, **selected},
    )


def _columns(
    request: TableRequest,
    rows: Sequence[Mapping[str, Any]],
    dimensions: Sequence[str],
    measures: pd.DataFrame,
    strings: set[str],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    cells = texts(request.table, rows, [*dimensions, *measures["key"]], _DATA)
    found = {name: stripped(cells[name]) for name in dimensions}
    without_doubles(request.table, pd.DataFrame(found))
    blanks: dict[str, pd.Series] = {}
    for key, stem in zip(measures["key"], measures["stem"], strict=True):
        if key in strings:
            found[stem] = stripped(cells[key])
        else:
            sentinels = request.catalog == "IV3" or _REGIONS in dimensions
            found[stem], blanks[stem] = numbers(request.table, key, cells[key], sentinels=sentinels)
    return pd.DataFrame(found), pd.DataFrame(blanks, index=range(len(rows)))
