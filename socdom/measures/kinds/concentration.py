"""How much of the money goes to the few providers with the most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.measures.arranged import Arranged
from socdom.measures.kinds.amount import CENTS_PER_EURO, Declared
from socdom.measures.kinds.checks import check_whole_number
from socdom.measures.kinds.rows import distinct_persons
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.tally import Tally
from socdom.stats.largest import largest
from socdom.stats.packing import pack
from socdom.stats.sums import exact_sums


@dataclass(frozen=True)
class Concentration(Declared):
    """The part of the euros of the period that goes to the providers with the most euros.

    Lines without a provider, and providers whose lines add up to zero or less, are left out. With no more providers
    than `top` the share would be everything, so there is none. The base is the number of persons of the lines.

    Attributes:
        selection: rows of `declarations`.
        top: how many providers.
        by: "service_quarter" or "received_quarter", as of `Amount`.
    """

    selection: Selection
    top: int = 3
    by: str = "service_quarter"

    name = "aandeel van de grootste aanbieders"
    method = "grootste_aanbieders/1"
    protection = "aandeel_bedrag"
    levels = ("gemeente",)
    takes_denominator = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_whole_number("Concentration: top", self.top, lowest=1, example=3)

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        rows = super().prepare(tables)
        return rows[rows["provider"] != ""].reset_index(drop=True)

    def partial(self, counted: Counted) -> Partial:
        number, names = pd.factorize(counted.rows["provider"])
        providers = max(len(names), 1)
        place = pack(counted.cells, number.astype(np.int64)[counted.spans.row], providers)
        cents = exact_sums(place, counted.spans.value, counted.shape[0] * counted.shape[1] * providers)
        paid = np.flatnonzero(cents)
        cell, provider = np.divmod(paid, providers)
        index = pd.MultiIndex.from_arrays([cell, names.astype("str")[provider]], names=["cell", "provider"])
        return Partial(
            {"persons": distinct_persons(counted)}, pd.DataFrame({"cents": cents[paid]}, index=index)
        )

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        cell = partial.keyed.index.get_level_values("cell").to_numpy()
        found = largest(cell, partial.keyed["cents"].to_numpy(), self.top, shape[0] * shape[1])
        # A part of nothing when there are too few: no share can be formed.
        enough = found.members > self.top
        top, total = (
            np.where(enough, cents, 0).reshape(shape) / CENTS_PER_EURO for cents in (found.top, found.total)
        )
        return Tally(top, partial.counts["persons"].astype(float), denominator=total)
