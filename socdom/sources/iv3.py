"""Iv3: lasten and baten of the sociaal domein per municipality, from the files BZK and CBS publish per year.

A file is `finance_iv3/<year>_begroting.csv` or `<year>_jaarrekening.csv`: one row per municipality and
taakveld, amounts × €1.000, with the size class, urbanity and number of inhabitants of the municipality, and
rows for Nederland. "Unprocessed": the figures as municipalities delivered them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from socdom.areas import Area, reference_code
from socdom.errors import DeliveryError, Fault
from socdom.measures.taakvelden import GROUPS, group_of
from socdom.sources.iv3_file import COUNTRY, read_file
from socdom.sources.open_data import (
    LAND,
    OpenData,
    collected,
    municipality_name,
    same_municipality,
)
from socdom.sources.reference_group import ReferenceGroup, describe, reference_group
from socdom.sources.taakvelden import totals_among
from socdom.tables.codes import SIDES

DOCUMENTS = ("begroting", "jaarrekening")
_FOLDER = "finance_iv3"
_THOUSAND = 1000


@dataclass(frozen=True)
class _Delivery:
    """One file, ready to be summed.

    Attributes:
        name: the municipality, as this file writes it.
        group: its reference group in this year.
        incomplete: members of the group of which an amount or the number of inhabitants is missing.
        inhabitants: per municipality.
        amounts: per side, euros; one row per municipality, one column per taakveld on which is booked.
    """

    year: str
    document: str
    path: Path
    name: str
    group: ReferenceGroup
    incomplete: tuple[str, ...]
    inhabitants: pd.Series
    amounts: Mapping[str, pd.DataFrame]

    def areas(self, gemeente: str) -> dict[str, list[str]]:
        """Area code → the municipalities it sums."""
        members = [member for member in self.group.members if member not in self.incomplete]
        group = {reference_code(gemeente): members} if members else {}
        return {gemeente: [self.name], **group, LAND.code: [COUNTRY]}


def read_iv3(open_data: Path, gemeente: str, years: Sequence[int]) -> OpenData:
    """Read the lasten and baten of the sociaal domein (taakvelden 6.x).

    Series `iv3_<lasten|baten>_<begroting|jaarrekening>`: numerator in euros, denominator inhabitants, value
    euros per inhabitant, for the municipality, its reference group (sums over sums, so weighted; see
    `reference_group`) and Nederland; as a total, by `taakveldgroep` (comparable over the years), and for the
    newest year of a document by `taakveld`, as booked. Series `..._totaal`: euros, of the municipality
    itself, without denominator.

    A year may have one of the two documents. An amount that was not delivered makes every sum it belongs to
    `ontbreekt`; a member of the reference group without complete figures is left out of that year.

    Args:
        open_data: folder with `finance_iv3/` and `geometry/`.
        gemeente: CBS code ("GM0766").
        years: years to read; each needs a begroting or a jaarrekening.

    Raises:
        DeliveryError: a year, column or municipality is missing, or a file is damaged; all faults at once.
    """
    name, names_file = municipality_name(open_data, gemeente)
    deliveries = _deliveries(open_data / _FOLDER, name, years)
    groups = {delivery.year: delivery.group for delivery in deliveries}
    left_out = sorted({member for delivery in deliveries for member in delivery.incomplete})
    newest = {delivery.document: delivery.year for delivery in deliveries}
    rows = [
        _rows(delivery, gemeente, by_taakveld=newest[delivery.document] == delivery.year)
        for delivery in deliveries
    ]
    series = collected(rows)
    present = set(series["area"])
    areas = (
        Area(gemeente, name, "gemeente"),
        Area(reference_code(gemeente), "Vergelijkbare gemeenten", "referentie"),
        LAND,
    )
    return OpenData(
        series=series,
        areas=tuple(area for area in areas if area.code in present),
        files=(*(delivery.path for delivery in deliveries), names_file),
        reference=describe(groups, name, left_out) if groups else "",
    )


def _deliveries(folder: Path, name: str, years: Sequence[int]) -> list[_Delivery]:
    """Every file there is for the years, oldest first."""
    found: list[_Delivery] = []
    faults: list[Fault | str] = []
    for year in sorted(set(years)):
        paths = [folder / f"{year}_{document}.csv" for document in DOCUMENTS]
        existing = [path for path in paths if path.is_file()]
        if not existing:
            faults.append(_absent(year))
        for path in existing:
            try:
                found.append(_delivery(path, str(year), name))
            except DeliveryError as error:
                faults.extend(error.faults)
    if faults:
        raise DeliveryError(faults)
    return found


def _absent(year: int) -> Fault:
    return Fault(
        f"{_FOLDER}, jaar {year}",
        "voor dit jaar is er geen begroting en geen jaarrekening",
        remedy=f"Zet {year}_begroting.csv in de map, of haal het jaar weg in gemeente.yml.",
    )


def _delivery(path: Path, year: str, name: str) -> _Delivery:
    rows = read_file(path)
    written = same_municipality(name, rows["gemeente"].unique())
    if written is None:
        raise DeliveryError(Fault(path.name, f"gemeente {name} staat niet in dit bestand"))
    municipalities = rows.drop_duplicates("gemeente")
    group = reference_group(municipalities, written)
    inhabitants = municipalities.set_index("gemeente")["inhabitants"]
    amounts = {side: _amounts(rows, side) for side in SIDES}
    members = list(group.members)
    gaps = pd.concat([inhabitants, *amounts.values()], axis=1).loc[members].isna().any(axis=1)
    return _Delivery(
        year=year,
        document=path.stem.partition("_")[2],
        path=path,
        name=written,
        group=group,
        incomplete=tuple(gaps.index[gaps]),
        inhabitants=inhabitants,
        amounts=amounts,
    )


def _amounts(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    table = rows.pivot(index="gemeente", columns="taakveld", values=side)
    return table.drop(columns=totals_among(table.loc[COUNTRY])) * _THOUSAND


def _rows(delivery: _Delivery, gemeente: str, *, by_taakveld: bool) -> pd.DataFrame:
    """Rows of one document: per inhabitant for every area, and the total of the municipality."""
    rows = []
    areas = delivery.areas(gemeente)
    inhabitants = pd.Series(
        {area: delivery.inhabitants[names].sum(skipna=False) for area, names in areas.items()}
    )
    for side in SIDES:
        series = f"iv3_{side}_{delivery.document}"
        sums = _sums(delivery.amounts[side], areas, by_taakveld=by_taakveld)
        per_inhabitant = sums.assign(series=series, denominator=sums["area"].map(inhabitants))
        own = sums[sums["area"].eq(gemeente)].assign(series=f"{series}_totaal", denominator=float("nan"))
        rows += [
            per_inhabitant.assign(value=per_inhabitant["numerator"] / per_inhabitant["denominator"]),
            own.assign(value=own["numerator"]),
        ]
    return pd.concat(rows, ignore_index=True).assign(period=delivery.year, status="definitief")


def _sums(amounts: pd.DataFrame, areas: Mapping[str, list[str]], *, by_taakveld: bool) -> pd.DataFrame:
    """Euros per part and area: columns dimension, category, area, numerator.

    An amount that was not delivered makes the sum unknown, not smaller.
    """
    parts = {
        (dimension, category): amounts[codes].sum(axis=1, skipna=False)
        for dimension, category, codes in _parts(amounts.columns, by_taakveld=by_taakveld)
    }
    per_gemeente = pd.DataFrame(parts)
    per_area = pd.DataFrame(
        {area: per_gemeente.loc[names].sum(skipna=False) for area, names in areas.items()}
    )
    per_area = per_area.rename_axis(index=["dimension", "category"], columns="area")
    return per_area.stack(future_stack=True).rename("numerator").reset_index()


def _parts(codes: pd.Index, *, by_taakveld: bool) -> Iterator[tuple[str, str, list[str]]]:
    """The total and every breakdown of it: dimension, category, taakvelden."""
    yield "", "", list(codes)
    for group in GROUPS:
        yield "taakveldgroep", group, [code for code in codes if group_of(code) == group]
    if by_taakveld:
        for code in codes:
            yield "taakveld", code, [code]
