"""What is wrong with figures of CBS, under a heading of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from socdom.errors import DeliveryError, Fault

# What to do, for faults that several modules find.
FETCH = "Haal ze op met socdom fetch."
FETCH_AGAIN = "Haal de cijfers opnieuw op met socdom fetch."
TO_MAINTAINER = "Meld dit aan de beheerder van socdom."
CHANGED = f"Het CBS heeft de tabel veranderd. {TO_MAINTAINER}"


class CbsError(DeliveryError):
    """Figures of CBS could not be fetched, or what was fetched cannot be used."""

    heading = "De cijfers van het CBS zijn niet te gebruiken"


class FetchError(DeliveryError):
    """Tables could not be fetched and none of an earlier day can stand in for them."""

    heading = "Niet alle cijfers zijn opgehaald bij het CBS"

    def __init__(self, faults: Sequence[Fault | str], kept: int) -> None:
        """`kept` is the number of other tables, which were fetched."""
        self._kept = kept
        super().__init__(faults)

    def report(self) -> str:
        """What failed, and that the rest is there."""
        if not self._kept:
            return super().report()
        rest = "De andere tabel is" if self._kept == 1 else f"De andere {self._kept} tabellen zijn"
        return f"{super().report()}\n{rest} wel opgehaald en bewaard."


def fail(table: str, rule: str, remedy: str) -> NoReturn:
    """Raises:
    CbsError: always; the place is the table.
    """
    raise CbsError(Fault(f"CBS {table}", rule, remedy=remedy))
