"""Counting in memory: what is counted of an act, and that a disk that fails costs nothing."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from socdom.usage.cells import Act, Answer, Cell, Device
from socdom.usage.counter import UsageCounter
from socdom.usage.store import add, read

DAY = date(2026, 11, 22)


def test_a_page_that_is_seen_counts_for_the_page_and_apart_for_the_device(tmp_path: Path) -> None:
    counter = UsageCounter(tmp_path / "gebruik")
    counter.act(DAY, Act.SEEN, "jeugd", Device.PHONE)
    counter.act(DAY, Act.CHOSEN, "jeugd", Device.PHONE)
    counter.answer(DAY, Answer.PARTLY, "jeugd")
    counter.write(DAY)
    counter.write(DAY)
    assert read(tmp_path / "gebruik") == Counter(
        {
            Cell("2026-11-22", "gezien", "jeugd"): 1,
            Cell("2026-11-22", "apparaat", "telefoon"): 1,
            Cell("2026-11-22", "keuze", "jeugd"): 1,
            Cell("2026-11", "deels", "jeugd"): 1,
        }
    )


def test_nothing_counted_writes_nothing(tmp_path: Path) -> None:
    UsageCounter(tmp_path / "gebruik").write(DAY)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_goes_along_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "gebruik"
    folder.write_text("in de weg")
    counter = UsageCounter(folder)
    counter.act(DAY, Act.SEARCHED, "zoeken", Device.OTHER)
    with pytest.raises(OSError, match="gebruik"):
        counter.write(DAY)
    counter.act(DAY, Act.SEARCHED, "zoeken", Device.OTHER)
    folder.unlink()
    counter.write(DAY)
    assert read(folder) == Counter({Cell("2026-11-22", "zoek", "zoeken"): 2})


def test_old_days_go_when_a_day_begins(tmp_path: Path) -> None:
    add(tmp_path, Counter({Cell("2020-01-05", Act.SEEN, "over"): 3}))
    UsageCounter(tmp_path).write(DAY)
    assert read(tmp_path) == Counter({Cell("2020-01", Act.SEEN, "over"): 3})


def test_counting_while_writing_loses_nothing(tmp_path: Path) -> None:
    counter = UsageCounter(tmp_path)

    def count() -> None:
        for _ in range(20_000):
            counter.act(DAY, Act.ASKED, "vraag", Device.TABLET)

    busy = Thread(target=count)
    busy.start()
    while busy.is_alive():
        counter.write(DAY)
    busy.join()
    counter.write(DAY)
    assert read(tmp_path) == Counter({Cell("2026-11-22", "vraag", "vraag"): 20_000})
