"""Every mail there is: who gets it, and that it holds nothing that may not leave."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from socdom.errors import DeliveryError, MailError
from socdom.parameters.berichten import Berichten, Smtp
from socdom.pipeline.unattended.letters import Town, fault_words, mail_of
from socdom.pipeline.unattended.notices import About, Notice
from socdom.schedule.events import Reason

AT = datetime(2026, 3, 3, 1, 15, tzinfo=UTC)
OPERATOR, WRITER = "beheer@lindeveen.example", "beleid@lindeveen.example"
SMTP = Smtp(server="mail.lindeveen.example", afzender="socdom@lindeveen.example")
BOTH = Berichten(smtp=SMTP, beheerder=(OPERATOR,), duiding=(WRITER,))
TOWN = Town("lindeveen", "Lindeveen", "https://dashboard.lindeveen.example")
EVERY = [
    *(
        Notice(about, "k", task, since=AT, code=12, count=3)
        for about in (About.FAILED, About.LASTING, About.RECOVERED)
        for task in ("verversen", "ophalen", "concept 2026Q1")
    ),
    *(
        Notice(About.WAITS, "k", task, reason=reason, edition=edition, count=2)
        for reason in Reason
        for task, edition in (("verversen", "actueel"), ("concept 2026Q1", "2026Q1"))
    ),
    Notice(About.READY, "k", "concept 2026Q1", edition="2026Q1"),
    Notice(About.READY, "k", "concept 2026Q1", edition="2026Q1-v1.1"),
    Notice(About.DUIDING, "k", "herinnering 2026Q1", edition="2026Q1", count=1),
    *(Notice(About.STOPPED, "k", part) for part in ("dashboard", "run-due")),
]


@pytest.mark.parametrize("notice", EVERY, ids=lambda item: f"{item.about.name} {item.task} {item.reason}")
def test_every_mail_is_whole(notice: Notice) -> None:
    mail = mail_of(notice, TOWN, BOTH)
    assert mail is not None
    assert mail.to == ((WRITER,) if notice.about is About.DUIDING else (OPERATOR,))
    assert mail.subject.startswith("Lindeveen: ")
    assert len(mail.subject) < 120
    assert TOWN.dashboard in mail.text
    assert not re.search(r"[{}]|None|@[a-z]+\.[a-z]", mail.text)
    sentences = re.split(r"[.?!:]\s", mail.text.replace("\n", " "))
    assert max(len(sentence.split()) for sentence in sentences) <= 20


def test_a_failure_says_what_kind_since_when_and_what_to_do() -> None:
    mail = mail_of(EVERY[0], TOWN, BOTH)
    assert mail is not None
    flat = " ".join(mail.text.split())
    assert "sinds 3 maart 2026, 02.15 uur" in flat  # a quarter past one in UTC
    assert DeliveryError.heading in flat
    assert "3 pogingen" in flat
    assert "socdom status -g lindeveen" in flat


def test_who_writes_no_duiding_has_the_operator_reminded() -> None:
    mail = mail_of(
        Notice(About.DUIDING, "k", "herinnering 2026Q1", edition="2026Q1"),
        TOWN,
        Berichten(smtp=SMTP, beheerder=(OPERATOR,)),
    )
    assert mail is not None
    assert mail.to == (OPERATOR,)
    assert mail_of(EVERY[0], TOWN, Berichten()) is None


def test_every_code_has_words() -> None:
    assert fault_words(22) == MailError.heading
    assert fault_words(70) != fault_words(0) != fault_words(12)
