"""The sheets of one delivery together: a supplier may send it in several files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from socdom.sources.delivered import Sheet
from socdom.sources.delivery_spec import DELIVERIES, DeliveryFile
from socdom.sources.examine.dated import day_column, per_quarter


@dataclass(frozen=True, eq=False)
class Group:
    """Everything that came in of one delivery.

    Attributes:
        delivery: its name.
        sheets: at least one.
    """

    delivery: str
    sheets: tuple[Sheet, ...]

    @property
    def spec(self) -> DeliveryFile:
        """The delivery in socdom's own form."""
        return DELIVERIES[self.delivery]

    @property
    def files(self) -> tuple[str, ...]:
        """What its supplier calls it."""
        return tuple(dict.fromkeys(sheet.spec.file for sheet in self.sheets))

    @property
    def place(self) -> str:
        """Its files in a message."""
        return self.files[0] if len(self.files) == 1 else f"{self.delivery} ({len(self.files)} bestanden)"

    def at(self, column: str) -> str:
        """One of its columns in a message, under the name of the supplier."""
        return f"{self.place}, kolom {self.sheets[0].spec.headers[column]}"

    @cached_property
    def frame(self) -> pd.DataFrame:
        """All rows that could be taken apart; fillers where a value is wrong."""
        frames = [sheet.frame for sheet in self.sheets]
        return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)

    @cached_property
    def whole(self) -> np.ndarray:
        """One boolean per row: nothing is wrong with it."""
        return np.concatenate([sheet.whole for sheet in self.sheets])

    def wrong(self, column: str) -> np.ndarray:
        """One boolean per row: this value could not be read."""
        flags = [sheet.wrong.get(column, np.zeros(len(sheet.frame), dtype=bool)) for sheet in self.sheets]
        return np.concatenate(flags)

    def days(self) -> pd.Series:
        """The days (or quarters) that tell how far the delivery goes, as far as they could be read.

        Who is known from messages only has no address there: his first day is that of his birth, which tells nothing
        here and may not be told.
        """
        column = day_column(self.spec)
        own = np.concatenate([np.full(len(sheet.frame), not sheet.fills) for sheet in self.sheets])
        return self.frame[column][own & ~self.wrong(column)]

    @property
    def filled_up(self) -> bool:
        """Some rows are of persons who stand in no other delivery."""
        return any(sheet.fills and len(sheet.frame) for sheet in self.sheets)

    @property
    def rows(self) -> int:
        """Rows delivered, also those that could not be taken apart."""
        return len(self.frame) + sum(sheet.unread for sheet in self.sheets)

    @cached_property
    def per_quarter(self) -> dict[int, int]:
        """Index of a quarter → rows, by the day on which the municipality came to know of them."""
        return per_quarter(self.days().to_frame(), day_column(self.spec))


def groups_of(sheets: Sequence[Sheet]) -> dict[str, Group]:
    """Delivery → its sheets, in the order of `delivery_spec.FILES`."""
    found: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        found.setdefault(sheet.delivery, []).append(sheet)
    return {name: Group(name, tuple(found[name])) for name in DELIVERIES if name in found}
