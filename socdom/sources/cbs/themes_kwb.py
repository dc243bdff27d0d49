"""What themes need of Kerncijfers wijken en buurten (KWB): the reference group, and households to divide by."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.errors import FETCH
from socdom.sources.cbs.regions import (
    HOUSEHOLDS,
    KWB_REGION,
    KWB_TABLES,
    area_codes,
    classes_of,
    group_of,
    kwb_years,
)
from socdom.sources.cbs.snapshot import Snapshot, newest
from socdom.sources.reference_group import BY_CLASS, describe

# Beside figures of Iv3, whose group rests on classes of BZK and can differ by a few municipalities.
_OPENING = "Cijfers van het CBS over hulp en uitkeringen hebben een eigen groep. Vergelijkbare gemeenten zijn"
_WHOLE_OF_GROUP = (
    "Hun cijfer is van al deze gemeenten samen, gedeeld door al hun inwoners of huishoudens. Een gemeente waarvan over "
    "een periode geen cijfer is, telt in die periode niet mee."
)


class ThemeKwb:
    """What themes need of Kerncijfers wijken en buurten, read once and only when asked for."""

    def __init__(self, store: Path, gemeente: str, comparison: Vergelijking = BY_CLASS) -> None:
        self.store, self.gemeente, self.comparison = store, gemeente, comparison
        self.years = kwb_years(store)
        self.snapshots: dict[int, Snapshot] = {}
        self._households: dict[int, pd.Series] = {}
        self._without: set[int] = set()
        self._group: tuple[tuple[str, ...], str] | None = None

    def of_year(self, year: int) -> Snapshot:
        if year not in self.snapshots:
            self.snapshots[year] = newest(self.store, KWB_TABLES[year])
        return self.snapshots[year]

    @property
    def group(self) -> tuple[tuple[str, ...], str]:
        """Codes of the members, and sentences about them, of the newest KWB with the municipality; none without KWB."""
        if self._group is None:
            self._group = self._found() if self.years else ((), "")
        return self._group

    def _found(self) -> tuple[tuple[str, ...], str]:
        for year in reversed(self.years):
            classes = classes_of(self.of_year(year))
            if classes["code"].eq(self.gemeente).any():
                break
        group, members = group_of(classes, self.gemeente, self.comparison)
        name = classes.loc[classes["code"].eq(self.gemeente), "gemeente"].iloc[0]
        return members, describe({str(year): group}, name, whole=_WHOLE_OF_GROUP, opening=_OPENING)

    def households(self, code: str, period: str) -> float:
        """Households on 1 January of the year, or of the nearest year there is.

        Raises:
            DeliveryError: no KWB was fetched.
        """
        if not self.years:
            raise DeliveryError(_no_kwb())
        wanted = int(period[:4])
        year = min(self.years, key=lambda known: (abs(known - wanted), known))
        if year != wanted:
            self._without.add(wanted)
        if year not in self._households:
            rows = self.of_year(year).observations
            households = rows[HOUSEHOLDS].to_numpy(dtype=float)
            self._households[year] = pd.Series(households, index=area_codes(rows[KWB_REGION]))
        return float(self._households[year].get(code, np.nan))

    @property
    def notes(self) -> tuple[str, ...]:
        """A Dutch sentence about the years of which the households of another year were taken so far."""
        if not self._without:
            return ()
        years = dutch.listing([str(year) for year in sorted(self._without)])
        return (
            f"Van {years} is het aantal huishoudens niet opgehaald. Daar is gedeeld door het aantal van het jaar dat "
            "er het dichtst bij ligt.",
        )


def _no_kwb() -> Fault:
    return Fault(
        "Kerncijfers wijken en buurten (CBS)",
        "deze cijfers zijn nog niet opgehaald; ze zijn nodig om te delen door het aantal huishoudens",
        remedy=FETCH,
    )
