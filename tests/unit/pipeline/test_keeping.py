"""A run keeps a new delivery, and only a new one."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socdom.errors import StorageError
from socdom.parameters import Places
from socdom.parameters.bronnen import Bewaren
from socdom.pipeline.keeping import Kept, keep_delivery, kept_faults, vintages_home
from socdom.sources.vintages import read_vintage, vintages
from tests.lib.towns import town

TABLES = town(persons=[{"person": 1, "household": 2, "birth_date": date(1990, 1, 1), "sex": "man"}])
KEY = b"k" * 32


def _keep(home: Path, **changes: Any) -> Kept:
    given = {
        "received": date(2021, 2, 15),
        "sources": {"clienten.csv": "a" * 64},
        "key": KEY,
        "bewaren": Bewaren(),
        "about": {},
    }
    return keep_delivery(home, TABLES, **(given | changes))


def test_home_lies_in_the_zone_of_persons(tmp_path: Path) -> None:
    places = Places.from_environment({"SOCDOM_DATA": str(tmp_path), "HOME": str(tmp_path)})
    assert vintages_home(places, "kleindorp") == tmp_path / "kleindorp" / "vintages"


def test_the_same_delivery_twice_is_one_vintage(tmp_path: Path) -> None:
    first = _keep(tmp_path)
    assert first.new is not None
    assert _keep(tmp_path, received=date(2021, 3, 15)).new is None
    assert [vintage.name for vintage in vintages(tmp_path)] == [first.new.name]


def test_a_new_delivery_thins_the_old_ones_and_names_the_damaged(tmp_path: Path) -> None:
    for number, day in enumerate((date(2018, 1, 1), date(2018, 1, 2), date(2018, 7, 1))):
        _keep(tmp_path, received=day, sources={"clienten.csv": f"{number}"})
    (vintages(tmp_path)[2].folder / "vintage.json").unlink()
    kept = _keep(tmp_path)
    assert [vintage.received for vintage in kept.thinned] == [date(2018, 1, 1)]
    assert [fault.place[:29] for fault in kept_faults(tmp_path, KEY)] == ["bewaarde levering 2018-07-01-"]


def test_the_delivery_of_a_damaged_vintage_is_kept_once_more(tmp_path: Path) -> None:
    """On the same day: neither its name nor its number may be those of the damaged one."""
    for times in (1, 2):
        broken = _keep(tmp_path).new
        assert broken is not None
        (broken.folder / "vintage.json").write_text("{}", encoding="utf-8")
        assert len(kept_faults(tmp_path, KEY)) == times
    last = _keep(tmp_path).new
    assert last is not None
    assert vintages(tmp_path) == [last]
    assert _keep(tmp_path).new is None


def test_vintages_of_another_key_are_told(tmp_path: Path) -> None:
    _keep(tmp_path)
    assert kept_faults(tmp_path, KEY) == []
    _keep(tmp_path, key=b"z" * 32)
    for key in (KEY, b"z" * 32):
        (fault,) = kept_faults(tmp_path, key)
        assert fault.rule == "1 van de 2 is bewaard met een andere sleutel"


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(tmp_path)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="de schijf is vol"):
        _keep(tmp_path, sources={"clienten.csv": "b"})
    (kept,) = vintages(tmp_path)
    assert len(read_vintage(kept).persons) == 1
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]
