"""The rules of disclosure control as data, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PROTECTIONS = (
    "personen",
    "aandeel",
    "duur",
    "percentiel",
    "bedrag",
    "verschil",
    "gemiddelde",
    "prijs",
    "aandeel_bedrag",
    "openbaar",
)
# What names a figure, in columns.
KEY = ["indicator", "period", "area", "dimension", "category"]
SHOWN_STATUSES = ("definitief", "voorlopig", "onvolledig")
HIDDEN_STATUS = "geheim"
IMPOSSIBLE_STATUS = "onmogelijk"


@dataclass(frozen=True)
class Policy:
    """Thresholds of disclosure control.

    Attributes:
        name: key in `gemeente.yml` (`bescherming`), of the rule it starts from.
        source: where the rule comes from, a Dutch sentence for the page "over deze cijfers"; without thresholds, which
            a municipality may change.
        hidden_up_to: a true count of 0 up to and including this number is not shown. Zero is included:
            "nobody" tells something about everybody in the group.
        round_to: every count that is shown is rounded to the nearest multiple.
        statistic_base: a median is shown from this number of cases on.
        percentile_base: a percentile is shown from this number of cases on. Nine in ten of 50 leaves five beyond it,
            so that it is not the number of one person at the far end.
        statistic_decimals: decimals a statistic keeps, and a share of euros.
        price_decimals: decimals a price keeps: cents.
        amount_round_to: euros; an amount is hidden with the count of persons behind it, otherwise rounded.
        dominance_one, dominance_two: an amount is hidden when one client has more than this part of it, or two
            clients together.
        providers_base: a price or a share of providers is shown from this number of providers on.
        share_decimals: (base below, decimals), in rising order: decimals of a percentage by its rounded whole; the
            last pair has no limit (None).
        kept_within: a figure that was shown before stays as it was while the count lies no further than this
            outside what it stood for; so that a revision by so few persons cannot be seen.
        amount_spread: a hidden amount may not be found from other amounts closer than this part of itself.
    """

    name: str
    source: str
    hidden_up_to: int
    round_to: int
    statistic_base: int
    percentile_base: int
    statistic_decimals: int
    price_decimals: int
    amount_round_to: int
    dominance_one: float = 0.5
    dominance_two: float = 0.8
    providers_base: int = 3
    share_decimals: tuple[tuple[int | None, int], ...] = ((100, 0), (None, 1))
    kept_within: int = 2
    amount_spread: float = 0.2

    def low(self, shown: Floats) -> Floats:
        """Smallest true count that is shown as `shown` (half is rounded up)."""
        return np.maximum(shown - self.round_to // 2, self.hidden_up_to + 1)

    def high(self, shown: Floats) -> Floats:
        """Largest true count that is shown as `shown`."""
        return shown + (self.round_to - 1) // 2


CBS5 = Policy(
    name="cbs5",
    source="Wij volgen de regel van het CBS voor cijfers over Wmo-cliënten (tabel 83262NED).",
    hidden_up_to=7,
    round_to=5,
    statistic_base=10,
    percentile_base=50,
    statistic_decimals=1,
    price_decimals=2,
    amount_round_to=1000,
)

N10 = Policy(
    name="n10",
    source="Wij volgen de regel die ook Vektis gebruikt voor cijfers over zorg.",
    hidden_up_to=9,
    round_to=10,
    statistic_base=10,
    percentile_base=50,
    statistic_decimals=1,
    price_decimals=2,
    amount_round_to=1000,
)

POLICIES: Mapping[str, Policy] = MappingProxyType({policy.name: policy for policy in (CBS5, N10)})
