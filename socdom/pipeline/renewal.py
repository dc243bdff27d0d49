"""Another key of the pseudonyms, for all municipalities of a workplace at once.

The vintages are written under the new key beside the old ones; then the new key takes the place of the old one, which
the file system does at once; then the vintages change places. A run that is broken off is finished by the next: before
the key was replaced everything new is thrown away, after it the vintages that still wait change places. So there is
always the old key with the old vintages, or the new key with the new ones.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from socdom.errors import DeliveryError, EditionError, Fault, ParameterError
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.owners import give_as
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.storage import writing
from socdom.pipeline.supplied import supply_of
from socdom.sources.pseudonyms import load_key, sealed
from socdom.sources.rekey import Numbers, lapsed, numbers_between, rekey
from socdom.sources.supply import identifiers
from socdom.sources.vintages import (
    damaged,
    flush_folder,
    key_id,
    read_vintage,
    seal_all,
    vintages,
    write_sealed,
)

# Above this part of the persons it is not their delivery.
_MOST_LAPSED = 0.5


@dataclass(frozen=True)
class Present:
    """What there is of a municipality now, to know its persons again by.

    Attributes:
        identifiers: kind → distinct texts, from `supply.identifiers`; never written anywhere.
        sources: name of each source → checksum of its content.
    """

    identifiers: Mapping[str, pd.Series]
    sources: Mapping[str, str]


@dataclass(frozen=True)
class Renewed:
    """What became of a municipality.

    Attributes:
        vintages: how many were written anew.
        lapsed: persons of the newest vintage who are not in the present delivery: when they come back, that is
            somebody else.
    """

    vintages: int
    lapsed: int


def renew_key(
    places: Places,
    present: Callable[[Places, str], Present] | None = None,
    progress: Progress = silent,
) -> dict[str, Renewed]:
    """Make a new key and put all vintages under it. The old key stays as `<sleutel>.vorige`.

    Args:
        present: gives the present delivery of a municipality; `present_delivery` unless given.

    Returns:
        Municipality → what became of it, for each that has vintages.

    Raises:
        ParameterError: there is no key yet, or the previous one still stands.
        DeliveryError: a present delivery or a vintage cannot be read; nothing has changed.
        EditionError: another run is busy.
        StorageError: there is no room or right to write; nothing has changed.
    """
    finish_renewal(places)
    with _alone(places), writing(places.data):
        _require_ready(places)
        with ExitStack() as locks:
            for slug in _municipalities(places):
                locks.enter_context(exclusive(places.rendered / slug))
            try:
                done = _prepare(places, present or present_delivery, progress)
                _commit(places)
            except BaseException:
                _back(places)
                raise
            _forward(places)
            _sweep(places)
    return done


def finish_renewal(places: Places) -> None:
    """Finish or undo a renewal that was broken off; call it before a key or a vintage is read.

    Raises:
        EditionError: a renewal is going on.
    """
    if _broken_off(places):
        with _alone(places), writing(places.data):
            _back(places)
            _forward(places)
            _sweep(places)


def discard_previous_key(places: Places) -> bool:
    """Throw the key of before the renewal away; vintages in an older backup can then no longer be used.

    Returns:
        Whether there was one.
    """
    finish_renewal(places)
    previous = _previous(places)
    found = previous.exists()
    previous.unlink(missing_ok=True)
    return found


def present_delivery(places: Places, slug: str) -> Present:
    """Read what a municipality delivers now.

    Raises:
        DeliveryError: something of it cannot be read: whoever is in that part could not be known again.
    """
    supply = supply_of(places, slug, load_gemeente(places.parameters / slug))
    parts = list(supply.parts())
    faults = [fault for part in parts for fault in part.faults]
    if faults:
        raise DeliveryError(faults)
    return Present(identifiers(parts), supply.checksums)


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(exclusive(places.key.parent))
        except EditionError:
            raise EditionError(
                "De sleutel wordt nu vernieuwd. Wacht tot dat klaar is en probeer het opnieuw."
            ) from None
        yield


def _require_ready(places: Places) -> None:
    place = f"sleutel {places.key.name}"
    if not places.key.exists():
        remedy = "De eerste levering maakt er een. Vernieuwen kan daarna."
        raise ParameterError(Fault(place, "er is nog geen sleutel", remedy=remedy))
    if _previous(places).exists():
        remedy = "Verwijder die met socdom renew-key --opruimen, als u geen oude reservekopie meer wilt terugzetten."
        raise ParameterError(Fault(place, "de vorige sleutel staat er nog", remedy=remedy))
    faults = [fault for home in _homes(places) for fault in damaged(home)]
    if faults:
        raise DeliveryError(faults)


def _prepare(
    places: Places, present: Callable[[Places, str], Present], progress: Progress
) -> dict[str, Renewed]:
    """Everything under the new key, beside what there is."""
    old, new = load_key(places.key, root=places.root), load_key(_new(places), root=places.root)
    done = {}
    for home in _homes(places):
        slug = home.parent.name
        progress(f"Bewaarde leveringen van {slug} onder de nieuwe sleutel zetten")
        now = present(places, slug)
        numbers = numbers_between(now.identifiers, old, new)
        before, after = seal_all(now.sources, old), seal_all(now.sources, new)
        seals = {before[name]: after[name] for name in before}
        done[slug] = _write_anew(home, numbers, seals, new)
        if _beside(home).exists():
            give_as(_beside(home), home)
    return done


def _write_anew(home: Path, numbers: Numbers, seals: Mapping[str, str], new_key: bytes) -> Renewed:
    """All vintages of a municipality under the new key.

    Args:
        seals: sealed checksum of a source of now → the same under the new key, so that a delivery that comes again is
            known; that of an older source is sealed once more.
    """
    known = vintages(home)
    gone, persons = 0, 0
    for vintage in known:
        tables = read_vintage(vintage)
        gone, persons = lapsed(tables, numbers)
        sources = {
            name: seals.get(value) or sealed(value, new_key) for name, value in vintage.sources.items()
        }
        write_sealed(
            _beside(home),
            rekey(tables, numbers, new_key),
            vintage.received,
            sources,
            key_id(new_key),
            vintage.about,
            number=vintage.number,
        )
    if gone > persons * _MOST_LAPSED:
        rule = f"van de personen in de laatste bewaarde levering staan er {gone} niet in de levering van nu"
        remedy = "Controleer of de juiste levering er staat. Er is niets veranderd."
        raise DeliveryError(Fault(home.parent.name, rule, remedy=remedy))
    return Renewed(len(known), gone)


def _commit(places: Places) -> None:
    """From here on the new key counts."""
    os.link(places.key, _previous(places))
    # Whoever could read the old key reads the new one, and nobody else: root may have renewed it for the job.
    os.chmod(_new(places), places.key.stat().st_mode & 0o700)
    give_as(_new(places), places.key)
    os.replace(_new(places), places.key)
    flush_folder(places.key.parent)


def _back(places: Places) -> None:
    """Throw away what is new, unless the new key counts already; the new key goes last, for it tells that to do."""
    if not _new(places).exists():
        return
    for home in _all_homes(places):
        if _beside(home).exists():
            shutil.rmtree(_beside(home))
    _previous(places).unlink(missing_ok=True)
    _new(places).unlink()


def _forward(places: Places) -> None:
    """Let the vintages under the new key take the place of the old ones."""
    for home in _all_homes(places):
        away = home.with_name("vintages.vorige")
        if _beside(home).exists():
            if home.exists():
                os.rename(home, away)
            os.rename(_beside(home), home)
            flush_folder(home.parent)
        if away.exists():
            shutil.rmtree(away)


def _sweep(places: Places) -> None:
    """Throw away what `load_key` left half made of a new key."""
    for draft in sorted(places.key.parent.glob(f".{_new(places).name}-*")):
        draft.unlink()


def _broken_off(places: Places) -> bool:
    return _new(places).exists() or any(places.data.glob("*/vintages.*"))


def _municipalities(places: Places) -> list[str]:
    """Those with deliveries or vintages."""
    found = [*places.data.glob("*/leveringen"), *places.data.glob("*/vintages*")]
    return sorted({path.parent.name for path in found})


def _all_homes(places: Places) -> list[Path]:
    return [vintages_home(places, slug) for slug in _municipalities(places)]


def _homes(places: Places) -> list[Path]:
    """Where there are vintages."""
    return [home for home in _all_homes(places) if home.is_dir()]


def _beside(home: Path) -> Path:
    return home.with_name("vintages.nieuw")


def _new(places: Places) -> Path:
    return places.key.with_name(f"{places.key.name}.nieuw")


def _previous(places: Places) -> Path:
    return places.key.with_name(f"{places.key.name}.vorige")
