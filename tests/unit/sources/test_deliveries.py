"""Intake: a small delivery read by hand, and one refusal per kind of mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.pseudonyms import pseudonyms
from socdom.sources.supply import delivery_files
from socdom.tables import COLUMNS, Tables
from tests.fixtures.bad_deliveries.small_delivery import (
    ANNA,
    BRAM,
    CARLA,
    MARKED_NAME,
    SMALL,
    STRANGER,
    repeated,
    replaced,
    small_gebieden,
    write_small,
)
from tests.lib.taken_in import read_deliveries

KEY = b"k" * 32
ANNA_NUMBER = pseudonyms(pd.Series([ANNA]), KEY, "person")[0]
BRAM_NUMBER = pseudonyms(pd.Series([BRAM]), KEY, "person")[0]


@pytest.fixture
def gebieden(tmp_path: Path) -> Gebieden:
    return small_gebieden(tmp_path / "parameters")


@pytest.fixture
def tables(tmp_path: Path, gebieden: Gebieden) -> Tables:
    return read_deliveries(write_small(tmp_path / "in"), gebieden, KEY)


def test_every_table_has_the_columns_and_types_of_its_contract(tables: Tables) -> None:
    for name, columns in COLUMNS.items():
        assert {column: str(dtype) for column, dtype in getattr(tables, name).dtypes.items()} == columns
        assert len(getattr(tables, name))


def test_a_person_with_two_addresses_is_one_person(tables: Tables) -> None:
    anna = tables.persons[tables.persons["person"] == ANNA_NUMBER]
    assert anna["birth_date"].tolist() == [pd.Timestamp(1940, 2, 29)]
    assert len(tables.persons) == 3


def test_old_area_codes_become_current_and_changed_borders_become_unknown(tables: Tables) -> None:
    areas = tables.addresses.set_index("person")["area"]
    assert areas[ANNA_NUMBER].tolist() == ["BU99980109", "BU99980101"]
    assert areas[BRAM_NUMBER] == ""


def test_dates_codes_and_amounts_are_read_as_written(tables: Tables) -> None:
    first, second = tables.provisions.iloc[0], tables.provisions.iloc[1]
    assert (first["category"], first["end"], first["law"]) == ("01", pd.Timestamp(2020, 12, 31), "wmo")
    assert pd.isna(second["end"])
    assert tables.provisions["referrer"].tolist() == ["", "", "02"]
    assert tables.provisions["change_reason"].tolist() == ["05", "04", ""]
    assert tables.reintegrations["category"].tolist() == ["beschut werk", "scholing"]
    assert tables.debt_signals["result"].tolist() == ["wil geen hulp", ""]
    assert tables.debt_signals["contacted"].tolist() == [pd.Timestamp(2020, 2, 20), pd.NaT]
    assert tables.declarations["amount"].tolist() == [123456, -123450]
    assert tables.population["persons"].tolist() == [1250, 400, 300, 500, 4000, 80, 0, 0]
    assert tables.population["age_to"].tolist() == [11, 14, 17, 22, 64, 74, 84, 200]
    assert set(tables.population["quarter"]) == {Quarter(2020, 1).index}
    assert tables.budget[["budget", "realised"]].iloc[0].tolist() == [16_000_000.0, 3_750_000.5]


def test_a_deleted_allocation_counts_as_never_sent(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(
        tmp_path / "in", "voorzieningen_wmo.csv", replaced("31-12-2020;19;5", "10-01-2020;19;13")
    )
    assert read_deliveries(folder, gebieden, KEY).provisions["change_reason"].tolist() == ["04", ""]
    folder = write_small(tmp_path / "in", "voorzieningen_wmo.csv", replaced("19;5", "19;13"))
    assert read_deliveries(folder, gebieden, KEY).provisions["change_reason"].tolist() == ["13", "04", ""]


def test_one_person_has_one_number_in_all_tables(tables: Tables) -> None:
    for table in (tables.provisions, tables.applications, tables.declarations, tables.addresses):
        assert ANNA_NUMBER in table["person"].to_numpy()
    assert set(tables.benefits["household"]) == set(tables.debt_trajectories["household"])


def test_no_bsn_and_no_name_reaches_a_table(tables: Tables) -> None:
    for name in COLUMNS:
        text = getattr(tables, name).to_csv()
        assert MARKED_NAME not in text
        assert not any(bsn in text for bsn in (ANNA, BRAM, CARLA))


def test_intake_writes_nothing(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    read_deliveries(folder, gebieden, KEY)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_delivery_files_are_those_that_exist_in_a_fixed_order(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "in")
    (folder / "notities.csv").write_text("x")
    (folder / "schuldhulp.csv").unlink()
    assert [path.name for path in delivery_files(folder)] == [
        name for name in SMALL if name != "schuldhulp.csv"
    ]


def test_a_spreadsheet_may_end_lines_its_own_way_and_quote(tmp_path: Path, gebieden: Gebieden) -> None:
    plain = read_deliveries(write_small(tmp_path / "a"), gebieden, KEY)
    folder = write_small(tmp_path / "b", "aanvragen.csv", lambda lines: [*lines, "", ""])
    for path in folder.iterdir():
        quoted = path.read_text(encoding="utf-8-sig").replace(";zin;", ';"zin";')
        path.write_bytes(quoted.replace("\n", "\r\n").encode("utf-8"))
    again = read_deliveries(folder, gebieden, KEY)
    for name in COLUMNS:
        pd.testing.assert_frame_equal(getattr(plain, name), getattr(again, name))


BAD: list[tuple[str, str, Callable[[list[str]], list[str]], str]] = [
    ("empty file", "aanvragen.csv", lambda lines: [], r"aanvragen\.csv: het bestand is leeg"),
    ("header only", "aanvragen.csv", lambda lines: lines[:1], r"aanvragen\.csv: er staan geen rijen in"),
    (
        "missing column",
        "declaraties.csv",
        lambda lines: [line.rsplit(";", 1)[0] for line in lines],
        r"declaraties\.csv: de kolom bedrag ontbreekt",
    ),
    (
        "double column",
        "huishoudens.csv",
        lambda lines: [line + ";aantal" for line in lines],
        r"huishoudens\.csv: de kolom aantal staat er 2 keer in",
    ),
    (
        "half a row",
        "clienten.csv",
        replaced(";vrouw;11;BU99980101;01-02-2019;", "", row=3),
        r"clienten\.csv: een rij heeft 8 velden, gescheiden door puntkomma's \(1 rij: 3\)",
    ),
    (
        "open quote",
        "clienten.csv",
        replaced(";vrouw;", ';"vrouw;'),
        r"clienten\.csv: een tekst tussen aanhalingstekens staat in één rij \(1 rij: 2\)",
    ),
    (
        "endless row",
        "aanvragen.csv",
        lambda lines: [*lines, "A3;" + "x" * 3_000_000],
        r"aanvragen\.csv: dit is geen goed csv-bestand",
    ),
    (
        "not a date",
        "clienten.csv",
        replaced("29-02-1940", "30-02-1940"),
        r"clienten\.csv, kolom geboortedatum: een datum als 31-12-2020 \(1 rij: 2\)",
    ),
    (
        "date the American way",
        "clienten.csv",
        replaced("29-02-1940", "1940-02-29"),
        r"kolom geboortedatum: een datum als 31-12-2020 \(1 rij: 2\)",
    ),
    (
        "date is required",
        "voorzieningen_jeugd.csv",
        replaced("01-03-2020", ""),
        r"voorzieningen_jeugd\.csv, kolom begindatum: een datum als 31-12-2020 \(1 rij: 2\)",
    ),
    (
        "date before 1900",
        "clienten.csv",
        replaced("03-03-1985", "03-03-1085", row=5),
        r"kolom geboortedatum: een datum tussen 1900 en 2100 \(1 rij: 5\)",
    ),
    (
        "amount with a decimal point",
        "declaraties.csv",
        replaced("1.234,56", "1234.56"),
        r"declaraties\.csv, kolom bedrag: een bedrag als 1\.234,56 \(1 rij: 2\)",
    ),
    (
        "volume is not whole",
        "declaraties.csv",
        replaced(";9;", ";9,5;"),
        r"declaraties\.csv, kolom volume: een heel getal",
    ),
    (
        "signs differ",
        "declaraties.csv",
        replaced(";-9;", ";9;", row=3),
        r"volume en bedrag zijn allebei positief, of allebei negatief \(een correctie\) \(1 rij: 3\)",
    ),
    (
        "negative inhabitants",
        "bevolking.csv",
        replaced("1.250", "-1"),
        r"bevolking\.csv, kolom aantal: het getal is 0 of hoger \(1 rij: 2\)",
    ),
    (
        "ages in the wrong order",
        "bevolking.csv",
        replaced(";0;11;", ";11;0;"),
        r"leeftijd_tot mag niet lager zijn dan leeftijd_van \(1 rij: 2\)",
    ),
    (
        "ages over a limit",
        "bevolking.csv",
        replaced(";0;11;", ";0;12;"),
        r"kolommen leeftijd_van en leeftijd_tot: een leeftijdsgroep begint bij 12, 15, 18, 23, 65, 75 en 85 jaar; "
        r"kleinere groepen mogen ook \(1 rij: 2\)",
    ),
    (
        "ages with a hole",
        "bevolking.csv",
        replaced(";12;", ";13;", row=3),
        r"kolommen leeftijd_van en leeftijd_tot: de leeftijden van een buurt sluiten op elkaar aan, van 0 jaar "
        r"tot en met een open groep \(1 rij: 3\)",
    ),
    (
        "buurt that stops",
        "huishoudens.csv",
        lambda lines: [*lines, "BU99980109;2020Q1;5", "BU99980109;2020Q2;5"],
        r"kolommen buurtcode en kwartaal: een buurt staat er ook in alle latere kwartalen in; hierna ontbreekt een "
        r"kwartaal \(1 rij: 2\)",
    ),
    (
        "not a quarter",
        "huishoudens.csv",
        replaced("2020Q1", "lente 2020"),
        r"huishoudens\.csv, kolom kwartaal: een kwartaal als 2020Q4 \(1 rij: 2\)",
    ),
    (
        "unknown area",
        "clienten.csv",
        replaced("BU99980102", "BU99970102"),
        r"clienten\.csv, kolom buurtcode: een buurtcode die in gebieden\.csv staat \(1 rij: 2\)",
    ),
    (
        "wijk in place of buurt",
        "huishoudens.csv",
        replaced("BU99980101", "WK999801"),
        r"huishoudens\.csv, kolom buurtcode: een buurtcode van het CBS",
    ),
    (
        "unknown sex",
        "clienten.csv",
        replaced("man", "x", row=4),
        r"clienten\.csv, kolom geslacht: kies uit man, vrouw en onbekend \(1 rij: 4\)",
    ),
    (
        "category of the other law",
        "voorzieningen_jeugd.csv",
        replaced(";45;", ";01;"),
        r"voorzieningen_jeugd\.csv, kolom productcategorie: een productcategorie uit de lijst",
    ),
    (
        "end reason of the other law",
        "voorzieningen_wmo.csv",
        replaced(";19", ";32"),
        r"voorzieningen_wmo\.csv, kolom reden_beeindiging: een reden uit de lijst WMO588",
    ),
    (
        "referrer that does not exist",
        "voorzieningen_jeugd.csv",
        replaced(";02", ";07"),
        r"kolom verwijzer: een verwijzer uit de lijst COD327",
    ),
    (
        "unknown form",
        "voorzieningen_wmo.csv",
        replaced(";zin;", ";natura;"),
        r"kolom leveringsvorm: kies uit zin en pgb \(1 rij: 2\)",
    ),
    (
        "end before start",
        "voorzieningen_wmo.csv",
        replaced("31-12-2020", "31-12-2019"),
        r"kolommen einddatum en begindatum: einddatum mag niet eerder zijn dan begindatum \(1 rij: 2\)",
    ),
    (
        "decision before application",
        "aanvragen.csv",
        replaced("02-01-2020", "30-11-2019"),
        r"besluit mag niet eerder zijn dan ontvangen \(1 rij: 2\)",
    ),
    (
        "decision without outcome",
        "aanvragen.csv",
        replaced(";toegekend", ";"),
        r"uitkomst en besluit zijn allebei ingevuld, of allebei leeg \(1 rij: 2\)",
    ),
    (
        "declared before the care",
        "declaraties.csv",
        replaced("05-02-2020", "09-01-2020"),
        r"ontvangen mag niet eerder zijn dan dienst_van \(1 rij: 2\)",
    ),
    (
        "reason of change that does not exist",
        "voorzieningen_wmo.csv",
        replaced(";5", ";15"),
        r"kolom reden_wijziging: een reden uit de lijst WMO002 \(Wmo\) of JZ002 \(jeugd\), of leeg \(1 rij: 2\)",
    ),
    (
        "unknown kind of re-integration",
        "reintegratie.csv",
        replaced("beschut werk", "wsw"),
        r"reintegratie\.csv, kolom soort: kies uit loonkostensubsidie, beschut werk, werkervaring",
    ),
    (
        "re-integration that ends before it starts",
        "reintegratie.csv",
        replaced("30-06-2020", "31-01-2019"),
        r"einddatum mag niet eerder zijn dan begindatum \(1 rij: 2\)",
    ),
    (
        "re-integration without rows",
        "reintegratie.csv",
        lambda lines: lines[:1],
        r"reintegratie\.csv: er staan geen rijen in\. Lever het bestand opnieuw, of laat het weg\.",
    ),
    (
        "unknown kind of signal",
        "vroegsignalen.csv",
        replaced("zorgverzekering", "telefoon", row=3),
        r"vroegsignalen\.csv, kolom soort: kies uit huur, energie, water en zorgverzekering \(1 rij: 3\)",
    ),
    (
        "contact before the signal",
        "vroegsignalen.csv",
        replaced("20-02-2020", "04-02-2020"),
        r"contactdatum mag niet eerder zijn dan ontvangen \(1 rij: 2\)",
    ),
    (
        "contact without an outcome",
        "vroegsignalen.csv",
        replaced("wil geen hulp", ""),
        r"uitkomst en contactdatum zijn allebei ingevuld, of allebei leeg \(1 rij: 2\)",
    ),
    ("double signal", "vroegsignalen.csv", repeated(), r"elk signaal heeft een eigen nummer \(1 rij: 4\)"),
    (
        "start before registration",
        "schuldhulp.csv",
        replaced("01-10-2020", "02-11-2020"),
        r"begindatum mag niet eerder zijn dan aanmelddatum \(1 rij: 2\)",
    ),
    (
        "reason without an end",
        "uitkeringen.csv",
        replaced("30-06-2020", ""),
        r"een reden_beeindiging staat alleen bij een ingevulde einddatum \(1 rij: 2\)",
    ),
    (
        "unknown reason",
        "uitkeringen.csv",
        replaced("werk", "baan"),
        r"uitkeringen\.csv, kolom reden_beeindiging: kies uit werk, opleiding",
    ),
    (
        "bsn fails the eleven-test",
        "clienten.csv",
        replaced(BRAM, "999990021", row=4),
        r"clienten\.csv, kolom bsn: een bsn van negen cijfers dat de elfproef doorstaat \(1 rij: 4\)",
    ),
    (
        "empty bsn",
        "schuldhulp.csv",
        replaced(CARLA, ""),
        r"schuldhulp\.csv, kolom bsn: een bsn van negen cijfers dat de elfproef doorstaat \(1 rij: 2\)",
    ),
    (
        "empty number",
        "schuldhulp.csv",
        replaced("S1", ""),
        r"schuldhulp\.csv, kolom trajectnummer: dit nummer is verplicht \(1 rij: 2\)",
    ),
    (
        "orphan",
        "schuldhulp.csv",
        replaced(CARLA, STRANGER),
        r"schuldhulp\.csv, kolom bsn: elke persoon staat ook bij de cliënten \(1 rij: 2\)",
    ),
    (
        "double provision",
        "voorzieningen_wmo.csv",
        repeated(),
        r"kolom voorzieningnummer: elke voorziening heeft een eigen nummer \(1 rij: 4\)",
    ),
    (
        "one number in both files",
        "voorzieningen_jeugd.csv",
        replaced("J1", "W1"),
        r"elke voorziening heeft een eigen nummer, ook over de bestanden heen \(1 rij: 2\)",
    ),
    (
        "double declaration",
        "declaraties.csv",
        repeated(),
        r"elke declaratieregel heeft een eigen nummer \(1 rij: 4\)",
    ),
    ("double count", "huishoudens.csv", repeated(), r"elke combinatie staat er één keer in \(1 rij: 3\)"),
    (
        "two birth dates",
        "clienten.csv",
        replaced("29-02-1940", "28-02-1940", row=3),
        r"bij één bsn hoort in elke rij hetzelfde \(geboortedatum\) \(1 rij: 3\)",
    ),
    (
        "overlapping addresses",
        "clienten.csv",
        replaced("01-02-2019", "31-01-2019", row=3),
        r"kolommen van en tot: perioden van één persoon mogen elkaar niet overlappen \(1 rij: 3\)",
    ),
    (
        "taakveld of no Iv3",
        "begroting.csv",
        replaced("6.72", "jeugd"),
        r"begroting\.csv, kolom taakveld: een taakveld van Iv3, zoals 6\.71 \(1 rij: 2\)",
    ),
]


@pytest.mark.parametrize(("file", "change", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_mistake_is_named_and_no_value_is_told(
    tmp_path: Path, gebieden: Gebieden, file: str, change: Callable[[list[str]], list[str]], message: str
) -> None:
    with pytest.raises(DeliveryError, match=message) as caught:
        read_deliveries(write_small(tmp_path / "in", file, change), gebieden, KEY)
    _assert_no_person(str(caught.value))
    assert len(caught.value.faults) == 1 or file == "clienten.csv"


def _assert_no_person(text: str) -> None:
    hidden = (ANNA, BRAM, CARLA, STRANGER, "999990021", MARKED_NAME, "1940", "2009", "BU9997")
    assert not [value for value in hidden if value in text]


def test_a_missing_file_is_named(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in")
    (folder / "clienten.csv").unlink()
    with pytest.raises(DeliveryError, match=r"clienten\.csv: dit bestand ontbreekt") as caught:
        read_deliveries(folder, gebieden, KEY)
    assert len(caught.value.faults) == 1, "without the list of clients nobody is called unknown"


def test_an_older_delivery_without_the_newer_files_and_columns_is_accepted(
    tmp_path: Path, gebieden: Gebieden, tables: Tables
) -> None:
    folder = write_small(tmp_path / "older")
    for file in ("reintegratie.csv", "vroegsignalen.csv"):
        (folder / file).unlink()
    for file in ("voorzieningen_wmo.csv", "voorzieningen_jeugd.csv"):
        lines = [line.split(";") for line in (folder / file).read_text(encoding="utf-8-sig").splitlines()]
        place = lines[0].index("reden_wijziging")
        text = "\n".join(";".join(line[:place] + line[place + 1 :]) for line in lines)
        (folder / file).write_text(text, encoding="utf-8-sig")
    older = read_deliveries(folder, gebieden, KEY)
    assert older.provisions["change_reason"].tolist() == ["", "", ""]
    pd.testing.assert_frame_equal(
        older.provisions.drop(columns="change_reason"), tables.provisions.drop(columns="change_reason")
    )
    for name in ("reintegrations", "debt_signals"):
        assert len(getattr(older, name)) == 0
        assert {column: str(dtype) for column, dtype in getattr(older, name).dtypes.items()} == COLUMNS[name]


def test_a_column_that_may_be_left_out_is_there_once_at_most(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(
        tmp_path / "in", "voorzieningen_wmo.csv", lambda lines: [line + ";" for line in lines]
    )
    text = (folder / "voorzieningen_wmo.csv").read_text(encoding="utf-8-sig")
    twice = text.replace("reden_wijziging;", "reden_wijziging;reden_wijziging")
    (folder / "voorzieningen_wmo.csv").write_text(twice, encoding="utf-8-sig")
    with pytest.raises(DeliveryError, match="de kolom reden_wijziging staat er 2 keer in"):
        read_deliveries(folder, gebieden, KEY)


# Kern is a buurt since 2010; Rand has had its border under two codes since 2010; Oever en Dijk exists since 2019.
@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (["BU99980101;2018Q3", "BU99980102;2018Q3", "BU99980101;2018Q4", "BU99980102;2018Q4"], ()),
        (["BU99980101;2018Q3", "BU99980101;2018Q4", "BU99980102;2018Q4"], (4,)),
        (["BU99980101;2018Q4", "BU99980101;2019Q1", "BU99980109;2019Q1"], (4,)),
        (["BU99980101;2018Q4", "BU99980101;2019Q1", "BU99980110;2019Q1"], ()),
        (["BU99980101;2019Q1", "BU99980101;2019Q2", "BU99980110;2019Q2"], (4,)),
    ],
    ids=["whole", "late", "late under its new code", "new in 2019", "new in 2019 and late"],
)
def test_a_buurt_is_counted_from_its_first_quarter(
    tmp_path: Path, gebieden: Gebieden, rows: list[str], wrong: tuple[int, ...]
) -> None:
    folder = write_small(
        tmp_path / "in", "huishoudens.csv", lambda lines: [lines[0], *(f"{row};100" for row in rows)]
    )
    if not wrong:
        read_deliveries(folder, gebieden, KEY)
        return
    rule = r"vanaf het eerste kwartaal waarin zij bestaat volgens gebieden\.csv"
    with pytest.raises(DeliveryError, match=rule) as caught:
        read_deliveries(folder, gebieden, KEY)
    assert [fault.rows for fault in caught.value.faults] == [wrong]


def test_a_row_that_cannot_be_read_is_told_and_not_called_missing(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(
        tmp_path / "in",
        "bevolking.csv",
        lambda lines: [*lines, "BU99980109;2020Q1;0;11;man;veel", "BU99980109;2020Q1;12;14;man;10", "half"],
    )
    with pytest.raises(DeliveryError) as caught:
        read_deliveries(folder, gebieden, KEY)
    assert [fault.rows for fault in caught.value.faults] == [(12,), (10,)]


@pytest.mark.parametrize("file", [name for name in SMALL if name != "clienten.csv"])
def test_a_file_without_rows_is_told(tmp_path: Path, gebieden: Gebieden, file: str) -> None:
    folder = write_small(tmp_path / "in", file, lambda lines: lines[:1])
    with pytest.raises(DeliveryError, match=rf"{file}: er staan geen rijen in"):
        read_deliveries(folder, gebieden, KEY)


def test_text_of_an_older_windows_is_read(tmp_path: Path, gebieden: Gebieden, tables: Tables) -> None:
    folder = write_small(tmp_path / "cp", "clienten.csv", replaced("A. ", "É. "), encoding="cp1252")
    assert read_deliveries(folder, gebieden, KEY).persons.equals(tables.persons)


def test_undecodable_text_is_named_by_row(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in", "clienten.csv")
    content = (folder / "clienten.csv").read_bytes()
    (folder / "clienten.csv").write_bytes(
        content.replace(b"A. ", b"\x81\xe9. ", 1)
    )  # neither utf-8 nor cp1252
    with pytest.raises(DeliveryError, match=r"clienten\.csv: er staan tekens .* \(1 rij: 2\)\. Sla .* utf-8"):
        read_deliveries(folder, gebieden, KEY)


def test_all_faults_of_all_files_come_at_once(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in", "uitkeringen.csv", replaced("werk", "baan"))
    (folder / "begroting.csv").unlink()
    jeugd = (folder / "voorzieningen_jeugd.csv").read_text(encoding="utf-8-sig")
    (folder / "voorzieningen_jeugd.csv").write_text(jeugd.replace(";02", ";07").replace("01-03-2020", "1-3"))
    with pytest.raises(DeliveryError, match="De levering is afgekeurd: 3 punten") as caught:
        read_deliveries(folder, gebieden, KEY)
    assert {str(fault.place).split(",")[0] for fault in caught.value.faults} == {
        "uitkeringen.csv",
        "begroting.csv",
        "voorzieningen_jeugd.csv",
    }


def test_rows_are_counted_in_full_and_ten_are_shown(tmp_path: Path, gebieden: Gebieden) -> None:
    extra = [f"A{number};{ANNA};wmo;99-99-2019;;" for number in range(10, 35)]
    folder = write_small(tmp_path / "in", "aanvragen.csv", lambda lines: [*lines, *extra])
    with pytest.raises(DeliveryError, match=r"\(25 rijen: 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 en nog 15\)"):
        read_deliveries(folder, gebieden, KEY)


def test_row_numbers_count_blank_and_broken_rows(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(
        tmp_path / "in",
        "aanvragen.csv",
        lambda lines: [lines[0], "", "half", *lines[1:], f"A9;{ANNA};wmo;01-13-2019;;"],
    )
    with pytest.raises(DeliveryError) as caught:
        read_deliveries(folder, gebieden, KEY)
    assert [fault.rows for fault in caught.value.faults] == [(3,), (6,)]


def test_a_leading_zero_lost_in_a_spreadsheet_is_completed(tmp_path: Path, gebieden: Gebieden) -> None:
    # 012345672: 8·1+7·2+6·3+5·4+4·5+3·6+2·7-2 = 110 = 10·11.
    folder = write_small(tmp_path / "in")
    for path in folder.iterdir():
        short = path.name != "aanvragen.csv"
        text = path.read_text(encoding="utf-8-sig").replace(ANNA, "12345672" if short else "012345672")
        path.write_text(text, encoding="utf-8-sig")
    tables = read_deliveries(folder, gebieden, KEY)
    assert tables.applications["person"][0] == tables.provisions["person"][0]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("bsn", "٩٩٩٩٩٩٩٩٠"),
        ("date", "٠١-٠١-٢٠٢٠"),
        ("whole number", "٣"),
        ("euros", "٣,٥٠"),
        ("quarter", "٢٠٢٠Q4"),
        ("two digits", "٠١"),
    ],
)
def test_digits_of_another_script_are_no_digits(kind: str, text: str) -> None:
    _, wrong = read_values(pd.Series([text], dtype="str"), KINDS[kind])
    assert wrong.tolist() == [True]
