"""Iv3 as CBS publishes it: "Gemeenten JJJJ onbewerkte Iv3-data", one table per year in the catalogue IV3.

A table crosses taakvelden (and posts of the balance), categories (L…, B…), municipalities and kinds of report; numbers
are × €1.000. A delivery is published twice: some ten days after its deadline (`k_1ePlaatsing`), and some sixty days
later once more with corrections (`k_2ePlaatsing`). The second counts, the first until it is there. They are never mixed
within a delivery: an amount that moved to another taakveld would count twice. CBS writes -99998,
"." or nothing for a municipality that did not deliver; all are missing in a snapshot. Nothing is corrected by CBS.

The size class, urbanity and inhabitants of a municipality are not in these tables; those of Kerncijfers wijken en
buurten are taken. Quarters are in the tables too (X001 to X004), and are not read: they need not balance, are
corrected the most, and tell of a part of a year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.regions import group_of, kwb_classes, kwb_years, names_of
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import Snapshot, days_of, newest
from socdom.sources.iv3_document import Iv3Document, document_of
from socdom.sources.iv3_file import COUNTRY
from socdom.sources.reference_group import BY_CLASS
from socdom.sources.taakvelden import unknown_faults
from socdom.tables.codes import SIDES

# Source: titles in the catalogue of dataderden.cbs.nl. Before 2017 there are no taakvelden.
TABLES: Mapping[int, str] = MappingProxyType(
    {
        2017: "45038NED",
        2018: "45042NED",
        2019: "45046NED",
        2020: "45050NED",
        2021: "45054NED",
        2022: "45059NED",
        2023: "45063NED",
        2024: "45067NED",
        2025: "45071NED",
        2026: "45078NED",
    }
)
REPORTS = {"begroting": "X000", "jaarrekening": "X005"}
_TAAKVELD, _CATEGORY, _GEMEENTE, _REPORT = "TaakveldBalanspost", "Categorie", "Gemeenten", "Verslagsoort"
_PUBLICATION = re.compile(r"k_([12])[a-z]+Plaatsing")
_SIDE = {"L": "lasten", "B": "baten"}
# Of the municipalities, so many must have delivered for a sum that stands for the country.
_COUNTRY_FROM = 0.9


def requests_for(
    years: Sequence[int],
    gemeente: str = "",
    store: Path | None = None,
    comparison: Vergelijking = BY_CLASS,
) -> list[TableRequest]:
    """The tables of these years, as far as needed: taakvelden 6.x, lasten and baten, begroting and jaarrekening.

    Args:
        years: years of Iv3; each has a table of its own. Of a year without a table there may be files of BZK.
        gemeente: CBS code. Then only it and its reference group are asked for: some 200.000 rows a year for a group
            of fifty. Without it all municipalities are, for sums of Nederland: some 1,4 million rows a year.
        store: folder with snapshots, to know the reference group by (Kerncijfers wijken en buurten); without one only
            the municipality itself is asked for, with those it names.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: Kerncijfers wijken en buurten are damaged, or do not have the municipality.
    """
    return [
        TableRequest(
            table=TABLES[year],
            catalog="IV3",
            keys={
                _TAAKVELD: ("6.*",),
                _CATEGORY: tuple(f"{letter}*" for letter in _SIDE),
                _GEMEENTE: _wanted(gemeente, store, comparison) if gemeente else ("GM*",),
                _REPORT: tuple(f"{year}{kind}" for kind in REPORTS.values()),
            },
        )
        for year in sorted(set(years) & TABLES.keys())
    ]


def _wanted(gemeente: str, store: Path | None, comparison: Vergelijking) -> tuple[str, ...]:
    """The municipality and, when it is known, its reference group."""
    if comparison.gemeenten:
        return (gemeente, *sorted(comparison.gemeenten))
    years = kwb_years(store) if store is not None else []
    if store is None or not years:
        return (gemeente,)
    for year in reversed(years):  # an abolished municipality is not in the newest
        classes = kwb_classes(store, year)
        if classes["code"].eq(gemeente).any():
            break
    return (gemeente, *group_of(classes, gemeente, comparison)[1])


def has_snapshot(store: Path | None, year: int) -> bool:
    """Whether the table of a year was fetched."""
    return store is not None and year in TABLES and bool(days_of(store, TABLES[year]))


def read_documents(
    store: Path, gemeente: str, year: int, comparison: Vergelijking = BY_CLASS
) -> list[Iv3Document]:
    """The begroting and the jaarrekening of a year, as far as the municipality delivered them.

    Nederland is the sum of all municipalities that delivered, when nearly all did and all were asked for.

    Raises:
        DeliveryError: the table was not fetched (for this municipality), is damaged, or lacks a column; it holds a
            taakveld that is not known.
    """
    snapshot = newest(store, TABLES[year])
    cells = _cells(snapshot)
    if gemeente not in set(cells["code"]):
        raise DeliveryError(
            Fault(
                f"CBS {snapshot.table}",
                f"gemeente {gemeente} staat niet in wat is opgehaald",
                remedy="Haal de cijfers op met socdom fetch.",
            )
        )
    classes, kwb_year = _classes(store, year)
    names = _each_its_own(names_of(snapshot, _GEMEENTE))
    everyone = sum(name.startswith("GM") for name in snapshot.codes(_GEMEENTE)["key"])
    everyone -= len(snapshot.abolished(_GEMEENTE))
    found = []
    for document, kind in REPORTS.items():
        part = cells[cells["report"].eq(f"{year}{kind}")]
        if part.loc[part["code"].eq(gemeente), "amount"].isna().all():
            continue
        rows = _with_classes(_per_taakveld(part), classes, names)
        rows = _with_country(rows, everyone)
        status = "definitief" if part["second"].notna().any() else "voorlopig"
        found.append(
            document_of(
                rows,
                str(year),
                document,
                names[gemeente],
                snapshot.files,
                status=status,
                notes=(_origin(snapshot, document, year, kwb_year),),
                comparison=comparison,
            )
        )
    return found


def _each_its_own(names: Mapping[str, str]) -> dict[str, str]:
    """Names, with the code behind those that two codes have: an abolished municipality and another of its name."""
    known = list(names.values())
    twice = {name for name in known if known.count(name) > 1}
    return {code: f"{name} ({code})" if name in twice else name for code, name in names.items()}


def _cells(snapshot: Snapshot) -> pd.DataFrame:
    """Columns report, code, taakveld, side, amount (× €1.000, of the second publication where there is one), second."""
    frame = snapshot.observations
    publications = {match[1]: name for name in frame.columns if (match := _PUBLICATION.match(name))}
    dimensions = [_TAAKVELD, _CATEGORY, _GEMEENTE, _REPORT]
    missing = [name for name in dimensions if name not in frame.columns]
    missing += [] if "1" in publications else ["k_1ePlaatsing"]
    if missing:
        rule = f"deze kolommen ontbreken: {', '.join(missing)}"
        raise DeliveryError(Fault(f"CBS {snapshot.table}", rule, remedy="Haal de tabel opnieuw op."))
    first = frame[publications["1"]].astype(float)
    second = frame[publications["2"]].astype(float) if "2" in publications else first * float("nan")
    delivery = [frame[_REPORT], frame[_GEMEENTE]]
    corrected = second.notna().groupby(delivery).transform("any")
    cells = pd.DataFrame(
        {
            "report": frame[_REPORT],
            "code": frame[_GEMEENTE],
            "taakveld": frame[_TAAKVELD],
            "side": frame[_CATEGORY].str[:1].map(_SIDE),
            "amount": second.where(corrected, first),
            "second": second,
        }
    )
    # Totals ("6.", "L") would count their parts twice; posts of the balance are no taakvelden.
    single = frame[_CATEGORY].str.fullmatch(r"[LB][0-9](\.[0-9])+")
    cells = cells[cells["taakveld"].str.fullmatch(r"6\.[0-9]{1,3}[a-d]?") & single]
    if unknown := unknown_faults(f"CBS {snapshot.table}", cells["taakveld"].unique()):
        raise DeliveryError(unknown)
    return cells


def _per_taakveld(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per municipality and taakveld with lasten and baten; all missing when it did not deliver.

    In a delivery that is there, a cell without a number is 0: Iv3 leaves zeros out.
    """
    delivered = cells.groupby("code")["amount"].count() > 0
    sums = cells.groupby(["code", "taakveld", "side"])["amount"].sum().unstack("side", fill_value=0.0)
    grid = pd.MultiIndex.from_product([sorted(delivered.index), sorted(cells["taakveld"].unique())])
    full = sums.reindex(index=grid, columns=list(SIDES), fill_value=0.0).rename_axis(["code", "taakveld"])
    full.loc[~full.index.get_level_values("code").map(delivered).to_numpy(dtype=bool)] = float("nan")
    return full.reset_index()


