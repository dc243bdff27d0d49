"""Taakvelden as a published Iv3 file writes them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from socdom.errors import Fault
from socdom.measures.taakvelden import group_of

_ROUNDING = 0.5


def code_of(label: str) -> str:
    """Code of a taakveld as published: "6.71a Huishoudelijke hulp (WMO)" → "6.71a"."""
    return label.strip().split(" ", 1)[0]


def unknown_faults(place: str, codes: Iterable[str]) -> list[Fault]:
    """The fault of codes that belong to no group of taakvelden; none when all do."""
    unknown = sorted({code for code in codes if group_of(code) is None})
    rule = f"deze taakvelden zijn niet bekend: {', '.join(unknown)}"
    remedy = "Vul de groepen van taakvelden aan voordat u dit jaar gebruikt."
    return [Fault(place, rule, remedy=remedy)] if unknown else []


def totals_among(amounts: pd.Series) -> list[str]:
    """Taakvelden that only repeat the sum of their parts.

    Bare 6.71 beside 6.71a-d is, in the unprocessed files, a taakveld of its own on which some municipalities
    book; then it must be added. In a processed file it can be the sum of its parts; then adding it would
    count twice.

    Args:
        amounts: amount per code, of all municipalities together, × €1.000.

    Returns:
        The codes that equal the sum of their parts within rounding (and are not 0).
    """
    totals = []
    for code in amounts.index:
        parts = [other for other in amounts.index if other != code and other.startswith(code)]
        difference = abs(amounts[code] - amounts[parts].sum())
        if parts and amounts[code] != 0 and difference <= _ROUNDING * (len(parts) + 1):
            totals.append(code)
    return totals
