"""One table of Kerncijfers wijken en buurten: as OData v3 entity sets in Parquet files, or as a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.regions import ABROAD_INCLUDED, KWB_REGION, bare_name, names_of, wants_parts, within
from socdom.sources.cbs.request import stem_of
from socdom.sources.cbs.snapshot import Snapshot
from socdom.sources.cbs.themes_cells import new_borders
from socdom.sources.kwb_group import group_in
from socdom.sources.open_data import LAND
from socdom.sources.reference_group import BY_CLASS, ReferenceGroup

_DATA, _PROPERTIES = "TypedDataSet", "DataProperties"
_PROVISIONAL = "voorlopige cijfers"


@dataclass(frozen=True)
class KwbFile:
    """The rows of one municipality (gemeente, wijken, buurten), of its reference group and of Nederland.

    Attributes:
        regions: columns `code` (unpadded; Nederland is NL01) and `name`.
        columns: numbers per column, named without the number at its end; same order as `regions`. NaN is
            missing.
        descriptions: what CBS says about a column.
        changed: whether the border or code of a region is another one than the year before; same order as `regions`.
        paths: the files that were read.
        group: the reference group in this year.
        members: code → name of the municipalities in it.
    """

    year: int
    place: str
    regions: pd.DataFrame
    columns: Mapping[str, pd.Series]
    descriptions: Mapping[str, str]
    changed: pd.Series
    paths: tuple[Path, ...]
    group: ReferenceGroup
    members: Mapping[str, str]

    def total(self, columns: Sequence[str]) -> pd.Series:
        """Sum of columns per region, missing when one of them is; 0 for no columns."""
        return sum((self.columns[column] for column in columns), pd.Series(0.0, index=self.regions.index))

    def is_empty(self, columns: Sequence[str]) -> bool:
        """Whether CBS left a column empty, for the whole country too."""
        return any(self.columns[column].isna().all() for column in columns)

    def is_provisional(self, columns: Iterable[str]) -> bool:
        """Whether CBS calls one of the columns provisional."""
        return any(_PROVISIONAL in self.descriptions.get(column, "") for column in columns)


def read_kwb_file(folder: Path, year: int, gemeente: str, comparison: Vergelijking = BY_CLASS) -> KwbFile:
    """Read one table.

    Args:
        folder: holds `*TypedDataSet.parquet`, `*WijkenEnBuurten.parquet` and `*DataProperties.parquet`.
        year: the year the table is about.
        gemeente: CBS code.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: a file is missing or damaged, a key column is missing, or the municipality is not in
            it.
    """
    paths = _paths(folder)
    data = _read(paths[_DATA], (KWB_REGION,))
    names = _read(paths[KWB_REGION], ("Key", "Title"))
    properties = _read(paths[_PROPERTIES], ("Key", "Description"))
    codes = data[KWB_REGION].str.strip().replace(ABROAD_INCLUDED, LAND.code)
    _check_present(codes, gemeente, folder.name)
    titles = dict(zip(names["Key"].str.strip(), names["Title"].str.strip(), strict=True))
    return KwbFile(
        year=year,
        place=f"{folder.name}/{paths[_DATA].name}",
        descriptions=_descriptions(properties),
        paths=tuple(paths.values()),
        **_wanted_rows(data, codes, titles, gemeente, comparison),
    )


def _wanted_rows(
    data: pd.DataFrame, codes: pd.Series, titles: dict[str, str], gemeente: str, comparison: Vergelijking
) -> dict[str, Any]:
    """The fields of a `KwbFile` that are about its rows: those of the municipality, its group and Nederland."""
    bare = {code: bare_name(title) for code, title in titles.items()}
    group, members = group_in(codes, bare, _numbers(data), gemeente, comparison)
    kept = within(codes, gemeente) | codes.eq(LAND.code) | codes.isin(list(members))
    names = bare | {LAND.code: LAND.name}
    regions = pd.DataFrame({"code": codes[kept], "name": codes[kept].map(lambda code: names.get(code, code))})
    rows = data[kept].reset_index(drop=True)
    return {
        "regions": regions.reset_index(drop=True),
        "columns": _numbers(rows),
        "changed": new_borders(rows),
        "group": group,
        "members": members,
    }


def kwb_of_snapshot(
    snapshot: Snapshot, year: int, gemeente: str, comparison: Vergelijking = BY_CLASS
) -> KwbFile:
    """The same as `read_kwb_file`, of a table that was fetched.

    Raises:
        DeliveryError: the municipality is not in it, or it was fetched for another one, or for its classes only.
    """
    place = f"CBS {snapshot.table}"
    wants_parts(snapshot, KWB_REGION, gemeente)
    if snapshot.request["measures"]:
        raise DeliveryError(
            Fault(
                place,
                f"van de kerncijfers over {year} zijn maar enkele kolommen opgehaald",
                remedy="Haal de rest op met socdom fetch.",
            )
        )
    data = snapshot.observations
    codes = data[KWB_REGION].replace(ABROAD_INCLUDED, LAND.code)
    _check_present(codes, gemeente, place)
    texts = snapshot.measures.fillna({"description": ""})
    return KwbFile(
        year=year,
        place=place,
        descriptions=dict(zip(texts["stem"], texts["description"], strict=True)),
        paths=snapshot.files,
        **_wanted_rows(data, codes, names_of(snapshot, KWB_REGION), gemeente, comparison),
    )


def _check_present(codes: pd.Series, gemeente: str, place: str) -> None:
    if not codes.eq(gemeente).any():
        raise DeliveryError(
            Fault(place, f"gemeente {gemeente} staat niet in deze tabel", remedy="Controleer het jaar.")
        )


def _paths(folder: Path) -> dict[str, Path]:
    found = {kind: sorted(folder.glob(f"*{kind}.parquet")) for kind in (_DATA, KWB_REGION, _PROPERTIES)}
    faults = [
        Fault(folder.name, f"het bestand met {kind} (parquet) ontbreekt", remedy="Haal de tabel opnieuw op.")
        for kind, paths in found.items()
        if not paths
    ]
    if faults:
        raise DeliveryError(faults)
    return {kind: paths[-1] for kind, paths in found.items()}


def _read(path: Path, required: tuple[str, ...]) -> pd.DataFrame:
    try:
        frame = pq.ParquetFile(path).read(use_threads=False).to_pandas()
    except (pa.ArrowException, OSError, ValueError):
        raise DeliveryError(
            Fault(path.name, "dit is geen leesbaar parquet-bestand", remedy="Haal de tabel opnieuw op.")
        ) from None
    absent = [column for column in required if column not in frame.columns]
    if absent:
        raise DeliveryError(Fault(path.name, f"deze kolommen ontbreken: {', '.join(absent)}"))
    return frame


def _numbers(data: pd.DataFrame) -> dict[str, pd.Series]:
    """Numeric columns by stem; CBS uses negative codes for what it does not have."""
    numeric = data.select_dtypes("number").astype(float)
    return {stem_of(name): column.mask(column < 0) for name, column in numeric.items()}


def _descriptions(properties: pd.DataFrame) -> dict[str, str]:
    texts = properties.dropna(subset=["Key"]).fillna({"Description": ""})
    return {stem_of(key): text for key, text in zip(texts["Key"], texts["Description"], strict=True)}
