"""An edition in its place beside what would go into it now."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from socdom.editions.intact import is_intact
from socdom.pipeline.differences import MADE
from socdom.pipeline.input_marks import DELIVERIES
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.rollback import held_back
from socdom.schedule.due import Seen
from socdom.schedule.events import Reason
from socdom.sources.vintages import vintages

# What is told first of what changed, by how the name of an input begins.
_REASONS = (
    (f"{DELIVERIES}/", Reason.DELIVERY),
    ("open_data/", Reason.PUBLISHED_FIGURES),
    ("parameters/", Reason.PARAMETERS),
    (MADE, Reason.REPORT),
)
_CHECKED = "/checked.json"


def seen_current(inputs: Inputs, now: datetime, today: date, rest: int) -> Seen:
    """The edition of the dashboard.

    Its figures are as of the day of the run where no quarter file says otherwise; that only the day is another one is
    no reason to make it again.

    Args:
        today: the day it is in the municipality.
        rest: minutes that files must have been left alone.
    """
    place = inputs.home / inputs.name
    manifest, told = _json(place / "manifest.json"), _json(place / "edition.json")
    day = date.fromisoformat(told["figures_as_of"]) if manifest and told else inputs.kwartaal.cijfers_per
    changed = _changed(manifest, inputs, inputs.fingerprint_as_of(day))
    rolled = bool(told) and told["period"] != str(inputs.quarter)
    if rolled and changed not in (None, Reason.DELIVERY):
        changed = Reason.QUARTER
    return Seen(
        name=inputs.name,
        mark=inputs.fingerprint_as_of(inputs.quarter.end),
        changed=changed,
        exists=bool(manifest),
        intact=is_intact(place),
        new_quarter=rolled and inputs.gemeente.bronnen.leveringen,
        resting=_resting(inputs, now, rest),
        put_back=changed is not None and held_back(inputs),
        overdue=_overdue(inputs, told.get("renewed_within", 0), today),
        stands=manifest.get("fingerprint", ""),
    )


def seen_quarter(inputs: Inputs, now: datetime, rest: int) -> Seen:
    """The concept of a quarter.

    Args:
        rest: minutes that files must have been left alone.
    """
    place = inputs.home / inputs.name
    manifest = _json(place / "manifest.json")
    return Seen(
        name=inputs.name,
        mark=inputs.fingerprint,
        changed=_changed(manifest, inputs, inputs.fingerprint),
        exists=bool(manifest),
        intact=is_intact(place),
        resting=_resting(inputs, now, rest),
        as_of=inputs.kwartaal.cijfers_per,
        stands=manifest.get("fingerprint", ""),
    )


def _changed(manifest: dict[str, Any], inputs: Inputs, fingerprint: str) -> Reason | None:
    """The weightiest of what is another one; None when a run would give the same edition."""
    if not manifest:
        return Reason.FIRST
    if manifest["fingerprint"] == fingerprint:
        return None
    before, now = manifest["inputs"], inputs.checksums
    names = [name for name in {*before, *now} if before.get(name) != now.get(name)]
    told = [name for name in names if not name.endswith(_CHECKED)]
    for start, reason in _REASONS:
        if any(name.startswith(start) for name in told):
            return reason
    return Reason.CHECKED if names else Reason.PROGRAM


def _overdue(inputs: Inputs, within: int, today: date) -> date | None:
    """The day of the last delivery, when there should have been another since; None for any other case.

    Args:
        within: days after which there should be new figures; 0 when nobody said so.
    """
    if not within or not inputs.gemeente.bronnen.leveringen:
        return None
    kept = vintages(vintages_home(inputs.places, inputs.slug))
    last = max((one.received for one in kept), default=today)
    return last if (today - last).days > within else None


def _resting(inputs: Inputs, now: datetime, minutes: int) -> datetime | None:
    """From when the delivered files have been left alone long enough; None when they have, or there are none."""
    folder = inputs.places.deliveries(inputs.slug)
    if not minutes or not inputs.gemeente.bronnen.leveringen or not folder.is_dir():
        return None
    # When it was last put there counts too: a copy may keep the time of the file it was made of.
    stats = [found for path in folder.rglob("*") if (found := _stat(path))]
    moments = [moment for found in stats for moment in (found.st_mtime, found.st_ctime)]
    # A time that has yet to come says that a clock was wrong, and nothing of when the file came in.
    past = [moment for moment in moments if moment <= now.timestamp()]
    ready = datetime.fromtimestamp(max(past, default=0), UTC) + timedelta(minutes=minutes)
    return ready if ready > now else None


def _stat(path: Path) -> os.stat_result | None:
    """Of a file that is being put there the name may go at any moment; None then."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _json(path: Path) -> dict[str, Any]:
    """What a file of an edition says; empty when it is not there or cannot be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
