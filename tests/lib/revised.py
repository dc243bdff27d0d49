"""Counts that come out again and again: published with or without holding them against the last release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from socdom.attack.model import Release
from socdom.disclosure.policy import CBS5, Policy
from socdom.disclosure.revisions import kept
from socdom.disclosure.rules import rounded, too_small
from socdom.editions.model import FIGURE_KEY, Description
from socdom.pipeline.protection import record_of
from tests.lib import sample_edition

NAN = float("nan")
KINDS = {
    "hulp": "personen",
    "deel": "aandeel",
    "euro": "bedrag",
    "mens": "gemiddelde",
    "tarief": "prijs",
    "duur": "duur",
    "p90": "percentiel",
}
STATE = ["numerator", "denominator", "value", "status"]


def figures(
    indicator: str,
    numerators: Sequence[float],
    denominators: Sequence[float] | float = NAN,
    *,
    base: Sequence[float] | None = None,
    period: str = "2020Q4",
) -> pd.DataFrame:
    """Unprotected figures of one indicator, each of a buurt of its own."""
    numbers = np.asarray(numerators, dtype=float)
    frame = pd.DataFrame(
        {
            "indicator": indicator,
            "period": period,
            "area": [f"BU{number:08d}" for number in range(len(numbers))],
            "dimension": "",
            "category": "",
            "numerator": numbers,
            "denominator": denominators,
            "value": numbers,
            "unit": "u",
            "status": "definitief",
            "method": "m/1",
            "base": numbers if base is None else base,
        }
    )
    return frame.astype({"denominator": float, "base": float})


def published(frame: pd.DataFrame, last: pd.DataFrame | None, policy: Policy = CBS5) -> pd.DataFrame:
    """Figures as they come out by themselves, no siblings; `last` None: with rounding alone."""
    kind = frame["indicator"].map(KINDS)
    shown, hidden = rounded(frame, kind, policy), too_small(frame, kind, policy)
    if last is not None:
        stays = kept(frame, shown, kind, hidden, last, policy)
        hidden = (hidden & ~stays.shown) | stays.hidden
        shown = pd.DataFrame({"numerator": stays.numerator, "denominator": stays.denominator}).combine_first(
            shown
        )
    value = shown["numerator"].mask(hidden)
    return frame.drop(columns="base").assign(
        numerator=value,
        denominator=shown["denominator"].mask(hidden),
        value=value,
        status=frame["status"].mask(hidden, "geheim"),
    )


def no_states() -> pd.DataFrame:
    """What there is before the first release."""
    return published(figures("hulp", [10]), None).iloc[:0][[*FIGURE_KEY, *STATE]]


def release(now: pd.DataFrame, before: Sequence[pd.DataFrame], policy: Policy = CBS5) -> Release:
    """What an outsider has: the figures now, and those of the releases before."""
    states = [
        frame[[*FIGURE_KEY, *STATE]].assign(release=number) for number, frame in enumerate(before, start=1)
    ]
    return Release(
        figures=now,
        descriptions=_descriptions(),
        areas=(),
        rules=record_of(policy),
        earlier=pd.concat(states, ignore_index=True).assign(figures_as_of=date(2020, 10, 1).isoformat()),
    )


def walked(
    walk: Sequence[pd.DataFrame], policy: Policy = CBS5, *, keeping: bool = True
) -> list[pd.DataFrame]:
    """The releases of a walk of unprotected figures, each held against the one before."""
    out: list[pd.DataFrame] = []
    for frame in walk:
        last = (out[-1] if out else no_states()) if keeping else None
        out.append(published(frame, last, policy))
    return out


@cache
def _descriptions() -> tuple[Description, ...]:
    first = sample_edition.descriptions()[0]
    return tuple(first.model_copy(update={"id": name, "protection": kind}) for name, kind in KINDS.items())
