"""The taakvelden of the sociaal domein (Iv3, 6.x) under three regimes, and the groups that stay comparable.

Since 2017 the list changed twice: in 2023 (6.71, 6.72, 6.81 and 6.82 were split, 6.73 and 6.74 came) and in
2025 (6.2 was split, youth help is booked by level of purchase instead of by content, pgb and coordination got
taakvelden of their own). Single taakvelden therefore do not make a series; the groups below do.
Source: Iv3 definitions per year (CBS, Iv3-informatievoorschrift gemeenten).
"""

from __future__ import annotations

import re

import pandas as pd

_GROUPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (group, re.compile(pattern))
    for group, pattern in (
        ("samenkracht", r"6\.1"),
        ("toegang", r"6\.2|6\.2[1-3]"),
        ("inkomen", r"6\.3"),
        ("begeleide_participatie", r"6\.4"),
        ("arbeidsparticipatie", r"6\.5"),
        ("wmo", r"6\.60?|6\.71|6\.71[a-d]|6\.71[1-4]|6\.791|6\.91"),
        ("jeugd", r"6\.72|6\.72[a-d]|6\.73[a-c]|6\.74[a-c]|6\.75[1-3]|6\.76[1-3]|6\.792|6\.92"),
        ("zorg_18_plus", r"6\.81|6\.81[ab]|6\.81[12]"),
        ("zorg_18_min", r"6\.82|6\.82[ab]|6\.82[12]"),
    )
)
GROUPS = tuple(group for group, _ in _GROUPS)
_ROUNDING = 0.5


def code_of(label: str) -> str:
    """Code of a taakveld as published: "6.71a Huishoudelijke hulp (WMO)" → "6.71a"."""
    return label.strip().split(" ", 1)[0]


def group_of(code: str) -> str | None:
    """Comparable group of a taakveld; None for a code that no regime has."""
    return next((group for group, pattern in _GROUPS if pattern.fullmatch(code)), None)


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
