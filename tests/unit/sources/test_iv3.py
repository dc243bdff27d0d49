"""Iv3 on small files made by hand: sums, missing values, faults."""

from __future__ import annotations

import json

import pytest

from socdom.errors import DeliveryError
from socdom.sources.iv3 import read_iv3
from socdom.sources.iv3_file import read_file
from socdom.sources.open_data import SERIES_COLUMNS

HEADER = "Gemeenten;Taakveld;Baten;Lasten;Gemeentegrootte;Stedelijkheid;Inwonertal"
SMALL, LARGE = "minderdan5000inwoners;Nietstedelijk", "5000tot10000inwoners;Nietstedelijk"


def lines(gemeente, classes, inhabitants, amounts):
    """Rows of one municipality; amounts: taakveld → (baten, lasten)."""
    return [f"{gemeente};{t};{b};{x};{classes};{inhabitants}" for t, (b, x) in amounts.items()]


ADORP = lines(
    "Adorp", SMALL, 1000, {"6.1 Samenkracht": (10, 100.0), "6.3 Inkomen": (20, 200), "7.1 Gezond": (5, 50)}
)
BEDUM = lines("Bedum", SMALL, 2000, {"6.1 Samenkracht": (0, 400.0), "6.3 Inkomen": (60, 800)})
CADZAND = lines("Cadzand", SMALL, 3000, {"6.1 Samenkracht": (0, 300.0), "6.3 Inkomen": (30, 300)})
DELFT = lines("Delft", LARGE, 9000, {"6.1 Samenkracht": (0, 900.0), "6.3 Inkomen": (90, 900)})
COUNTRY = lines("Nederland", ";", 15000, {"6.1 Samenkracht": (10, 1700.0), "6.3 Inkomen": (200, 2200)})
ALL = [*ADORP, *BEDUM, *CADZAND, *DELFT, *COUNTRY]


@pytest.fixture
def open_data(tmp_path):
    names = {"GM0001": "Adorp", "GM0002": "Bedum", "GM0009": "Elders"}
    features = [{"properties": {"statcode": code, "statnaam": name}} for code, name in names.items()]
    (tmp_path / "geometry").mkdir()
    (tmp_path / "geometry" / "gemeenten_2024.geojson").write_text(json.dumps({"features": features}))
    (tmp_path / "finance_iv3").mkdir()
    return tmp_path


