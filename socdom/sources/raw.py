"""What every adapter of a delivery hands over: rows of text in socdom's own form, with the number each row had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.sources.delivery_spec import DeliveryFile


@dataclass(frozen=True)
class RawFile:
    """The rows of one delivered thing (a file, a query, a set of messages).

    Attributes:
        texts: one column per column of the spec, under its name in the table ("person"), but not the fixed ones; text
            (dtype str), "" where nothing stands. Dates are written 31-12-2020 and numbers 1234,56, as
            `delivery_values` reads them; codes after the values of the spec; what could not be read as the date or
            number that was announced is UNREADABLE.
        rows: the number of each row as its supplier knows it (in a file the header is row 1).
        notes: Dutch sentences about how it was read ("gelezen als cp1252"), for the report on the delivery.
    """

    texts: pd.DataFrame
    rows: np.ndarray
    notes: tuple[str, ...] = ()


# Stands for a text that is not of the announced form; no kind of value takes it.
UNREADABLE = "?"


@dataclass(frozen=True)
class Part:
    """One delivered thing: what it should hold, and what was found.

    Attributes:
        delivery: name of the delivery it belongs to, as "clienten".
        spec: what it holds, with the name and the headers its supplier uses.
        raw: its rows; None when there is nothing to read.
        faults: what is wrong with it as a whole, or with rows that could not be taken apart.
        where: number of a row → where its supplier finds it; None when the number says it.
        fills: it only fills up: rows of persons that another part of the same delivery has do not count.
    """

    delivery: str
    spec: DeliveryFile
    raw: RawFile | None
    faults: list[Fault] = field(default_factory=list)
    where: Callable[[int], str] | None = None
    fills: bool = False
