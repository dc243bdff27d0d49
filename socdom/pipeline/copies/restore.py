"""restore: a copy back in an empty place, piece by piece, and nothing over what is there.

Everything is unpacked beside its place and held against the checksums there. Then the pieces are put in place, the
register first and the parameters last. Until all is done a mark holds every run back, and the same command, given
again, finishes what was broken off.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from socdom import dutch
from socdom.editions.frozen import STORE, put_link
from socdom.errors import EditionError, Fault, NotEqualError, ParameterError, StorageError
from socdom.parameters import Places
from socdom.pipeline.copies.archive import read_archive, read_manifest
from socdom.pipeline.copies.contents import DATA, RENDERED, edition_links, zone_folders
from socdom.pipeline.copies.key import key_notes
from socdom.pipeline.copies.manifest import CopyManifest, File
from socdom.pipeline.copies.units import Unit, put, set_rights, state, sweep, under, units
from socdom.pipeline.copies.whole import whole_faults
from socdom.pipeline.keeping import VINTAGES
from socdom.pipeline.lock import LOCK_FILE, PUTTING_BACK, exclusive
from socdom.pipeline.owners import give_as, give_to
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.storage import standing_part, writing
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import flush_folder, key_id, write_private

_MARGIN = 2**20


@dataclass(frozen=True)
class Restored:
    """What was put back.

    Attributes:
        manifest: of the copy.
        placed: names of the pieces that were put in their place; others stood there already.
        notes: Dutch sentences about what is still to be done.
        faults: what was wrong already when the copy was made.
    """

    manifest: CopyManifest
    placed: tuple[str, ...]
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]

    def require_whole(self) -> None:
        """
        Raises:
            NotEqualError: something was wrong already when the copy was made.
        """
        if self.faults:
            raise NotEqualError(self.faults)


def restore(
    archive: Path, *, key: Path | None = None, places: Places | None = None, progress: Progress = silent
) -> Restored:
    """Put a copy back in an empty workplace, or beside other municipalities.

    Args:
        key: copy of the key of the pseudonyms, to put in its place as well; None leaves the key alone.

    Raises:
        NotEqualError: the copy is damaged; nothing was put in place.
        EditionError: something else stands in a place already, or a run is busy; nothing was put in place.
        StorageError: there is no room or right to write.
        ParameterError: the key is not the one of the copy, or there is another one.
    """
    places = places or Places.from_environment()
    with writing(archive.parent):
        manifest = read_manifest(archive)
    slug = manifest.gemeente
    folders = zone_folders(places, slug)
    staging = {zone: folder.parent / PUTTING_BACK / f"{slug}.{zone}" for zone, folder in folders.items()}
    home = folders[RENDERED]
    with writing(home), _home_again(home), exclusive(home, putting_back=True):
        progress("Kijken wat er al staat")
        pieces = units(manifest, folders, staging)
        states = {unit.name: state(unit, manifest) for unit in pieces}
        _require_free(pieces, states, manifest, home)
        new_key = _key_to_place(places, key, manifest)
        _require_room(manifest, folders)
        wanted = [unit for unit in pieces if states[unit.name] == "leeg"]
        mark = home.parent / PUTTING_BACK / slug
        try:
            sweep(staging.values())
            progress("Reservekopie uitpakken en nakijken")
            _unpack(archive, staging)
            for name, edition in manifest.links.items():
                put_link(staging[RENDERED], name, Path(edition))
            faults = whole_faults(staging[RENDERED], manifest.links.values(), staging[DATA] / VINTAGES)
            progress("Alles op zijn plaats zetten")
            _mark(mark)
            _place(wanted, manifest, folders)
            if new_key is not None:
                _place_key(places, new_key, folders[DATA])
            mark.unlink()
        finally:
            sweep(staging.values())
    names = tuple(unit.name for unit in wanted)
    return Restored(manifest, names, tuple(_notes(places, manifest)), tuple(faults))


@contextmanager
def _home_again(home: Path) -> Iterator[None]:
    """Take the folder away that the lock made, when nothing came of it."""
    was_there = home.exists()
    try:
        yield
    except BaseException:
        if not was_there and [path.name for path in home.iterdir()] == [LOCK_FILE]:
            shutil.rmtree(home)
        raise


def _require_free(pieces: list[Unit], states: dict[str, str], manifest: CopyManifest, home: Path) -> None:
    """That nothing else stands where a piece goes, and no other edition stands in place."""
    remedy = "Zet dit eerst ergens anders neer. Er is niets veranderd."
    faults = [
        Fault(str(unit.place), "hier staat al iets anders dan in de reservekopie", remedy=remedy)
        for unit in pieces
        if states[unit.name] == "anders"
    ]
    for name, folder in edition_links(home).items():
        if manifest.links.get(name) != folder:
            faults.append(Fault(str(home / name), "hier staat al een andere editie", remedy=remedy))
    if faults:
        raise EditionError(faults)


def _key_to_place(places: Places, key: Path | None, manifest: CopyManifest) -> bytes | None:
    """The content of the key to put in its place; None when that is not asked, or it stands there already."""
    if key is None:
        return None
    with writing(key.parent):
        if not key.is_file():
            raise ParameterError(Fault("--sleutel", "dit bestand is er niet"))
        content = load_key(key)
    if key_id(content) != manifest.key_id:
        raise ParameterError(
            Fault("--sleutel", "dit is een andere sleutel dan die bij de reservekopie hoort")
        )
    if places.key.exists():
        if load_key(places.key, root=places.root) != content:
            raise ParameterError(
                Fault(
                    "--sleutel", "er staat al een andere sleutel", remedy="Zet die eerst ergens anders neer."
                )
            )
        return None
    return content


def _require_room(manifest: CopyManifest, folders: dict[str, Path]) -> None:
    """On every disk a part goes to; as if all of it went there."""
    faults = []
    for folder in {standing_part(folder) for folder in folders.values()}:
        needed = manifest.size + _MARGIN
        if shutil.disk_usage(folder).free < needed:
            rule = f"hier is te weinig ruimte: nodig is {dutch.number(needed / 1e6, 1)} MB"
            faults.append(Fault(str(folder), rule, remedy="Maak ruimte vrij."))
    if faults:
        raise StorageError(faults)


def _unpack(archive: Path, staging: dict[str, Path]) -> None:
    for folder in staging.values():
        folder.mkdir(mode=0o700, parents=True)
        os.chmod(folder.parent, 0o700)

    @contextmanager
    def receive(name: str, file: File) -> Iterator[IO[bytes]]:
        zone, _, rest = name.partition("/")
        path = staging[zone] / rest
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            yield opened

    for name in read_archive(archive, receive).folders:
        zone, _, rest = name.partition("/")
        # A folder in which nothing stands has rights as well.
        (staging[zone] / rest).mkdir(mode=0o700, parents=True, exist_ok=True)


def _mark(mark: Path) -> None:
    mark.touch()
    flush_folder(mark.parent)


def _place(wanted: list[Unit], manifest: CopyManifest, folders: dict[str, Path]) -> None:
    """The register and the editions first, then the links to them, then the rest."""
    for unit in wanted:
        if unit.zone == RENDERED:
            _set_and_put(unit, manifest)
    home = folders[RENDERED]
    for name, folder in manifest.links.items():
        put_link(home, name, home / STORE / folder)
    for unit in wanted:
        if unit.zone != RENDERED:
            _set_and_put(unit, manifest)
    _set_parents(manifest, folders)


def _set_and_put(unit: Unit, manifest: CopyManifest) -> None:
    set_rights(unit, manifest)
    put(unit)
    flush_folder(unit.place.parent)


def _set_parents(manifest: CopyManifest, folders: dict[str, Path]) -> None:
    """Owner and rights of the folders around the pieces, as they were; for root, who made them."""
    for zone, base in folders.items():
        around = [zone, *(name for name in under(zone, manifest.folders) if name == f"{RENDERED}/{STORE}")]
        for name in around:
            path, about = base / name.removeprefix(zone).lstrip("/"), manifest.folders.get(name)
            if about is not None and path.is_dir():
                give_to(path, about.user, about.group)
                os.chmod(path, about.mode)
    home, about = folders[RENDERED], manifest.folders.get(RENDERED)
    if about is not None:
        give_to(home / LOCK_FILE, about.user, about.group)


def _place_key(places: Places, content: bytes, data: Path) -> None:
    """Who owns the kept deliveries reads the key as well."""
    places.key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(places.key, content)
    if data.is_dir():
        give_as(places.key, data)
    flush_folder(places.key.parent)


def _notes(places: Places, manifest: CopyManifest) -> Iterator[str]:
    yield from key_notes(places, manifest)
    yield "De leveringen zitten niet in de reservekopie. Zet ze opnieuw klaar."
    if any(under("beheer/toegang", manifest.files)):
        yield "Wie na deze kopie toegang kwijtraakte, kan nu weer inloggen. Loop de lijst met accounts na."
