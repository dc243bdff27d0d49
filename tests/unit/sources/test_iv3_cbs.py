"""Iv3 from tables of CBS that were fetched: figures by hand, and the file of BZK that goes before it."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import Snapshot
from socdom.sources.cbs.store import write_snapshot
from socdom.sources.iv3 import read_iv3
from socdom.sources.iv3_cbs import TABLES, requests_for

DAY = date(2026, 11, 22)
NAMES = {"GM0001": "Adorp", "GM0002": "Bedum", "GM0003": "Cadzand (gemeente)", "GM0004": "Delft"}
INHABITANTS = {"GM0001": 1000, "GM0002": 2000, "GM0003": 3000, "GM0004": 9000}
NAN = float("nan")


def snapshot(table, catalog, rows, columns, dimensions, measures, keys=None):
    frame = pd.DataFrame(rows, columns=columns)
    codes = {
        name: pd.DataFrame(
            {
                "key": list(NAMES) if name in ("Gemeenten", "WijkenEnBuurten") else frame[name].unique(),
                "title": list(NAMES.values())
                if name in ("Gemeenten", "WijkenEnBuurten")
                else frame[name].unique(),
                "description": "",
                "status": "",
                "ended": pd.NaT,
            }
        )
        for name in dimensions
    }
    about = {
        "key": measures,
        "stem": measures,
        "title": measures,
        "description": "",
        "unit": "",
        "decimals": 0,
    }
    return Snapshot(
        table=table,
        catalog=catalog,
        day=DAY,
        title=f"Tabel {table}",
        modified="",
        source="",
        licence="CC BY 4.0",
        request=TableRequest(table, catalog=catalog, keys=keys or {}).as_data(),
        observations=frame.astype(dict.fromkeys(measures, float)),
        blank=frame[measures].isna(),
        measures=pd.DataFrame(about),
        dimensions=tuple(dimensions),
        code_lists=codes,
    )


def write_kwb(store, year=2024, table="85984NED"):
    rows = [(code, number, number / 2, 5) for code, number in INHABITANTS.items()]
    measures = ["AantalInwoners", "HuishoudensTotaal", "MateVanStedelijkheid"]
    columns = ["WijkenEnBuurten", *measures]
    write_snapshot(store, snapshot(table, "CBS", rows, columns, ["WijkenEnBuurten"], measures))


def write_iv3(store, year, cells, measures=("k_1ePlaatsing", "k_2ePlaatsing")):
    """cells: (taakveld, categorie, gemeente, verslagsoort, first, second)."""
    dimensions = ["TaakveldBalanspost", "Categorie", "Gemeenten", "Verslagsoort"]
    columns = [*dimensions, *measures]
    rows = [(t, c, g, f"{year}{kind}", *amounts) for t, c, g, kind, *amounts in cells]
    write_snapshot(store, snapshot(TABLES[year], "IV3", rows, columns, dimensions, list(measures)))


def cell(taakveld, category, gemeente, first=NAN, second=NAN, kind="X000"):
    return (taakveld, category, gemeente, kind, first, second)


# 2024, × €1.000. Cadzand (20.000 to … is not its class) is alike; Delft is larger.
BUDGET = [
    cell("6.1", "L1.1", "GM0001", 90, 100),
    cell("6.1", "L7.5", "GM0001", 5, 5),
    cell("6.3", "L4.1.1", "GM0001", 190, 200),
    cell("6.3", "B4.3.1", "GM0001", 20, 30),
    cell("6.1", "L1.1", "GM0002", 400, 400),
    cell("6.3", "L4.1.1", "GM0002", 800, 800),
    cell("6.1", "L1.1", "GM0003", 300, 310),
    cell("6.3", "L4.1.1", "GM0003", NAN, NAN),
    cell("6.3", "B4.3.1", "GM0003", 1, 2),
    cell("6.1", "L1.1", "GM0004", 900, 900),
    # A total, a total of categories and a post of the balance: each would count twice or is no cost.
    cell("6.", "L1.1", "GM0001", 999, 999),
    cell("6.1", "L", "GM0001", 999, 999),
    cell("A111", "L6.1", "GM0001", 999, 999),
]


@pytest.fixture
def store(tmp_path):
    return tmp_path / "open_data"


def figure(data, series, area, category=""):
    rows = data.series
    rows = rows[(rows["series"] == series) & (rows["area"] == area) & (rows["category"] == category)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_second_publication_before_the_first_by_hand(store):
    write_kwb(store)
    write_iv3(store, 2024, BUDGET)
    data = read_iv3(None, "GM0001", [2024], store)
    # 100 + 5 + 200 of the second publication, thousand euros; 1.000 inhabitants.
    assert figure(data, "iv3_lasten_begroting_totaal", "GM0001")["value"] == 305_000
    assert figure(data, "iv3_lasten_begroting", "GM0001")["value"] == 305
    assert figure(data, "iv3_lasten_begroting", "GM0001", "inkomen")["numerator"] == 200_000
    assert figure(data, "iv3_baten_begroting", "GM0001")["numerator"] == 30_000
    # Bedum and Cadzand are as small and as rural: (1.200 + 310) over 5.000; Delft has 5.000 to 10.000.
    assert figure(data, "iv3_lasten_begroting", "RG0001")["value"] == pytest.approx(302)
    assert "Bedum en Cadzand" in data.reference
    # All four delivered, so there is a sum of the country.
    assert figure(data, "iv3_lasten_begroting", "NL01")["value"] == (305 + 1200 + 310 + 900) * 1000 / 15_000
    assert data.areas[0].name == "Adorp"
    assert {path.parent.name for path in data.files} == {"2026-11-22"}
    assert "tabel 45067NED van het CBS, opgehaald op 22 november 2026 (CC BY 4.0)" in data.notes[0]
    assert "inwoners is dat van 2024" in data.notes[0]


def test_what_moved_to_another_taakveld_counts_once(store):
    """In the corrected delivery 80 moved from 6.1 to 6.3, and Iv3 leaves zeros out; Bedum has a first one only."""
    write_kwb(store)
    moved = [
        cell("6.1", "L1.1", "GM0001", 80),
        cell("6.3", "L1.1", "GM0001", 20, 100),
        cell("6.1", "L1.1", "GM0002", 400),
        cell("6.3", "L1.1", "GM0002", 40),
    ]
    write_iv3(store, 2024, moved)
    data = read_iv3(None, "GM0001", [2024], store)
    assert figure(data, "iv3_lasten_begroting_totaal", "GM0001")["value"] == 100_000
    assert figure(data, "iv3_lasten_begroting", "RG0001")["numerator"] == 440_000


def test_without_all_municipalities_there_is_no_country_and_that_is_said(store):
    write_kwb(store)
    kept = [one for one in BUDGET if one[2] == "GM0001"]
    write_iv3(store, 2024, [*kept, cell("6.1", "L1.1", "GM0002")])
    notes = read_iv3(None, "GM0001", [2024], store).notes
    assert notes[-1].startswith("Bij de begroting van 2024 staat geen bedrag van heel Nederland.")
    write_iv3(store, 2024, BUDGET)
    assert "Nederland" not in " ".join(read_iv3(None, "GM0001", [2024], store).notes)


def test_two_municipalities_of_one_name_are_not_mixed_up(store, monkeypatch):
    write_kwb(store)
    monkeypatch.setitem(NAMES, "GM0002", NAMES["GM0003"])
    write_iv3(store, 2024, BUDGET)
    data = read_iv3(None, "GM0001", [2024], store)
    assert figure(data, "iv3_lasten_begroting", "RG0001")["numerator"] == 1_510_000


def test_zero_and_not_delivered_are_told_apart(store):
    write_kwb(store)
    empty = [cell("6.1", "L1.1", "GM0002"), cell("6.3", "B4.3.1", "GM0002")]
    kept = [one for one in BUDGET if one[2] != "GM0002"]
    write_iv3(store, 2024, [*kept, *empty])
    data = read_iv3(None, "GM0001", [2024], store)
    # Bedum did not deliver: it leaves the group, and three of four are too few for the country.
    assert figure(data, "iv3_lasten_begroting", "RG0001")["value"] == pytest.approx(310 / 3)
    assert "Niet alle cijfers zijn er van Bedum" in data.reference
    assert "NL01" not in set(data.series["area"])
    # Cadzand delivered, with an empty cell on 6.3: that is 0.
    assert (
        figure(read_iv3(None, "GM0003", [2024], store), "iv3_lasten_begroting", "GM0003", "inkomen")["value"]
        == 0
    )
    with pytest.raises(DeliveryError, match="geen begroting en geen jaarrekening"):
        read_iv3(None, "GM0002", [2024], store)


def test_only_a_first_publication_is_provisional(store):
    write_kwb(store)
    accounts = [cell("6.1", "L1.1", code, 10, kind="X005") for code in NAMES]
    write_iv3(store, 2024, [*BUDGET, *accounts])
    data = read_iv3(None, "GM0001", [2024], store)
    assert figure(data, "iv3_lasten_jaarrekening", "GM0001")["status"] == "voorlopig"
    assert figure(data, "iv3_lasten_begroting", "GM0001")["status"] == "definitief"


def test_without_kerncijfers_there_is_a_total_and_no_rate(store):
    write_iv3(store, 2024, BUDGET)
    data = read_iv3(None, "GM0001", [2024], store)
    assert figure(data, "iv3_lasten_begroting_totaal", "GM0001")["value"] == 305_000
    assert figure(data, "iv3_lasten_begroting", "GM0001")["status"] == "ontbreekt"
    assert "geen bedrag per inwoner" in data.notes[0]
    assert data.reference == ""


@pytest.mark.parametrize(
    ("year", "wmo", "jeugd", "toegang"),
    [
        (2017, ["6.6", "6.71"], ["6.72"], ["6.2"]),
        (2022, ["6.6", "6.71"], ["6.72"], ["6.2"]),
        (2023, ["6.6", "6.71", "6.71a", "6.71d"], ["6.72a", "6.73b", "6.74c"], ["6.2"]),
        (2024, ["6.6", "6.71b"], ["6.72", "6.72d"], ["6.2"]),
        (2025, ["6.60", "6.711", "6.791", "6.91"], ["6.751", "6.763", "6.792", "6.92"], ["6.21", "6.23"]),
        (2026, ["6.60", "6.714"], ["6.753"], ["6.22"]),
    ],
)
def test_every_regime_in_the_same_groups(store, year, wmo, jeugd, toegang):
    """Thousand euros on each taakveld, and forty on the old codes that stayed beside their parts in 2023."""
    write_kwb(store)
    codes = [*wmo, *jeugd, *toegang]
    booked = {code: 40 if code in ("6.71", "6.72") else 1 for code in codes}
    write_iv3(store, year, [cell(code, "L3.4.1", "GM0001", 1, amount) for code, amount in booked.items()])
    data = read_iv3(None, "GM0001", [year], store)
    for group, parts in (("wmo", wmo), ("jeugd", jeugd), ("toegang", toegang), ("", codes)):
        expected = sum(booked[code] for code in parts) * 1000
        assert figure(data, "iv3_lasten_begroting", "GM0001", group)["numerator"] == expected


def test_a_file_of_bzk_goes_before_the_table_and_a_difference_is_told(store, tmp_path):
    write_kwb(store)
    accounts = [cell("6.1", "L1.1", code, 10, 10, kind="X005") for code in NAMES]
    write_iv3(store, 2024, [*BUDGET, *accounts])
    (tmp_path / "geometry").mkdir()
    features = [{"properties": {"statcode": "GM0001", "statnaam": "Adorp"}}]
    (tmp_path / "geometry" / "gemeenten_2024.geojson").write_text(json.dumps({"features": features}))
    (tmp_path / "finance_iv3").mkdir()
    header = "Gemeenten;Taakveld;Baten;Lasten;Gemeentegrootte;Stedelijkheid;Inwonertal"
    rows = ["Adorp;6.1 Samen;0;700;a;b;1000", "Nederland;6.1 Samen;0;900;;;1500"]
    (tmp_path / "finance_iv3" / "2024_begroting.csv").write_text("\n".join([header, *rows]))
    data = read_iv3(tmp_path, "GM0001", [2024], store)
    assert figure(data, "iv3_lasten_begroting", "GM0001")["numerator"] == 700_000
    assert figure(data, "iv3_lasten_jaarrekening", "GM0001")["numerator"] == 10_000
    assert "begroting van 2024 zijn bij BZK anders dan in de tabel van het CBS" in data.notes[0]
    same = [cell("6.1", "L1.1", "GM0001", 700, 700)]
    write_iv3(store, 2024, same)
    assert not any("BZK" in note for note in read_iv3(tmp_path, "GM0001", [2024], store).notes)


def test_what_cannot_be_read(store):
    write_kwb(store)
    write_iv3(store, 2024, [cell("6.83", "L1.1", "GM0001", 1, 1), *BUDGET])
    write_iv3(store, 2023, [(*one[:5],) for one in BUDGET], measures=("Bedrag",))
    write_iv3(store, 2022, BUDGET[:4])
    with pytest.raises(DeliveryError, match="4 punten") as caught:
        read_iv3(None, "GM0004", [2021, 2022, 2023, 2024], store)
    text = str(caught.value)
    assert "jaar 2021: voor dit jaar is er geen begroting" in text
    assert "45059NED: gemeente GM0004 staat niet in wat is opgehaald" in text
    assert "45063NED: deze kolommen ontbreken: k_1ePlaatsing" in text
    assert "45067NED: deze taakvelden zijn niet bekend: 6.83" in text


def test_only_what_is_needed_is_asked_for(store):
    (everyone,) = requests_for([2024])
    assert (everyone.table, everyone.catalog) == ("45067NED", "IV3")
    assert everyone.wants_key("TaakveldBalanspost", "6.71a")
    assert not everyone.wants_key("TaakveldBalanspost", "7.1")
    assert everyone.wants_key("Categorie", "B4.3.1")
    assert not everyone.wants_key("Categorie", "Primo")
    assert everyone.keys["Verslagsoort"] == ("2024X000", "2024X005")
    assert everyone.wants_key("Gemeenten", "GM0766")
    assert requests_for([2024], "GM0001")[0].keys["Gemeenten"] == ("GM0001",)
    write_kwb(store)
    both = requests_for([2025, 2024, 2025], "GM0001", store)
    assert [one.table for one in both] == ["45067NED", "45071NED"]
    assert both[0].keys["Gemeenten"] == ("GM0001", "GM0002", "GM0003")
    # Before 2017 there were no taakvelden.
    assert requests_for([2016]) == []
