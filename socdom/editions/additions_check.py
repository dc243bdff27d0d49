"""Whether what an edition tells beside its figures is about figures that it shows, or was published by others."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from socdom.areas import level_of
from socdom.editions.additions import Additions
from socdom.editions.inventory_check import OUR_FAULT
from socdom.editions.model import Description
from socdom.errors import Fault

_PUBLIC = "openbaar"
_INCOMPLETE = "onvolledig"


def addition_faults(
    additions: Additions, figures: pd.DataFrame, descriptions: Iterable[Description]
) -> list[Fault]:
    """What is told of an amount that is not shown or is complete, and what of other municipalities is not public.

    No fault names a number.

    Args:
        figures: of the edition, columns FIGURE_COLUMNS.
        descriptions: of every indicator.
    """
    own = figures["area"].map(level_of).eq("gemeente") & figures["dimension"].eq("")
    told_of = figures[own & figures["status"].eq(_INCOMPLETE) & figures["value"].notna()]
    shown = set(zip(told_of["indicator"], told_of["period"], strict=True))
    hidden = sorted({(r.indicator, r.period) for r in additions.expected} - shown)
    public = {item.id for item in descriptions if item.protection == _PUBLIC}
    members = additions.members
    closed = sorted(set(members["indicator"]) - public)
    mixed = sorted(set(members["area"]) & set(figures["area"]))
    return [
        *(
            Fault(
                f"expected.json, {indicator} {period}", "alleen van een bedrag dat er staat", remedy=OUR_FAULT
            )
            for indicator, period in hidden
        ),
        *(
            Fault(f"members.parquet, {name}", "alleen cijfers die openbaar zijn", remedy=OUR_FAULT)
            for name in closed
        ),
        *(
            Fault(f"members.parquet, {code}", "alleen cijfers van andere gemeenten", remedy=OUR_FAULT)
            for code in mixed
        ),
    ]
