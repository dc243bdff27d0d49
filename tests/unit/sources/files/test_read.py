"""The same rows in any kind of file give the same texts; a large file is read in seconds."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from socdom.parameters.bronnen import Bestand
from socdom.sources.delivery_spec import DELIVERIES, Column, DeliveryFile
from socdom.sources.files.read import read_delivered
from socdom.sources.raw import RawFile
from tests.lib.written_files import write_csv, write_ods, write_parquet, write_xlsx

SPEC = DeliveryFile(
    "export",
    ("declarations",),
    (
        Column("nummer", "key", "key", "declaration"),
        Column("aanbieder", "provider", "text"),
        Column("dag", "start", "date"),
        Column("eind", "end", "open date"),
        Column("bedrag", "amount", "eurocents"),
    ),
)
HEADER = ["nummer", "aanbieder", "dag", "Telefoon", "eind", "bedrag"]
# What a person may type; a spreadsheet takes no control characters, and nothing here is a code of an error.
NAME = st.text(st.sampled_from(" abcZ;,|\t'\"é€ß&<>-.0"), min_size=1, max_size=8).map(str.strip).filter(bool)
DAY = st.dates(date(1906, 2, 1), date(2100, 12, 31))
ROW = st.tuples(
    st.integers(1, 10**12), NAME, DAY, st.just("06"), st.none() | DAY, st.integers(-(10**9), 10**9)
)


def read(path: Path, **form: object) -> RawFile:
    raw, faults = read_delivered(path, replace(SPEC, file=path.name), Bestand(bestand=path.name, **form))
    assert faults == []
    assert raw is not None
    return raw


def dutch(day: date | None) -> str:
    return "" if day is None else day.strftime("%d-%m-%Y")


def amount(cents: int) -> str:
    """As text with a decimal comma and points between thousands."""
    return f"{Decimal(cents) / 100:,.2f}".translate(str.maketrans(",.", ".,"))


def check_all_kinds(tmp_path: Path, rows: list[tuple], encoding: str, separator: str, ending: str) -> None:
    expected = [[str(n), name, dutch(day), dutch(end)] for n, name, day, _, end, _ in rows]
    cents = [row[5] for row in rows]
    text = [[n, name, dutch(day), phone, dutch(end), amount(c)] for n, name, day, phone, end, c in rows]
    typed = [[n, name, day, phone, end, c / 100] for n, name, day, phone, end, c in rows]
    files = [
        write_csv(tmp_path / "a.csv", [HEADER, *text], encoding=encoding, separator=separator, ending=ending),
        write_xlsx(tmp_path / "a.xlsx", [HEADER, *typed]),
        write_ods(tmp_path / "a.ods", [HEADER, *typed]),
        write_parquet(tmp_path / "a.parquet", [HEADER, *typed]),
    ]
    for path in files:
        raw = read(path)
        assert raw.texts[["key", "provider", "start", "end"]].to_numpy().tolist() == expected, path.suffix
        read_cents = [round(Decimal(a.replace(",", ".")) * 100) for a in raw.texts["amount"]]
        assert read_cents == cents, path.suffix
        first = 1 if path.suffix == ".parquet" else 2
        assert raw.rows.tolist() == list(range(first, first + len(rows))), path.suffix
        assert raw.notes[-1] == "Niet gelezen: Telefoon.", path.suffix


SENT = {
    "rows": st.lists(ROW, min_size=1, max_size=6),
    "encoding": st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    "separator": st.sampled_from([";", ",", "\t", "|"]),
    "ending": st.sampled_from(["\n", "\r\n"]),
}
UNHURRIED = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
    "phases": [Phase.generate],
}


@given(**SENT)
@settings(max_examples=12, **UNHURRIED)
def test_every_kind_of_file_gives_the_same_texts(
    tmp_path: Path, rows: list[tuple], encoding: str, separator: str, ending: str
) -> None:
    check_all_kinds(tmp_path, rows, encoding, separator, ending)


@pytest.mark.long
@given(**SENT)
@settings(max_examples=1000, **UNHURRIED)
def test_every_kind_of_file_gives_the_same_texts_for_long(
    tmp_path: Path, rows: list[tuple], encoding: str, separator: str, ending: str
) -> None:
    check_all_kinds(tmp_path, rows, encoding, separator, ending)


def check_any_bytes(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(content)
    raw, faults = read_delivered(path, SPEC, Bestand(bestand=path.name))
    assert raw is not None or faults
    if raw is not None:
        assert len(raw.texts) == len(raw.rows)
        assert list(raw.texts) == [column.name for column in SPEC.columns]


HEADS = st.sampled_from(
    [
        b"",
        b"nummer;aanbieder;dag;eind;bedrag\n",
        b"nummer,aanbieder,dag,eind,bedrag\r\n",
        b"PK\x03\x04",
        b"PAR1",
    ]
)


@given(head=HEADS, tail=st.binary(max_size=200), suffix=st.sampled_from(["csv", "xlsx", "ods", "parquet"]))
@settings(max_examples=80, **UNHURRIED)
def test_any_bytes_are_read_or_refused(tmp_path: Path, head: bytes, tail: bytes, suffix: str) -> None:
    check_any_bytes(tmp_path, suffix, head + tail)


@pytest.mark.long
@given(head=HEADS, tail=st.binary(max_size=2000), suffix=st.sampled_from(["csv", "xlsx", "ods", "parquet"]))
@settings(max_examples=20_000, **UNHURRIED)
def test_any_bytes_are_read_or_refused_for_long(
    tmp_path: Path, head: bytes, tail: bytes, suffix: str
) -> None:
    check_any_bytes(tmp_path, suffix, head + tail)


@given(st.data())
@settings(max_examples=40, **UNHURRIED)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    write = data.draw(st.sampled_from([write_csv, write_xlsx, write_ods, write_parquet]))
    path = write(
        tmp_path / f"a.{write.__name__[6:]}", [HEADER, ["A1", "Zorg één", date(2020, 1, 1), "06", None, 5]]
    )
    content = bytearray(path.read_bytes())
    # A spreadsheet holds the moment it was made, so its length differs: places are parts of the whole.
    for part, byte in data.draw(
        st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 255)), min_size=1, max_size=5)
    ):
        content[len(content) * part // 10_000] = byte
    check_any_bytes(tmp_path, path.suffix[1:], bytes(content))


def test_a_parquet_file_with_a_spoiled_name_is_refused(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [HEADER, ["A1", "Zorg", date(2020, 1, 1), "06", None, 5]])
    name = HEADER[0].encode()
    content = path.read_bytes()
    assert name in content
    path.write_bytes(content.replace(name, name[:-2] + b"\xdf" + name[-1:]))  # no utf-8 any more
    raw, faults = read_delivered(path, SPEC, Bestand(bestand=path.name))
    assert raw is None
    assert [fault.rule for fault in faults] == ["dit is geen goed parquet-bestand"]


def test_a_parquet_file_with_a_spoiled_text_is_refused(tmp_path: Path) -> None:
    texts = pa.array([b"A1", b"\xdf\x28"]).view(pa.string())  # no utf-8
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({name: texts for name in HEADER}), path)
    raw, faults = read_delivered(path, SPEC, Bestand(bestand=path.name))
    assert raw is None
    assert [fault.rule for fault in faults] == ["dit is geen goed parquet-bestand"]


def test_parquet_keeps_its_types_and_is_read_only_where_asked(tmp_path: Path) -> None:
    moment = pa.array([datetime(2020, 6, 30, 22, 30, tzinfo=UTC), None], pa.timestamp("ns", "UTC"))
    table = pa.table(
        {
            "nummer": pa.array([2**60 + 1, 5], pa.int64()),
            "aanbieder": pa.array(["Zorg", "Zorg"]).dictionary_encode(),
            "dag": pa.array([date(2020, 2, 1), date(9999, 12, 31)], pa.date32()),
            "eind": moment,
            "bedrag": pa.array([Decimal("1234.56"), None], pa.decimal128(12, 2)),
            "adres": [["straat"], []],
        }
    )
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path)
    raw = read(path)
    assert raw.texts.to_numpy().tolist() == [
        [str(2**60 + 1), "Zorg", "01-02-2020", "01-07-2020", "1234,56"],
        ["5", "Zorg", "31-12-9999", "", ""],
    ]
    assert raw.notes == ("Niet gelezen: adres.",)


def test_numbers_of_parquet_that_are_missing_here_and_there_keep_their_digits(tmp_path: Path) -> None:
    rows = [
        ["nummer", "aanbieder", "dag", "eind", "bedrag"],
        [2**60 + 1, "a", date(2020, 1, 1), None, 1],
        [None, b"b", None, None, None],
    ]
    path = write_parquet(
        tmp_path / "a.parquet", [[c if not isinstance(c, bytes) else "b" for c in row] for row in rows]
    )
    assert read(path).texts["key"].tolist() == [str(2**60 + 1), ""]


def test_parquet_that_cannot_be_read(tmp_path: Path) -> None:
    path = write_parquet(
        tmp_path / "a.parquet",
        [["nummer", "aanbieder", "dag", "eind", "bedrag"], [["x"], "a", "b", "c", "d"]],
    )
    form, spec = Bestand(bestand="a.parquet"), replace(SPEC, file="a.parquet")
    assert [str(fault) for fault in read_delivered(path, spec, form)[1]] == [
        "a.parquet: de kolom nummer heeft meer dan één waarde in een rij."
    ]
    path.write_bytes(path.read_bytes()[:-20])
    assert [str(fault) for fault in read_delivered(path, spec, form)[1]] == [
        "a.parquet: dit is geen goed parquet-bestand. Lever het hele bestand opnieuw."
    ]
    write_parquet(path, [["nummer", "dag"], ["x", "y"]])
    raw, faults = read_delivered(path, spec, form)
    assert raw is None
    assert [fault.rule for fault in faults] == ["de kolommen aanbieder, eind en bedrag ontbreken"]


def test_text_of_old_software_in_parquet_is_read(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [HEADER, [b"A1", b"Zorg", "01-02-2020", "06", "", "5"]])
    assert read(path).texts.iloc[0].tolist() == ["A1", "Zorg", "01-02-2020", "", "5"]
    write_parquet(path, [HEADER, [b"\xff", "Zorg", "01-02-2020", "06", "", "5"]])
    _, faults = read_delivered(path, SPEC, Bestand(bestand="a.parquet"))
    assert [str(fault) for fault in faults] == ["export: de kolom nummer is geen tekst, getal of datum."]


def _large(rows: int) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    days = pd.date_range("2016-01-01", "2020-12-31").strftime("%d-%m-%Y").to_numpy()
    people = np.array([f"{number:09d}" for number in range(20_000)])
    cents = rng.integers(1, 500_000, rows)
    return pd.DataFrame(
        {
            "declaratienummer": np.arange(rows),
            "voorzieningnummer": rng.integers(0, 60_000, rows),
            "bsn": people[rng.integers(0, len(people), rows)],
            "wet": "wmo",
            "productcategorie": "01",
            "aanbieder": "Zorg één",
            "dienst_van": days[rng.integers(0, len(days), rows)],
            "ontvangen": days[rng.integers(0, len(days), rows)],
            "volume": rng.integers(1, 40, rows),
            "eenheid": "01",
            "bedrag": np.char.add(
                np.char.add((cents // 100).astype(str), ","), np.char.zfill((cents % 100).astype(str), 2)
            ),
            "naam": "Annie",
        }
    )


@pytest.mark.parametrize("rows", [20_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_a_large_file_is_read_in_seconds(tmp_path: Path, rows: int) -> None:
    frame = _large(rows)
    path = tmp_path / "declaraties.csv"
    frame.to_csv(path, sep=";", index=False)
    begun = time.perf_counter()
    raw, faults = read_delivered(path, DELIVERIES["declaraties"], Bestand(bestand=path.name))
    seconds = time.perf_counter() - begun
    assert faults == []
    spec = DELIVERIES["declaraties"]
    for column in ("bsn", "dienst_van", "aanbieder"):
        name = next(asked.name for asked in spec.columns if asked.header == column)
        assert raw.texts[name].to_numpy().tolist() == frame[column].tolist()
    amounts = raw.texts["amount"].str.replace(",", ".").astype(float).sum()
    assert amounts == pytest.approx(frame["bedrag"].str.replace(",", ".").astype(float).sum())
    assert seconds < 5 + rows / 50_000, (
        "some seconds for a million rows; much more only when the work grows faster"
    )
