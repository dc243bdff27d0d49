"""A service of a municipality stopped: who is told, and when that was told already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from socdom.errors import Fault, ParameterError
from socdom.parameters import Places
from socdom.pipeline.unattended.telling import tell_stopped

_PARTS: dict[str, Literal["dashboard", "run-due"]] = {
    "socdom-dashboard": "dashboard",
    "socdom-run-due": "run-due",
}
_UNIT = re.compile(r"(?P<part>[a-z-]+)@(?P<gemeente>[a-z0-9-]+)\.service")
# systemd says how a service ended to what it starts because of it (systemd.exec(5), since version 251).
_RESULT = "MONITOR_SERVICE_RESULT"
_BY_ITSELF = ("", "exit-code")


def service_stopped(
    unit: str, environ: Mapping[str, str], *, now: datetime, places: Places | None = None
) -> bool:
    """Mail the operator that a service stopped; whether there was anything to tell, and somebody to tell it to.

    A run that ends with a fault has told that itself. One that was ended, because it took too long or too much memory,
    could not.

    Args:
        unit: as systemd names it, "socdom-dashboard@lindeveen.service".
        environ: what systemd says of it.
        now: aware time.

    Raises:
        ParameterError: it is no service of ours, or there is no password for the mail server.
        MailError: the mail could not be sent.
    """
    found = _UNIT.fullmatch(unit)
    part = _PARTS.get(found["part"]) if found else None
    if found is None or part is None:
        known = " of ".join(f"{name}@<gemeente>.service" for name in _PARTS)
        raise ParameterError(Fault("dienst", f"dit is geen dienst van socdom: {known}"))
    if part == "run-due" and environ.get(_RESULT, "") in _BY_ITSELF:
        return False
    return tell_stopped(places or Places.from_environment(), found["gemeente"], part, now=now)
