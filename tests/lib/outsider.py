"""Releases as an outsider has them, made of unprotected figures without the protection."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.attack.model import Facts, Release
from socdom.editions.model import FIGURE_COLUMNS, FIGURE_KEY, AreaRecord, Description
from socdom.editions.protection import ProtectionRecord
from socdom.measures.indicator import Indicator

RULES = ProtectionRecord(
    name="proef",
    source="Een regel om mee te proberen.",
    hidden_up_to=7,
    round_to=5,
    statistic_base=10,
    percentile_base=50,
    statistic_decimals=1,
    price_decimals=2,
    amount_round_to=1000,
    dominance_one=0.5,
    dominance_two=0.8,
    providers_base=3,
    share_decimals=((None, 1),),
    kept_within=2,
    amount_spread=0.2,
)
NOTHING_EARLIER = pd.DataFrame(
    {name: [] for name in (*FIGURE_KEY, "numerator", "denominator", "value", "status", "release")}
)


def release_of(
    figures: pd.DataFrame,
    indicators: Sequence[Indicator],
    areas: Sequence[Area],
    earlier: pd.DataFrame = NOTHING_EARLIER,
) -> Release:
    """A release with these figures, of the given indicators."""
    descriptions = tuple(Description.model_validate(item.describe()) for item in indicators)
    places = tuple(
        AreaRecord(code=area.code, name=area.name, level=area.level, parent=area.parent) for area in areas
    )
    return Release(figures[list(FIGURE_COLUMNS)], descriptions, places, RULES, earlier)


def all_hidden(raw: pd.DataFrame) -> pd.DataFrame:
    """The same figures with nothing shown."""
    return raw.assign(numerator=np.nan, denominator=np.nan, value=np.nan, status="geheim", unit="", method="")


def broken(facts: Facts) -> list[str]:
    """The names of the relations that the true numbers do not meet, without their period."""
    size = len(facts.relations)
    terms = facts.terms
    parts = terms["coefficient"].to_numpy() * facts.unknowns["true"].to_numpy()[terms["unknown"]]
    total = np.bincount(terms["relation"], weights=parts, minlength=size)
    low, high = (facts.relations[name].to_numpy() for name in ("low", "high"))
    # Amounts are in cents; a sum of some hundreds of them is off by far less than one.
    outside = (total < low - 0.005) | (total > high + 0.005)
    return [name.rsplit(", ", 1)[0] for name in facts.relations.loc[outside, "table"]]
