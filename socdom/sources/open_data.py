"""What every source of published figures hands over, and how it finds its files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.areas import COUNTRY, Area
from socdom.errors import DeliveryError, Fault

SERIES_COLUMNS = (
    "series",
    "period",
    "area",
    "dimension",
    "category",
    "numerator",
    "denominator",
    "value",
    "status",
)
LAND = Area(COUNTRY, "Nederland", "land")

# Of one municipality of the comparison, in total (no breakdown), in the unit of the series.
MEMBER_COLUMNS = ("series", "period", "area", "name", "value", "status")

_BORDERS = "geometry/gemeenten_*.geojson"
# How publishers tell two municipalities of one name apart, or a municipality from its province.
_ADDITION = re.compile(r" \((?:gemeente|[A-Z]{1,2}\.?[a-z]*\.)\)$")


def no_members() -> pd.DataFrame:
    """No other municipality."""
    text = pd.Series(dtype="str")
    return pd.DataFrame({name: text for name in MEMBER_COLUMNS}).assign(value=pd.Series(dtype="float64"))


@dataclass(frozen=True)
class OpenData:
    """Published figures of one municipality and of what it is compared with.

    Attributes:
        series: one row per figure, columns SERIES_COLUMNS; `period` is a year ("2023"); a figure that is
            missing or impossible is empty.
        areas: the areas of the rows, each once.
        files: every file that was read, for the manifest.
        reference: Dutch sentences that say which municipalities the comparison holds, a line per source; "" when there
            is none.
        notes: Dutch sentences for the page "over deze cijfers".
        members: figures of each municipality of the comparison; columns MEMBER_COLUMNS.
    """

    series: pd.DataFrame
    areas: tuple[Area, ...]
    files: tuple[Path, ...]
    reference: str = ""
    notes: tuple[str, ...] = ()
    members: pd.DataFrame = field(default_factory=no_members)


NO_OPEN_DATA = OpenData(pd.DataFrame(columns=list(SERIES_COLUMNS)), (), ())


def collected(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put rows together, settle their status, and order the columns.

    A figure without a value is `ontbreekt`, or `onmogelijk` when its denominator is 0; then it is empty.

    Args:
        parts: frames with SERIES_COLUMNS in any order; may be none.
    """
    if not parts:
        return pd.DataFrame(columns=list(SERIES_COLUMNS))
    rows = pd.concat(parts, ignore_index=True)
    impossible = rows["denominator"].eq(0)
    missing = rows["value"].isna() & ~impossible
    gone = impossible | missing
    rows = rows.assign(
        numerator=rows["numerator"].mask(gone),
        value=rows["value"].mask(gone),
        status=rows["status"].mask(missing, "ontbreekt").mask(impossible, "onmogelijk"),
    )
    return rows.loc[:, list(SERIES_COLUMNS)]


def members_of(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Rows of other municipalities together; a value that cannot be is missing.

    Args:
        parts: frames with MEMBER_COLUMNS; may be none.
    """
    filled = [part for part in parts if len(part)]
    if not filled:
        return no_members()
    rows = pd.concat(filled, ignore_index=True)
    value = rows["value"].astype("float64").where(lambda column: np.isfinite(column))
    known = rows.assign(value=value, status=rows["status"].mask(value.isna(), "ontbreekt"))
    return known[list(MEMBER_COLUMNS)]


def municipality_name(open_data: Path, code: str) -> tuple[str, Path]:
    """Name of a municipality by its CBS code, and the file that says so (the newest file with borders).

    Raises:
        DeliveryError: there is no such file, it is damaged, or the code is not in it.
    """
    files = sorted(open_data.glob(_BORDERS))
    if not files:
        raise DeliveryError(
            Fault(
                "geometry",
                "het bestand met de gemeenten (gemeenten_JAAR.geojson) ontbreekt",
                remedy="Zet het in de map met open data.",
            )
        )
    names = names_in_borders(files[-1])
    if code not in names:
        raise DeliveryError(
            Fault(
                files[-1].name,
                f"gemeente {code} staat niet in dit bestand",
                remedy="Controleer de code in gemeente.yml.",
            )
        )
    return _bare(names[code]) if names[code].endswith("(gemeente)") else names[code], files[-1]


def municipality_codes(open_data: Path) -> dict[str, str]:
    """Code → name of every municipality in the files with borders; the newest file last, so that its names count.

    Raises:
        DeliveryError: a file is damaged.
    """
    found: dict[str, str] = {}
    for path in sorted(open_data.glob(_BORDERS)):
        found |= names_in_borders(path)
    return found


def names_in_borders(path: Path) -> dict[str, str]:
    """Code → name of the municipalities in a file with borders.

    Raises:
        DeliveryError: the file is damaged.
    """
    try:
        found = [item["properties"] for item in json.loads(path.read_text(encoding="utf-8"))["features"]]
        return {str(item["statcode"]): str(item["statnaam"]) for item in found}
    except (ValueError, KeyError, TypeError):
        raise DeliveryError(
            Fault(path.name, "dit is geen bestand met gemeenten", remedy="Haal het opnieuw op.")
        ) from None


def same_municipality(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that is this municipality, also when one of the two has an addition such as "(L.)".

    Two municipalities that differ in their addition only ("Bergen (L.)", "Bergen (NH.)") are never mixed up:
    without an exact match a name must be unique.
    """
    candidates = list(candidates)
    if name in candidates:
        return name
    found = [candidate for candidate in candidates if _bare(candidate) == _bare(name)]
    return found[0] if len(found) == 1 else None


def _bare(name: str) -> str:
    return _ADDITION.sub("", name.strip())
