"""The calendar, against plain counting day by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from socdom.quarters import Quarter
from socdom.schedule.days import at_start_of, concept_day, local_day, newest_due, next_start, reminder_number

EVERY_DAY = [date(2023, 12, 1) + timedelta(days=number) for number in range(800)]


@pytest.mark.parametrize(
    ("utc", "expected"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),  # winter: an hour ahead
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),  # summer: two hours
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
        (datetime(2024, 2, 28, 23, 30, tzinfo=UTC), date(2024, 2, 29)),
    ],
)
def test_the_day_is_that_of_the_netherlands(utc: datetime, expected: date) -> None:
    assert local_day(utc) == expected


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        local_day(datetime(2026, 1, 1))


def test_every_day_begins_once_also_when_the_clock_changes() -> None:
    hours = [
        (at_start_of(day + timedelta(days=1)).astimezone(UTC) - at_start_of(day).astimezone(UTC)).seconds
        / 3600
        for day in EVERY_DAY
    ]
    assert hours.count(23) == 2  # the last Sundays of March 2024 and 2025
    assert hours.count(1) == 2  # 25 hours: those of October
    assert all(local_day(at_start_of(day).astimezone(UTC)) == day for day in EVERY_DAY)


@pytest.mark.parametrize(
    ("last", "rhythm", "expected"),
    [
        (date(2024, 2, 28), "dag", date(2024, 2, 29)),
        (date(2024, 12, 30), "week", date(2025, 1, 6)),  # Monday of the first week of 2025
        (date(2024, 1, 31), "maand", date(2024, 2, 1)),
        (date(2024, 12, 1), "maand", date(2025, 1, 1)),
        (date(2024, 1, 1), "kwartaal", date(2024, 4, 1)),
        (date(2024, 7, 1), "kwartaal", date(2024, 10, 1)),
    ],
)
def test_a_rhythm_begins_anew_at_the_calendar(last: date, rhythm: str, expected: date) -> None:
    assert next_start(last, rhythm) == expected


@pytest.mark.parametrize("after", [1, 45, 90, 365])
def test_the_newest_quarter_that_is_due_is_the_last_whose_day_has_come(after: int) -> None:
    for today in EVERY_DAY:
        due = [
            q for q in map(Quarter.from_index, range(2020 * 4, 2027 * 4)) if concept_day(q, after) <= today
        ]
        assert newest_due(today, after) == due[-1], today


def test_a_quarter_is_due_on_its_day_and_not_before() -> None:
    # 45 days after 31 December: 31 in January and 14 in February.
    assert newest_due(date(2024, 2, 13), 45) == Quarter(2023, 3)
    assert newest_due(date(2024, 2, 14), 45) == Quarter(2023, 4)


def test_reminders_are_counted_from_the_calendar_alone() -> None:
    quarter = Quarter(2023, 4)
    numbers = [reminder_number(quarter, date(2024, 1, 1) + timedelta(days=n), 60, 7) for n in range(59, 81)]
    assert numbers == [1] * 7 + [2] * 7 + [3] * 7 + [4]
    assert reminder_number(quarter, date(2024, 2, 28), 60, 7) == 0
    assert reminder_number(quarter, date(2024, 2, 29), 60, 7) == 1
