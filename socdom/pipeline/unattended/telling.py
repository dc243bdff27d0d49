"""Tell what a run has to tell: a line in the log, and a mail where somebody is to be written about it.

What was told is kept in the journal, by its key. Mail is sent first and written down after: a crash in between gives
one mail twice, with one number, where the other way round it could be lost.
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from socdom.errors import Fault, MailError, ParameterError
from socdom.notify.log_lines import log_event
from socdom.notify.mail import Mail
from socdom.notify.password import read_password
from socdom.notify.sending import PATIENCE, Handed, MailFault, hand_over
from socdom.parameters import Places, load_gemeente
from socdom.parameters.beheer import load_beheer
from socdom.parameters.berichten import Berichten, Smtp
from socdom.pipeline.unattended.letters import Town, mail_of
from socdom.pipeline.unattended.notices import MAIL, About, Notice, notices
from socdom.schedule.days import local_day
from socdom.schedule.events import Event, Kind
from socdom.schedule.journal import Journal, TaskState, write_journal

# For so long is kept what was told; longer than anything lasts that is told again.
_KEPT = timedelta(days=400)
_TRIED = (Kind.DONE, Kind.FAILED)
_LEVELS = {Kind.FAILED: logging.ERROR, Kind.WAITS: logging.WARNING}


@dataclass(frozen=True)
class Post:
    """How mail leaves.

    Attributes:
        context: which certificates are trusted; None for those of the system.
        patience: seconds to wait for each answer of the server.
    """

    context: ssl.SSLContext | None = None
    patience: float = PATIENCE


_USUAL = Post()


def tell(
    places: Places,
    gemeente: str,
    events: Sequence[Event],
    journal: Journal,
    *,
    now: datetime,
    post: Post = _USUAL,
) -> Journal:
    """Tell what was not told yet; returns the journal with what now is, as it was written.

    Never raises for mail that cannot be sent: the next run tries again. Call it at the end of every run, with the
    journal as that wrote it.

    Args:
        events: of this run.
        now: aware time.

    Raises:
        OSError: the journal cannot be written.
    """
    berichten = _berichten(places, gemeente)
    due = notices(journal, events, now=now, again_after=berichten.opnieuw_na_dagen)
    _log(events, due, gemeente)
    if not due:
        return journal
    told, mails = _sorted(due, town_of(places, gemeente), berichten)
    journal = _with_sent(journal, told, local_day(now))
    if mails and berichten.smtp is not None:
        return _mailed(places, gemeente, journal, mails, berichten.smtp, now, post)
    write_journal(places.kept(gemeente), journal)
    return journal


def tell_stopped(
    places: Places,
    gemeente: str,
    part: Literal["dashboard", "run-due"],
    *,
    now: datetime,
    post: Post = _USUAL,
) -> bool:
    """Mail the operator that a part of the system stopped; whether there was somebody to mail.

    Raises:
        ParameterError: there is no password.
        MailError: it could not be sent.
    """
    log_event("gestopt", task=part, gemeente=gemeente, level=logging.ERROR)
    berichten = _berichten(places, gemeente)
    notice = Notice(About.STOPPED, f"gestopt {part} {local_day(now)}", part)
    mail = mail_of(notice, town_of(places, gemeente), berichten)
    if mail is None or berichten.smtp is None:
        return False
    _send_one(mail, berichten.smtp, gemeente, now, post)
    return True


def try_mail(gemeente: str, *, places: Places | None = None, now: datetime, post: Post = _USUAL) -> int:
    """Send a mail to every `beheerder`, to see that it arrives; returns how many mailboxes the server took.

    Raises:
        ParameterError: the parameters are not valid, there is no mail server in them, or there is no password.
        MailError: the server cannot be reached or does not take it.
    """
    places = places or Places.from_environment()
    berichten = load_beheer(places.parameters / gemeente).berichten
    town = town_of(places, gemeente)
    if berichten.smtp is None:
        rule = "er is geen mailserver ingevuld, dus er wordt niet gemaild"
        raise ParameterError(
            Fault(_place(gemeente), rule, remedy="Vul smtp en beheerder in. Zie docs/beheer.md.")
        )
    paragraphs = (
        f"Dit is een proefmail van socdom voor {town.name}. De mail werkt.",
        "U krijgt voortaan bericht als iets niet lukt, op u wacht of klaar is.",
    )
    subject = f"{town.name}: dit is een proefmail"
    mail = Mail(f"{gemeente} proefmail {now.isoformat()}", berichten.beheerder, subject, paragraphs)
    return len(mail.to) - _send_one(mail, berichten.smtp, gemeente, now, post).refused


def town_of(places: Places, gemeente: str) -> Town:
    """What a mail says of a municipality; of one whose parameters are not valid its folder name."""
    try:
        found = load_gemeente(places.parameters / gemeente)
    except ParameterError:
        return Town(gemeente, gemeente)
    return Town(gemeente, found.naam, found.dashboard_adres)


def _berichten(places: Places, gemeente: str) -> Berichten:
    """Who is mailed; nobody while `beheer.yml` is not valid, which the run itself says."""
    try:
        return load_beheer(places.parameters / gemeente).berichten
    except ParameterError:
        return Berichten()


def _sorted(due: Sequence[Notice], town: Town, berichten: Berichten) -> tuple[list[str], dict[Mail, Notice]]:
    """What needs no mail, as it stands in the log; and the mails, each with what it is about."""
    if berichten.smtp is None:
        return [notice.key for notice in due], {}
    found = [(notice, mail_of(notice, town, berichten)) for notice in due]
    mails = {mail: notice for notice, mail in found if mail is not None}
    return [notice.key for notice, mail in found if mail is None], mails


def _mailed(
    places: Places,
    gemeente: str,
    journal: Journal,
    mails: dict[Mail, Notice],
    smtp: Smtp,
    now: datetime,
    post: Post,
) -> Journal:
    home, waiting = places.kept(gemeente), len(mails)
    for handed in _handed(list(mails), smtp, gemeente, now, post):
        if handed.fault is None:
            notice = mails[handed.mail]
            waiting -= 1
            journal = _with_sent(journal, [notice.key], local_day(now))
            write_journal(home, journal)
            log_event("mail-verzonden", gemeente=gemeente, task=notice.task, edition=notice.edition)
        if handed.refused:
            log_event("ontvanger-geweigerd", gemeente=gemeente, count=handed.refused, level=logging.WARNING)
    if waiting:
        log_event(
            "mail-wacht", gemeente=gemeente, code=MailError.exit_code, count=waiting, level=logging.ERROR
        )
    journal = journal.model_copy(
        update={"tasks": {**journal.tasks, MAIL: _mail_state(journal, waiting, now)}}
    )
    write_journal(home, journal)
    return journal


def _handed(mails: list[Mail], smtp: Smtp, gemeente: str, now: datetime, post: Post) -> Iterable[Handed]:
    try:
        password = read_password() if smtp.gebruiker else ""
    except ParameterError:
        return []
    return hand_over(mails, smtp, password, now=now, context=post.context, patience=post.patience)


def _send_one(mail: Mail, smtp: Smtp, gemeente: str, now: datetime, post: Post) -> Handed:
    password = read_password() if smtp.gebruiker else ""
    (handed,) = hand_over([mail], smtp, password, now=now, context=post.context, patience=post.patience)
    if handed.fault is not None:
        raise _error(gemeente, handed.fault)
    return handed


def _error(gemeente: str, fault: MailFault) -> MailError:
    return MailError(Fault(_place(gemeente), fault.words, remedy=fault.remedy))


def _place(gemeente: str) -> str:
    return f"parameters/{gemeente}/beheer.yml, berichten"


def _with_sent(journal: Journal, keys: Sequence[str], day: date) -> Journal:
    recent = {key: told for key, told in journal.sent.items() if day - told <= _KEPT}
    return journal.model_copy(update={"sent": {**recent, **dict.fromkeys(keys, day)}})


def _mail_state(journal: Journal, waiting: int, now: datetime) -> TaskState:
    """How sending goes; `tries` is how many mails wait."""
    if not waiting:
        return TaskState(last_attempt=now, last_done=now, code=0)
    before = journal.tasks.get(MAIL, TaskState())
    return before.model_copy(
        update={
            "last_attempt": now,
            "failed_since": before.failed_since or now,
            "code": MailError.exit_code,
            "tries": waiting,
        }
    )


def _log(events: Sequence[Event], due: Sequence[Notice], gemeente: str) -> None:
    """What was done and what failed in this run; and of what waits or is ready, what is new."""
    new = {notice.key for notice in due}
    for event in events:
        if event.kind in _TRIED or event.key in new:
            log_event(
                event.kind.value,
                task=event.task,
                gemeente=gemeente,
                edition=event.edition,
                code=event.code if event.kind in _TRIED else None,
                seconds=event.seconds or None,
                level=_LEVELS.get(event.kind, logging.INFO),
            )
