"""Mail to a real server on loopback: what arrives, and what a server can refuse."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from socdom.notify.mail import Mail
from socdom.notify.sending import MailFault, hand_over
from socdom.parameters.berichten import Smtp
from tests.lib.browser import free_port
from tests.lib.mail_server import HOST, PASSWORD, USER, mail_server, silent_server, trusting

NOW = datetime(2026, 3, 3, 4, 15, tzinfo=UTC)
ANNA, BEN = "anna@lindeveen.example", "ben@lindeveen.example"
REFRESH = Mail("verversen mislukt", (ANNA, BEN), "Verversen is niet gelukt", ("Één zin met een é.",))
CONCEPT = Mail("concept 2026Q1", (ANNA,), "Het concept is klaar", ("Kijk ernaar.",))


def faults(
    mails: list[Mail], to: Smtp, password: str = PASSWORD, **settings: Any
) -> dict[str, MailFault | None]:
    """Key of each mail → why it was not sent, None when it was."""
    return {handed.mail.key: handed.fault for handed in hand_over(mails, to, password, now=NOW, **settings)}


def smtp(port: int, security: str = "starttls", user: str = USER) -> Smtp:
    return Smtp(
        server=HOST, poort=port, beveiliging=security, gebruiker=user, afzender="socdom@lindeveen.example"
    )


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_what_is_sent_arrives_encrypted_and_signed_in(security: str) -> None:
    with mail_server(security=security) as server:
        found = faults([REFRESH, CONCEPT], smtp(server.port, security), context=trusting())
    assert found == {REFRESH.key: None, CONCEPT.key: None}
    assert server.readers == [[ANNA, BEN], [ANNA]]
    first = server.mails[0]
    assert first["Subject"] == "Verversen is niet gelukt"
    assert first["From"] == "socdom@lindeveen.example"
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Content-Language"] == "nl"
    assert first["Date"].datetime == NOW
    assert first.get_content_type() == "text/plain"
    assert first.get_content().splitlines() == ["Één zin met een é."]


def test_the_same_event_has_the_same_number_and_another_has_another() -> None:
    with mail_server(security="geen", login=False) as server:
        for mails in ([REFRESH, CONCEPT], [REFRESH]):
            faults(mails, smtp(server.port, "geen", user=""))
    one, other, again = (mail["Message-ID"] for mail in server.mails)
    assert one == again != other
    assert one.endswith("@lindeveen.example>")
    assert "verversen" not in one


def test_a_mailbox_that_is_gone_does_not_keep_the_mail_from_the_others() -> None:
    with mail_server() as server:
        server.refuse = frozenset({BEN})
        (handed,) = hand_over([REFRESH], smtp(server.port), PASSWORD, now=NOW, context=trusting())
        assert (handed.mail, handed.fault, handed.refused) == (REFRESH, None, 1)
        server.refuse = frozenset({ANNA})
        found = faults([CONCEPT, REFRESH], smtp(server.port), context=trusting())
    assert found == {CONCEPT.key: MailFault.RECIPIENTS, REFRESH.key: None}
    assert server.readers == [[ANNA], [BEN]]


def test_a_refused_message_is_not_sent() -> None:
    with mail_server() as server:
        server.refuse_content = "554 5.7.1 spam"
        found = faults([REFRESH], smtp(server.port), context=trusting())
    assert found == {REFRESH.key: MailFault.CONTENT}


@pytest.mark.parametrize("password", ["fout", "wachtwoord met é"])
def test_a_wrong_password(password: str) -> None:
    with mail_server() as server:
        found = faults([REFRESH, CONCEPT], smtp(server.port), password, context=trusting())
    assert server.mails == []
    assert found == {REFRESH.key: MailFault.PASSWORD, CONCEPT.key: MailFault.PASSWORD}


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_password_is_never_said_to_a_server_that_cannot_prove_who_it_is(security: str) -> None:
    with mail_server(security=security) as server:
        unknown = faults([REFRESH], smtp(server.port, security))
    with mail_server(security=security, name="mail.elders.example") as elsewhere:
        trusted = trusting("mail.elders.example")
        other_name = faults([REFRESH], smtp(elsewhere.port, security), context=trusted)
    for found in (unknown, other_name):
        assert found == {REFRESH.key: MailFault.CERTIFICATE}
    assert server.mails == elsewhere.mails == []


def test_a_server_without_encryption_gets_no_password() -> None:
    with mail_server(security="geen") as server:
        found = faults([REFRESH], smtp(server.port), context=trusting())
        assert found == {REFRESH.key: MailFault.INSECURE}
        # And the other way round: encryption from the first byte where a server speaks plainly.
        found = faults([REFRESH], smtp(server.port, "tls"), context=trusting())
        assert found == {REFRESH.key: MailFault.INSECURE}
    assert server.mails == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_that_hangs_costs_no_more_than_the_patience(security: str) -> None:
    begun = time.monotonic()
    with silent_server() as port:
        found = faults([REFRESH, CONCEPT], smtp(port, security), patience=0.3)
    assert found == {REFRESH.key: MailFault.SILENT, CONCEPT.key: MailFault.SILENT}
    assert time.monotonic() - begun < 3


def test_a_server_that_is_not_there() -> None:
    found = faults([REFRESH], smtp(free_port()))
    assert found == {REFRESH.key: MailFault.UNREACHABLE}
    nowhere = Smtp(server="mail.bestaat-niet.invalid", afzender="socdom@lindeveen.example")
    assert faults([REFRESH], nowhere, "") == {REFRESH.key: MailFault.UNREACHABLE}


def test_nothing_a_fault_says_comes_from_the_server() -> None:
    for fault in MailFault:
        assert fault.words
        assert fault.remedy.endswith(".")
    assert ssl.create_default_context().verify_mode is ssl.CERT_REQUIRED


def test_each_mail_is_told_before_the_next_one_leaves() -> None:
    with mail_server() as server:
        handing = hand_over([REFRESH, CONCEPT], smtp(server.port), PASSWORD, now=NOW, context=trusting())
        assert next(handing).mail == REFRESH
        assert len(server.mails) == 1
        handing.close()
    assert len(server.mails) == 1


def test_a_server_that_asks_nonsense_at_sign_in_gets_no_password_and_stops_no_run() -> None:
    answers = [b"250-hier\r\n250 AUTH CRAM-MD5\r\n", b"334 !\xffx\r\n", b"221 dag\r\n"]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        talk = threading.Thread(target=_say, args=(listening, answers))
        talk.start()
        plainly = smtp(listening.getsockname()[1], "geen", "").model_copy(update={"gebruiker": "socdom"})
        assert faults([REFRESH, CONCEPT], plainly) == {
            REFRESH.key: MailFault.INSECURE,
            CONCEPT.key: MailFault.INSECURE,
        }
        talk.join()


def _say(listening: socket.socket, answers: list[bytes]) -> None:
    connection, _ = listening.accept()
    with connection, connection.makefile("rwb", buffering=0) as lines:
        lines.write(b"220 hier\r\n")
        for answer in answers:
            lines.readline()
            lines.write(answer)
