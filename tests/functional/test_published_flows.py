"""Published figures of CBS, given back by the engine: a town of records that has them, counted as we count.

The records are made up so that the published numbers hold; whether a year, a rate or a closing stock comes out as it was
published is then up to the engine.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from socdom.areas import Area, level_of
from socdom.dutch import round_half_up
from socdom.measures.compute import compute
from socdom.measures.denominators import EVERYBODY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.sources.kwb import read_kwb
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import town

ALL = Selection("provisions")
RATE = {
    "measure": PersonsActive(ALL),
    "per": EVERYBODY,
    "format": "per_1000",
    "scale": 1000,
    "unit": "per 1.000 inwoners",
}
GEMEENTE = {"levels": ("gemeente",)}
PLACE = (Area("GM0518", "'s-Gravenhage", "gemeente"),)


def published(folder: Path, name: str) -> pd.DataFrame:
    """A file in Dutch notation: 1.234 and 9,7; "." is not shown; * is provisional."""
    path = folder / "cbs_published" / name
    if not path.is_file():
        pytest.skip(f"{name} is er niet")
    frame = pd.read_csv(path, sep="\t", comment="#", dtype=str)
    return frame.apply(lambda column: column.str.rstrip("*"))


def plain(text: str) -> float | None:
    return None if text == "." else float(text.replace(".", "").replace(",", "."))


def whole(
    item: Indicator, tables: Tables, quarters: list[Quarter], place: tuple[Area, ...] = PLACE
) -> pd.Series:
    """Values of the municipality by period."""
    return compute([item], tables, quarters, place).set_index("period")["value"]


def helped(person: int, start: str, end: str | None) -> dict[str, Any]:
    return {"person": person, "law": "wmo", "start": start, "end": end, "end_reason": "19" if end else ""}


@pytest.mark.parametrize("level", ["gemeente", "wijk", "buurt"])
def test_wmo_rates_of_wijken_and_buurten_are_those_that_cbs_published(shared_data: Path, level: str) -> None:
    """Kerncijfers wijken en buurten 2020: CBS makes the rate of the rounded count, in whole numbers per 1.000."""
    table = published(shared_data, "84799NED_kwb2020_AaEnHunze.tsv")
    kwb = read_kwb(shared_data, "GM1680", [2020])
    codes = {(area.level, area.name): area.code for area in kwb.areas}
    inhabitants = kwb.series[kwb.series["series"] == "kwb_inwoners"].set_index("area")["value"]
    expected = {
        codes[level, row["WijkenEnBuurten"]]: (
            plain(row["WmoClienten"]),
            plain(row["WmoClientenRelatief_per1000"]),
        )
        for row in table[table["SoortRegio"].str.lower() == level].to_dict("records")
    }
    shown = {code: pair for code, pair in expected.items() if pair[0]}
    assert len(shown) == {"gemeente": 1, "wijk": 8, "buurt": 8}[level]
    tables = _town_of_counts({code: int(count) for code, (count, _) in shown.items()}, inhabitants)
    item = indicator(levels=tuple(dict.fromkeys(("gemeente", level))), **RATE)
    areas = [area for area in kwb.areas if area.level != "land"]
    figures = compute([item], tables, [Quarter(2020, 1)], areas).set_index("area")
    for code, (count, rate) in shown.items():
        row = figures.loc[code]
        assert (row["numerator"], row["denominator"]) == (count, inhabitants[code])
        assert round_half_up(row["value"]) == rate, code


def _town_of_counts(counts: dict[str, int], inhabitants: pd.Series) -> Tables:
    """So many persons with help in each area, all in one buurt of it, where all inhabitants of it are."""
    buurt = {code: _one_buurt(code, inhabitants.index) for code in counts}
    homes = [area for code, number in counts.items() for area in [buurt[code]] * number]
    return town(
        provisions=[helped(person, "2019-01-01", None) for person in range(len(homes))],
        addresses=[{"person": n, "area": home, "start": "2019-01-01"} for n, home in enumerate(homes)],
        population=[
            {
                "area": buurt[code],
                "quarter": Quarter(2020, 1).index,
                "age_from": 0,
                "age_to": 200,
                "sex": "onbekend",
                "persons": int(inhabitants[code]),
            }
            for code in counts
        ],
    )


def _one_buurt(code: str, known: pd.Index) -> str:
    return next(
        other for other in sorted(known) if level_of(other) == "buurt" and other[2:].startswith(code[2:])
    )


@pytest.fixture(scope="module")
def wmo_the_hague(shared_data: Path) -> pd.DataFrame:
    """Wmo clients of Den Haag in table 83262NED: number and rate by half-year and year."""
    path = shared_data / "cbs_statline" / "83262NED_v3" / "data.csv"
    if not path.is_file():
        pytest.skip("tabel 83262NED is er niet")
    frame = pd.read_csv(path)
    total = frame["TypeMaatwerkarrangement"].eq("T001024") & frame["KenmerkenVanPersonen"].eq("T009002")
    mine = frame[total & frame["RegioS"].str.strip().eq("GM0518")]
    return mine.set_index("Perioden")[["WmoClienten_1", "WmoClientenPer1000Inwoners_2"]].dropna()


@pytest.mark.parametrize("year", [2016, 2017, 2018, 2019])
def test_a_year_of_wmo_clients_is_counted_anew_and_is_no_sum_of_half_years(
    wmo_the_hague: pd.DataFrame, year: int
) -> None:
    clients = wmo_the_hague["WmoClienten_1"].astype(int)
    first, second, both = clients[f"{year}HJ01"], clients[f"{year}HJ02"], clients[f"{year}JJ00"]
    stayed = first + second - both
    spells = [(f"{year}-01-01", f"{year}-12-31")] * stayed
    spells += [(f"{year}-01-01", f"{year}-06-30")] * (first - stayed)
    spells += [(f"{year}-07-01", f"{year}-12-31")] * (second - stayed)
    tables = town(provisions=[helped(n, *spell) for n, spell in enumerate(spells)])
    quarters = list(quarter_range(Quarter(year, 1), Quarter(year, 4)))
    by_quarter = whole(indicator(measure=PersonsActive(ALL), **GEMEENTE), tables, quarters)
    by_year = whole(indicator(measure=PersonsActive(ALL), every="jaar", **GEMEENTE), tables, quarters)
    assert by_quarter.tolist() == [first, first, second, second]
    assert by_year.to_dict() == {str(year): both}
    assert by_quarter.max() < both < first + second


def test_the_rate_of_the_hague_is_the_published_one(shared_data: Path, wmo_the_hague: pd.DataFrame) -> None:
    """First half of 2020, with the inhabitants of 1 January 2020 from another table of CBS."""
    count, rate = wmo_the_hague.loc["2020HJ01"]
    series = read_kwb(shared_data, "GM0518", [2020]).series
    inhabitants = series[(series["series"] == "kwb_inwoners") & (series["area"] == "GM0518")]["value"].iloc[0]
    tables = _town_of_counts({"GM0518": int(count)}, pd.Series({"GM0518": inhabitants, "BU05180101": 0}))
    value = whole(indicator(**GEMEENTE, **RATE), tables, [Quarter(2020, 1)])["2020Q1"]
    assert round_half_up(value) == rate == 65


def test_every_year_has_more_wmo_clients_than_its_half_year(shared_data: Path) -> None:
    """Also where CBS rounds to 5 and the year is provisional; in none can it be less, with nobody counted twice."""
    table = published(shared_data, "86050NED_wmo_type_Drenthe_2024.tsv")
    keys = ["TypeMaatwerkvoorziening", "RegioS"]
    wide = table.pivot_table(index=keys, columns="Perioden", values="WmoClienten", aggfunc="first")
    pairs = wide[["1e halfjaar 2024", "2024"]].dropna().map(plain)
    assert len(pairs) == 25
    assert (pairs["2024"] > pairs["1e halfjaar 2024"]).all()
    for half, year in pairs.itertuples(index=False):
        later = year - half
        spells = [("2024-01-01", "2024-06-30")] * int(half) + [("2024-07-01", "2024-12-31")] * int(later)
        if half > 10_000:
            continue
        tables = town(provisions=[helped(n, *spell) for n, spell in enumerate(spells)])
        quarters = list(quarter_range(Quarter(2024, 1), Quarter(2024, 4)))
        item = indicator(measure=PersonsActive(ALL), every="jaar", **GEMEENTE)
        assert whole(item, tables, quarters)["2024"] == year


def test_jeugdbescherming_opening_plus_in_minus_out_is_closing_in_half_years_and_years(
    shared_data: Path,
) -> None:
    """Flows add up where clients do not: the year is the first half and the second half."""
    table = published(shared_data, "jeugdbescherming_in_uitstroom_reeks.tsv").set_index("Perioden")
    flows = table[["Instroom", "Uitstroom"]].astype(int)
    years = range(2016, 2023)
    opening = 32_000
    starts = ["2015-01-01"] * opening
    ends: list[str] = []
    for year in years:
        half, full = flows.loc[f"{year}HJ1"], flows.loc[str(year)]
        starts += [f"{year}-03-31"] * half["Instroom"] + [f"{year}-12-31"] * (full - half)["Instroom"]
        ends += [f"{year}-01-01"] * half["Uitstroom"] + [f"{year}-10-01"] * (full - half)["Uitstroom"]
    rows = [
        helped(n, start, ends[n] if n < len(ends) else None) for n, start in enumerate(starts)
    ]  # who came first leaves first
    tables = town(provisions=rows)
    quarters = list(quarter_range(Quarter(2016, 1), Quarter(2022, 4)))
    found = {
        every: {
            name: whole(indicator(measure=kind, every=every, moment=moment, **GEMEENTE), tables, quarters)
            for name, kind, moment in (
                ("in", Inflow(ALL), "periode"),
                ("out", Outflow(ALL), "periode"),
                ("stock", Stock(ALL, gap_days=90), "stand"),
            )
        }
        for every in ("kwartaal", "jaar")
    }
    for year in years:
        for name, column in (("in", "Instroom"), ("out", "Uitstroom")):
            quarterly = found["kwartaal"][name]
            assert found["jaar"][name][str(year)] == flows.loc[str(year), column]
            assert quarterly[f"{year}Q1"] + quarterly[f"{year}Q2"] == flows.loc[f"{year}HJ1", column]
    net = [flows.loc[str(year), "Instroom"] - flows.loc[str(year), "Uitstroom"] for year in years]
    closing = list(accumulate(net, initial=opening))[1:]
    assert found["jaar"]["stock"].tolist() == closing
    assert found["kwartaal"]["stock"][[f"{year}Q4" for year in years]].tolist() == closing
