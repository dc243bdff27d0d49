"""A mail that a program sends: what it is about, and the message that leaves."""

from __future__ import annotations

import hashlib
import textwrap
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

_WIDTH = 72


@dataclass(frozen=True)
class Mail:
    """One mail.

    Attributes:
        key: what it is about; the same event has the same key, now and at a later attempt. Nothing of a person.
        to: mailboxes; they know of each other.
        subject: one Dutch line.
        paragraphs: Dutch text, without a figure or a name.
    """

    key: str
    to: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The body: lines of at most 72 characters, an address of a page whole on a line of its own."""
        return "\n\n".join("\n".join(_wrapped(part)) for part in self.paragraphs) + "\n"


def message_of(mail: Mail, sender: str, now: datetime) -> EmailMessage:
    """The message as it leaves.

    Its number follows from what it is about: a mail system that gets the same event twice knows it by that. Programs
    that answer by themselves are asked not to (RFC 3834, and the header that Exchange knows).

    Args:
        sender: mailbox it comes from.
        now: aware time.
    """
    message = EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(mail.to)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(mail.key, sender)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text, charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = "nl"
    return message


def message_id(key: str, sender: str) -> str:
    """Number of the message about an event: the same for the same event and sender, and it tells nothing of either."""
    digest = hashlib.sha256(f"{sender}\n{key}".encode()).hexdigest()[:32]
    return f"<socdom.{digest}@{sender.rpartition('@')[2]}>"


def _wrapped(part: str) -> list[str]:
    lines: list[str] = []
    for line in part.split("\n"):
        hanging = "  " if line.startswith("- ") else ""
        lines += textwrap.wrap(
            line, _WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )
    return lines
