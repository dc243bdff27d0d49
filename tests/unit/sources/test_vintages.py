"""Deliveries that are kept: just as they were, once, whole or not at all, and only for the owner."""

from __future__ import annotations

import errno
import hashlib
import hmac
import itertools
import json
import os
import stat
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from pyarrow import parquet

from socdom.errors import DeliveryError
from socdom.sources.vintages import (
    Vintage,
    damaged,
    read_vintage,
    remove,
    same_as_newest,
    vintages,
    write_vintage,
)
from socdom.tables import COLUMNS, Tables
from tests.lib.towns import town, towns

KEY, OTHER_KEY = b"k" * 32, b"l" * 32
SOURCES = {"clienten.csv": "a" * 64, "declaraties.csv": "b" * 64}
DAY = date(2021, 2, 15)
SMALL = town(
    persons=[
        {"person": 2**63 - 1, "household": 7, "birth_date": date(1904, 2, 29), "sex": "vrouw"},
        {"person": 3, "household": 7, "birth_date": date(2020, 12, 31), "sex": ""},
        {"person": 1, "household": 8, "birth_date": date(1990, 1, 1), "sex": "vrouw"},
    ],
    addresses=[
        {"person": 3, "area": "BU99980101", "start": date(2020, 1, 1)},
        {"person": 1, "area": "", "start": date(2020, 1, 1), "end": date(2020, 6, 30)},
    ],
    budget=[{"taakveld": "6.71a", "quarter": 8083, "side": "lasten", "budget": 0.1, "realised": -1e9 / 3}],
)


def _keep(home: Path, tables: Tables = SMALL, day: date = DAY, **changes: object) -> Vintage:
    given = {"received": day, "sources": SOURCES, "key": KEY, "about": {"gemeente": "GM9998"}} | changes
    return write_vintage(home, tables, **given)


def _same(one: Tables, other: Tables) -> None:
    for item in fields(Tables):
        pd.testing.assert_frame_equal(
            getattr(one, item.name), getattr(other, item.name), check_exact=True, obj=item.name
        )


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_vintage_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    made = _keep(tmp_path / "vintages")
    (found,) = vintages(tmp_path / "vintages")
    assert found == made
    assert found.name.startswith("2021-02-15-")
    assert (found.received, found.about) == (DAY, {"gemeente": "GM9998"})
    assert {name: count for name, count in found.rows.items() if count} == {
        "persons": 3,
        "addresses": 2,
        "budget": 1,
    }
    _same(read_vintage(found), SMALL)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables=towns(with_budget=True))
def test_any_tables_come_back(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> None:
    _same(read_vintage(_keep(tmp_path_factory.mktemp("vintages"), tables)), tables)


def test_the_order_of_rows_is_kept(tmp_path: Path) -> None:
    turned = replace(SMALL, persons=SMALL.persons[::-1].reset_index(drop=True))
    assert read_vintage(_keep(tmp_path, turned)).persons["person"].tolist() == [1, 3, 2**63 - 1]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = _keep(tmp_path / "gemeente" / "vintages").folder
    finally:
        os.umask(before)
    for path in (folder.parent, folder):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_codes_are_dictionaries_and_all_is_compressed(tmp_path: Path) -> None:
    file = parquet.ParquetFile(_keep(tmp_path).folder / "persons.parquet")
    columns = [file.metadata.row_group(0).column(number) for number in range(4)]
    assert {column.compression for column in columns} == {"ZSTD"}
    dictionaries = {column.path_in_schema for column in columns if column.has_dictionary_page}
    assert dictionaries == {"sex"}


def test_the_same_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = _keep(tmp_path / "a"), _keep(tmp_path / "b")
    assert one.name == other.name
    assert _bytes(one.folder) == _bytes(other.folder)


def test_the_checksum_of_a_source_is_sealed(tmp_path: Path) -> None:
    vintage = _keep(tmp_path)
    own = hmac.new(KEY, b"checksum", hashlib.sha256).digest()
    assert vintage.sources == {
        name: hmac.new(own, value.encode(), hashlib.sha256).hexdigest() for name, value in SOURCES.items()
    }
    written = (vintage.folder / "vintage.json").read_text()
    assert not any(value in written for value in SOURCES.values())


def test_a_key_has_an_id_that_does_not_tell_the_key(tmp_path: Path) -> None:
    one, same, other = (
        _keep(tmp_path / name, key=key).key_id for name, key in (("a", KEY), ("b", KEY), ("c", OTHER_KEY))
    )
    assert one == same != other
    assert not KEY.hex().startswith(one)


def test_the_same_delivery_is_known(tmp_path: Path) -> None:
    assert not same_as_newest(tmp_path, SOURCES, KEY)
    _keep(tmp_path)
    assert same_as_newest(tmp_path, dict(reversed(SOURCES.items())), KEY)
    assert not same_as_newest(tmp_path, SOURCES, OTHER_KEY)
    assert not same_as_newest(tmp_path, SOURCES | {"aanvragen.csv": "c" * 64}, KEY)
    assert not same_as_newest(tmp_path, SOURCES | {"clienten.csv": "c" * 64}, KEY)


def test_only_the_delivery_before_counts_as_the_same(tmp_path: Path) -> None:
    """Who delivers A, then B and then A again, has three deliveries; also on one day, and when the clock goes back."""
    other = SOURCES | {"clienten.csv": "c" * 64}
    _keep(tmp_path)
    _keep(tmp_path, sources=other)
    assert not same_as_newest(tmp_path, SOURCES, KEY)
    _keep(tmp_path)
    assert len({vintage.name for vintage in vintages(tmp_path)}) == 3
    _keep(tmp_path, day=date(2020, 1, 1), sources=other)
    assert same_as_newest(tmp_path, other, KEY)


def test_they_are_listed_from_old_to_new(tmp_path: Path) -> None:
    for day in (date(2021, 5, 15), date(2021, 2, 15), date(2021, 5, 15), date(2020, 11, 15)):
        _keep(tmp_path, day=day)
    assert [(item.received.isoformat(), item.number) for item in vintages(tmp_path)] == [
        ("2020-11-15", 4),
        ("2021-02-15", 2),
        ("2021-05-15", 1),
        ("2021-05-15", 3),
    ]


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert vintages(tmp_path / "vintages") == []
    assert damaged(tmp_path / "vintages") == []


@pytest.mark.parametrize("damage", ["lost", "longer", "other"])
def test_tables_that_changed_are_refused(tmp_path: Path, damage: str) -> None:
    vintage = _keep(tmp_path)
    file = vintage.folder / "addresses.parquet"
    content = file.read_bytes()
    file.unlink()
    if damage != "lost":
        file.write_bytes(content + b"x" if damage == "longer" else b"x" * len(content))
    with pytest.raises(DeliveryError) as caught:
        read_vintage(vintage)
    (fault,) = caught.value.faults
    assert str(fault) == (
        f"bewaarde levering {vintage.name}: deze bestanden zijn weg of veranderd: addresses.parquet. "
        "Zet deze map terug uit een reservekopie. Is die er niet: verwijder de map."
    )


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"form": "x"}', "\x00"])
def test_a_damaged_record_is_reported_and_not_used(tmp_path: Path, content: str | None) -> None:
    good, bad = _keep(tmp_path), _keep(tmp_path)
    record = bad.folder / "vintage.json"
    record.unlink() if content is None else record.write_text(content)
    assert vintages(tmp_path) == [good]
    (fault,) = damaged(tmp_path)
    assert bad.name in str(fault)
    assert "vintage.json ontbreekt of is beschadigd" in str(fault)


