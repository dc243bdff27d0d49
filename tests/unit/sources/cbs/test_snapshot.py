"""Snapshots on disk: whole or not at all, told when damaged, read without a network."""

from __future__ import annotations

import errno
import json
import socket
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.cbs import store as store_module
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.cbs.fetch import fetch_all
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import CODE_COLUMNS, MEASURE_COLUMNS, Snapshot, days_of, newest
from socdom.sources.cbs.store import write_snapshot
from tests.lib.cbs_server import CbsServer, Trouble
from tests.lib.cbs_tables import v3_table

DAY = date(2026, 11, 22)
LATER = date(2026, 12, 1)


def snapshot(amount: float = 5.0, day: date = DAY) -> Snapshot:
    """A table with two regions."""
    codes = pd.DataFrame(
        {"key": ["NL01", "GM0766"], "title": ["Nederland", "Dongen"], "description": "", "status": ""}
    )
    codes["ended"] = pd.Series([pd.NaT, pd.NaT], dtype="datetime64[s]")
    measures = pd.DataFrame(
        [["Aantal_1", "Aantal", "Aantal", "", "aantal", 0]], columns=list(MEASURE_COLUMNS)
    )
    return Snapshot(
        table="1NED",
        catalog="CBS",
        day=day,
        title="Tabel één",
        modified="2026-10-01T02:00:00",
        source="https://opendata.cbs.nl/ODataFeed/odata/1NED",
        licence="CC BY 4.0",
        request=TableRequest("1NED", keys={"RegioS": ("NL01", "GM0766")}).as_data(),
        observations=pd.DataFrame({"RegioS": ["NL01", "GM0766"], "Aantal": [amount, float("nan")]}),
        blank=pd.DataFrame({"Aantal": [False, True]}),
        measures=measures,
        dimensions=("RegioS",),
        code_lists={"RegioS": codes},
        notes=("Een opmerking.",),
    )


def times(found: Snapshot) -> list[int]:
    return [path.stat().st_mtime_ns for path in found.files]


def test_what_is_written_is_read(tmp_path) -> None:
    written = snapshot()
    found = write_snapshot(tmp_path, written)
    assert found.files[0] == tmp_path / "cbs" / "1NED" / "2026-11-22" / "snapshot.json"
    for read in (found, newest(tmp_path, "1NED")):
        pd.testing.assert_frame_equal(read.observations, written.observations)
        pd.testing.assert_frame_equal(read.blank, written.blank)
        pd.testing.assert_frame_equal(read.measures, written.measures)
        pd.testing.assert_frame_equal(read.codes("RegioS"), written.codes("RegioS"))
        assert tuple(read.codes("RegioS")) == CODE_COLUMNS
        assert replace(read, files=(), checksum="").notes == written.notes
        assert (read.title, read.day, read.licence, read.request) == (
            "Tabel één",
            DAY,
            "CC BY 4.0",
            written.request,
        )


def test_the_manifest_says_where_it_comes_from(tmp_path) -> None:
    found = write_snapshot(tmp_path, snapshot())
    said = json.loads(found.files[0].read_text(encoding="utf-8"))
    assert said["source"].startswith("https://opendata.cbs.nl/")
    assert (said["licence"], said["rows"], said["modified"]) == ("CC BY 4.0", 2, "2026-10-01T02:00:00")
    assert set(said["files"]) == {path.name for path in found.files[1:]}
    assert all(len(digest) == 64 for digest in said["files"].values())


def test_the_same_again_is_not_written_again(tmp_path) -> None:
    first = write_snapshot(tmp_path, snapshot())
    before = times(first)
    again = write_snapshot(tmp_path, snapshot())
    assert times(again) == before
    assert again.checksum == first.checksum
    other = write_snapshot(tmp_path, snapshot(amount=6))
    assert other.checksum != first.checksum
    assert newest(tmp_path, "1NED").observations["Aantal"].tolist()[0] == 6
    assert days_of(tmp_path, "1NED") == ["2026-11-22"]


