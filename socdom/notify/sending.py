"""Hand mail to a server, over a connection whose certificate was checked.

A fault is a kind: what a server says may hold an address, so it is told nowhere.
"""

from __future__ import annotations

import binascii
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from socdom.notify.mail import Mail, message_of
from socdom.parameters.berichten import Smtp

PATIENCE = 20.0  # seconds for each answer of the server


class MailFault(Enum):
    """Why mail was not sent: Dutch words, and what to do."""

    UNREACHABLE = (
        "de mailserver is niet te bereiken",
        "Kijk of server en poort kloppen en of het netwerk werkt.",
    )
    SILENT = ("de mailserver antwoordt niet op tijd", "Kijk of server, poort en beveiliging kloppen.")
    CERTIFICATE = (
        "het certificaat van de mailserver klopt niet",
        "Vul bij server de naam in die in het certificaat staat. Is het van uw eigen organisatie? "
        "Zet dan het pad in SSL_CERT_FILE.",
    )
    INSECURE = (
        "de mailserver kan deze beveiliging of aanmelding niet aan",
        "Kijk of poort, beveiliging en gebruiker bij elkaar horen.",
    )
    PASSWORD = ("de mailserver weigert de gebruiker of het wachtwoord", "Kijk naar gebruiker en wachtwoord.")
    SENDER = (
        "de mailserver weigert de afzender",
        "Vul bij afzender een adres in waarmee deze gebruiker mag mailen.",
    )
    RECIPIENTS = ("de mailserver weigert alle ontvangers", "Kijk of de adressen bij berichten nog bestaan.")
    CONTENT = ("de mailserver weigert het bericht", "Vraag de beheerder van de mailserver waarom.")

    @property
    def words(self) -> str:
        """What is the matter, as a Dutch sentence part."""
        return self.value[0]

    @property
    def remedy(self) -> str:
        """What to do, one or two Dutch sentences."""
        return self.value[1]


@dataclass(frozen=True)
class Handed:
    """What became of a mail.

    Attributes:
        fault: why it was not sent; None when the server took it.
        refused: how many mailboxes the server refused of a mail that it took for others.
    """

    mail: Mail
    fault: MailFault | None = None
    refused: int = 0


def hand_over(
    mails: Sequence[Mail],
    smtp: Smtp,
    password: str,
    *,
    now: datetime,
    context: ssl.SSLContext | None = None,
    patience: float = PATIENCE,
) -> Iterator[Handed]:
    """Send mails over one connection; what became of each is told before the next is sent, so that it can be kept.

    Never raises for what a server or a network does. A mail that the server took for some of its readers is sent: to
    send it again would give the others two.

    Args:
        password: of `smtp.gebruiker`; not used without one.
        now: aware time, for the date of the mails.
        context: which certificates are trusted; default those of the system (or of SSL_CERT_FILE).
        patience: seconds to wait for an answer.
    """
    waiting = list(mails)
    try:
        with _connected(smtp, password, context or ssl.create_default_context(), patience) as server:
            while waiting:
                handed = _hand_one(server, waiting[0], smtp.afzender, now)
                del waiting[0]
                yield handed
    except (OSError, smtplib.SMTPException, ValueError) as error:
        fault = _fault(error)
        yield from (Handed(mail, fault) for mail in waiting)


def _hand_one(server: smtplib.SMTP, mail: Mail, sender: str, now: datetime) -> Handed:
    """One mail; a server that refuses it may take the next one."""
    try:
        refused = server.send_message(message_of(mail, sender, now), sender, list(mail.to))
        return Handed(mail, refused=len(refused))
    except smtplib.SMTPRecipientsRefused:
        return Handed(mail, MailFault.RECIPIENTS)
    except smtplib.SMTPSenderRefused:
        return Handed(mail, MailFault.SENDER)
    except smtplib.SMTPDataError:
        return Handed(mail, MailFault.CONTENT)


@contextmanager
def _connected(smtp: Smtp, password: str, context: ssl.SSLContext, patience: float) -> Iterator[smtplib.SMTP]:
    if smtp.beveiliging == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(smtp.server, smtp.poort, timeout=patience, context=context)
    else:
        server = smtplib.SMTP(smtp.server, smtp.poort, timeout=patience)
    try:
        if smtp.beveiliging == "starttls":
            server.starttls(context=context)
        if smtp.gebruiker:
            server.login(smtp.gebruiker, password)
        yield server
    finally:
        # What was taken is taken: a server that hangs or is rude at the end changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def _fault(error: BaseException) -> MailFault:
    # smtplib tells a server that does not answer as one that hung up, because of a time-out.
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, TimeoutError):
        return MailFault.SILENT
    return next((fault for kinds, fault in _KINDS if isinstance(error, kinds)), MailFault.UNREACHABLE)


_KINDS: tuple[tuple[tuple[type[Exception], ...], MailFault], ...] = (
    # A password with letters beyond ASCII is one that smtplib cannot say.
    ((smtplib.SMTPAuthenticationError, UnicodeError), MailFault.PASSWORD),
    ((smtplib.SMTPConnectError, smtplib.SMTPHeloError), MailFault.UNREACHABLE),
    # `binascii.Error`: smtplib cannot read what the server asks when one signs in.
    ((smtplib.SMTPNotSupportedError, smtplib.SMTPResponseException, binascii.Error), MailFault.INSECURE),
    ((ssl.SSLCertVerificationError,), MailFault.CERTIFICATE),
    ((ssl.SSLError,), MailFault.INSECURE),
    ((TimeoutError,), MailFault.SILENT),
)
