"""Why an allocation in Lindeveen was changed (WMO002, JZ002)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.products import GONE_REASON, LAWS

_ENDED_EARLY = {"wmo": ("21", "22", "23"), "jeugd": ("32", "33", "34")}
_EXTENDED, _SHORTENED, _CORRECTED = "04", "05", "14"
_EXTENDED_SHARE, _SHORTENED_SHARE, _CORRECTED_SHARE = 0.30, 0.35, 0.004
_LONG_DAYS = 365  # who has help for longer was mostly allotted it for a year first
# Reason of an ending → (reason of the change, part); the rest has none.
_OF_END = {
    "02": (("02", 0.90),),
    "36": (("03", 0.45), ("08", 0.30), ("10", 0.15)),
    "37": (("12", 0.60), ("08", 0.10)),
    "38": (("09", 0.95),),
    "39": (("06", 0.80),),
}
_OF_MOVE = (("07", 0.90),)


def change_reasons(rng: np.random.Generator, provisions: pd.DataFrame) -> np.ndarray:
    """A code per provision, "" for those that were never changed."""
    law = LAWS[provisions["product"]]
    end_reason = provisions["end_reason"].to_numpy()
    chance, other = rng.random(len(provisions)), rng.random(len(provisions))
    days = (provisions["end"] - provisions["start"]).to_numpy()
    reason = np.where((days > _LONG_DAYS) & (other < _EXTENDED_SHARE), _EXTENDED, "")
    reason = np.where(other > 1 - _CORRECTED_SHARE, _CORRECTED, reason)
    for name, codes in _ENDED_EARLY.items():
        early = (law == name) & np.isin(end_reason, codes)
        reason = np.where(early & (chance < _SHORTENED_SHARE), _SHORTENED, reason)
        moved = (law == name) & (end_reason == GONE_REASON[name])
        reason = np.where(moved, _drawn(_OF_MOVE, chance), reason)
    for code, options in _OF_END.items():
        reason = np.where(end_reason == code, _drawn(options, chance), reason)
    return reason


def _drawn(options: tuple[tuple[str, float], ...], chance: np.ndarray) -> np.ndarray:
    codes, parts = zip(*options, strict=True)
    return np.append(codes, "")[np.searchsorted(np.cumsum(parts), chance, side="right")]
