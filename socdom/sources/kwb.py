"""Kerncijfers wijken en buurten (CBS): inhabitants, households and bijstand per gemeente, wijk and buurt.

CBS publishes one table per year, as OData v3. Keys of regions are padded with spaces, Nederland is NL00, and
the number at the end of a column name differs per year, so that columns are matched on the name before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from socdom import dutch
from socdom.areas import Area, reference_code
from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.regions import HOUSEHOLDS, INHABITANTS, KWB_TABLES, area, within
from socdom.sources.cbs.snapshot import Snapshot, days_of, newest
from socdom.sources.cbs.themes_cells import OTHER_BORDERS, comparable_parts
from socdom.sources.kwb_file import KwbFile, kwb_of_snapshot, read_kwb_file
from socdom.sources.kwb_group import OPENING, WHOLE, group_rows, member_rows
from socdom.sources.open_data import LAND, NO_OPEN_DATA, OpenData, collected, members_of
from socdom.sources.reference_group import BY_CLASS, describe

_FOLDER = "cbs_statline"
_YOUNG = "k_0Tot15Jaar"


@dataclass(frozen=True)
class _Series:
    """How one series follows from the columns of a table.

    Attributes:
        numerators: ways to make the numerator, each a tuple of columns to add up; the first that the table
            has.
        plus, minus: columns that make the denominator; none when there is no denominator.
        scale: what numerator / denominator is multiplied by.
        label: Dutch name, for a note when the table has no figures yet.
    """

    name: str
    label: str
    numerators: tuple[tuple[str, ...], ...]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    scale: float = 1


_SERIES = (
    _Series("kwb_inwoners", "inwoners", ((INHABITANTS,),)),
    _Series("kwb_huishoudens", "huishoudens", ((HOUSEHOLDS,),)),
    _Series("kwb_0_14", "inwoners van 0 tot 15 jaar", ((_YOUNG,),), (INHABITANTS,), scale=100),
    _Series("kwb_15_24", "inwoners van 15 tot 25 jaar", (("k_15Tot25Jaar",),), (INHABITANTS,), scale=100),
    _Series("kwb_25_44", "inwoners van 25 tot 45 jaar", (("k_25Tot45Jaar",),), (INHABITANTS,), scale=100),
    _Series("kwb_45_64", "inwoners van 45 tot 65 jaar", (("k_45Tot65Jaar",),), (INHABITANTS,), scale=100),
    _Series(
        "kwb_65_plus",
        "inwoners van 65 jaar en ouder",
        (("k_65JaarOfOuder",), ("k_65JaarTot80Jaar", "k_80JaarOfOuder")),
        (INHABITANTS,),
        scale=100,
    ),
    # CBS gives no number of inhabitants of 18 and over here; 15 and over is the nearest.
    _Series(
        "kwb_bijstand",
        "personen met bijstand",
        (("PersonenPerSoortUitkeringBijstand",),),
        (INHABITANTS,),
        (_YOUNG,),
        1000,
    ),
    _Series("kwb_wmo", "Wmo-cliënten", (("WmoClienten",),), (INHABITANTS,), scale=1000),
    _Series("kwb_jeugdzorg", "jongeren met jeugdzorg in natura", (("JongerenMetJeugdzorgInNatura",),)),
)


def read_kwb(
    open_data: Path | None,
    gemeente: str,
    years: Sequence[int],
    store: Path | None = None,
    comparison: Vergelijking = BY_CLASS,
) -> OpenData:
    """Read the figures of a municipality, its wijken and buurten, comparable municipalities and Nederland.

    Series: `kwb_inwoners` and `kwb_huishoudens` (numbers), `kwb_<age>` (numerator inhabitants of that age,
    value % of all inhabitants), `kwb_bijstand` (persons, value per 1.000 inhabitants of 15 and over), and,
    once CBS has filled them, `kwb_wmo` (per 1.000 inhabitants) and `kwb_jeugdzorg` (number). CBS rounds
    counts of wijken and buurten to 5, bijstand to 10; a cell it leaves empty is `ontbreekt`. A figure is
    `voorlopig` where CBS says so. Of a wijk or buurt with another border than the year before there is nothing from
    before that year.

    Args:
        open_data: folder with `cbs_statline/<table>*/`, for years that were not fetched.
        gemeente: CBS code ("GM0766").
        years: years to read; see KWB_TABLES.
        store: folder with snapshots; what was fetched goes before a file.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: a year is not known or not there, a file or column is missing, or the municipality is
            not in the table; all faults at once.
    """
    files, notes = _files(_Sources(open_data, store, gemeente, comparison), years)
    rows = []
    without: dict[str, list[str]] = {}
    for file in files:
        found, empty = _rows(file)
        rows.append(found)
        if empty:
            without.setdefault(dutch.listing(empty), []).append(str(file.year))
    notes += [
        f"Het CBS heeft in de Kerncijfers wijken en buurten {dutch.listing(of)} nog geen cijfers over {what}. "
        "Daarom staan die niet in dit overzicht."
        for what, of in without.items()
    ]
    if not rows:
        return NO_OPEN_DATA
    every = pd.concat(rows, ignore_index=True)
    others = pd.concat([found[_is_member(found, file)] for found, file in zip(rows, files, strict=True)])
    mine = every[every["area"].eq(LAND.code) | within(every["area"], gemeente)]
    kept = comparable_parts(mine)
    if len(kept) < len(mine):
        notes.append(OTHER_BORDERS)
    shown = pd.concat([kept, group_rows(others, gemeente)], ignore_index=True)
    names = {code: name for file in files for code, name in file.members.items()}
    return OpenData(
        series=collected([shown]),
        areas=_areas(files, gemeente, set(shown["area"])),
        files=tuple(path for file in files for path in file.paths),
        reference=_reference(files, gemeente),
        notes=tuple(notes),
        members=members_of([member_rows(others, names)]),
    )


def _is_member(rows: pd.DataFrame, file: KwbFile) -> pd.Series:
    return rows["area"].isin(list(file.members))


def _reference(files: Sequence[KwbFile], gemeente: str) -> str:
    """Sentences about the group of each year; "" where the tables do not tell it."""
    groups = {str(file.year): file.group for file in files if file.group.is_known}
    if not groups:
        return ""
    regions = files[-1].regions
    name = regions.loc[regions["code"].eq(gemeente), "name"].iloc[0]
    return describe(groups, name, whole=WHOLE, opening=OPENING)


@dataclass(frozen=True)
class _Sources:
    """Where tables may be, and of whom they are read."""

    open_data: Path | None
    store: Path | None
    gemeente: str
    comparison: Vergelijking


def _files(sources: _Sources, years: Sequence[int]) -> tuple[list[KwbFile], list[str]]:
    """The table of every year, oldest first, and a sentence about each that was fetched; all faults at once."""
    found: list[KwbFile] = []
    notes: list[str] = []
    faults: list[Fault | str] = []
    for year in sorted(set(years)):
        try:
            file, note = _of_year(sources, year)
            found.append(file)
            notes += note
        except DeliveryError as error:
            faults.extend(error.faults)
    if faults:
        raise DeliveryError(faults)
    return found, notes


def _of_year(sources: _Sources, year: int) -> tuple[KwbFile, list[str]]:
    """What was fetched of a year; where that is for another municipality or a few columns, the file if there is one."""
    open_data, store, who = sources.open_data, sources.store, (sources.gemeente, sources.comparison)
    if store is None or year not in KWB_TABLES or not days_of(store, KWB_TABLES[year]):
        return read_kwb_file(_table_folder(open_data, year), year, *who), []
    snapshot = newest(store, KWB_TABLES[year])
    try:
        return kwb_of_snapshot(snapshot, year, *who), [_origin(snapshot, year)]
    except DeliveryError:
        if not _folders(open_data, year):
            raise
        return read_kwb_file(_table_folder(open_data, year), year, *who), []


def _folders(open_data: Path | None, year: int) -> list[Path]:
    folders = (open_data / _FOLDER).glob(f"{KWB_TABLES[year]}*") if open_data is not None else ()
    return sorted(path for path in folders if path.is_dir())


def _origin(snapshot: Snapshot, year: int) -> str:
    return (
        f"De Kerncijfers wijken en buurten {year} komen uit tabel {snapshot.table} van het CBS, {snapshot.age}. "
        f"Licentie: {snapshot.licence}."
    )


def _table_folder(open_data: Path | None, year: int) -> Path:
    if year not in KWB_TABLES:
        raise DeliveryError(
            Fault(
                f"kwb, jaar {year}",
                f"dit jaar is niet bekend; bekend zijn {min(KWB_TABLES)} tot en met {max(KWB_TABLES)}",
                remedy="Pas de jaren aan in gemeente.yml.",
            )
        )
    found = _folders(open_data, year)
    if not found:
        raise DeliveryError(
            Fault(
                f"{_FOLDER}/{KWB_TABLES[year]}",
                f"de tabel met kerncijfers over {year} ontbreekt",
                remedy="Haal haar op met socdom fetch, of zet de tabel van het CBS in deze map.",
            )
        )
    return found[-1]


def _rows(file: KwbFile) -> tuple[pd.DataFrame, list[str]]:
    """Rows of one year, and the names of the series CBS has not filled yet."""
    rows: list[pd.DataFrame] = []
    empty: list[str] = []
    for spec in _SERIES:
        columns = _numerator_columns(file, spec)
        used = [*columns, *spec.plus, *spec.minus]
        if file.is_empty(columns):
            empty.append(spec.label)
            continue
        numerator = file.total(columns)
        denominator = file.total(spec.plus) - file.total(spec.minus) if spec.plus else float("nan")
        value = numerator / denominator * spec.scale if spec.plus else numerator
        rows.append(
            pd.DataFrame(
                {
                    "series": spec.name,
                    "area": file.regions["code"],
                    "numerator": numerator,
                    "denominator": denominator,
                    "value": value,
                    "status": "voorlopig" if file.is_provisional(used) else "definitief",
                    "changed": file.changed,
                    "scale": spec.scale,
                    "rate": bool(spec.plus),
                }
            )
        )
    return pd.concat(rows, ignore_index=True).assign(period=str(file.year), dimension="", category=""), empty


def _numerator_columns(file: KwbFile, spec: _Series) -> tuple[str, ...]:
    """The first way to make the numerator for which the table has the columns."""
    for columns in spec.numerators:
        if all(column in file.columns for column in columns):
            return columns
    raise DeliveryError(Fault(file.place, f"kolom {spec.numerators[0][0]} ontbreekt"))


def _areas(files: Sequence[KwbFile], gemeente: str, shown: set[str]) -> tuple[Area, ...]:
    """Areas of the municipality itself, its group, and Nederland, that have figures; the newest name counts."""
    names: dict[str, str] = {}
    for file in files:
        names |= dict(zip(file.regions["code"], file.regions["name"], strict=True))
    found = [area(code, name) for code, name in sorted(names.items()) if code in shown]
    group = Area(reference_code(gemeente), "Vergelijkbare gemeenten", "referentie")
    return (*found, *([group] if group.code in shown else []))
