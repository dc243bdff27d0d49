"""What is the same is not kept twice, and what is old is thinned by a stated rule."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from socdom.sources.cbs import keeping as keeping_module
from socdom.sources.cbs.keeping import tidy, to_thin
from socdom.sources.cbs.snapshot import CHECKED, Snapshot, days_of, newest
from socdom.sources.cbs.store import write_snapshot
from tests.unit.sources.cbs.test_snapshot import DAY, LATER, snapshot

LAST = date(2027, 1, 1)


def on(day: date, amount: float = 5.0, **other: object) -> Snapshot:
    return replace(snapshot(amount, day), **other)


def test_the_same_on_a_later_day_is_remembered_and_not_written(tmp_path) -> None:
    write_snapshot(tmp_path, on(DAY))
    assert newest(tmp_path, "1NED").age == "opgehaald op 22 november 2026"
    # The moment CBS touched the table says nothing about its figures.
    found = write_snapshot(tmp_path, on(LATER, modified="2026-11-30T02:00:00"))
    assert (found.day, found.checked) == (DAY, LATER)
    assert found.age == "opgehaald op 22 november 2026, voor het laatst gecontroleerd op 1 december 2026"
    # The file that says so goes into an edition with the others.
    home = tmp_path / "cbs" / "1NED"
    assert found.files[-1] == home / CHECKED
    assert sorted(path.name for path in home.iterdir()) == ["2026-11-22", CHECKED]
    # An earlier day than the last one says nothing new.
    assert write_snapshot(tmp_path, on(date(2026, 11, 30))).checked == LATER


def test_the_order_of_rows_is_no_difference(tmp_path) -> None:
    write_snapshot(tmp_path, on(DAY))
    turned = on(LATER)
    turned = replace(
        turned,
        observations=turned.observations.iloc[::-1].reset_index(drop=True),
        blank=turned.blank.iloc[::-1].reset_index(drop=True),
    )
    assert write_snapshot(tmp_path, turned).day == DAY
    # Figures of two regions exchanged is one.
    cells = turned.observations.assign(RegioS=["NL01", "GM0766"])
    assert write_snapshot(tmp_path, replace(turned, observations=cells)).day == LATER


def _codes(one: Snapshot, **columns: object) -> Snapshot:
    return replace(one, code_lists={"RegioS": one.codes("RegioS").assign(**columns)})


@pytest.mark.parametrize(
    "changed",
    [
        lambda one: replace(one, observations=one.observations.assign(Aantal=[5.0, 0.0])),
        lambda one: replace(one, blank=one.blank.assign(Aantal=[False, False])),
        lambda one: replace(one, measures=one.measures.assign(unit="x 1 000")),
        lambda one: replace(one, request={**one.request, "since": 2020}),
        lambda one: _codes(one, status="Voorlopig"),
        lambda one: replace(one, title="Een andere titel"),
        lambda one: replace(one, notes=()),
    ],
    ids=["a cell", "blank", "unit", "request", "provisional", "title", "notes"],
)
def test_anything_else_makes_a_new_one(tmp_path, changed) -> None:
    write_snapshot(tmp_path, on(DAY))
    write_snapshot(tmp_path, on(date(2026, 11, 25)))
    found = write_snapshot(tmp_path, changed(on(LATER)))
    assert (found.day, found.checked, found.age) == (LATER, None, "opgehaald op 1 december 2026")
    # Back to what it was is a change too: then that is of today.
    assert write_snapshot(tmp_path, on(LAST)).day == LAST


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day": "2026-11-22", "checksum": "0", "checked": "x"}'])
def test_a_damaged_remark_does_not_count(tmp_path, text: str) -> None:
    found = write_snapshot(tmp_path, on(DAY))
    path = tmp_path / "cbs" / "1NED" / CHECKED
    path.write_text(text.replace('"0"', f'"{found.checksum}"'), encoding="utf-8")
    assert newest(tmp_path, "1NED").checked is None
    assert write_snapshot(tmp_path, on(LATER)).checked == LATER
    assert json.loads(path.read_text(encoding="utf-8"))["checked"] == "2026-12-01"


def test_a_damaged_snapshot_is_never_the_same(tmp_path) -> None:
    first = write_snapshot(tmp_path, on(DAY))
    first.files[-1].write_bytes(b"")
    assert write_snapshot(tmp_path, on(LATER)).day == LATER


def test_which_days_stay() -> None:
    """Of every night of five years: all of 13 months, before that the last of each quarter (counted by hand)."""
    today = date(2026, 11, 22)
    nights = [date(2022, 1, 1) + timedelta(days) for days in range((today - date(2022, 1, 1)).days + 1)]
    gone = set(to_thin(nights, today))
    kept = [day for day in nights if day not in gone]
    old = [day for day in kept if day < date(2025, 10, 22)]
    # Four years of four quarters, less the one that ends within 13 months.
    assert len(old) == 15
    assert {(day.month, day.day) for day in old} == {(3, 31), (6, 30), (9, 30), (12, 31)}
    assert len(kept) - len(old) == (today - date(2025, 10, 22)).days + 1
    # Thinned every night or once: the same.
    assert to_thin(kept, today) == []


def test_the_newest_stays_however_old() -> None:
    days = [date(2019, 5, 1), date(2019, 5, 2)]
    assert to_thin(days, date(2026, 11, 22)) == [date(2019, 5, 1)]
    assert to_thin(days[:1], date(2026, 11, 22)) == []


def test_a_crash_while_thinning_leaves_whole_snapshots(tmp_path, monkeypatch) -> None:
    old, newer = date(2020, 1, 1), date(2020, 3, 1)
    write_snapshot(tmp_path, on(old, 1))
    write_snapshot(tmp_path, on(newer, 2))

    def killed(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(keeping_module.shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        tidy(tmp_path, DAY)
    assert days_of(tmp_path, "1NED") == ["2020-03-01"]
    monkeypatch.undo()
    tidy(tmp_path, DAY)
    assert [path.name for path in (tmp_path / "cbs" / "1NED").iterdir()] == ["2020-03-01"]
    assert newest(tmp_path, "1NED").observations["Aantal"].tolist()[0] == 2


def test_a_crash_between_two_renames_loses_nothing(tmp_path) -> None:
    """A snapshot that made room for another of its day, which never came, is put back."""
    home = write_snapshot(tmp_path, on(DAY)).files[0].parent
    aside = home.parent / ".weg-abc"
    aside.mkdir()
    home.rename(aside / home.name)
    tidy(tmp_path, DAY)
    assert newest(tmp_path, "1NED").day == DAY
    # When the other did come, the old one goes.
    shutil.copytree(home, aside / home.name)
    tidy(tmp_path, DAY)
    assert [path.name for path in home.parent.iterdir()] == ["2026-11-22"]


def test_a_store_without_anything(tmp_path) -> None:
    tidy(tmp_path, DAY)
    assert list(tmp_path.iterdir()) == []
