"""Addresses that readers are sent to: a mailbox, and where the dashboard stands.

They go into links as they are, so nothing in them may be read as another part of a link: a copy to somebody else, a
name and password, a question behind the address.
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

_MAILBOX = re.compile(r"[A-Za-z0-9._+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PLAIN = re.compile(r"https?://[^\s<>\"'\\?#@]+")


def _mailbox(value: str) -> str:
    if value and not _MAILBOX.fullmatch(value):
        raise ValueError("hier hoort een e-mailadres als naam@gemeente.nl")
    return value


def _site(value: str) -> str:
    if value and not _is_site(value):
        raise ValueError(
            "hier hoort een adres als https://dashboard.gemeente.nl, zonder naam, vraagteken of hekje"
        )
    return value


def _is_site(value: str) -> bool:
    try:
        parts = urlsplit(value)
        # A port that cannot be is found when it is asked for.
        return bool(_PLAIN.fullmatch(value) and parts.hostname and parts.port != 0)
    except ValueError:
        return False


Mailbox = Annotated[str, AfterValidator(_mailbox)]
Site = Annotated[str, AfterValidator(_site)]
