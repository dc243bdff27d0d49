"""What every kind of file gives once it is open: the names of its columns, and the cells that are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socdom.errors import DeliveryError, Fault


@dataclass(frozen=True)
class Cells:
    """Cells of some columns, below the header.

    Attributes:
        columns: in the order in which they were asked for; text, or typed as `standard_texts` takes it.
        rows: number of each row in the file.
        faults: rows that could not be read at all.
        notes: Dutch sentences about how they were read.
    """

    columns: list[pd.Series] = field(repr=False)
    rows: np.ndarray
    faults: list[Fault] = field(default_factory=list)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened(ABC):
    """An open file.

    Attributes:
        place: what messages call the file.
        kind: "csv", "xlsx", "ods" or "parquet".
        names: of all columns in order; "" where a column has none.
        header_row: row with the names, counted from 1; 0 when they are no row of the file.
        notes: Dutch sentences about how it was opened.
        encoding, separator: of text.
        sheets, sheet: of a spreadsheet.
    """

    place: str
    kind: str
    names: tuple[str, ...] = field(repr=False)
    header_row: int
    notes: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""

    @abstractmethod
    def cells(self, places: Sequence[int], limit: int | None = None) -> Cells:
        """The cells of the columns at these places (from 0), of the first `limit` rows.

        Raises:
            DeliveryError: the file cannot be read any further.
        """

    @abstractmethod
    def first_rows(self) -> list[list[object]]:
        """The first rows of the file as they stand, before the header too; "" or None where nothing stands."""


# What to do with half a file.
AGAIN = "Lever het hele bestand opnieuw."


def secret(place: str) -> DeliveryError:
    """The error for a file with a password."""
    return refused(place, "het bestand is beveiligd met een wachtwoord", "Lever het zonder wachtwoord.")


def refused(place: str, rule: str, remedy: str = "", rows: Sequence[int] = ()) -> DeliveryError:
    """The error for a file in which this must hold; with the rows where it does not."""
    return DeliveryError(Fault(place, rule, max(len(rows), 1), tuple(rows[:10]), remedy))
