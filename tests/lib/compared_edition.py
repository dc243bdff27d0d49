"""A small edition of yearly figures with other municipalities beside it, for tests of comparing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from socdom.editions.additions import MEMBER_COLUMNS, write_members
from socdom.editions.model import Description
from socdom.editions.read import Edition
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, small_edition

GROUP, COUNTRY = "RG9999", "NL01"
NAMES = (
    "Zwolle",
    "'s-Hertogenbosch",
    "Breda",
    "Súdwest-Fryslân",
    "Almere",
    "Tilburg",
    "Delft",
    "Ede",
    "Goes",
)


def rate(**changes: object) -> Description:
    """A published rate in percent, with one decimal."""
    return description("procent", protection="openbaar", moment="jaar", **changes)


def compared(
    folder: Path,
    own: float | None,
    members: Sequence[float | None],
    *,
    group: float | None = None,
    country: float | None = None,
    texts: Description | None = None,
    year: str = "2020",
    status: str = "definitief",
    denominator: float | None = 10_000.0,
    earlier: float | None = None,
    **changes: object,
) -> Edition:
    """An edition with one figure of `year`, and those of members named in the order of NAMES.

    Args:
        own, group, country: values; None of the own figure is hidden, of the others absent.
        members: values; None is absent at the source.
        earlier: the own figure of a year earlier, if there is one.
    """
    texts = texts or rate()
    rows = [figure(year, own, status, denominator=denominator, indicator=texts.id)]
    for code, value in ((GROUP, group), (COUNTRY, country)):
        rows += [] if value is None else [figure(year, value, area=code, indicator=texts.id)]
    if earlier is not None:
        rows.append(figure(str(int(year) - 1), earlier, denominator=denominator, indicator=texts.id))
    edition = small_edition(
        folder,
        rows,
        [texts],
        names={GROUP: "Vergelijkbare gemeenten", COUNTRY: "Nederland"},
        **{
            "own_registration": False,
            "fictional": False,
            "reference": "Vergelijkbare gemeenten zijn even groot.",
            **changes,
        },
    )
    write_members(edition.folder, members_frame(texts.id, year, members))
    return edition


def members_frame(indicator: str, year: str, values: Sequence[float | None]) -> pd.DataFrame:
    """Rows of MEMBER_COLUMNS; more values than NAMES get a number for a name."""
    names = [*NAMES, *(f"Gemeente {number}" for number in range(len(NAMES), len(values)))]
    rows = [
        (indicator, year, f"GM{number:04}", name, value, "ontbreekt" if value is None else "definitief")
        for number, (name, value) in enumerate(zip(names, values, strict=False), 1)
    ]
    return pd.DataFrame(rows, columns=list(MEMBER_COLUMNS)).astype({"value": "float64"})


__all__ = ["COUNTRY", "GEMEENTE", "GROUP", "NAMES", "compared", "members_frame", "rate"]