def test_a_changed_record_is_reported(tmp_path: Path) -> None:
    """A day that somebody typed in is not the day of receipt."""
    record = _keep(tmp_path).folder / "vintage.json"
    record.write_text(record.read_text().replace("2021-02-15", "2021-01-15"))
    assert vintages(tmp_path) == []
    assert len(damaged(tmp_path)) == 1


def test_a_vintage_of_a_later_socdom_is_reported(tmp_path: Path) -> None:
    record = _keep(tmp_path).folder / "vintage.json"
    record.write_text(json.dumps(json.loads(record.read_text()) | {"form": 2}))
    (fault,) = damaged(tmp_path)
    assert str(fault).endswith("Gebruik de nieuwste versie van socdom.")


def test_what_did_not_exist_yet_was_not_delivered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = {name: dict(columns) for name, columns in COLUMNS.items() if name != "debt_signals"}
    del early["provisions"]["change_reason"]
    tables = town(
        provisions=[{"provision": 1, "person": 1, "start": DAY, "assigned": DAY, "change_reason": "03"}],
        debt_signals=[{"signal": 1, "received": DAY}],
    )
    early_tables = replace(tables, provisions=tables.provisions[list(early["provisions"])])
    with monkeypatch.context() as patched:
        for module in ("vintages", "vintage_tables"):
            patched.setattr(f"socdom.sources.{module}.COLUMNS", early)
        vintage = _keep(tmp_path, early_tables)
    read = read_vintage(vintage)
    assert read.provisions["change_reason"].tolist() == [""]
    assert read.debt_signals.empty
    assert dict(read.provisions.dtypes) == dict(tables.provisions.dtypes)


def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at each of its moments in turn."""
    first = _keep(tmp_path)
    before = _bytes(first.folder)
    real = os.fsync
    for moment in itertools.count(1, 4):
        left = iter(range(moment))

        def full(descriptor: int, left: object = left) -> None:
            if next(left, None) is None:
                raise OSError(errno.ENOSPC, "vol")
            real(descriptor)

        monkeypatch.setattr(os, "fsync", full)
        try:
            _keep(tmp_path)
        except OSError:
            names = {path.name for path in tmp_path.iterdir()}
            # The last moment is after the rename: then it is there, and whole.
            assert len(names) in (1, 2)
            assert all(not name.startswith(".") for name in names)
            for vintage in vintages(tmp_path):
                _same(read_vintage(vintage), SMALL)
        else:
            break
        for vintage in vintages(tmp_path)[1:]:
            remove(vintage)
    assert moment > len(COLUMNS)
    assert _bytes(first.folder) == before


def test_leftovers_of_a_killed_run_do_not_count_and_are_swept_up(tmp_path: Path) -> None:
    first = _keep(tmp_path)
    (tmp_path / ".concept-abc").mkdir()
    (tmp_path / ".concept-abc" / "persons.parquet").write_bytes(b"half")
    first.folder.rename(tmp_path / f".weg-{first.name}")
    assert vintages(tmp_path) == []
    assert damaged(tmp_path) == []
    kept = _keep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]
