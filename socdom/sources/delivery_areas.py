"""Codes of buurten in a delivery → the codes of now, and buurten that a delivery leaves out."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter


def current_codes(codes: pd.Series, gebieden: Gebieden) -> tuple[pd.Series, np.ndarray]:
    """Current codes, and where a code is not known at all. An empty code is an unknown address."""
    distinct = codes.unique()
    current = {code: gebieden.current_code(code) for code in distinct}
    unknown = [code for code in distinct if code and code not in gebieden.codes]
    return codes.map(current).astype("str"), codes.isin(unknown).to_numpy()


def begins_late(frame: pd.DataFrame, gebieden: Gebieden) -> np.ndarray:
    """One boolean per row: True in the first quarter of a buurt that was there in earlier quarters too.

    Args:
        frame: a table of counts with `area` (current codes) and `quarter`; no row where nothing was delivered.
    """
    quarters = np.unique(frame["quarter"].to_numpy())
    first = frame.groupby("area")["quarter"].transform("min")
    exists = frame["area"].map(_first_quarters(gebieden)).fillna(np.inf).to_numpy()
    # The first quarter that was delivered while the buurt existed; beyond the end when there is none.
    due = np.append(quarters.astype(float), np.inf)[np.searchsorted(quarters, exists)]
    return (frame["quarter"].eq(first) & first.gt(due)).to_numpy()


def _first_quarters(gebieden: Gebieden) -> dict[str, int]:
    """Current code → index of the first quarter that begins with the area in its border of now, under any code."""
    days: dict[str, date] = {}
    for spell in gebieden.spells:
        code = gebieden.current_code(spell.area.code)
        days[code] = min(days.get(code, date.max), spell.valid_from)
    days.pop("", None)  # codes whose border has changed since
    quarters = {code: (Quarter.of(day), day) for code, day in days.items()}
    return {code: quarter.index + (day > quarter.start) for code, (quarter, day) in quarters.items()}
