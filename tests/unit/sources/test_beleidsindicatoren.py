"""The file with compulsory policy indicators: read as published, brought to the scale of the regulation."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from socdom.areas import Area
from socdom.errors import ParameterError
from socdom.indicators import catalogue
from socdom.measures.kinds.external import External
from socdom.sources.beleidsindicatoren import read_policy_indicators
from socdom.sources.beleidsindicatoren_file import FILE_NAME, SERIES
from socdom.sources.open_data import SERIES_COLUMNS, OpenData

HEADER = "nummer;jaar;gebied;waarde;per;status;bron"
TOWN = Area("GM9998", "Proefstad", "gemeente")
FOLDER = Path(__file__).parents[3] / "parameters"


def read(folder: Path, *lines: str, header: str = HEADER) -> OpenData:
    (folder / FILE_NAME).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return read_policy_indicators(folder, TOWN)


def refused(folder: Path, *lines: str, header: str = HEADER) -> str:
    with pytest.raises(ParameterError) as caught:
        read(folder, *lines, header=header)
    return str(caught.value)


def figures(data: OpenData) -> list[tuple[object, ...]]:
    rows = data.series[["series", "period", "area", "value", "status"]]
    return [tuple(row) for row in rows.itertuples(index=False)]


def test_the_numbers_are_those_of_the_definitions() -> None:
    found = {
        item.bbv: (item.measure.series, item.scale)
        for item in catalogue().values()
        if isinstance(item.measure, External) and item.bbv
    }
    assert found == {number: (kind.series, kind.per) for number, kind in SERIES.items()}


def test_values_and_areas_by_hand(tmp_path: Path) -> None:
    data = read(
        tmp_path,
        "29;2019;GM9998;11,3;100;definitief;CBS",
        "29;2020;NL01;11,9;100;voorlopig;CBS",
        "21;2020;GM9998;1.012,5;1.000;definitief;LISA",
    )
    assert list(data.series.columns) == list(SERIES_COLUMNS)
    assert figures(data) == [
        ("bbv_29_jongeren_met_jeugdhulp", "2019", "GM9998", 11.3, "definitief"),
        ("bbv_29_jongeren_met_jeugdhulp", "2020", "NL01", 11.9, "voorlopig"),
        ("bbv_21_banen", "2020", "GM9998", 1012.5, "definitief"),
    ]
    assert [area.name for area in data.areas] == ["Proefstad", "Nederland"]
    assert data.notes == ("De verplichte beleidsindicatoren komen uit deze bronnen: CBS en LISA.",)
    assert data.series[["numerator", "denominator"]].isna().all().all()


@pytest.mark.parametrize(("value", "per"), [("24,7", "1.000"), ("247", "10.000"), ("247", "10000")])
def test_per_thousand_becomes_per_ten_thousand(tmp_path: Path, value: str, per: str) -> None:
    data = read(tmp_path, f"27;2020;GM9998;{value};{per};definitief;CBS")
    assert data.series["value"].tolist() == pytest.approx([247])


def test_a_school_year_has_the_name_of_its_last_year(tmp_path: Path) -> None:
    data = read(
        tmp_path, "19;2018/2019;GM9998;1,9;100;definitief;DUO", "19;2020;GM9998;1,6;100;voorlopig;DUO"
    )
    assert data.series["period"].tolist() == ["2019", "2020"]


@pytest.mark.parametrize(
    "text", ["", "n.n.b.", "N.B.", ".", "gegevens niet beschikbaar", "Gegevens niet beschikbaar"]
)
def test_what_is_not_known_is_not_zero(tmp_path: Path, text: str) -> None:
    data = read(tmp_path, f"28;2020;GM9998;{text};;;CBS", "28;2019;GM9998;0;10.000;definitief;CBS")
    assert data.series["status"].tolist() == ["ontbreekt", "definitief"]
    assert math.isnan(data.series["value"].iloc[0])
    assert data.series["value"].iloc[1] == 0


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    data = read_policy_indicators(tmp_path, TOWN)
    assert (len(data.series), data.areas, data.notes) == (0, (), ())


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("25;2017;GM9998;10;100;definitief;VJI", "25 is in 2018 vervallen"),
        ("33;2017;GM9998;10;100;definitief;CBS", "nummer: een van 17, 18"),
        ("29;2018/2019;GM9998;10;100;definitief;CBS", "jaar: een jaar als 2019"),
        ("17;2018/2020;GM9998;10;1.000;definitief;CBS", "jaar: een jaar als 2019"),
        ("29;19;GM9998;10;100;definitief;CBS", "jaar: een jaar als 2019"),
        ("29;2019;GM0766;10;100;definitief;CBS", "gebied: GM9998 of NL01"),
        ("29;2019;GM9998;12.5;100;definitief;CBS", "waarde: een getal als 1.234,5"),
        ("29;2019;GM9998;-1;100;definitief;CBS", "waarde: een getal als 1.234,5"),
        ("29;2019;GM9998;101;100;definitief;CBS", "waarde: niet hoger dan kan"),
        ("27;2019;GM9998;1001;1.000;definitief;CBS", "waarde: niet hoger dan kan"),
        ("29;2019;GM9998;12,5;1.000;definitief;CBS", "per: 100, 1.000 of 10.000"),
        ("27;2019;GM9998;2,4;100;definitief;CBS", "per: 100, 1.000 of 10.000"),
        ("27;2019;GM9998;247;;definitief;CBS", "per: 100, 1.000 of 10.000"),
        ("29;2019;GM9998;12,5;100;;CBS", "status: definitief of voorlopig"),
        ("29;2019;GM9998;12,5;100;definitief;", "bron: wie het cijfer maakte"),
    ],
)
def test_a_mistake_is_named_with_its_row(tmp_path: Path, line: str, rule: str) -> None:
    message = refused(tmp_path, "29;2016;NL01;10,1;100;definitief;CBS", line)
    assert f"{tmp_path.name}/{FILE_NAME}" in message
    assert rule in message
    assert "(1 rij: 3)" in message
    assert "punten" not in message


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    good = "29;2019;GM9998;12,5;100;definitief;CBS"
    message = refused(tmp_path, good, good, "99;x;BU0;y;z;w;", "30;2019;NL01;1,2;100;concept;CBS")
    assert "8 punten" in message
    assert "elke combinatie staat er één keer in (1 rij: 3)" in message
    assert "status: definitief of voorlopig (2 rijen: 4, 5)" in message


def test_a_school_year_and_its_year_are_the_same_figure(tmp_path: Path) -> None:
    line = "17;{};GM9998;1,8;1.000;definitief;DUO"
    assert "één keer" in refused(tmp_path, line.format("2018/2019"), line.format("2019"))


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    assert "de kolom per ontbreekt" in refused(tmp_path, header="nummer;jaar;gebied;waarde;status;bron")
    assert "er staan geen rijen in" in refused(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"nummer;jaar\n\x81\xfe")
    with pytest.raises(ParameterError, match="niet te lezen"):
        read_policy_indicators(tmp_path, TOWN)


def test_the_example_municipality_has_some_and_lacks_some() -> None:
    data = read_policy_indicators(FOLDER / "lindeveen", Area("GM9999", "Lindeveen", "gemeente"))
    assert set(data.series["area"]) == {"GM9999", "NL01"}
    known = set(data.series.loc[data.series["value"].notna(), "series"])
    every = {kind.series for kind in SERIES.values()}
    assert known < every
    assert len(known) >= 11
    assert "ontbreekt" in set(data.series["status"])
    assert data.notes == ("De verplichte beleidsindicatoren komen uit deze bronnen: Verzonnen cijfers.",)
