"""Kerncijfers wijken en buurten on small tables made by hand, keys padded as CBS does."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.kwb import read_kwb

KEYS = ["NL00      ", "GM0001    ", "WK000100  ", "BU00010000", "BU00010001", "GM0002    ", "WK000200  "]
NAMES = ["Nederland ", "Adorp", "Dorp ", "Noord", "Zuid", "Bedum", "Elders"]
COLUMNS = {
    "AantalInwoners": [1000, 100, 100, 60, 0, 900, 900],
    "k_0Tot15Jaar": [200, 20, 20, 10, 0, 180, 180],
    "k_15Tot25Jaar": [100, 10, 10, 5, 0, 90, 90],
    "k_25Tot45Jaar": [300, 30, 30, 20, 0, 270, 270],
    "k_45Tot65Jaar": [200, 20, 20, 15, 0, 180, 180],
    "k_65JaarOfOuder": [200, 20, 20, 10, 0, 180, 180],
    "HuishoudensTotaal": [450, 45, 45, 25, 0, 405, 405],
    "PersonenPerSoortUitkeringBijstand": [40.0, 4, 4, np.nan, np.nan, 36, 36],
    "WmoClienten": [np.nan] * 7,
    "JongerenMetJeugdzorgInNatura": [np.nan] * 7,
}


def write(open_data, table="84799NED_v3", first=5, columns=COLUMNS, descriptions=None, leave=()):
    """A table whose columns are numbered from `first`."""
    folder = open_data / "cbs_statline" / table
    folder.mkdir(parents=True)
    named = {f"{name}_{place}": values for place, (name, values) in enumerate(columns.items(), first)}
    texts = [(descriptions or {}).get(name, "") for name in columns]
    frames = {
        "TypedDataSet": pd.DataFrame({"WijkenEnBuurten": KEYS, "Codering_3": KEYS, **named}),
        "WijkenEnBuurten": pd.DataFrame({"Key": KEYS, "Title": NAMES}),
        "DataProperties": pd.DataFrame(
            {"Key": [*named, None], "Description": [*texts, "voorlopige cijfers"]}
        ),
    }
    for kind, frame in frames.items():
        if kind not in leave:
            frame.to_parquet(folder / f"cbs.{kind}.parquet")
    return folder


def figure(data, series, area, period="2020"):
    rows = data.series
    rows = rows[(rows["series"] == series) & (rows["area"] == area) & (rows["period"] == period)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_shares_and_rates_by_hand(tmp_path):
    write(tmp_path)
    data = read_kwb(tmp_path, "GM0001", [2020])
    assert figure(data, "kwb_inwoners", "GM0001")["value"] == 100
    assert figure(data, "kwb_0_14", "BU00010000")["value"] == pytest.approx(100 * 10 / 60)
    assert figure(data, "kwb_65_plus", "NL01")["value"] == 20
    # 4 persons among 100 - 20 inhabitants of 15 and over.
    assert figure(data, "kwb_bijstand", "GM0001")["value"] == 50
    assert figure(data, "kwb_bijstand", "GM0001")["denominator"] == 80


def test_areas_are_those_of_the_municipality_with_parents(tmp_path):
    write(tmp_path)
    data = read_kwb(tmp_path, "GM0001", [2020])
    assert [(area.code, area.name, area.level, area.parent) for area in data.areas] == [
        ("BU00010000", "Noord", "buurt", "WK000100"),
        ("BU00010001", "Zuid", "buurt", "WK000100"),
        ("GM0001", "Adorp", "gemeente", ""),
        ("NL01", "Nederland", "land", ""),
        ("WK000100", "Dorp", "wijk", "GM0001"),
    ]
    assert set(data.series["area"]) == {area.code for area in data.areas}


def test_missing_is_not_zero_and_a_share_of_nobody_is_impossible(tmp_path):
    write(tmp_path)
    data = read_kwb(tmp_path, "GM0001", [2020])
    missing = figure(data, "kwb_bijstand", "BU00010000")
    impossible = figure(data, "kwb_0_14", "BU00010001")
    assert (missing["status"], impossible["status"]) == ("ontbreekt", "onmogelijk")
    assert pd.isna(
        [missing["value"], missing["numerator"], impossible["value"], impossible["numerator"]]
    ).all()
    nobody = figure(data, "kwb_inwoners", "BU00010001")
    assert (nobody["value"], nobody["status"]) == (0, "definitief")


def test_negative_codes_of_cbs_are_missing(tmp_path):
    write(tmp_path, columns=COLUMNS | {"HuishoudensTotaal": [450, -99998, 45, 25, 0, 405, 405]})
    row = figure(read_kwb(tmp_path, "GM0001", [2020]), "kwb_huishoudens", "GM0001")
    assert row["status"] == "ontbreekt"


def test_provisional_only_where_cbs_says_so(tmp_path):
    write(tmp_path, descriptions={"PersonenPerSoortUitkeringBijstand": "Het betreft voorlopige cijfers."})
    status = read_kwb(tmp_path, "GM0001", [2020]).series.groupby("series")["status"].unique()
    assert set(status["kwb_bijstand"]) == {"voorlopig", "ontbreekt", "onmogelijk"}
    assert set(status["kwb_inwoners"]) == {"definitief"}


def test_two_years_with_other_numbers_and_another_split_of_age(tmp_path):
    write(tmp_path)
    later = {name: values for name, values in COLUMNS.items() if name != "k_65JaarOfOuder"}
    later |= {"k_65JaarTot80Jaar": [150, 15, 15, 8, 0, 135, 135], "k_80JaarOfOuder": [50, 6, 5, 2, 0, 45, 45]}
    write(tmp_path, "86358NED_v3", first=40, columns=later)
    data = read_kwb(tmp_path, "GM0001", [2026, 2020])
    assert figure(data, "kwb_65_plus", "GM0001", "2026")["numerator"] == 21
    assert figure(data, "kwb_65_plus", "GM0001", "2020")["numerator"] == 20
    assert len(data.files) == 6


def test_empty_columns_give_a_note_and_filled_ones_give_rows(tmp_path):
    write(tmp_path, columns=COLUMNS | {"WmoClienten": [70, 7.0, 7, np.nan, np.nan, 63, 63]})
    data = read_kwb(tmp_path, "GM0001", [2020])
    assert figure(data, "kwb_wmo", "GM0001")["value"] == 70
    assert "kwb_jeugdzorg" not in set(data.series["series"])
    assert data.notes == (
        "Het CBS heeft in de Kerncijfers wijken en buurten 2020 nog geen cijfers over jongeren met "
        "jeugdzorg in natura. Daarom staan die niet in dit overzicht.",
    )


def test_years_without_the_same_figures_are_told_in_one_sentence(tmp_path):
    write(tmp_path)
    later = {name: values for name, values in COLUMNS.items() if name != "k_65JaarOfOuder"}
    later |= {"k_65JaarTot80Jaar": [150, 15, 15, 8, 0, 135, 135], "k_80JaarOfOuder": [50, 6, 5, 2, 0, 45, 45]}
    write(tmp_path, "86358NED_v3", first=40, columns=later)
    notes = read_kwb(tmp_path, "GM0001", [2026, 2020]).notes
    assert [note for note in notes if "nog geen cijfers" in note] == [
        "Het CBS heeft in de Kerncijfers wijken en buurten 2020 en 2026 nog geen cijfers over Wmo-cliënten en "
        "jongeren met jeugdzorg in natura. Daarom staan die niet in dit overzicht."
    ]


@pytest.mark.parametrize("kind", ["TypedDataSet", "WijkenEnBuurten", "DataProperties"])
def test_missing_file(tmp_path, kind):
    write(tmp_path, leave=(kind,))
    with pytest.raises(DeliveryError, match=f"84799NED_v3: het bestand met {kind}"):
        read_kwb(tmp_path, "GM0001", [2020])


def test_all_faulty_years_are_told_at_once(tmp_path):
    write(tmp_path)
    with pytest.raises(DeliveryError, match="2 punten") as caught:
        read_kwb(tmp_path, "GM0001", [1999, 2021, 2020])
    assert "jaar 1999" in str(caught.value)
    assert "over 2021 ontbreekt" in str(caught.value)


def test_missing_column_damaged_file_and_unknown_municipality(tmp_path):
    folder = write(tmp_path, columns={k: v for k, v in COLUMNS.items() if k != "HuishoudensTotaal"})
    with pytest.raises(DeliveryError, match="HuishoudensTotaal"):
        read_kwb(tmp_path, "GM0001", [2020])
    with pytest.raises(DeliveryError, match="GM0003 staat niet"):
        read_kwb(tmp_path, "GM0003", [2020])
    (folder / "cbs.TypedDataSet.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(DeliveryError, match="geen leesbaar parquet"):
        read_kwb(tmp_path, "GM0001", [2020])


def _of_years(open_data, years):
    """Year → changes of the border per region of KEYS."""
    tables = {2019: "84583NED", 2020: "84799NED", 2021: "85039NED"}
    for year, changes in years.items():
        folder = write(open_data, tables[year])
        path = folder / "cbs.TypedDataSet.parquet"
        frame = pd.read_parquet(path)
        frame.assign(IndelingswijzigingWijkenEnBuurten_4=changes).to_parquet(path)
    return read_kwb(open_data, "GM0001", sorted(years))


def _periods(data, area):
    rows = data.series
    return rows["period"][rows["series"].eq("kwb_inwoners") & rows["area"].eq(area)].tolist()


def test_a_wijk_with_another_border_has_nothing_of_before(tmp_path):
    same = [".", ".", "1 ", "1 ", "1 ", ".", "1 "]
    data = _of_years(tmp_path, {2020: same, 2021: [".", ".", "1 ", "3 ", "2 ", ".", "1 "]})
    assert _periods(data, "GM0001") == _periods(data, "NL01") == ["2020", "2021"]
    assert _periods(data, "WK000100") == ["2020", "2021"]
    # Another border, and the code of what was another buurt.
    assert _periods(data, "BU00010000") == _periods(data, "BU00010001") == ["2021"]
    assert "Dan staan hier alleen de cijfers van daarna" in " ".join(data.notes)


def test_wijken_of_before_a_year_that_is_not_there_are_left_out(tmp_path):
    same = [".", ".", "1 ", "1 ", "1 ", ".", "1 "]
    data = _of_years(tmp_path, {2019: same, 2021: same})
    assert _periods(data, "GM0001") == ["2019", "2021"]
    assert _periods(data, "WK000100") == ["2021"]


def test_nothing_is_said_of_borders_that_stayed(tmp_path):
    same = [".", ".", "1 ", "1 ", "1 ", ".", "1 "]
    data = _of_years(tmp_path, {2020: same, 2021: same})
    assert _periods(data, "BU00010000") == ["2020", "2021"]
    assert "grens" not in " ".join(data.notes)
