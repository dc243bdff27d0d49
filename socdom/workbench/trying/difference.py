"""What a definition changes beside the one there is: its fields, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd

from socdom.areas import level_of
from socdom.measures.indicator import Indicator

# Long texts are compared, and not shown twice.
_TEXTS = ("why", "reading", "pitfalls", "breaks", "events")
_TOLD = "tekst"


def changed_fields(old: Indicator, new: Indicator) -> tuple[tuple[str, str, str], ...]:
    """Name, old and new value of each field that differs; of a way of counting its own fields, as `measure.days`."""
    return tuple(_changed(old, new, ""))


def _changed(old: Any, new: Any, place: str) -> Iterator[tuple[str, str, str]]:
    for field in fields(old):
        one, other = getattr(old, field.name), getattr(new, field.name)
        name = f"{place}{field.name}"
        if one == other or name == "id":
            continue
        if is_dataclass(one) and type(one) is type(other):
            yield from _changed(one, other, f"{name}.")
        elif name in _TEXTS:
            yield name, _TOLD, f"andere {_TOLD}"
        else:
            yield name, _text(one), _text(other)


def _text(value: Any) -> str:
    if is_dataclass(value):
        return repr(value)
    return "–" if value in ("", (), None, {}) else str(value)


def side_by_side(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Values of the municipality as a whole, protected: columns period, old and new; NaN where there is none."""
    columns = {"value_old": "old", "value_new": "new"}
    both = _whole(old).merge(_whole(new), on="period", how="outer", suffixes=("_old", "_new"))
    return both.rename(columns=columns).sort_values("period", ignore_index=True)


def _whole(figures: pd.DataFrame) -> pd.DataFrame:
    own = figures["area"].map(level_of).eq("gemeente") & figures["dimension"].eq("")
    return figures.loc[own, ["period", "value"]]
