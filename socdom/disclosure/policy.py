"""The rules of disclosure control as data, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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
SHOWN_STATUSES = ("definitief", "voorlopig", "onvolledig")
HIDDEN_STATUS = "geheim"
IMPOSSIBLE_STATUS = "onmogelijk"


@dataclass(frozen=True)
class Policy:
    """Thresholds of disclosure control.

    Attributes:
        name: key in `gemeente.yml` (`bescherming`).
        source: where the rule comes from, a Dutch sentence for the page "over deze cijfers".
        hidden_up_to: a true count of 0 up to and including this number is not shown. Zero is included:
            "nobody" tells something about everybody in the group.
        round_to: every count that is shown is rounded to the nearest multiple. With 7 and 5 the edge of the
            threshold is the edge of a rounding class: the smallest count shown, 10, stands for 8 to 12, as
            wide as every other.
        statistic_base: a median is shown from this number of cases on.
        percentile_base: a percentile is shown from this number of cases on. Nine in ten of 50 leaves five beyond it,
            so that it is not the number of one person at the far end.
        statistic_decimals: decimals a statistic keeps, and a share of euros.
        price_decimals: decimals a price keeps: cents.
        amount_round_to: euros; an amount is hidden with the count of persons behind it, otherwise rounded.
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

    @property
    def half_width(self) -> int:
        """How far a shown count can lie from the true one."""
        return self.round_to // 2


CBS5 = Policy(
    name="cbs5",
    source=(
        "Wij volgen de regel van het CBS voor cijfers over Wmo-cliënten (tabel 83262NED): 0 tot en met 7 "
        "tonen wij niet. Andere aantallen ronden wij af op 5."
    ),
    hidden_up_to=7,
    round_to=5,
    statistic_base=10,
    percentile_base=50,
    statistic_decimals=1,
    price_decimals=2,
    amount_round_to=1000,
)

POLICIES: Mapping[str, Policy] = MappingProxyType({CBS5.name: CBS5})
