"""What a run would do now, for a terminal; nothing is done."""

from __future__ import annotations

from datetime import datetime

from socdom.parameters import Places
from socdom.pipeline.unattended.looking import look_ahead
from socdom.pipeline.unattended.result import decision_line
from socdom.pipeline.unattended.run import utc_now


def look(gemeente: str, *, places: Places | None = None, now: datetime | None = None) -> str:
    """A line in Dutch for each task.

    Raises:
        ParameterError: gemeente.yml or beheer.yml is not valid.
    """
    places = places or Places.from_environment()
    return "\n".join(decision_line(found) for found in look_ahead(places, gemeente, now or utc_now()))
