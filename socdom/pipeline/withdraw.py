"""See which releases were made, and take back the newest one when it went wrong before anybody saw it."""

from __future__ import annotations

from pathlib import Path

from socdom.editions.drawn import forget_drawings
from socdom.editions.frozen import take_away
from socdom.editions.put_back import ACTUEEL, forget_gone, present_mark
from socdom.editions.release_file import ReleaseRecord
from socdom.editions.releases import releases as registered
from socdom.editions.releases import withdraw_last
from socdom.errors import Fault, ParameterError
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.lock import exclusive
from socdom.pipeline.storage import writing


def releases(gemeente: str, *, places: Places | None = None) -> list[ReleaseRecord]:
    """All releases of a municipality, oldest first, with those that were taken back.

    Raises:
        EditionError: the register of releases cannot be read.
        ParameterError: there is no such municipality.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    return registered(places.rendered / gemeente)


def withdraw(gemeente: str, reason: str, *, places: Places | None = None) -> ReleaseRecord:
    """Take back the newest release: out of its place, and out of what later releases are held against.

    The edition goes first. A run that breaks off in between leaves a release registered that is not shown, which
    does no harm.

    Raises:
        EditionError: there is nothing to take back, or the register of releases cannot be read.
        ParameterError: there is no such municipality, or no reason is given.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    if not reason.strip():
        raise ParameterError(
            Fault(
                "--reden",
                "een zin die zegt waarom de uitgave terug moet",
                remedy='Bijvoorbeeld: --reden "Verkeerde levering, niet verstuurd".',
            )
        )
    home = places.rendered / gemeente
    with writing(home), exclusive(home):
        standing = [item for item in registered(home) if not item.withdrawn]
        if standing:
            _take_away(home, standing[-1].name)
            forget_drawings(home)
        return withdraw_last(home, reason.strip())


def _take_away(home: Path, name: str) -> None:
    """Out of its place; where the edition before was put back already, that one stays and the other goes for ever."""
    mark = present_mark(home) if name == ACTUEEL else None
    if mark is None:
        take_away(home, name)
    else:
        forget_gone(home, mark)
