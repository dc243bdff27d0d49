"""Which rows of a table an indicator is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.dutch import listing
from socdom.errors import DefinitionError, Fault
from socdom.measures.dates import day_numbers
from socdom.stats.episodes import OPEN_DAY, Episodes, join_spells
from socdom.tables import COLUMNS
from socdom.tables.codes import codes_of

PERSON_TABLES = tuple(
    name for name, columns in COLUMNS.items() if "person" in columns and name != "addresses"
)

# End reasons of iWmo and iJw after which the help goes on: temporary stop, changed request, other provider.
ADMINISTRATIVE_ENDS = ("20", "37", "38")
# Stopped by the municipality. It goes on when the change (JZ002, WMO002) was one of contract, a shorter allocation, the
# form of delivery, the way it is paid, or a merger of municipalities; otherwise it is an end.
STOPPED_BY_MUNICIPALITY = "36"
ADMINISTRATIVE_CHANGES = ("03", "05", "08", "10", "11")
GAP_DAYS = 90


@dataclass(frozen=True)
class Selection:
    """Welke rijen van een tabel meetellen.

    Attributes:
        table: een tabel met personen, zoals "provisions" of "benefits".
        where: kolom met codes → de code of codes die meetellen; leeg voor alle rijen.
        ages: eerste en laatste leeftijd (allebei erbij) op de eerste dag van het kwartaal; None voor iedereen.
        new_only: alleen de rijen waarmee hulp begint, na meer dan 90 dagen zonder (zie `episodes_of`), van de rijen
            die `where` kiest.

    Raises:
        DefinitionError: een tabel of kolom die er niet is, of een code die geen rij kan hebben.

    Voorbeeld:
        sd.Selection("provisions", {"law": "wmo", "form": "pgb"})
    """

    table: str
    where: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    ages: tuple[int, int] | None = None
    new_only: bool = False

    def __post_init__(self) -> None:
        if faults := list(self._faults()):
            raise DefinitionError(faults)

    def _faults(self) -> Iterator[Fault]:
        if self.table not in PERSON_TABLES:
            yield Fault(
                "Selection: table",
                f"een tabel met personen, gevonden: {self.table!r}",
                remedy=f"Kies uit {', '.join(PERSON_TABLES)}.",
            )
            return
        for column in self.where:
            yield from self._where_faults(column)
        if self.ages is not None and not 0 <= self.ages[0] <= self.ages[1]:
            yield Fault(
                "Selection: ages", f"van laag naar hoog, gevonden: {self.ages}", remedy="Schrijf (0, 17)."
            )

    def _where_faults(self, column: str) -> Iterator[Fault]:
        """A code that no row can have would count nobody, and zero looks like a figure."""
        columns = self.columns("str")
        if column not in columns:
            yield Fault(
                f"Selection: where, {column}",
                f"een kolom met codes van {self.table}",
                remedy=f"Kies uit {', '.join(columns)}.",
            )
            return
        laws = self.codes("law") if column != "law" else ()
        allowed = codes_of(self.table, column, laws)
        unknown = [code for code in self.codes(column) if allowed and code not in (*allowed, "")]
        if unknown:
            yield Fault(
                f"Selection: where, {column}",
                f"codes die kunnen voorkomen, gevonden: {listing(unknown)}",
                remedy=f"Kies uit {', '.join(allowed)}.",
            )

    def codes(self, column: str) -> tuple[str, ...]:
        """The codes of a column that count; empty when all do."""
        return several(self.where.get(column, ()))

    def columns(self, dtype: str) -> tuple[str, ...]:
        """Columns of the table that have this type."""
        return tuple(column for column, kind in COLUMNS[self.table].items() if kind == dtype)

    def rows(self, table: pd.DataFrame) -> pd.DataFrame:
        """The selected rows of the table, numbered from 0."""
        rows = table[self.matches(table)].reset_index(drop=True)
        return _beginning(rows) if self.new_only else rows

    def is_present(self, table: pd.DataFrame) -> bool:
        """Whether the table has rows of the law or laws at all; without, nothing is known, which is not zero."""
        if "law" not in self.where:
            return len(table) > 0
        return bool(among(table["law"], self.codes("law")).any())

    def may_hold(self, law: str) -> bool:
        """Whether rows of a law can be among the selected; "" stands for a table without laws."""
        return not law or "law" not in self.where or law in self.codes("law")

    def matches(self, table: pd.DataFrame) -> NDArray[np.bool_]:
        """Whether each row has the codes of `where`."""
        keep = np.ones(len(table), dtype=bool)
        for column, wanted in self.where.items():
            keep &= among(table[column], several(wanted))
        return keep


def among(column: pd.Series, codes: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each row has one of the codes; of a categorical column every code is looked at once."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.isin(codes).to_numpy()
    # The last place is for the number -1, of a row without a code.
    wanted = np.append(column.cat.categories.isin(codes), False)
    return wanted[column.cat.codes.to_numpy()]


def several(wanted: str | tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a definition as a tuple, where one may stand alone."""
    return (wanted,) if isinstance(wanted, str) else wanted


def episodes_of(rows: pd.DataFrame, unit: str, gap_days: int) -> Episodes:
    """Join the spells (start to end) of a person or household into episodes of help.

    An administrative ending (`administrative`) is no end; a gap of at most `gap_days` days
    without help is no interruption. See `socdom.stats.episodes.join_spells`.

    Args:
        rows: with columns `start`, `end`, `end_reason`, the unit, and for provisions `change_reason`; `start` is
            known in every row.
        unit: column of the person or household.
        gap_days: whole days.
    """
    bridged = administrative(rows)
    start, end = day_numbers(rows["start"]), day_numbers(rows["end"])
    return join_spells(rows[unit].to_numpy(), start, end, bridged & (end < OPEN_DAY), gap_days)


def administrative(rows: pd.DataFrame) -> NDArray[np.bool_]:
    """Of each row, whether its ending is one of paper only: the help goes on."""
    ends = among(rows["end_reason"], ADMINISTRATIVE_ENDS)
    if "change_reason" in rows:
        stopped = among(rows["end_reason"], (STOPPED_BY_MUNICIPALITY,))
        ends = ends | (stopped & among(rows["change_reason"], ADMINISTRATIVE_CHANGES))
    return ends


def _beginning(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows[rows["start"].notna()].reset_index(drop=True)
    begins = episodes_of(rows, "person", GAP_DAYS).start == day_numbers(rows["start"])
    return rows[begins].reset_index(drop=True)
