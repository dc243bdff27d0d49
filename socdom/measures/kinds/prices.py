"""What help costs: per person, per hour or day, and how much more than a year earlier.

`AmountPerPerson` is per person about whom there is a line in the period. `UnitPrice` is all euros divided by all
volume, never a mean of prices; without a volume above zero (more was taken back than declared) there is no price.

`AmountChange` is divided by what made it: volume, price or mix. A good is a category of help in a unit, under a law.
Volumes are added up per measure (hours, days, output pieces, effort pieces, euros); the effects of the measures are
added up, see `socdom.stats.price_volume_mix`. The base is the smaller number of persons of the two periods. A period of
which the year before is not in the run, or was not registered yet, has no figure.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.arranged import Arranged
from socdom.measures.calendar import QUARTERS_PER_YEAR
from socdom.measures.dimensions import DIMENSIONS, Dimension
from socdom.measures.kinds.amount import CENTS_PER_EURO, Declared, clients, of_clients, paid, summed
from socdom.measures.kinds.checks import check_choices
from socdom.measures.kinds.providers import cents_of_providers, of_providers
from socdom.measures.kinds.volumes import MEASURES, PARTS, goods_of, goods_twice, later, volume_in_parts
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.tally import Tally
from socdom.quarters import Quarter
from socdom.stats.price_volume_mix import Effects, price_volume_mix

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# Days from the first to the last day.
_LONGEST_QUARTER = 91


@dataclass(frozen=True)
class AmountPerPerson(Declared):
    """Euro's van declaraties per inwoner over wie er in de periode een regel is.

    Attributes:
        selection: welke rijen van "declarations".
        by: "service_quarter" of "received_quarter", zoals bij `Amount`.

    Voorbeeld:
        sd.kinds.AmountPerPerson(sd.Selection("declarations", {"law": "wmo"}))
    """

    selection: Selection
    by: str = "service_quarter"

    name = "bedrag per persoon"
    method = "bedrag_per_persoon/1"
    protection = "gemiddelde"
    takes_denominator = False

    def partial(self, counted: Counted) -> Partial:
        return paid(counted)

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        some = partial.clients["now"]
        persons = some.number.astype(float)
        return of_clients(partial.counts["cents"] / CENTS_PER_EURO, some, denominator=persons)


@dataclass(frozen=True)
class UnitPrice(Declared):
    """De prijs per uur, etmaal of stuk: alle euro's gedeeld door alle hulp. Het is geen gemiddelde van prijzen.

    Is er samen geen hulp (er werd meer teruggenomen dan gedeclareerd), dan is er geen prijs.

    Attributes:
        selection: welke rijen van "declarations". Alleen regels in deze maat tellen mee.
        measure: "uur", "etmaal" of "stuk".
        by: "service_quarter" of "received_quarter", zoals bij `Amount`.

    Voorbeeld:
        sd.kinds.UnitPrice(sd.Selection("declarations", {"law": "wmo"}), measure="uur")
    """

    selection: Selection
    measure: str
    by: str = "service_quarter"

    name = "gemiddelde prijs"
    method = "gemiddelde_prijs/1"
    protection = "prijs"
    takes_denominator = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choices("UnitPrice", {"measure": (self.measure, tuple(MEASURES))})

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        rows = super().prepare(tables)
        return rows[rows["unit"].isin(MEASURES[self.measure])].reset_index(drop=True)

    def partial(self, counted: Counted) -> Partial:
        volume = volume_in_parts(counted.rows)[counted.spans.row]
        sums = {"cents": summed(counted, counted.spans.value), "parts": summed(counted, volume)}
        return Partial(sums, cents_of_providers(counted), {"now": clients(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        volume = np.maximum(partial.counts["parts"], 0) / PARTS
        euros = partial.counts["cents"] / CENTS_PER_EURO
        providers = of_providers(partial.keyed, shape, 1).members.astype(float)
        return of_clients(euros, partial.clients["now"], denominator=volume, providers=providers)


@dataclass(frozen=True)
class AmountChange(Declared):
    """Hoeveel euro's meer dan een jaar eerder, en wat daarin zit: hoeveelheid, prijs of samenstelling.

    Hoeveelheden tellen wij op per maat, zoals uren of dagen. Is er van een jaar eerder nog niets, dan is er geen
    cijfer.

    Attributes:
        selection: welke rijen van "declarations".
        by: "service_quarter" of "received_quarter", zoals bij `Amount`.

    Voorbeeld:
        sd.kinds.AmountChange(sd.Selection("declarations", {"law": "wmo"}))
    """

    selection: Selection
    by: str = "service_quarter"

    name = "verschil met een jaar eerder"
    method = "verschil_jaar/1"
    protection = "verschil"
    levels = ("gemeente",)
    takes_denominator = False
    own_dimension = "hoeveelheid_prijs_samenstelling"

    def fits(self, dimension: Dimension) -> bool:
        """Only into volume, price and mix."""
        return dimension == DIMENSIONS[self.own_dimension]

    def known_from(self, start: Quarter) -> Quarter:
        """A year later: nothing can be compared with what was not registered."""
        return Quarter.from_index(start.index + QUARTERS_PER_YEAR)

    def partial(self, counted: Counted) -> Partial:
        lag = _periods_per_year(counted)
        now = paid(counted)
        known = np.zeros(counted.shape, dtype=np.int64)
        known[:, lag:] = 1
        counts = {**now.counts, "cents_before": later(now.counts["cents"], lag), "known": known}
        before = now.clients["now"].each(lambda array: later(array, lag))
        return Partial(counts, goods_twice(counted, lag), {**now.clients, "before": before})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        effects = _effects(partial, shape)
        return _euros(partial, effects.volume + effects.price + effects.mix)

    def parts(self, partial: Partial, shape: tuple[int, int]) -> dict[str, Tally]:
        effects = _effects(partial, shape)
        named = {"hoeveelheid": effects.volume, "prijs": effects.price, "samenstelling": effects.mix}
        return {name: _euros(partial, cents) for name, cents in named.items()}


def _periods_per_year(counted: Counted) -> int:
    """4 quarters, or 1 year."""
    days = counted.last_days[0] - counted.first_days[0]
    return 1 if days > _LONGEST_QUARTER else QUARTERS_PER_YEAR


def _effects(partial: Partial, shape: tuple[int, int]) -> Effects:
    return price_volume_mix(goods_of(partial.keyed), shape[0] * shape[1])


def _euros(partial: Partial, cents: Ints) -> Tally:
    """A change in euros; unknown where there is no year before."""
    counts, now, before = partial.counts, partial.clients["now"], partial.clients["before"]
    known = counts["known"] > 0
    largest, two_largest = (
        np.maximum(_part(most(now), counts["cents"]), _part(most(before), counts["cents_before"]))
        for most in (lambda some: some.first, lambda some: some.first + some.second)
    )
    base = np.minimum(now.number, before.number).astype(float)
    change = cents.reshape(known.shape) / CENTS_PER_EURO
    return Tally(change, base, largest=largest, two_largest=two_largest).where(known)


def _part(cents: Ints, whole: Ints) -> Floats:
    """Which part of an amount it is; infinite where the amount is not above zero."""
    return np.divide(cents, whole, out=np.full(whole.shape, np.inf), where=whole > 0)