def test_the_newest_day_and_nothing_else_in_the_folder(tmp_path) -> None:
    write_snapshot(tmp_path, snapshot(7, LATER))
    write_snapshot(tmp_path, snapshot(5, DAY))
    (tmp_path / "cbs" / "1NED" / ".bezig-x").mkdir()
    (tmp_path / "cbs" / "1NED" / "aantekening.txt").write_text("x")
    assert newest(tmp_path, "1NED").day == LATER
    assert days_of(tmp_path, "1NED") == ["2026-11-22", "2026-12-01"]


def test_nothing_was_fetched(tmp_path) -> None:
    with pytest.raises(DeliveryError, match="nog geen cijfers opgehaald. Haal ze op met socdom fetch"):
        newest(tmp_path, "1NED")


@pytest.mark.parametrize("damage", ["changed", "cut", "gone", "manifest", "manifest gone", "empty list"])
def test_damage_is_told_and_an_older_one_not_taken_silently(tmp_path, damage: str) -> None:
    write_snapshot(tmp_path, snapshot(5, DAY))
    found = write_snapshot(tmp_path, snapshot(7, LATER))
    manifest, victim = found.files[0], found.files[-1]
    if damage == "changed":
        other = write_snapshot(tmp_path / "elders", snapshot(8, LATER))
        victim.write_bytes(other.files[-1].read_bytes())
    elif damage == "cut":
        victim.write_bytes(victim.read_bytes()[:-20])
    elif damage == "gone":
        victim.unlink()
    elif damage == "manifest":
        manifest.write_text(manifest.read_text(encoding="utf-8")[:100], encoding="utf-8")
    elif damage == "manifest gone":
        manifest.unlink()
    else:
        manifest.write_text("[]", encoding="utf-8")
    with pytest.raises(DeliveryError) as caught:
        newest(tmp_path, "1NED")
    text = str(caught.value)
    assert "CBS 1NED: de opgehaalde cijfers van 2026-12-01 zijn beschadigd" in text
    assert "Wilt u toch de cijfers van 2026-11-22 gebruiken? Verwijder dan de map" in text
    # Fetching again makes it whole, also on the same day.
    assert write_snapshot(tmp_path, snapshot(7, LATER)).checksum == found.checksum
    assert newest(tmp_path, "1NED").observations["Aantal"].tolist()[0] == 7


