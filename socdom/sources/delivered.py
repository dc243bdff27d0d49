"""What a delivery is after it was read: values with the row each came from, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.sources.delivery_spec import DeliveryFile
from socdom.tables import Tables
from socdom.tables.model import COLUMNS


@dataclass(frozen=True)
class Sheet:
    """One delivered thing after reading. Person-level zone; identifiers are pseudonyms already.

    Attributes:
        delivery: name of the delivery ("clienten").
        spec: what it holds, under the names and headers of the supplier.
        frame: values of all readable rows, one column per table column; fillers where wrong.
        numbers: the number of each row, as the supplier knows it.
        whole: one boolean per row: every value could be read, and the row on its own meets its contract.
        wrong: table column → one boolean per row, True where its value could not be read; only columns with any.
        unread: rows that could not be taken apart at all.
        notes: Dutch sentences about how it was read.
        where: number of a row → where its supplier finds it; None when the number says it.
        fills: only persons that no other sheet has count.
    """

    delivery: str
    spec: DeliveryFile
    frame: pd.DataFrame
    numbers: np.ndarray
    whole: np.ndarray
    wrong: Mapping[str, np.ndarray]
    unread: int = 0
    notes: tuple[str, ...] = ()
    where: Callable[[int], str] | None = None
    fills: bool = False

    @property
    def complete(self) -> bool:
        """Every row is there and could be read whole."""
        return not self.unread and bool(self.whole.all())

    def part(self, table: str) -> tuple[pd.DataFrame, np.ndarray]:
        """The whole rows of one table, in the columns and types of its contract, and their numbers."""
        frame, numbers = self.frame[self.whole], self.numbers[self.whole]
        if table == "persons":
            first = ~frame.duplicated("person").to_numpy()
            frame, numbers = frame[first], numbers[first]
        return frame[list(COLUMNS[table])].astype(COLUMNS[table]).reset_index(drop=True), numbers


@dataclass(frozen=True)
class Delivered:
    """All that was delivered.

    Attributes:
        tables: tables that meet their contract; None when the delivery is refused.
        sheets: what was read of it, in the order of `delivery_spec.FILES`.
        faults: everything that is wrong.
        refusing: those of the faults for which it is refused; the rows of the others are left out.
        left_out: delivery → number of rows left out because something in them is wrong.
        notes: Dutch sentences for the page "over deze cijfers".
    """

    tables: Tables | None
    sheets: tuple[Sheet, ...]
    faults: tuple[Fault, ...]
    refusing: tuple[Fault, ...]
    left_out: Mapping[str, int]
    notes: tuple[str, ...] = ()

    def require(self) -> Tables:
        """The tables.

        Raises:
            DeliveryError: the delivery is refused; all faults at once.
        """
        if self.tables is None:
            raise DeliveryError(self.refusing)
        return self.tables
