"""What is decided, one situation a line; situations and answers written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from socdom.parameters.planning import Herinnering, Planning
from socdom.quarters import Quarter
from socdom.schedule import retries
from socdom.schedule.due import (
    Decision,
    Seen,
    Work,
    fetch_due,
    quarter_due,
    quarter_to_come,
    refresh_due,
    reminder_due,
)
from socdom.schedule.events import Reason
from socdom.schedule.journal import TaskState

NOW = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
TODAY = date(2026, 3, 1)
NEW = TaskState()
CURRENT = Seen("actueel", "mark", None, stands="before")
DELIVERED = replace(CURRENT, changed=Reason.DELIVERY)
BY_ITSELF, ASKS, NEVER = (Planning(actueel=word) for word in ("vanzelf", "na akkoord", "niet"))
Q4 = Quarter(2025, 4)


def told(decision: Decision) -> tuple[str, Reason, Work | None]:
    return decision.verdict, decision.reason, decision.work


def after(code: int, mark: str = "mark", *, passes: bool = False, ago: timedelta = timedelta(0)) -> TaskState:
    """The state after a failed attempt."""
    begun = retries.begun(NEW, NOW - ago, mark)
    return retries.failed(begun, NOW - ago, code, passes=passes)


def test_without_a_word_nothing_is_published() -> None:
    assert Planning().actueel == "na akkoord"
    assert Planning().kwartaal == "concept"


@pytest.mark.parametrize(
    ("planning", "seen", "expected"),
    [
        (BY_ITSELF, CURRENT, ("niets", Reason.UNCHANGED, None)),
        (BY_ITSELF, DELIVERED, ("nu", Reason.DELIVERY, Work.REFRESH)),
        (BY_ITSELF, replace(CURRENT, changed=Reason.FIRST, exists=False), ("nu", Reason.FIRST, Work.REFRESH)),
        (BY_ITSELF, replace(CURRENT, changed=Reason.CHECKED), ("nu", Reason.CHECKED, Work.REFRESH)),
        (BY_ITSELF, replace(CURRENT, overdue=date(2025, 12, 1)), ("wacht", Reason.NO_DELIVERY, None)),
        (BY_ITSELF, replace(CURRENT, intact=False), ("nu", Reason.DAMAGED, Work.REFRESH)),
        (BY_ITSELF, replace(DELIVERED, put_back=True), ("wacht", Reason.PUT_BACK, None)),
        (ASKS, CURRENT, ("niets", Reason.UNCHANGED, None)),
        (ASKS, DELIVERED, ("nu", Reason.DELIVERY, Work.EXAMINE)),
        (ASKS, replace(CURRENT, changed=Reason.PARAMETERS), ("wacht", Reason.APPROVAL, None)),
        (ASKS, replace(CURRENT, changed=Reason.FIRST, exists=False), ("wacht", Reason.APPROVAL, None)),
        (ASKS, replace(CURRENT, changed=Reason.CHECKED), ("niets", Reason.UNCHANGED, None)),
        (ASKS, replace(CURRENT, intact=False), ("nu", Reason.DAMAGED, Work.REFRESH)),
        (NEVER, DELIVERED, ("niets", Reason.SWITCHED_OFF, None)),
        (NEVER, replace(CURRENT, intact=False), ("niets", Reason.SWITCHED_OFF, None)),
    ],
)
def test_the_dashboard(planning: Planning, seen: Seen, expected: tuple[str, Reason, Work | None]) -> None:
    assert told(refresh_due(planning, seen, NEW, NOW)) == expected


def test_a_new_quarter_waits_for_a_delivery_about_it() -> None:
    rolled = replace(CURRENT, changed=Reason.QUARTER, new_quarter=True)
    assert told(refresh_due(BY_ITSELF, rolled, NEW, NOW)) == ("later", Reason.NO_QUARTER_DELIVERY, None)
    late = replace(rolled, overdue=date(2025, 12, 1))
    assert told(refresh_due(BY_ITSELF, late, NEW, NOW)) == ("wacht", Reason.NO_DELIVERY, None)
    delivered = replace(rolled, changed=Reason.DELIVERY)
    assert told(refresh_due(BY_ITSELF, delivered, NEW, NOW)) == ("nu", Reason.DELIVERY, Work.REFRESH)


def test_a_delivery_that_is_still_coming_in_waits() -> None:
    ready = NOW + timedelta(minutes=4)
    for planning in (BY_ITSELF, ASKS):
        found = refresh_due(planning, replace(DELIVERED, resting=ready), NEW, NOW)
        assert (found.verdict, found.reason, found.when) == ("later", Reason.ARRIVING, ready)


def test_a_delivery_is_examined_once_and_then_waits_for_a_yes() -> None:
    examined = retries.done(retries.begun(NEW, NOW, "mark"), NOW, "mark")
    assert told(refresh_due(ASKS, DELIVERED, examined, NOW)) == ("wacht", Reason.APPROVAL, None)
    other = replace(DELIVERED, mark="another")
    assert told(refresh_due(ASKS, other, examined, NOW)) == ("nu", Reason.DELIVERY, Work.EXAMINE)
    assert told(refresh_due(ASKS, DELIVERED, after(12), NOW)) == ("wacht", Reason.SAME_FAULT, None)


def test_a_fault_that_stays_is_not_tried_on_the_same_again() -> None:
    year_later = NOW + timedelta(days=365)
    assert told(refresh_due(BY_ITSELF, DELIVERED, after(12), year_later)) == (
        "wacht",
        Reason.SAME_FAULT,
        None,
    )
    other = replace(DELIVERED, mark="another")
    assert told(refresh_due(BY_ITSELF, other, after(12), NOW)) == ("nu", Reason.DELIVERY, Work.REFRESH)


def test_a_fault_that_may_pass_waits_its_time() -> None:
    state = after(17, passes=True)
    soon = refresh_due(BY_ITSELF, DELIVERED, state, NOW + timedelta(minutes=14))
    assert (soon.verdict, soon.reason, soon.when) == (
        "later",
        Reason.RETRY_LATER,
        NOW + timedelta(minutes=15),
    )
    assert told(refresh_due(BY_ITSELF, DELIVERED, state, NOW + timedelta(minutes=15)))[0] == "nu"
    other = replace(DELIVERED, mark="another")
    assert told(refresh_due(BY_ITSELF, other, state, NOW))[0] == "nu"


def test_a_time_that_a_wrong_clock_wrote_down_is_not_waited_for() -> None:
    killed = retries.begun(NEW, NOW + timedelta(days=4000), "mark")
    assert told(refresh_due(BY_ITSELF, DELIVERED, killed, NOW)) == ("nu", Reason.BROKEN_OFF, Work.REFRESH)


def test_a_run_that_was_killed_is_not_begun_again_at_once_whatever_came_in() -> None:
    killed = retries.begun(NEW, NOW, "mark")
    for seen in (DELIVERED, replace(DELIVERED, mark="another")):
        assert refresh_due(BY_ITSELF, seen, killed, NOW + timedelta(minutes=1)).reason is Reason.RETRY_LATER
    again = refresh_due(BY_ITSELF, DELIVERED, killed, NOW + timedelta(minutes=15))
    assert told(again) == ("nu", Reason.BROKEN_OFF, Work.REFRESH)


@pytest.mark.parametrize(
    ("policy", "seen", "state", "expected"),
    [
        ("concept", None, NEW, ("wacht", Reason.NO_QUARTER_FILE, None)),
        ("niet", None, NEW, ("niets", Reason.SWITCHED_OFF, None)),
        ("concept", Seen("2025Q4", "mark", Reason.FIRST, exists=False, intact=False), NEW, ("nu", Reason.FIRST, Work.CONCEPT)),
        ("concept", Seen("2025Q4", "mark", Reason.DELIVERY), NEW, ("nu", Reason.DELIVERY, Work.CONCEPT)),
        ("concept", Seen("2025Q4", "mark", None), NEW, ("niets", Reason.UNCHANGED, None)),
        ("concept", Seen("2025Q4", "mark", None, intact=False), NEW, ("nu", Reason.DAMAGED, Work.CONCEPT)),
        ("concept", Seen("2025Q4", "mark", Reason.DELIVERY), after(12), ("wacht", Reason.SAME_FAULT, None)),
        ("definitief", Seen("2025Q4", "mark", Reason.DELIVERY), NEW, ("nu", Reason.DELIVERY, Work.DEFINITIVE)),
        ("definitief", Seen("2025Q4", "mark", None), NEW, ("nu", Reason.NOT_READY, Work.DEFINITIVE)),
        ("definitief", Seen("2025Q4", "mark", None), TaskState(last_attempt=NOW, last_done=NOW, code=0, mark="mark"), ("wacht", Reason.NOT_READY, None)),
        ("definitief", Seen("2025Q4", "mark", None), TaskState(last_attempt=NOW, last_done=NOW, code=0, mark="older"), ("nu", Reason.NOT_READY, Work.DEFINITIVE)),
        ("concept", Seen("2025Q4", "mark", Reason.FIRST, exists=False, as_of=date(2026, 3, 2)), NEW, ("later", Reason.TOO_EARLY, None)),
        ("concept", Seen("2025Q4", "mark", Reason.FIRST, exists=False, as_of=TODAY), NEW, ("nu", Reason.FIRST, Work.CONCEPT)),
        ("concept", Seen("2025Q4", "mark", Reason.DELIVERY, resting=NOW), NEW, ("later", Reason.ARRIVING, None)),
    ],
)  # fmt: skip
def test_a_quarter(
    policy: str, seen: Seen | None, state: TaskState, expected: tuple[str, Reason, Work | None]
) -> None:
    assert told(quarter_due(Planning(kwartaal=policy), Q4, seen, state, NOW, TODAY)) == expected


def test_the_next_quarter_is_announced_with_its_day() -> None:
    coming = quarter_to_come(Planning(concept_na_dagen=45), Quarter(2026, 1))
    assert coming.when is not None
    assert coming.when.isoformat() == "2026-05-15T00:00:00+02:00"


@pytest.mark.parametrize(
    ("rhythm", "last", "today", "expected"),
    [
        ("maand", date(2026, 2, 28), date(2026, 2, 28), ("later", Reason.TOO_EARLY, None)),
        ("maand", date(2026, 2, 28), date(2026, 3, 1), ("nu", Reason.RHYTHM, Work.FETCH)),
        ("dag", date(2026, 3, 1), date(2026, 3, 1), ("later", Reason.TOO_EARLY, None)),
        ("kwartaal", None, date(2026, 3, 1), ("nu", Reason.NEVER_FETCHED, Work.FETCH)),
        ("niet", None, date(2026, 3, 1), ("niets", Reason.SWITCHED_OFF, None)),
    ],
)
def test_fetching(
    rhythm: str, last: date | None, today: date, expected: tuple[str, Reason, Work | None]
) -> None:
    assert told(fetch_due(Planning(ophalen=rhythm), NEW, NOW, today, uses=True, last=last)) == expected
    assert fetch_due(Planning(ophalen=rhythm), NEW, NOW, today, uses=False, last=last).verdict == "niets"


def test_a_reminder_has_a_number_and_ends() -> None:
    rule = Herinnering(na_dagen=60, om_de_dagen=7, hoogstens=3)
    days = [date(2026, 2, 1) + timedelta(days=number) for number in range(60)]
    found = [reminder_due(rule, Q4, day, missing=2) for day in days]
    given = [(day, one.number) for day, one in zip(days, found, strict=True) if one]
    assert given[0] == (date(2026, 3, 1), 1)
    assert given[-1] == (date(2026, 3, 21), 3)
    assert [number for _, number in given] == [1] * 7 + [2] * 7 + [3] * 7
    assert {(one.count, one.edition) for one in found if one} == {(2, "2025Q4")}
    assert not any(reminder_due(rule, Q4, day, missing=0) for day in days)
    assert not any(reminder_due(replace_most(rule, 0), Q4, day, missing=2) for day in days)


def replace_most(rule: Herinnering, most: int) -> Herinnering:
    return rule.model_copy(update={"hoogstens": most})
