"""Words for tasks, and moments as the clock in the Netherlands has them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from socdom.schedule.words import at_time, on_day, task_words


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 3, 2, 23, 30, tzinfo=UTC), "3 maart 2026, 00.30 uur"),
        (datetime(2026, 7, 2, 22, 5, tzinfo=UTC), "3 juli 2026, 00.05 uur"),
        # The night in which half past two comes twice.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "25 oktober 2026, 02.30 uur"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "25 oktober 2026, 02.30 uur"),
    ],
)
def test_a_moment(moment: datetime, told: str) -> None:
    assert at_time(moment) == told
    assert on_day(moment) == told.partition(",")[0]


def test_a_task() -> None:
    assert task_words("verversen") == "het verversen van de cijfers"
    assert task_words("concept 2026Q1") == "het maken van het kwartaalrapport over het 1e kwartaal 2026"
    assert task_words("iets") == "een taak"
