"""Dates of PostgreSQL that Python does not have, as "infinity" or one of before our era: given as text."""

from __future__ import annotations

from typing import Any

from psycopg import DataError
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.pq import Format


def take_any_date(connection: Any) -> None:
    """Make a connection of psycopg give a date or moment as text where Python has none."""
    for name in ("date", "timestamp", "timestamptz"):
        oid = connection.adapters.types[name].oid
        usual = connection.adapters.get_loader(oid, Format.TEXT)
        if not issubclass(usual, _OrText):
            connection.adapters.register_loader(oid, type("OrText", (_OrText,), {"usual": usual}))


class _OrText(Loader):
    usual: type[Loader]

    def __init__(self, oid: int, context: Any = None) -> None:
        super().__init__(oid, context)
        self._usual = self.usual(oid, context)

    def load(self, data: Buffer) -> Any:
        try:
            return self._usual.load(data)
        except DataError:
            return bytes(data).decode()
