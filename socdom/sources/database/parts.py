"""All deliveries of one database, as they were at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from socdom.errors import ParameterError
from socdom.parameters.bronnen import Database, Tabel
from socdom.sources.as_delivered import as_delivered
from socdom.sources.database.faults import answer_fault, lost
from socdom.sources.database.query import query_faults
from socdom.sources.database.read import read_table
from socdom.sources.database.session import begin, connected
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.raw import Part

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


def read_database(database: Database, place: str, environ: Mapping[str, str] | None = None) -> list[Part]:
    """Read every delivery that the parameters say is in a database. Nothing in it changes.

    Args:
        database: its address and tables; every delivery in it is one of `DELIVERIES`.
        place: where in the parameters it stands, for messages.
        environ: the environment a password may be in; None is that of the process.

    Returns:
        A part per delivery, in the order of `delivery_spec.FILES`; what is wrong with one table is told with its part.

    Raises:
        ParameterError: the address, the password or a query is not right, or the user is not let in.
        DeliveryError: the database cannot be reached, or was lost while reading.
    """
    faults = [
        fault
        for name, table in database.tabellen.items()
        if table.query
        for fault in query_faults(table.query, f"{place}.tabellen.{name}.query")
    ]
    if faults:
        raise ParameterError(faults)
    asked = [(name, database.tabellen[name]) for name in DELIVERIES if name in database.tabellen]
    with connected(database, place, environ) as connection:
        return [_part(connection, name, table, place) for name, table in asked]


def _part(connection: Connection, name: str, table: Tabel, place: str) -> Part:
    from sqlalchemy.exc import DBAPIError

    spec = as_delivered(DELIVERIES[name], table, _called(name, table))
    try:
        raw, faults = read_table(connection, spec, table)
    except DBAPIError as error:
        if error.connection_invalidated:
            raise lost(place) from None
        # This one refuses the delivery; the others are still looked at, to tell all at once.
        raw, faults = None, [answer_fault(error, spec.file)]
        begin(connection)
    return Part(name, spec, raw, faults)


def _called(name: str, table: Tabel) -> str:
    """What a table is called in messages."""
    return f"tabel {table.tabel}" if table.tabel else f"query van {name}"