def _classes(store: Path, year: int) -> tuple[pd.DataFrame, int | None]:
    """Classes and inhabitants of the municipalities, and of which year: that of the document, or the nearest one known.

    Without Kerncijfers wijken en buurten there are none.
    """
    years = kwb_years(store)
    if not years:
        columns = {"code": "str", "inhabitants": "float64", "size": "str", "urbanity": "str"}
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()}), None
    best = min(years, key=lambda known: (abs(known - year), -known))
    return kwb_classes(store, best), best


def _with_classes(rows: pd.DataFrame, classes: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """With the name, inhabitants and classes of each municipality; missing for one that KWB does not have."""
    known = classes[["code", "inhabitants", "size", "urbanity"]]
    joined = rows.merge(known, on="code", how="left").fillna({"size": "", "urbanity": ""})
    return joined.assign(gemeente=joined["code"].map(names))


def _with_country(rows: pd.DataFrame, everyone: int) -> pd.DataFrame:
    """With rows of Nederland, over the municipalities of which everything is known; without when too few are."""
    gaps = rows[[*SIDES, "inhabitants"]].isna().any(axis=1).groupby(rows["gemeente"]).transform("any")
    whole = rows[~gaps]
    if whole["gemeente"].nunique() < _COUNTRY_FROM * everyone:
        return rows
    total = whole.groupby("taakveld")[[*SIDES, "inhabitants"]].sum().reset_index()
    country = total.assign(gemeente=COUNTRY, code="", size="", urbanity="")
    return pd.concat([rows, country], ignore_index=True)


def _origin(snapshot: Snapshot, document: str, year: int, kwb_year: int | None) -> str:
    known = (
        f"Het aantal inwoners is dat van {kwb_year}."
        if kwb_year
        else "Het aantal inwoners is nog niet opgehaald. Daarom staat hier geen bedrag per inwoner."
    )
    return (
        f"De {document} van {year} komt uit tabel {snapshot.table} van het CBS, {snapshot.age} "
        f"({snapshot.licence}). {known}"
    )
