"""One Iv3 document of all municipalities, a begroting or a jaarrekening of a year, and the series it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from socdom.areas import reference_code
from socdom.measures.taakvelden import GROUPS, group_of
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.iv3_file import COUNTRY
from socdom.sources.open_data import LAND, MEMBER_COLUMNS
from socdom.sources.reference_group import BY_CLASS, ReferenceGroup, reference_group
from socdom.sources.taakvelden import totals_among
from socdom.tables.codes import SIDES

_THOUSAND = 1000
# On a taakveld where this part of the other municipalities books, nothing at all is seldom what was spent.
_NEARLY_ALL = 0.9
# And that is only known of so many others: of a table of CBS just the reference group is fetched.
_ENOUGH = 10


@dataclass(frozen=True)
class Iv3Document:
    """A document, ready to be summed.

    Attributes:
        year: "2023".
        document: "begroting" or "jaarrekening".
        name: the municipality, as this document writes it.
        group: its reference group in this year.
        incomplete: members of the group of which an amount or the number of inhabitants is missing.
        inhabitants: per municipality; NaN is missing.
        amounts: per side, euros; one row per municipality, one column per taakveld on which is booked.
        codes: municipality → CBS code, of those whose code is known.
        files: the files it was read from.
        status: "voorlopig" while a second publication, with corrections, is still to come.
        notes: Dutch sentences about where it comes from.
    """

    year: str
    document: str
    name: str
    group: ReferenceGroup
    incomplete: tuple[str, ...]
    inhabitants: pd.Series
    amounts: Mapping[str, pd.DataFrame]
    codes: Mapping[str, str]
    files: tuple[Path, ...]
    status: str = "definitief"
    notes: tuple[str, ...] = ()

    def areas(self, gemeente: str) -> dict[str, list[str]]:
        """Area code → the municipalities it sums; Nederland only when the document has it."""
        members = [member for member in self.group.members if member not in self.incomplete]
        group = {reference_code(gemeente): members} if members else {}
        country = {LAND.code: [COUNTRY]} if COUNTRY in self.inhabitants.index else {}
        return {gemeente: [self.name], **group, **country}

    @property
    def is_missing(self) -> bool:
        """Whether the municipality itself delivered nothing."""
        return all(bool(amounts.loc[self.name].isna().all()) for amounts in self.amounts.values())

    def total(self, side: str) -> float:
        """Euros of the municipality itself on all taakvelden together; NaN when an amount is missing."""
        return float(self.amounts[side].loc[self.name].sum(skipna=False))


def document_of(
    rows: pd.DataFrame,
    year: str,
    document: str,
    name: str,
    files: tuple[Path, ...],
    *,
    status: str = "definitief",
    notes: tuple[str, ...] = (),
    comparison: Vergelijking = BY_CLASS,
) -> Iv3Document:
    """Put the rows of a document in order.

    Args:
        rows: as `iv3_file.read_file` gives them: one per municipality and taakveld; and `code`, its CBS code, ""
            where that is not known.
        name: the municipality, as the rows write it.
        comparison: with which municipalities it is compared.
    """
    municipalities = rows.drop_duplicates("gemeente")
    group = reference_group(municipalities, name, comparison)
    inhabitants = municipalities.set_index("gemeente")["inhabitants"]
    amounts = {side: _amounts(rows, side) for side in SIDES}
    members = list(group.members)
    gaps = pd.concat([inhabitants, *amounts.values()], axis=1).loc[members].isna().any(axis=1)
    incomplete = tuple(gaps.index[gaps])
    codes = dict(zip(municipalities["gemeente"], municipalities["code"], strict=True))
    return Iv3Document(
        year,
        document,
        name,
        group,
        incomplete,
        inhabitants,
        amounts,
        codes,
        files,
        status=status,
        notes=notes,
    )


def _amounts(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    table = rows.pivot(index="gemeente", columns="taakveld", values=side)
    everyone = table.loc[COUNTRY] if COUNTRY in table.index else table.sum()
    return table.drop(columns=totals_among(everyone)) * _THOUSAND


def series_of(document: Iv3Document, gemeente: str, *, by_taakveld: bool) -> pd.DataFrame:
    """Rows of one document: per inhabitant for every area, and the total of the municipality."""
    rows = []
    areas = document.areas(gemeente)
    inhabitants = pd.Series(
        {area: document.inhabitants[names].sum(skipna=False) for area, names in areas.items()}
    )
    for side in SIDES:
        series = f"iv3_{side}_{document.document}"
        sums = _sums(document.amounts[side], areas, by_taakveld=by_taakveld)
        per_inhabitant = sums.assign(series=series, denominator=sums["area"].map(inhabitants))
        own = sums[sums["area"].eq(gemeente)].assign(series=f"{series}_totaal", denominator=float("nan"))
        rows += [
            per_inhabitant.assign(value=per_inhabitant["numerator"] / per_inhabitant["denominator"]),
            own.assign(value=own["numerator"]),
        ]
    return pd.concat(rows, ignore_index=True).assign(period=document.year, status=document.status)


def member_rows(document: Iv3Document) -> pd.DataFrame:
    """Rows with MEMBER_COLUMNS: lasten and baten per inhabitant of each member, in total.

    Of a member that is left out of the sum of the group the value is missing. One without a code is not named.
    """
    names = [name for name in document.group.members if document.codes[name]]
    known = pd.Series([name not in document.incomplete for name in names], index=names, dtype=bool)
    inhabitants = document.inhabitants.loc[names]
    rows = [
        pd.DataFrame(
            {
                "series": f"iv3_{side}_{document.document}",
                "period": document.year,
                "area": [document.codes[name] for name in names],
                "name": names,
                "value": (document.amounts[side].loc[names].sum(axis=1) / inhabitants)
                .where(known)
                .to_numpy(),
                "status": known.map({True: document.status, False: "ontbreekt"}).to_numpy(),
            }
        )
        for side in SIDES
    ]
    return pd.concat(rows, ignore_index=True)[list(MEMBER_COLUMNS)]


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


def unbooked(document: Iv3Document) -> tuple[str, ...]:
    """Taakvelden on which the municipality books no lasten at all and nearly all others do.

    Its costs are then most likely on another taakveld: Dongen books no huishoudelijke hulp (6.71a) in its
    jaarrekening of 2023, where 337 of 342 municipalities do.
    """
    lasten = document.amounts["lasten"]
    others = lasten.drop(index=[document.name, COUNTRY], errors="ignore")
    known = others.notna().sum()
    usual = (known >= _ENOUGH) & ((others > 0).sum() >= _NEARLY_ALL * known)
    own = lasten.loc[document.name]
    return tuple(sorted(code for code in lasten.columns if own[code] == 0 and usual[code]))
