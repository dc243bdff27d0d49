"""One table, view or query of a database → rows of text, in parts, so that memory holds little more than the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.parameters.bronnen import Tabel
from socdom.sources.database.columns import chosen_columns, table_columns
from socdom.sources.database.query import bare_query
from socdom.sources.delivery_spec import DeliveryFile
from socdom.sources.raw import RawFile
from socdom.sources.standard import standard_texts

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, CursorResult

_ROWS = 50_000
# These refuse a query in a query when it has WITH or ORDER BY: what is not asked is dropped row by row.
_NOT_NESTED = ("mssql",)


def read_table(
    connection: Connection, spec: DeliveryFile, table: Tabel
) -> tuple[RawFile | None, list[Fault]]:
    """Read the asked columns; no other column is asked of the database.

    The rows are put in the order of their content, for a database may give them in any; each keeps the number it had
    in the answer, from 1.

    Args:
        connection: of `session.connected`.
        spec: of `as_delivered`.
        table: where it is, and how it is written.

    Returns:
        The rows, or None when there is nothing to read, and what is wrong with the table as a whole.

    Raises:
        sqlalchemy.exc.DBAPIError: the database does not give it, or is gone.
    """
    result, chosen, faults = _asked(connection, spec, table)
    if result is None:
        return None, faults
    # Closed by us, for a driver leaves it open when the connection is lost.
    with result:
        if faults:
            return None, faults
        texts = _texts(result, spec, chosen, table)
    if texts.empty:
        leave = " Of laat deze levering weg." if spec.optional else ""
        remedy = f"Kijk in de database of er rijen zijn.{leave}"
        faults = [Fault(spec.file, "er staan geen rijen in", remedy=remedy)]
    return _in_order(texts), faults


def _asked(
    connection: Connection, spec: DeliveryFile, table: Tabel
) -> tuple[CursorResult | None, dict[str, str], list[Fault]]:
    """The answer of the database, which of its columns holds each column of the spec, and what is wrong with those."""
    query = bare_query(table.query)
    if query and connection.dialect.name in _NOT_NESTED:
        result = _run(connection, query)
        return result, *chosen_columns(spec, list(result.keys()))
    if query:
        source = f"({query}) q"
        with _run(connection, f"SELECT * FROM {source} WHERE 1 = 0") as nothing:
            found = list(nothing.keys())
            faults: list[Fault] = []
    else:
        source, found, faults = table_columns(connection, spec.file, table.tabel)
    if not faults:
        chosen, faults = chosen_columns(spec, found)
    if faults:
        return None, {}, faults
    names = connection.dialect.identifier_preparer
    asked = ", ".join(names.quote(name) for name in dict.fromkeys(chosen.values()))
    return _run(connection, f"SELECT {asked} FROM {source}"), chosen, []


def _run(connection: Connection, statement: str) -> CursorResult:
    # As it stands: a colon or a percent sign in it is no parameter. The server keeps the answer and gives it in parts.
    options = {"no_parameters": True, "stream_results": True, "max_row_buffer": _ROWS}
    return connection.exec_driver_sql(statement, execution_options=options)


def _texts(result: CursorResult, spec: DeliveryFile, chosen: dict[str, str], table: Tabel) -> pd.DataFrame:
    """The columns of the spec as text, in the order in which the rows came."""
    places = {name: index for index, name in enumerate(result.keys())}
    parts = []
    for rows in result.partitions(_ROWS):
        columns = {}
        for column in spec.delivered:
            if column.name in chosen:
                place = places[chosen[column.name]]
                cells = pd.Series([row[place] for row in rows], dtype=object)
                columns[column.name] = standard_texts(cells, column, table)
            else:
                columns[column.name] = pd.Series("", index=range(len(rows)), dtype="str")
        parts.append(pd.DataFrame(columns))
    names = [column.name for column in spec.delivered]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=names, dtype="str")


def _in_order(texts: pd.DataFrame) -> RawFile:
    """The rows by their content; those that are wholly equal by their number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = np.arange(1, len(texts) + 1, dtype="int64")
    content = pa.table({name: pa.array(column) for name, column in texts.items()} | {" ": numbers})
    order = pc.sort_indices(content, sort_keys=[(name, "ascending") for name in content.column_names])
    places = order.to_numpy()
    return RawFile(texts.take(places).reset_index(drop=True), numbers[places])
