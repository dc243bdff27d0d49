"""What there is to write about, night after night, and that nothing is told twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from socdom.pipeline.unattended.notices import MAIL, About, notices
from socdom.schedule.events import Event, Kind, Reason
from socdom.schedule.journal import Journal, TaskState
from socdom.schedule.retries import begun, done, failed

NIGHT = datetime(2026, 3, 3, 2, 15, tzinfo=UTC)


def told(journal: Journal, now: datetime, *events: Event) -> tuple[list[About], Journal]:
    """What is new at a moment, and the journal after that was told."""
    found = notices(journal, events, now=now, again_after=7)
    sent = {**journal.sent, **{item.key: now.date() for item in found}}
    return [item.about for item in found], journal.model_copy(update={"sent": sent})


def with_state(journal: Journal, state: TaskState, task: str = "verversen") -> Journal:
    return journal.model_copy(update={"tasks": {**journal.tasks, task: state}})


def refused(state: TaskState, now: datetime) -> TaskState:
    """After an attempt that failed by a fault that stays."""
    return failed(begun(state, now, "a"), now, 12, passes=False)


def test_a_failure_is_told_once_then_every_week_and_then_that_it_is_over() -> None:
    journal = with_state(Journal(), refused(TaskState(), NIGHT))
    days: dict[int, list[About]] = {}
    for day in range(20):
        found, journal = told(journal, NIGHT + timedelta(days=day))
        if found:
            days[day] = found
    assert days == {0: [About.FAILED], 7: [About.LASTING], 14: [About.LASTING]}
    journal = with_state(journal, done(journal.tasks["verversen"], NIGHT + timedelta(days=20), "b"))
    found, journal = told(journal, NIGHT + timedelta(days=20))
    assert found == [About.RECOVERED]
    assert told(journal, NIGHT + timedelta(days=21))[0] == []


def test_what_fails_again_is_another_failure() -> None:
    journal = with_state(Journal(), refused(TaskState(), NIGHT))
    _, journal = told(journal, NIGHT)
    later = NIGHT + timedelta(hours=1)
    state = refused(done(journal.tasks["verversen"], later, "b"), later)
    assert set(told(with_state(journal, state), later)[0]) == {About.RECOVERED, About.FAILED}


def test_a_fault_that_passes_by_itself_is_told_to_nobody() -> None:
    state = failed(begun(TaskState(), NIGHT, "a"), NIGHT, 17, passes=True)
    assert told(with_state(Journal(), state), NIGHT)[0] == []
    over = done(state, NIGHT + timedelta(minutes=15), "a")
    assert told(with_state(Journal(), over), NIGHT + timedelta(minutes=15))[0] == []
    assert told(with_state(Journal(), state), NIGHT + timedelta(days=1))[0] == [About.FAILED]


def test_a_notice_says_since_when_and_how_often() -> None:
    state = refused(refused(TaskState(), NIGHT), NIGHT + timedelta(days=1))
    (notice,) = notices(
        with_state(Journal(), state, "ophalen"), (), now=NIGHT + timedelta(days=1), again_after=7
    )
    assert (notice.task, notice.since, notice.code, notice.count) == ("ophalen", NIGHT, 12, 2)


def test_what_waits_is_told_once_for_as_long_as_it_is_the_same() -> None:
    def waits(mark: str) -> Event:
        return Event(f"wacht verversen {mark}", Kind.WAITS, "verversen", NIGHT, Reason.APPROVAL)

    done_tonight = Event("gedaan verversen", Kind.DONE, "verversen", NIGHT)
    found, journal = told(Journal(), NIGHT, waits("a"), waits("a"), done_tonight)
    assert found == [About.WAITS]
    assert told(journal, NIGHT, waits("a"))[0] == []
    assert told(journal, NIGHT, waits("b"))[0] == [About.WAITS]


def test_nobody_is_mailed_that_mail_does_not_work() -> None:
    state = TaskState(last_attempt=NIGHT, failed_since=NIGHT, code=22, tries=9)
    assert told(with_state(Journal(), state, MAIL), NIGHT + timedelta(days=9))[0] == []


def test_a_key_holds_words_days_and_numbers_only() -> None:
    journal = with_state(Journal(sent={"iets": date(2026, 1, 1)}), refused(TaskState(), NIGHT))
    (notice,) = notices(journal, (), now=NIGHT, again_after=7)
    assert notice.key == "mislukt verversen 2026-03-03T02:15+00:00"
