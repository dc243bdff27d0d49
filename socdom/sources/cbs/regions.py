"""Regions in tables of CBS: the municipality itself, its wijken and buurten, Nederland, and comparable municipalities.

Keys come without the spaces CBS pads them with. `NL01` is Nederland and `NL00` everything, people abroad included;
Kerncijfers wijken en buurten (KWB) only has `NL00` and calls that Nederland.

Comparable are municipalities of the same size class that are as urban, in the newest KWB there is. The classes are
those BZK uses for the same purpose, with the same names, so that a group can be made without files of BZK.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from socdom.areas import Area, is_area_code, level_of
from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.errors import CHANGED, FETCH
from socdom.sources.cbs.snapshot import Snapshot, days_of, newest
from socdom.sources.open_data import LAND
from socdom.sources.reference_group import BY_CLASS, ReferenceGroup, reference_group

# Source: titles of the tables in the CBS catalogue. 2021 is from memory.
KWB_TABLES: Mapping[int, str] = MappingProxyType(
    {
        2017: "83765NED",
        2018: "84286NED",
        2019: "84583NED",
        2020: "84799NED",
        2021: "85039NED",
        2022: "85318NED",
        2023: "85618NED",
        2024: "85984NED",
        2025: "86165NED",
        2026: "86358NED",
    }
)
KWB_REGION = "WijkenEnBuurten"
INHABITANTS, HOUSEHOLDS, URBANITY = "AantalInwoners", "HuishoudensTotaal", "MateVanStedelijkheid"
REGION_DIMENSIONS = ("RegioS", KWB_REGION, "Wijken")
ABROAD_INCLUDED = "NL00"

# Source: classes in the files of BZK (gemeenteklassen): first number of inhabitants of the next class → name.
_SIZES = (
    (5_000, "minderdan5000inwoners"),
    (10_000, "5000tot10000inwoners"),
    (20_000, "10000tot20000inwoners"),
    (50_000, "20000tot50000inwoners"),
    (100_000, "50000tot100000inwoners"),
    (150_000, "100000tot150000inwoners"),
    (250_000, "150000tot250000inwoners"),
    (float("inf"), "250000inwonersofmeer"),
)
# Source: KWB, "Mate van stedelijkheid": 1 is 2.500 addresses per km² or more, 5 is fewer than 500.
_URBANITY = {
    1: "Zeersterkstedelijk",
    2: "Sterkstedelijk",
    3: "Matigstedelijk",
    4: "Weinigstedelijk",
    5: "Nietstedelijk",
}


def region_dimension(snapshot: Snapshot) -> str:
    """Name of the dimension with regions.

    Raises:
        DeliveryError: the table has none of those CBS uses.
    """
    for name in REGION_DIMENSIONS:
        if name in snapshot.dimensions:
            return name
    raise DeliveryError(
        Fault(
            f"CBS {snapshot.table}",
            f"een indeling in regio's ({', '.join(REGION_DIMENSIONS)}), gevonden: {', '.join(snapshot.dimensions)}",
            remedy=CHANGED,
        )
    )


def area_codes(keys: pd.Series) -> pd.Series:
    """Codes of regions as socdom has them: Nederland is NL01, also where a table has no key for it but NL00."""
    return keys if keys.eq(LAND.code).any() else keys.replace(ABROAD_INCLUDED, LAND.code)


def within(codes: pd.Series, gemeente: str) -> pd.Series:
    """Which codes are the municipality ("GM0766"), one of its wijken or one of its buurten."""
    found = codes.str[2:6].eq(gemeente[2:]) & codes.str[:2].isin(["GM", "WK", "BU"])
    return found & codes.isin([code for code in codes[found].unique() if is_area_code(code)])


def wants_parts(snapshot: Snapshot, dimension: str, gemeente: str) -> None:
    """Check that a table was fetched for this municipality, and not for another one that uses the same store.

    Raises:
        DeliveryError: its wijken were not asked for, while those of another municipality were.
    """
    asked = tuple(snapshot.request["keys"].get(dimension, ()))
    of_wijken = [key for key in asked if key.startswith("WK")]
    if of_wijken and not any(f"WK{gemeente[2:]}".startswith(key.rstrip("*")) for key in of_wijken):
        raise DeliveryError(
            Fault(
                f"CBS {snapshot.table}",
                f"deze cijfers zijn opgehaald voor een andere gemeente dan {gemeente}",
                remedy=FETCH,
            )
        )


def names_of(snapshot: Snapshot, dimension: str) -> dict[str, str]:
    """Code → name of every region of a table; a municipality without "(gemeente)" behind its name."""
    codes = snapshot.codes(dimension)
    names = {key: bare_name(title) for key, title in zip(codes["key"], codes["title"], strict=True)}
    return names | {LAND.code: LAND.name}


def bare_name(title: str) -> str:
    """Name of a region by its title at CBS, which puts "(gemeente)" behind a municipality."""
    return title.strip().removesuffix(" (gemeente)")


def area(code: str, name: str) -> Area:
    """A gemeente, wijk, buurt or Nederland, with the area that holds it."""
    parent = {"BU": f"WK{code[2:8]}", "WK": f"GM{code[2:6]}"}.get(code[:2], "")
    return LAND if code == LAND.code else Area(code, name, level_of(code), parent)


def kwb_years(store: Path) -> list[int]:
    """Years of KWB that were fetched, oldest first."""
    return [year for year, table in KWB_TABLES.items() if days_of(store, table)]


def kwb_classes(store: Path, year: int | None = None) -> pd.DataFrame:
    """The municipalities of a KWB with their size class and urbanity.

    Args:
        store: folder with snapshots.
        year: of the KWB; None for the newest that was fetched.

    Returns:
        One row per municipality, by code: `code` ("GM0766"), `gemeente` (its name), `inhabitants`, `households`
        (rounded to 5 by CBS; NaN is missing), `size`, `urbanity` (as in the files of BZK: "20000tot50000inwoners",
        "Matigstedelijk"; "" when CBS gives none). Municipalities that were abolished later are among them.

    Raises:
        DeliveryError: no KWB was fetched, or the table misses a column.
    """
    years = kwb_years(store) if year is None else [year]
    if not years:
        raise DeliveryError(
            Fault(
                "Kerncijfers wijken en buurten (CBS)",
                "deze cijfers zijn nog niet opgehaald; ze zijn nodig om vergelijkbare gemeenten te vinden",
                remedy=FETCH,
            )
        )
    return classes_of(newest(store, KWB_TABLES[years[-1]]))


def classes_of(snapshot: Snapshot) -> pd.DataFrame:
    """The same as `kwb_classes`, of one table."""
    missing = [n for n in (INHABITANTS, HOUSEHOLDS, URBANITY) if n not in snapshot.observations.columns]
    if missing:
        rule = f"deze kolommen ontbreken: {', '.join(missing)}"
        raise DeliveryError(Fault(f"CBS {snapshot.table}", rule, remedy="Haal de cijfers opnieuw op."))
    rows = snapshot.observations
    rows = rows[rows[KWB_REGION].str.startswith("GM")].sort_values(KWB_REGION)
    names = names_of(snapshot, KWB_REGION)
    found = classes_from(rows[KWB_REGION], names, rows[INHABITANTS], rows[URBANITY])
    return found.assign(households=rows[HOUSEHOLDS].astype(float)).reset_index(drop=True)


def classes_from(
    codes: pd.Series, names: Mapping[str, str], inhabitants: pd.Series, urbanity: pd.Series
) -> pd.DataFrame:
    """Municipalities with their classes: columns code, gemeente, inhabitants, size and urbanity, as `kwb_classes`.

    Args:
        codes, inhabitants, urbanity: a row per municipality; urbanity from 1 to 5; NaN is missing.
        names: code → name.
    """
    return pd.DataFrame(
        {
            "code": codes,
            "gemeente": codes.map(lambda code: names.get(code, code)),
            "inhabitants": inhabitants.astype(float),
            "size": inhabitants.astype(float).map(size_class),
            "urbanity": urbanity.map(lambda value: _URBANITY.get(value, "")),
        }
    )


def size_class(inhabitants: float) -> str:
    """Size class of a number of inhabitants: 27.565 → "20000tot50000inwoners"; "" when it is missing."""
    return next((name for limit, name in _SIZES if inhabitants < limit), "")


def group_of(
    classes: pd.DataFrame, gemeente: str, comparison: Vergelijking = BY_CLASS
) -> tuple[ReferenceGroup, tuple[str, ...]]:
    """The reference group of a municipality, and the codes of its members.

    Args:
        classes: as `kwb_classes` gives them.
        gemeente: CBS code.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: the municipality is not among them.
    """
    own = classes.loc[classes["code"].eq(gemeente), "gemeente"]
    if own.empty:
        raise DeliveryError(
            Fault(
                "Kerncijfers wijken en buurten (CBS)",
                f"gemeente {gemeente} staat niet in deze tabel",
                remedy="Controleer de code in gemeente.yml, of haal een nieuwer jaar op.",
            )
        )
    group = reference_group(classes, own.iloc[0], comparison)
    codes = dict(zip(classes["gemeente"], classes["code"], strict=True))
    return group, tuple(sorted(codes[name] for name in group.members))
