"""What a count is divided by: inhabitants or households on the first day of the quarter."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.tables.codes import OPEN_AGE


@dataclass(frozen=True)
class Inhabitants:
    """Delen door de inwoners van `age_from` tot en met `age_to` jaar; zonder `age_to` is er geen bovengrens.

    Voorbeeld:
        sd.Inhabitants(0, 17)
    """

    age_from: int = 0
    age_to: int = OPEN_AGE


@dataclass(frozen=True)
class Households:
    """Delen door alle huishoudens (particuliere, zoals het CBS ze telt).

    Voorbeeld:
        sd.Households()
    """


EVERYBODY = Inhabitants()
YOUTH_0_17 = Inhabitants(0, 17)
YOUTH_12_22 = Inhabitants(12, 22)
ADULTS = Inhabitants(18)
WORKING_AGE = Inhabitants(15, 64)
ELDERLY = Inhabitants(65)
HOUSEHOLDS = Households()
