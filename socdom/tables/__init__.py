"""The contracts: what a table looks like inside socdom, whoever supplied it."""

from socdom.tables.contracts import check_table, table_faults
from socdom.tables.known import as_known_on
from socdom.tables.model import COLUMNS, Tables

__all__ = ["COLUMNS", "Tables", "as_known_on", "check_table", "table_faults"]
