"""Tables from elsewhere, with totals and small cells: protected and attacked, and published ones of CBS.

The first are examples of the literature (GaussSuppression, SSB): regions by kind of income, and regions by sex. The
others are rows of CBS as they were published, hidden numbers and all.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from socdom.disclosure import CBS5, POLICIES, Policy
from tests.lib.some_tables import GM, counts, crossed, in_tables, kinds_of, shown

# As the examples themselves do it: up to 3 is hidden, all else is shown as it is.
EXACT = replace(CBS5, name="exact", hidden_up_to=3, round_to=1)
THREES = replace(CBS5, name="drietallen", hidden_up_to=4, round_to=3)
RULES = {rule.name: rule for rule in (*POLICIES.values(), EXACT, THREES)}
# Where hiding what is small, and rounding, is enough: the attack of each finds nothing.
ENOUGH = {("income", "cbs5"), ("income", "drietallen"), ("sexes", "n10")}
TABLES = list(product(("income", "sexes"), RULES))


@pytest.fixture(scope="module")
def tables(shared_data: Path) -> dict[str, pd.DataFrame]:
    """Persons by region and main source of income (z1.csv); records by region and sex (microdata1.csv)."""
    folder = shared_data / "disclosure"
    income = pd.read_csv(folder / "z1.csv").pivot(index="region", columns="hovedint", values="ant")
    records = pd.read_csv(folder / "microdata1.csv")
    sexes = pd.crosstab(records["region"], records["gender"])
    return {"income": _by_wijk(income), "sexes": _by_wijk(sexes)}


def _by_wijk(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis([f"WK0001{number:02d}" for number in range(len(table))])


def test_the_records_of_the_example_count_up_to_its_table(
    shared_data: Path, tables: dict[str, pd.DataFrame]
) -> None:
    records = pd.read_csv(shared_data / "disclosure" / "z1micro.csv")
    counted = pd.crosstab(records["region"], records["hovedint"])
    assert counted.to_numpy().tolist() == tables["income"].to_numpy().tolist()


@pytest.mark.parametrize(("table", "rule"), TABLES)
def test_nothing_can_be_found_in_what_is_published(
    tables: dict[str, pd.DataFrame], table: str, rule: str, tmp_path: Path
) -> None:
    publication = in_tables(crossed(tables[table], "groep"), RULES[rule])
    figures = publication.published(tmp_path)
    assert publication.found(figures) == ()
    numbers = shown(figures)
    for row in publication.raw.itertuples():
        number = numbers[row.area, row.category]
        assert number is None or _is_behind(row.numerator, number, RULES[rule])
    assert numbers[GM, ""] is not None


def _is_behind(true: float, number: float, policy: Policy) -> bool:
    """Whether a count is large enough, and no further from what is shown than rounding takes it."""
    return true > policy.hidden_up_to and abs(true - number) <= policy.round_to / 2


@pytest.mark.parametrize(("table", "rule"), TABLES)
def test_hiding_only_what_is_small_is_found_out_or_nothing_more_is_hidden(
    tables: dict[str, pd.DataFrame], table: str, rule: str, tmp_path: Path
) -> None:
    publication = in_tables(crossed(tables[table], "groep"), RULES[rule])
    small = publication.each_by_itself()
    assert (publication.found(small) == ()) == ((table, rule) in ENOUGH)
    if (table, rule) in ENOUGH:
        assert publication.published(tmp_path)["status"].tolist() == small["status"].tolist()


@dataclass(frozen=True)
class Area:
    """A row of CBS about a wijk, and of its buurten; None where CBS hid the number."""

    code: str
    number: int | None
    parts: tuple[int | None, ...]


def _number(written: str) -> int | None:
    return None if written == "." else int(written.replace(".", ""))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


@pytest.fixture(scope="module")
def published_wijken(shared_data: Path) -> list[Area]:
    """Wmo clients in wijken of Aa en Hunze and in their buurten (kwb 2020)."""
    found: list[tuple[int | None, list[int | None]]] = []
    for row in _rows(shared_data / "cbs_published" / "84799NED_kwb2020_AaEnHunze.tsv"):
        number = _number(row["WmoClienten"])
        if row["SoortRegio"] == "Wijk":
            found.append((number, []))
        elif row["SoortRegio"] == "Buurt":
            found[-1][1].append(number)
    return [Area(f"{k:02d}", number, tuple(parts)) for k, (number, parts) in enumerate(found)]


def _behind(number: int | None) -> range:
    """Counts that CBS shows so: 0 to 7 is hidden, the rest is the nearest multiple of 5."""
    return range(8) if number is None else range(number - 2, number + 3)


def _worlds(area: Area) -> Iterator[tuple[int, ...]]:
    """All counts of the buurten with which a wijk and its buurten are published as they are."""
    for parts in product(*(_behind(number) for number in area.parts)):
        if sum(parts) in _behind(area.number):
            yield parts


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("84799NED_kwb2020_AaEnHunze.tsv", ("JongerenMetJeugdzorgInNatura", "WmoClienten")),
        ("86050NED_wmo_type_Drenthe_2024.tsv", ("WmoClienten",)),
    ],
)
def test_every_number_of_cbs_is_what_our_rule_makes_of_the_counts_behind_it(
    shared_data: Path, file: str, columns: tuple[str, ...]
) -> None:
    written = {row[column] for row in _rows(shared_data / "cbs_published" / file) for column in columns}
    assert "." in written
    for number in map(_number, written):
        behind = {(f"WK0001{k:02d}",): count for k, count in enumerate(_behind(number))}
        made = in_tables(behind).protected()
        assert made["status"].eq("geheim").all() == (number is None)
        assert number is None or made["numerator"].unique().tolist() == [number]


def test_rates_of_cbs_are_of_rounded_counts_and_fit_each_count_behind_them(shared_data: Path) -> None:
    rows = _rows(shared_data / "cbs_published" / "84799NED_kwb2020_AaEnHunze.tsv")
    rates = {
        (
            _number(row["JongerenMetJeugdzorgInNatura"]),
            float(row["PercentageJongerenMetJeugdzorg"].replace(",", ".")),
        )
        for row in rows
        if row["PercentageJongerenMetJeugdzorg"] != "." and row["SoortRegio"] in ("Wijk", "Buurt")
    }
    assert {(10, 15.9), (10, 17.5)} <= rates
    for number, rate in rates:
        assert number is not None
        young = [n for n in range(8, 2000) if abs(100 * number / n - rate) <= 0.05]
        assert young, (number, rate)
        # Of one group of young people every count behind the number gives the same number and rate.
        raw = counts({(f"WK0001{k:02d}",): count for k, count in enumerate(_behind(number))})
        made = in_tables({(GM,): 100})
        made = replace(made, raw=raw.assign(denominator=float(young[0])))
        assert made.protected()[["numerator", "value"]].drop_duplicates().shape[0] == 1


def test_buurten_that_cbs_hid_can_be_narrowed_and_ours_cannot(
    published_wijken: list[Area], tmp_path: Path
) -> None:
    # Wijk Annen 240 and its buurt Annen 240: the other buurt is at most 4. Wijk Eext 60, Eext 55: at least 1.
    annen, eext = published_wijken[0], published_wijken[1]
    assert (annen.number, annen.parts, eext.number, eext.parts) == (240, (240, None), 60, (55, None))
    assert {parts[1] for parts in _worlds(annen)} == set(range(5))
    assert {parts[1] for parts in _worlds(eext)} == set(range(1, 8))

    wijken = [area for area in published_wijken if area.number is not None and area.parts]
    numbers: dict[tuple[str, ...], float] = {}
    narrowed: set[tuple[str, str]] = set()
    for area in wijken:
        worlds = list(_worlds(area))
        parts = worlds[len(worlds) // 2]
        names = [f"BU0001{area.code}{k:02d}" for k in range(len(parts))]
        numbers |= {(f"WK0001{area.code}",): float(sum(parts))}
        numbers |= {(name,): float(count) for name, count in zip(names, parts, strict=True)}
        hidden = [k for k, number in enumerate(area.parts) if number is None]
        narrowed |= {(names[k], "") for k in hidden if {world[k] for world in worlds} != set(range(8))}
    publication = in_tables(numbers)
    as_cbs = publication.each_by_itself()
    assert [shown(as_cbs)[f"WK0001{area.code}", ""] for area in wijken] == [area.number for area in wijken]
    assert narrowed
    found = {
        (area, category) for area, category in kinds_of(publication.found(as_cbs)) if area.startswith("BU")
    }
    assert {cell for cell in found if shown(as_cbs)[cell] is None} == narrowed
    assert publication.found(publication.published(tmp_path)) == ()


def test_a_total_without_a_part_tells_of_the_part(shared_data: Path, tmp_path: Path) -> None:
    # Aa en Hunze, 2024: 1.815 clients, and 1.815 without those who live in an institution: at most 4 of those.
    rows = _rows(shared_data / "cbs_published" / "86050NED_wmo_type_Drenthe_2024.tsv")
    year = {
        (row["TypeMaatwerkvoorziening"], row["RegioS"]): _number(row["WmoClienten"])
        for row in rows
        if row["Perioden"] == "2024*"
    }
    whole = year["Totaal", "Aa en Hunze"]
    without = year["Totaal exclusief verblijf en opvang", "Aa en Hunze"]
    assert whole == without == 1_815
    left = {one - other for one in _behind(whole) for other in _behind(without) if 0 <= one - other <= 7}
    assert left == set(range(5))

    publication = in_tables({(GM,): 1_815, (GM, "verblijf", "zonder"): 1_813, (GM, "verblijf", "alleen"): 2})
    assert kinds_of(publication.found(publication.each_by_itself())) == {(GM, "alleen")}
    figures = publication.published(tmp_path)
    assert publication.found(figures) == ()
    assert shown(figures)[GM, ""] == 1_815