def write(open_data, name, rows, header=HEADER):
    path = open_data / "finance_iv3" / f"{name}.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def figure(data, series, area, category=""):
    rows = data.series
    rows = rows[(rows["series"] == series) & (rows["area"] == area) & (rows["category"] == category)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_own_reference_group_and_country_by_hand(open_data):
    write(open_data, "2024_begroting", ALL)
    data = read_iv3(open_data, "GM0001", [2024])
    assert tuple(data.series.columns) == SERIES_COLUMNS
    # 6.x only: 100 + 200 thousand euros, 1.000 inhabitants; 7.1 is not of the sociaal domein.
    assert figure(data, "iv3_lasten_begroting", "GM0001")["numerator"] == 300_000
    assert figure(data, "iv3_lasten_begroting", "GM0001")["value"] == 300
    assert figure(data, "iv3_lasten_begroting_totaal", "GM0001")["value"] == 300_000
    # Bedum and Cadzand: (1.200 + 600) thousand over 5.000 inhabitants: weighted, not the mean of 600 and 200.
    assert figure(data, "iv3_lasten_begroting", "RG0001")["value"] == 360
    assert figure(data, "iv3_baten_begroting", "RG0001", "inkomen")["numerator"] == 90_000
    assert figure(data, "iv3_lasten_begroting", "NL01")["value"] == 3_900_000 / 15_000
    assert [area.code for area in data.areas] == ["GM0001", "RG0001", "NL01"]
    assert "minder dan 5.000 inwoners" in data.reference
    assert "Bedum en Cadzand" in data.reference


@pytest.mark.parametrize("mark", ["", ".", "-99998", "-99998.0", "null"])
def test_a_missing_amount_is_not_zero(open_data, mark):
    write(open_data, "2024_begroting", [row.replace(";200;", f";{mark};") for row in ALL])
    data = read_iv3(open_data, "GM0001", [2024])
    for category in ("", "inkomen"):
        row = figure(data, "iv3_lasten_begroting", "GM0001", category)
        assert row["status"] == "ontbreekt"
        assert row[["numerator", "value"]].isna().all()
    # What was delivered stays; so does the other side.
    assert figure(data, "iv3_lasten_begroting", "GM0001", "samenkracht")["numerator"] == 100_000
    assert figure(data, "iv3_baten_begroting", "GM0001")["numerator"] == 30_000


def test_member_without_complete_figures_is_left_out_and_named(open_data):
    write(open_data, "2024_begroting", [row.replace("60;800;", "60;.;") for row in ALL])
    data = read_iv3(open_data, "GM0001", [2024])
    assert figure(data, "iv3_lasten_begroting", "RG0001")["value"] == 200
    assert figure(data, "iv3_baten_begroting", "RG0001")["denominator"] == 3000
    assert "Niet alle cijfers zijn er van Bedum" in data.reference


def test_zeros_everywhere_are_no_delivery(open_data):
    nothing = lines("Bedum", SMALL, 2000, {"6.1 Samenkracht": (0, 0), "6.3 Inkomen": (0, 0)})
    write(open_data, "2024_begroting", [*ADORP, *nothing, *CADZAND, *COUNTRY])
    data = read_iv3(open_data, "GM0001", [2024])
    # Of the group only Cadzand is left: 600 thousand over 3.000 inhabitants.
    assert figure(data, "iv3_lasten_begroting", "RG0001")["value"] == 200
    assert "Niet alle cijfers zijn er van Bedum" in data.reference
    own = read_iv3(open_data, "GM0002", [2024])
    assert figure(own, "iv3_lasten_begroting", "GM0002")["status"] == "ontbreekt"
    assert "Bedum heeft de cijfers van de begroting van 2024 niet geleverd" in own.notes[0]


def test_a_taakveld_that_nearly_all_others_book_on(open_data):
    others = [
        lines(f"Plaats {n}", SMALL, 1000, {"6.1 Samenkracht": (0, 5), "6.3 Inkomen": (0, 5)})
        for n in range(10)
    ]
    own = lines("Adorp", SMALL, 1000, {"6.1 Samenkracht": (0, 9), "6.3 Inkomen": (7, 0)})
    for year in (2023, 2024):
        write(open_data, f"{year}_begroting", [*own, *(row for rows in others for row in rows), *COUNTRY])
    notes = read_iv3(open_data, "GM0001", [2023, 2024]).notes
    # Of the newest year only, for single taakvelden are shown of that year.
    assert len(notes) == 1
    assert "Adorp heeft in de begroting van 2024 geen lasten op taakveld 6.3." in notes[0]
    # Of a few others, as in a small reference group, "nearly all" says nothing.
    few = [row for rows in others[:4] for row in rows]
    write(open_data, "2024_begroting", [*own, *few, *COUNTRY])
    assert read_iv3(open_data, "GM0001", [2024]).notes == ()
    # Eight of ten is not nearly all.
    for rows in others[:2]:
        rows[1] = rows[1].replace(";5;", ";0;")
    write(open_data, "2024_begroting", [*own, *(row for rows in others for row in rows), *COUNTRY])
    assert read_iv3(open_data, "GM0001", [2024]).notes == ()


def test_parent_that_repeats_its_parts_is_not_added_to_them(open_data):
    parts = {"6.71 Dienst": (0, 50), "6.71a Hulp": (0, 30), "6.71b Begeleiding": (0, 20)}
    rows = [*lines("Adorp", SMALL, 1000, parts), *lines("Nederland", ";", 1000, parts)]
    write(open_data, "2023_jaarrekening", rows)
    data = read_iv3(open_data, "GM0001", [2023])
    assert figure(data, "iv3_lasten_jaarrekening", "GM0001")["numerator"] == 50_000
    assert figure(data, "iv3_lasten_jaarrekening", "GM0001", "wmo")["numerator"] == 50_000
    assert "6.71" not in set(data.series["category"][data.series["series"] == "iv3_lasten_jaarrekening"])


def test_parent_with_bookings_of_its_own_counts(open_data):
    parts = {"6.71 Dienst": (0, 7), "6.71a Hulp": (0, 30), "6.71b Begeleiding": (0, 20)}
    rows = [*lines("Adorp", SMALL, 1000, parts), *lines("Nederland", ";", 1000, parts)]
    write(open_data, "2023_jaarrekening", rows)
    data = read_iv3(open_data, "GM0001", [2023])
    assert figure(data, "iv3_lasten_jaarrekening", "GM0001")["numerator"] == 57_000


def test_municipality_alone_in_its_class_has_no_reference(open_data):
    write(open_data, "2024_begroting", [*ADORP, *DELFT, *COUNTRY])
    data = read_iv3(open_data, "GM0001", [2024])
    assert "RG0001" not in set(data.series["area"])
    assert [area.code for area in data.areas] == ["GM0001", "NL01"]
    assert data.reference.startswith("Er is in 2024 geen andere gemeente")


def test_years_without_files_and_damaged_files_are_told_at_once(open_data):
    write(open_data, "2023_begroting", ALL, header=HEADER.replace("Lasten", "Kosten"))
    write(open_data, "2024_begroting", [row.replace("100.0", "honderd") for row in ALL])
    with pytest.raises(DeliveryError, match="3 punten") as caught:
        read_iv3(open_data, "GM0001", [2022, 2023, 2024])
    text = str(caught.value)
    assert "jaar 2022" in text
    assert "2023_begroting.csv: deze kolommen ontbreken: Lasten" in text
    assert "2024_begroting.csv, kolom Lasten" in text
    assert "(1 rij: 2)" in text


def test_unknown_municipality(open_data):
    write(open_data, "2024_begroting", ALL)
    with pytest.raises(DeliveryError, match="GM0003 staat niet"):
        read_iv3(open_data, "GM0003", [2024])
    with pytest.raises(DeliveryError, match="gemeente Elders staat niet in dit bestand"):
        read_iv3(open_data, "GM0009", [2024])


def test_folder_without_borders(tmp_path):
    with pytest.raises(DeliveryError, match="gemeenten_JAAR"):
        read_iv3(tmp_path, "GM0001", [2024])


@pytest.mark.parametrize("content", ["{", "{}", '{"features": [{"properties": {}}]}', "[]"])
def test_damaged_file_with_borders(open_data, content):
    (open_data / "geometry" / "gemeenten_2025.geojson").write_text(content)
    with pytest.raises(DeliveryError, match="gemeenten_2025.geojson: dit is geen bestand met gemeenten"):
        read_iv3(open_data, "GM0001", [2024])


def test_faults_of_one_file_are_told_together(open_data):
    rows = [*ADORP, ADORP[0], "Adorp;6.83 Nieuw;1;2;x;y;1000"]
    write(open_data, "2024_begroting", rows)
    with pytest.raises(DeliveryError, match="3 punten") as caught:
        read_file(open_data / "finance_iv3" / "2024_begroting.csv")
    text = str(caught.value)
    assert "6.83" in text
    assert "maar één keer voorkomen (1 rij: 5)" in text
    assert "de regels van Nederland ontbreken" in text


def test_a_file_that_is_no_csv(open_data):
    path = open_data / "finance_iv3" / "2024_begroting.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DeliveryError, match="csv-bestand"):
        read_file(path)


def test_no_years_give_no_series(open_data):
    data = read_iv3(open_data, "GM0001", [])
    assert (len(data.series), data.areas, data.reference) == (0, (), "")