@pytest.mark.parametrize("moment", ["while writing", "while putting in place"])
def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch, moment: str) -> None:
    write_snapshot(tmp_path, snapshot(5))

    def full(*_args: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if moment == "while writing":
        monkeypatch.setattr(store_module, "_write", full)
    else:
        rename = type(tmp_path).rename
        monkeypatch.setattr(
            type(tmp_path),
            "rename",
            lambda path, to: full() if path.name.startswith(".bezig-") else rename(path, to),
        )
    with pytest.raises(OSError, match="No space left"):
        write_snapshot(tmp_path, snapshot(6))
    assert newest(tmp_path, "1NED").observations["Aantal"].tolist()[0] == 5
    assert [path.name for path in (tmp_path / "cbs" / "1NED").iterdir()] == ["2026-11-22"]


def test_reading_never_touches_the_network(tmp_path, monkeypatch) -> None:
    write_snapshot(tmp_path, snapshot())

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert newest(tmp_path, "1NED").table == "1NED"


def test_an_unknown_dimension_is_told() -> None:
    with pytest.raises(DeliveryError, match="de tabel heeft Perioden niet; wel RegioS"):
        snapshot().codes("Perioden")
    assert snapshot().provisional() == frozenset()


def served(number: str, **amounts: int):
    regions = pd.DataFrame({"Key": list(amounts), "Title": list(amounts)})
    data = pd.DataFrame({"RegioS": list(amounts), "Aantal_1": list(amounts.values())})
    return v3_table(number, data, {"RegioS": regions})


def test_one_table_that_fails_does_not_stop_the_others(tmp_path) -> None:
    requests = [TableRequest(number, keys={"RegioS": ("GM0766",)}) for number in ("1NED", "2NED", "3NED")]
    tables = [served(number, GM0766=1, GM0268=2) for number in ("1NED", "2NED", "3NED")]
    steps: list[str] = []
    with CbsServer(*tables) as server, CbsClient(Hosts(server.base), sleep=lambda _s: None) as client:
        server.trouble("2NED/RegioS", *[Trouble(status=503)] * 5)
        found = fetch_all(requests, tmp_path, DAY, client, steps.append)
        assert [s.table for s in found.snapshots] == ["1NED", "3NED"]
        assert [(f.table, f.older) for f in found.failures] == [("2NED", None)]
        assert "het CBS geeft foutcode 503 (5 keer geprobeerd)" in str(found.failures[0].faults[0])
        assert steps[1] == "Cijfers ophalen bij het CBS: tabel 2NED (2 van 3)"
        assert days_of(tmp_path, "2NED") == []
        # The next day it works, and the day after not: then the snapshot of that day stays in use.
        fetch_all(requests[1:2], tmp_path, DAY, client)
        server.trouble("2NED/UntypedDataSet", Trouble(status=404))
        (failure,) = fetch_all(requests[1:2], tmp_path, LATER, client).failures
        assert failure.older is not None
        assert failure.older.day == DAY
        # But not for a municipality it does not hold.
        server.trouble("2NED/UntypedDataSet", Trouble(status=404))
        other = TableRequest("2NED", keys={"RegioS": ("GM0268",)})
        assert fetch_all([other], tmp_path, LATER, client).failures[0].older is None


def test_two_municipalities_share_a_folder(tmp_path) -> None:
    with (
        CbsServer(served("1NED", GM0766=1, GM0268=2, GM0363=3)) as server,
        CbsClient(Hosts(server.base)) as client,
    ):
        for code, day in (("GM0766", DAY), ("GM0268", LATER)):
            fetch_all(
                [TableRequest("1NED", keys={"RegioS": (code,)}, measures=("Aantal",))], tmp_path, day, client
            )
    found = newest(tmp_path, "1NED")
    assert dict(zip(found.observations["RegioS"], found.observations["Aantal"], strict=True)) == {
        "GM0766": 1,
        "GM0268": 2,
    }
    assert found.covers(TableRequest("1NED", keys={"RegioS": ("GM0766",)}, measures=("Aantal",)))
    assert not found.covers(TableRequest("1NED", keys={"RegioS": ("GM0363",)}, measures=("Aantal",)))


def test_what_was_asked_before_and_is_gone_is_said(tmp_path) -> None:
    with CbsServer(served("1NED", GM0766=1)) as server, CbsClient(Hosts(server.base)) as client:
        old = replace(snapshot(), request=TableRequest("1NED", measures=("Weg",)).as_data())
        write_snapshot(tmp_path, old)
        found = fetch_all([TableRequest("1NED", measures=("Aantal",))], tmp_path, LATER, client)
    assert found.snapshots[0].notes == ("Het onderwerp Weg staat niet meer in tabel 1NED.",)
    assert found.snapshots[0].observations["Aantal"].tolist() == [1]


def test_requests_for_one_table_are_put_together(tmp_path) -> None:
    requests = [TableRequest("1NED", keys={"RegioS": (code,)}) for code in ("GM0766", "GM0268")]
    with CbsServer(served("1NED", GM0766=1, GM0268=2)) as server, CbsClient(Hosts(server.base)) as client:
        (found,) = fetch_all(requests, tmp_path, DAY, client).snapshots
        assert len(server.of("UntypedDataSet")) == 1
    assert len(found.observations) == 2
