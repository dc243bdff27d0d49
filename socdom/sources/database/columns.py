"""In which table and columns of a database a delivery is: the names of the parameters held against what there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socdom.errors import Fault
from socdom.near_names import meant
from socdom.sources.delivery_spec import DeliveryFile

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


def table_columns(connection: Connection, place: str, name: str) -> tuple[str, list[str], list[Fault]]:
    """Look up a table or view by its name as written, and else by that name in other capitals.

    Args:
        place: what it is called in messages.
        name: of the table, with its schema before a point.

    Returns:
        The name as SQL, the names of its columns, and what is wrong with it.
    """
    from sqlalchemy import inspect
    from sqlalchemy.exc import NoSuchTableError

    inspector = inspect(connection)
    before, _, own = name.rpartition(".")
    schema = before or None
    try:
        columns = inspector.get_columns(own, schema)
    except NoSuchTableError:
        schema = _in_other_capitals(before, inspector.get_schema_names()) or schema
        known = [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
        found = _in_other_capitals(own, known)
        if not found:
            remedy = meant(own, known, "Controleer de naam, met het schema erbij.")
            return "", [], [Fault(place, "deze tabel of view is er niet", remedy=remedy)]
        own = found
        columns = inspector.get_columns(own, schema)
    names = connection.dialect.identifier_preparer
    quoted = names.quote(own) if schema is None else f"{names.quote_schema(schema)}.{names.quote(own)}"
    return quoted, [column["name"] for column in columns], []


def chosen_columns(spec: DeliveryFile, found: Sequence[str]) -> tuple[dict[str, str], list[Fault]]:
    """Choose the column of the database for each column of a delivery.

    Args:
        found: names of the columns there are.

    Returns:
        Column of the table → column of the database, without those that may be left out and are; and the faults.
    """
    chosen: dict[str, str] = {}
    faults = []
    for column in spec.delivered:
        exact = [name for name in found if name == column.header]
        same = exact or [name for name in found if name.casefold() == column.header.casefold()]
        if len(same) > 1:
            rule = f"de kolom {column.header} staat er {len(same)} keer in"
            faults.append(Fault(spec.file, rule, remedy="Geef elke kolom een eigen naam."))
        elif same:
            chosen[column.name] = same[0]
        elif not column.optional:
            remedy = meant(column.header, found, "Zet bij kolommen hoe deze in de database heet.")
            faults.append(Fault(spec.file, f"de kolom {column.header} ontbreekt", remedy=remedy))
    return chosen, faults


def _in_other_capitals(name: str, known: Sequence[str]) -> str:
    """The one known name that differs in capitals only; "" when there is none, or more than one."""
    same = [item for item in known if item.casefold() == name.casefold()]
    return same[0] if len(same) == 1 else ""
