"""Lindeveen: the same bytes each time, levels like a Dutch municipality, and every planted event found back.

Everything is counted from the delivered files with plain pandas, by another road than the maker of the town.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from socdom.areas import Area
from socdom.parameters.gebieden import Gebieden, load_gebieden
from socdom.sources.demo import truth, write_deliveries, write_truth
from socdom.sources.demo.places import BUURT_CODES, GEMEENTE, WIJKEN
from socdom.sources.supply import delivery_files
from socdom.tables import COLUMNS, Tables
from tests.lib.taken_in import read_deliveries

ROOT = Path(__file__).resolve().parents[3]
KEY = b"d" * 32
QUARTERS = pd.period_range("2016Q1", "2021Q4", freq="Q")


@dataclass(frozen=True)
class Demo:
    """The delivered files, the tables read from them, and the truth."""

    folder: Path
    tables: Tables
    truth: dict


@pytest.fixture(scope="module")
def gebieden() -> Gebieden:
    return load_gebieden(ROOT / "parameters" / "lindeveen" / "gebieden.csv")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, gebieden: Gebieden) -> Demo:
    home = tmp_path_factory.mktemp("demo")
    write_deliveries(home / "leveringen")
    write_truth(home / "waarheid.json")
    return Demo(
        home / "leveringen",
        read_deliveries(home / "leveringen", gebieden, KEY),
        json.loads((home / "waarheid.json").read_text(encoding="utf-8")),
    )


def _event(demo: Demo, name: str) -> dict:
    return next(event for event in demo.truth["events"] if event["id"] == name)


def _csv(demo: Demo, name: str) -> pd.DataFrame:
    return pd.read_csv(demo.folder / name, sep=";", dtype="str", encoding="utf-8-sig", keep_default_na=False)


def _active(rows: pd.DataFrame, quarter: pd.Period) -> pd.DataFrame:
    first, last = quarter.start_time, quarter.end_time.normalize()
    return rows[(rows["start"] <= last) & (rows["end"].isna() | (rows["end"] >= first))]


def _starts(rows: pd.DataFrame) -> pd.Series:
    """New provisions per quarter, without those that follow another of the same kind within sixty days."""
    rows = rows.sort_values(["person", "law", "category", "start"])
    earlier = rows.groupby(["person", "law", "category"])["end"].shift()
    fresh = rows[~((rows["start"] - earlier).dt.days < 60)]
    return fresh["start"].dt.to_period("Q").value_counts().reindex(QUARTERS, fill_value=0)


# --- the files ---


def test_same_seed_same_bytes_other_seed_other_bytes(demo: Demo, tmp_path: Path) -> None:
    lines: list[str] = []
    write_deliveries(tmp_path / "again", progress=lines.append)
    assert [path.name for path in delivery_files(tmp_path / "again")] == [
        p.name for p in delivery_files(demo.folder)
    ]
    for path in delivery_files(demo.folder):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name
    assert len(lines) == 13
    before = (tmp_path / "again" / "clienten.csv").read_bytes()
    write_deliveries(tmp_path / "again", seed=2021)
    assert (tmp_path / "again" / "clienten.csv").read_bytes() != before


def test_folder_holds_the_deliveries_and_nothing_else(demo: Demo) -> None:
    assert sorted(path.name for path in demo.folder.iterdir()) == sorted(
        p.name for p in delivery_files(demo.folder)
    )


def test_names_are_delivered_and_reach_no_table(demo: Demo) -> None:
    clients = _csv(demo, "clienten.csv")
    surnames = set(clients["naam"].str.split().str[-1])
    bsns = set(clients["bsn"])
    assert len(surnames) > 50
    for name, columns in COLUMNS.items():
        table = getattr(demo.tables, name)
        for column in columns:
            found = set(table[column].drop_duplicates().astype("str"))
            assert not found & (surnames | bsns), f"{name}.{column}"


def test_bsns_are_test_numbers_that_pass_the_eleven_test(demo: Demo) -> None:
    for bsn in _csv(demo, "clienten.csv")["bsn"].drop_duplicates().sample(500, random_state=1):
        weighted = sum(
            int(digit) * weight for digit, weight in zip(bsn, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
        )
        assert bsn.startswith("999")
        assert weighted % 11 == 0


def test_areas_are_those_of_the_parameters(demo: Demo, gebieden: Gebieden) -> None:
    current = {area.code: area for area in gebieden.current}
    assert sum(area.level == "wijk" for area in current.values()) == 8
    assert sum(area.level == "buurt" for area in current.values()) == 30
    assert set(demo.tables.population["area"]) == {a.code for a in current.values() if a.level == "buurt"}
    names = [name for wijk in WIJKEN for name in wijk.buurten]
    named = dict(zip(BUURT_CODES.tolist(), names, strict=True))
    named |= {wijk.code: wijk.name for wijk in WIJKEN} | {GEMEENTE: "Lindeveen"}
    assert {code: area.name for code, area in current.items()} == named
    assert current["WK999909"] == Area("WK999909", "Stationskwartier", "wijk", "GM9999")


def test_every_client_has_an_address_on_the_day_care_starts(demo: Demo) -> None:
    provisions = demo.tables.provisions[["provision", "person", "start"]]
    pairs = provisions.merge(demo.tables.addresses, on="person", suffixes=("", "_address"))
    lived = (pairs["start_address"] <= pairs["start"]) & (
        pairs["end"].isna() | (pairs["end"] >= pairs["start"])
    )
    assert pairs.loc[lived, "provision"].nunique() == len(provisions)


# --- the truth, counted again from the tables ---


@pytest.mark.parametrize("text", ["2016Q1", "2018Q1", "2020Q2", "2021Q4"])
def test_counts_of_the_truth_are_found_in_the_tables(demo: Demo, text: str) -> None:
    quarter, tables = pd.Period(text), demo.tables
    active = _active(tables.provisions, quarter).merge(tables.persons, on="person")
    eighteenth = active["birth_date"] + pd.DateOffset(years=18)
    minors = active[(active["law"] == "jeugd") & (eighteenth > quarter.start_time)]
    last = quarter.end_time.normalize()
    benefits = tables.benefits
    running = benefits[(benefits["start"] <= last) & (benefits["end"].isna() | (benefits["end"] > last))]
    people = tables.population[tables.population["quarter"] == quarter.year * 4 + quarter.quarter - 1]
    counted = {
        "inhabitants": people["persons"].sum(),
        "wmo_clients": active.loc[active["law"] == "wmo", "person"].nunique(),
        "household_help_clients": active.loc[
            (active["law"] == "wmo") & (active["category"] == "01"), "person"
        ].nunique(),
        "youth_clients_under_18": minors["person"].nunique(),
        "benefits_closing": running["benefit"].nunique(),
        "debt_signals": (tables.debt_signals["received"].dt.to_period("Q") == quarter).sum(),
    }
    assert counted == {name: demo.truth["quarters"][text][name] for name in counted}


# --- levels ---


@pytest.mark.parametrize("text", [str(quarter) for quarter in QUARTERS])
def test_levels_are_those_of_a_dutch_municipality(demo: Demo, text: str) -> None:
    counts = demo.truth["quarters"][text]
    index = pd.Period(text).year * 4 + pd.Period(text).quarter - 1
    people = demo.tables.population[demo.tables.population["quarter"] == index]
    minors = people.loc[people["age_to"] <= 17, "persons"].sum()
    assert 61_000 < counts["inhabitants"] < 63_500
    assert 60 < counts["wmo_clients"] / counts["inhabitants"] * 1000 < 76
    assert 0.09 < counts["youth_clients_under_18"] / minors < 0.12
    assert 1_340 < counts["benefits_closing"] < 1_580
    assert 160 < counts["debt_trajectories_closing"] < 250
    assert 0.16 < minors / counts["inhabitants"] < 0.22


@pytest.mark.parametrize("text", ["2016Q4", "2018Q4", "2020Q4"])
def test_reintegration_is_near_the_dutch_level_and_of_persons_in_welfare(demo: Demo, text: str) -> None:
    rows, last = demo.tables.reintegrations, pd.Period(text).end_time.normalize()
    running = rows[(rows["start"] <= last) & (rows["end"].isna() | (rows["end"] > last))]
    assert len(running) == demo.truth["quarters"][text]["reintegrations_closing"]
    people = demo.tables.population
    people = people[people["quarter"] == pd.Period(text).year * 4 + pd.Period(text).quarter - 1]
    ages = people.loc[people["age_from"].ge(15) & people["age_to"].le(64), "persons"].sum()
    assert 160 < len(running) / ages * 10_000 < 240  # policy indicator 28: about 200 in 2016-2020
    assert set(rows["person"]) <= set(demo.tables.benefits["person"])


@pytest.mark.parametrize("year", range(2016, 2022))
def test_costs_per_year_are_those_of_a_dutch_municipality(demo: Demo, year: int) -> None:
    budget = demo.tables.budget
    rows = budget[(budget["quarter"] == year * 4 + 3) & (budget["side"] == "lasten")]
    realised = rows.set_index("taakveld")["realised"] / 1e6
    assert 12 < realised["6.72"] + realised["6.82"] < 18
    assert 11.5 < realised["6.6"] + realised["6.71"] + realised["6.81"] < 15
    assert 20 < realised["6.3"] < 23


def test_realisation_grows_in_the_year_and_follows_the_declarations(demo: Demo) -> None:
    budget = demo.tables.budget[demo.tables.budget["side"] == "lasten"]
    by_year = budget.assign(year=budget["quarter"] // 4).groupby(["taakveld", "year"])
    assert by_year["realised"].apply(lambda values: values.is_monotonic_increasing).all()
    lines = demo.tables.declarations
    youth = lines[(lines["law"] == "jeugd") & (lines["service_start"].dt.year == 2019)]
    declared = youth["amount"].sum() / 100
    rows = budget[(budget["quarter"] == 2019 * 4 + 3) & budget["taakveld"].isin(["6.72", "6.82"])]
    assert 0.80 < declared / rows["realised"].sum() < 0.99


def test_decisions_mostly_keep_the_legal_term(demo: Demo) -> None:
    rows = demo.tables.applications.dropna(subset=["decided"])
    days = (rows["decided"] - rows["received"]).dt.days
    within = (days <= 56).groupby(rows["law"]).mean()
    assert within["wmo"] > 0.82
    assert within["jeugd"] > 0.75


def test_waiting_for_youth_care_grows(demo: Demo) -> None:
    rows = demo.tables.provisions
    youth = rows[(rows["law"] == "jeugd") & (rows["start"].dt.year.between(2016, 2021))]
    waiting = (youth["start"] - youth["assigned"]).dt.days.groupby(youth["start"].dt.year).median()
    assert waiting[2016] < 24
    assert waiting[2021] > waiting[2016] * 1.5


def test_declarations_come_late_and_some_are_corrected(demo: Demo) -> None:
    lines = demo.tables.declarations
    old = lines[(lines["service_start"] < "2021-01-01") & (lines["amount"] > 0)]
    months = (old["received"].dt.year - old["service_start"].dt.year) * 12
    months += old["received"].dt.month - old["service_start"].dt.month
    assert 0.85 < (months <= 3).mean() < 0.97
    assert (months >= 7).mean() > 0.003
    corrections = lines[lines["amount"] < 0]
    assert 0.003 < len(corrections) / len(lines) < 0.01
    assert (corrections["volume"] < 0).all()


def test_some_use_several_laws_move_or_grow_up(demo: Demo) -> None:
    tables = demo.tables
    homes = tables.provisions.merge(tables.persons, on="person")
    laws = pd.concat([homes[["household", "law"]], tables.benefits[["household"]].assign(law="participatie")])
    several = laws.drop_duplicates().groupby("household").size()
    assert (several == 2).sum() > 300
    assert (several == 3).sum() > 20
    wijken = tables.addresses.assign(wijk=tables.addresses["area"].str[2:8])
    assert (wijken.groupby("person")["wijk"].nunique() > 1).sum() > 500
    youth = homes[homes["law"] == "jeugd"]
    grown = youth["birth_date"] + pd.DateOffset(years=18) - pd.Timedelta(days=1)
    assert (youth["end"] == grown).sum() > 100
    assert (youth["end"] > grown).sum() > 50


def test_buitengebied_has_few_clients(demo: Demo) -> None:
    active = _active(demo.tables.provisions, pd.Period("2020Q4"))
    youth = set(active.loc[active["law"] == "jeugd", "person"])
    homes = demo.tables.addresses[demo.tables.addresses["person"].isin(youth)]
    there = homes[homes["area"].str.startswith("BU999908") & homes["end"].isna()]
    assert 5 <= there["person"].nunique() <= 60


def test_changed_allocations_say_why(demo: Demo) -> None:
    rows = demo.tables.provisions
    reasons = rows["change_reason"].value_counts(normalize=True)
    assert 0.4 < reasons[""] < 0.8
    assert reasons.drop("").idxmax() == "04"
    stopped = rows.loc[rows["end_reason"] == "36", "change_reason"]
    assert {"03", "08"} <= set(stopped)
    assert 0.8 < stopped.isin(("03", "05", "08", "10", "11")).mean() < 1


def test_prices_are_those_of_care_per_unit(demo: Demo) -> None:
    """Euros per hour, part of a day or day in 2020; and every tariff has risen as planted since 2019."""
    lines = demo.tables.declarations
    years = lines["service_start"].dt.year
    sums = lines.groupby([years, "law", "category", "unit"])[["amount", "volume"]].sum()
    price = sums["amount"] / sums["volume"] / 100
    expected = {
        ("wmo", "01", "04"): (22, 30),
        ("wmo", "02", "04"): (48, 62),
        ("wmo", "07", "16"): (30, 42),
        ("wmo", "04", "14"): (110, 160),
        ("jeugd", "45", "04"): (90, 115),
        ("jeugd", "54", "04"): (110, 140),
        ("jeugd", "44", "14"): (240, 330),
    }
    for key, (low, high) in expected.items():
        assert low < price[2020, *key] < high, key
    rise = price[2020] / price[2019] - 1
    assert (rise - _event(demo, "tariffs")["growth_per_year"]).abs().max() < 0.002


# --- planted events ---


def test_early_warning_starts_small_and_grows(demo: Demo) -> None:
    event, rows = _event(demo, "signals"), demo.tables.debt_signals
    assert rows["received"].min() >= pd.Timestamp(event["from"])
    pilot = rows["received"] < event["all_kinds_from"]
    assert set(rows.loc[pilot, "kind"]) == set(event["kinds"])
    assert rows.loc[~pilot, "kind"].nunique() == 4
    months = rows["received"].dt.to_period("M").value_counts()
    assert 20 < months[[month for month in months.index if month.year in (2019, 2020)]].mean() < 50
    assert 60 < months[[month for month in months.index if month.year == 2021]].mean() < 90
    known = set(demo.tables.provisions["person"]) | set(demo.tables.benefits["person"])
    assert 0.3 < rows["person"].isin(known).mean() < 0.7


def test_contact_after_a_signal_is_mostly_within_four_weeks(demo: Demo) -> None:
    rows = demo.tables.debt_signals.dropna(subset="contacted")
    days = (rows["contacted"] - rows["received"]).dt.days
    assert (days[rows["result"] != "geen contact"] <= 28).mean() > 0.85
    assert 0.3 < (rows["result"] == "geen contact").mean() < 0.5


def test_flat_rate_raises_household_help(demo: Demo) -> None:
    rows = demo.tables.provisions
    rows = rows[(rows["law"] == "wmo") & (rows["category"] == "01")]
    clients = {year: _active(rows, pd.Period(f"{year}Q4"))["person"].nunique() for year in range(2016, 2022)}
    expected = 1 + _event(demo, "flat_rate")["growth_per_year"]
    assert clients[2019] / clients[2018] == pytest.approx(expected, abs=0.03)
    assert clients[2020] / clients[2019] == pytest.approx(expected, abs=0.03)
    assert clients[2018] / clients[2017] == pytest.approx(1.0, abs=0.04)
    assert clients[2021] / clients[2020] == pytest.approx(1.0, abs=0.04)


def test_few_starts_in_the_second_quarter_of_2020(demo: Demo) -> None:
    starts = _starts(demo.tables.provisions)
    around = starts[[pd.Period("2020Q1"), pd.Period("2019Q2"), pd.Period("2021Q2")]].mean()
    assert starts[pd.Period("2020Q2")] / around == pytest.approx(_event(demo, "dip")["factor"], abs=0.12)


def test_contract_change_stops_and_starts_the_same_clients(demo: Demo) -> None:
    event, rows = _event(demo, "contract"), demo.tables.provisions
    stopped = rows[(rows["end_reason"] == "38") & (rows["provider"] == event["old_provider"])]
    assert (len(stopped), stopped["person"].nunique()) == (event["provisions"], event["persons"])
    assert len(stopped) > 150
    assert set(stopped["end"]) == {pd.Timestamp(2017, 12, 31), pd.Timestamp(2018, 1, 1)}
    fresh = rows[(rows["provider"] == event["new_provider"]) & (rows["start"] == "2018-01-01")]
    pairs = stopped.merge(fresh, on=["person", "law", "category", "form"])
    assert pairs["provision_x"].nunique() == len(stopped)
    before, after = (_active(rows, pd.Period(text)) for text in ("2017Q4", "2018Q1"))
    assert set(stopped["person"]) <= set(before["person"]) & set(after["person"])


def test_youth_care_steps_up_in_one_wijk(demo: Demo) -> None:
    event, tables = _event(demo, "step"), demo.tables
    youth = tables.provisions[tables.provisions["law"] == "jeugd"]
    homes = youth.merge(tables.addresses, on="person", suffixes=("", "_address"))
    homes = homes[
        (homes["start_address"] <= homes["start"])
        & (homes["end_address"].isna() | (homes["end_address"] >= homes["start"]))
    ]
    inside = homes["area"].str.startswith(f"BU{event['area'][2:]}")
    here, there = _starts(homes[inside]), _starts(homes[~inside])
    step = QUARTERS.get_loc(pd.Period(event["from"], freq="Q"))
    ratio = here[step : step + 8].sum() / here[step - 8 : step].sum()
    elsewhere = there[step : step + 8].sum() / there[step - 8 : step].sum()
    assert ratio / elsewhere == pytest.approx(event["factor"], abs=0.20)


def test_wijk_is_recoded_and_its_people_stay(demo: Demo) -> None:
    event, raw = _event(demo, "recoding"), _csv(demo, "bevolking.csv")
    old, new = (raw["buurtcode"].str.startswith(f"BU{event[key][2:]}") for key in ("old_area", "area"))
    assert raw.loc[old, "kwartaal"].max() == "2018Q4"
    assert raw.loc[new, "kwartaal"].min() == "2019Q1"
    clients = _csv(demo, "clienten.csv")
    starts = pd.to_datetime(clients["van"], format="%d-%m-%Y")
    assert starts[clients["buurtcode"].str.startswith(f"BU{event['old_area'][2:]}")].max() < pd.Timestamp(
        2019, 1, 1
    )
    assert starts[clients["buurtcode"].str.startswith(f"BU{event['area'][2:]}")].min() >= pd.Timestamp(
        2019, 1, 1
    )
    people = demo.tables.population
    wijk = people[people["area"].str.startswith(f"BU{event['area'][2:]}")].groupby("quarter")["persons"].sum()
    assert len(wijk) == 24
    assert wijk.pct_change().abs().max() < 0.02


def test_truth_is_the_same_each_time(demo: Demo) -> None:
    assert truth() == demo.truth
