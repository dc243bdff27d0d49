"""Telling with a real mail server: what arrives, what waits when it is away, and that nothing arrives twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socdom.errors import MailError, ParameterError
from socdom.parameters import Places
from socdom.pipeline.unattended.notices import MAIL
from socdom.pipeline.unattended.telling import Post, tell, tell_stopped, try_mail
from socdom.schedule.events import Event, Kind
from socdom.schedule.journal import Journal, TaskState, read_journal
from tests.lib.browser import ROOT, free_port
from tests.lib.mail_server import HOST, PASSWORD, USER, Received, mail_server, trusting

NOW = datetime(2026, 3, 3, 2, 15, tzinfo=UTC)
TOWN = "lindeveen"
READY = Event("klaar 2026Q1", Kind.READY, "concept 2026Q1", NOW, edition="2026Q1")
FAILING = Journal(tasks={"verversen": TaskState(last_attempt=NOW, failed_since=NOW, code=12, tries=1)})
POST = Post(trusting(), 1.0)


@pytest.fixture
def server() -> Iterator[Received]:
    with mail_server() as found:
        yield found


@pytest.fixture
def places(tmp_path: Path, server: Received, monkeypatch: pytest.MonkeyPatch) -> Places:
    own = tmp_path / "parameters" / TOWN
    own.mkdir(parents=True)
    for name in ("gemeente.yml", "logo.svg"):
        (own / name).write_bytes((ROOT / "parameters" / TOWN / name).read_bytes())
    (tmp_path / "wachtwoord").write_text(PASSWORD, encoding="utf-8")
    monkeypatch.setenv("SOCDOM_MAILWACHTWOORD", str(tmp_path / "wachtwoord"))
    found = Places(tmp_path, tmp_path / "data", None, tmp_path / "sleutel")
    listening_on(found, server.port)
    return found


def listening_on(places: Places, port: int) -> None:
    """Let the parameters name this port of the mail server."""
    (places.parameters / TOWN / "beheer.yml").write_text(
        f"berichten:\n  smtp: {{server: {HOST}, poort: {port}, gebruiker: {USER}, afzender: socdom@lindeveen.example}}\n"
        "  beheerder: [beheer@lindeveen.example]\n",
        encoding="utf-8",
    )


def told(places: Places, journal: Journal, *events: Event, now: datetime = NOW) -> Journal:
    journal = tell(places, TOWN, events, journal, now=now, post=POST)
    assert read_journal(places.kept(TOWN)) == journal
    return journal


def subjects(server: Received) -> list[str]:
    return [str(mail["Subject"]) for mail in server.mails]


def test_what_is_told_arrives_once(places: Places, server: Received) -> None:
    journal = told(places, FAILING, READY)
    journal = told(places, journal, READY, now=NOW + timedelta(hours=1))
    assert sorted(subjects(server)) == [
        "Lindeveen: het concept van het kwartaalrapport over het 1e kwartaal 2026 is klaar",
        "Lindeveen: het verversen van de cijfers is niet gelukt",
    ]
    assert journal.tasks["verversen"] == FAILING.tasks["verversen"]
    assert journal.tasks[MAIL].code == 0


def test_mail_that_cannot_be_sent_waits_for_the_next_run(places: Places, server: Received) -> None:
    listening_on(places, free_port())
    journal = told(places, FAILING, READY)
    state = journal.tasks[MAIL]
    assert (state.code, state.tries, state.failed_since) == (MailError.exit_code, 2, NOW)
    assert journal.sent == {}
    listening_on(places, server.port)
    journal = told(places, journal, READY, now=NOW + timedelta(days=1))
    assert len(server.mails) == 2
    assert journal.tasks[MAIL].failed_since is None


def test_one_that_is_refused_does_not_keep_back_the_other(places: Places, server: Received) -> None:
    server.refuse_content = "554 5.7.1 no"
    waiting = told(places, FAILING, READY)
    server.refuse_content = ""
    assert waiting.tasks[MAIL].tries == 2
    told(places, waiting, READY)
    assert len(server.mails) == 2


def test_a_crash_after_a_mail_loses_none_and_gives_the_second_the_same_number(
    places: Places, server: Received, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("socdom.pipeline.unattended.telling.write_journal", crash)
        with pytest.raises(KeyboardInterrupt):
            tell(places, TOWN, [READY], FAILING, now=NOW, post=POST)
    assert len(server.mails) == 1
    told(places, FAILING, READY)
    numbers = [str(mail["Message-ID"]) for mail in server.mails]
    assert len(numbers) == 3
    assert len(set(numbers)) == 2


def test_without_a_password_everything_waits(
    places: Places, server: Received, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOCDOM_MAILWACHTWOORD")
    assert told(places, FAILING).tasks[MAIL].tries == 1
    assert server.mails == []
    with pytest.raises(ParameterError, match="SOCDOM_MAILWACHTWOORD"):
        try_mail(TOWN, places=places, now=NOW, post=POST)


def test_without_a_mail_server_it_is_told_in_the_log_and_not_later_by_mail(
    places: Places, server: Received
) -> None:
    (places.parameters / TOWN / "beheer.yml").unlink()
    journal = told(places, FAILING, READY)
    assert len(journal.sent) == 2
    listening_on(places, server.port)
    told(places, journal, READY)
    assert server.mails == []


def test_parameters_that_are_not_valid_do_not_stop_telling(places: Places, server: Received) -> None:
    (places.parameters / TOWN / "gemeente.yml").write_text("naam: [", encoding="utf-8")
    told(places, FAILING)
    assert subjects(server) == ["lindeveen: het verversen van de cijfers is niet gelukt"]


def test_what_was_told_long_ago_is_forgotten(places: Places) -> None:
    old = FAILING.model_copy(update={"sent": {"klaar 2024Q1": (NOW - timedelta(days=401)).date()}})
    assert "klaar 2024Q1" not in told(places, old).sent


def test_the_operator_hears_that_the_dashboard_stopped(places: Places, server: Received) -> None:
    assert tell_stopped(places, TOWN, "dashboard", now=NOW, post=POST)
    assert "journalctl -u socdom-dashboard@lindeveen" in server.mails[0].get_content()
    (places.parameters / TOWN / "beheer.yml").unlink()
    assert not tell_stopped(places, TOWN, "run-due", now=NOW, post=POST)


def test_a_trial_says_why_it_did_not_work(places: Places, server: Received) -> None:
    assert try_mail(TOWN, places=places, now=NOW, post=POST) == 1
    listening_on(places, free_port())
    with pytest.raises(MailError, match="niet te bereiken"):
        try_mail(TOWN, places=places, now=NOW, post=POST)
    (places.parameters / TOWN / "beheer.yml").unlink()
    with pytest.raises(ParameterError, match="geen mailserver"):
        try_mail(TOWN, places=places, now=NOW, post=POST)


def test_no_mailbox_stands_in_what_is_kept(places: Places) -> None:
    told(places, FAILING, READY)
    assert "@" not in (places.kept(TOWN) / "journaal.json").read_text(encoding="utf-8")
