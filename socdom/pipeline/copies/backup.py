"""backup: one file with what cannot be made again, and a look whether such a file is whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from socdom import __version__, dutch
from socdom.access.copied import copy_store
from socdom.editions.frozen import BUSY_PREFIX
from socdom.editions.intact import checksum
from socdom.errors import Fault, NotEqualError, ParameterError, StorageError
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.copies.archive import read_archive, write_archive
from socdom.pipeline.copies.contents import OPERATIONS, edition_links, kept_paths
from socdom.pipeline.copies.key import key_notes
from socdom.pipeline.copies.manifest import CopyManifest, File, Folder
from socdom.pipeline.copies.old import copy_name, key_name, thin_copies
from socdom.pipeline.copies.whole import whole_faults
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.owners import names_of
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.renewal import finish_renewal
from socdom.pipeline.storage import writing
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import flush_folder, key_id
from socdom.whole_files import put_file

_SQLITE = b"SQLite format 3\0"
# Beside the files themselves: the list, and the heads of the members.
_MARGIN = 2**20


@dataclass(frozen=True)
class CopyMade:
    """A copy that was made, or looked at.

    Attributes:
        path: the file.
        manifest: what it holds.
        key: copy of the key of the pseudonyms; None when it was not asked.
        removed: older copies that went; none when there are faults.
        faults: what was wrong already with what was copied.
        notes: Dutch sentences.
    """

    path: Path
    manifest: CopyManifest
    key: Path | None = None
    removed: tuple[Path, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> str:
        """How large the file is, in Dutch."""
        return f"{dutch.number(self.path.stat().st_size / 1e6, 1)} MB"

    def require_whole(self) -> None:
        """
        Raises:
            NotEqualError: something was wrong already with what was copied.
        """
        if self.faults:
            raise NotEqualError(self.faults)


def backup(
    gemeente: str,
    folder: Path | None,
    *,
    keep: int | None = None,
    key_folder: Path | None = None,
    now: datetime | None = None,
    places: Places | None = None,
    progress: Progress = silent,
) -> CopyMade:
    """Make a copy of a municipality, read it back, and only then give it its name.

    Args:
        folder: where it goes, which must be named; of the person-level zone, for pseudonymised rows are in it.
        keep: how many copies stay there; None for all.
        key_folder: where a copy of the key goes; None for none.
        now: with its time zone.

    Raises:
        ParameterError: the place is one that others can see, or there is no such municipality.
        StorageError: there is no room, or no right to read or write.
        EditionError: another run is busy.
        NotEqualError: what was written is not what was read.
    """
    places, made = places or Places.from_environment(), now or datetime.now(UTC)
    folder = _asked(gemeente, folder)
    load_gemeente(places.parameters / gemeente)
    _require_places(places, gemeente, folder, key_folder)
    finish_renewal(places)
    home = places.rendered / gemeente
    with writing(folder), exclusive(home):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        while (target := folder / copy_name(gemeente, made)).exists():
            made += timedelta(seconds=1)
        prefix = f".{BUSY_PREFIX}{gemeente}-"
        for left in folder.glob(f"{prefix}*"):
            shutil.rmtree(left)
        busy = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
        try:
            manifest = _written(busy, places, gemeente, made, progress)
            progress("Reservekopie nakijken")
            read_archive(busy / "kopie")
            os.rename(busy / "kopie", target)
            flush_folder(folder)
        finally:
            shutil.rmtree(busy, ignore_errors=True)
        key = _key_copied(places, key_folder, made) if key_folder else None
        faults = whole_faults(home, manifest.links.values(), vintages_home(places, gemeente))
        removed = thin_copies(folder, gemeente, keep) if keep and not faults else []
    return CopyMade(target, manifest, key, tuple(removed), tuple(faults))


def check_copy(path: Path, *, places: Places | None = None, progress: Progress = silent) -> CopyMade:
    """Read a whole copy and hold every file against its list; `notes` says whether the key of now belongs to it.

    Raises:
        NotEqualError: it is damaged, or no copy.
        StorageError: it cannot be read.
    """
    progress("Reservekopie nakijken")
    with writing(path.parent):
        manifest = read_archive(path)
    return CopyMade(path, manifest, notes=key_notes(places or Places.from_environment(), manifest))


def _written(busy: Path, places: Places, slug: str, made: datetime, progress: Progress) -> CopyManifest:
    progress("Kijken wat er is")
    sources = dict(kept_paths(places, slug))
    files = {name: path for name, path in sources.items() if path.is_file()}
    _require_room(busy, sum(path.stat().st_size for path in files.values()))
    # The dashboard writes on while this runs, so of what it keeps first a copy is made that stands still.
    for number, name in enumerate(sorted(name for name in files if name.startswith(f"{OPERATIONS}/"))):
        still = busy / str(number)
        if _still(files[name], still):
            files[name] = still
        else:
            del files[name], sources[name]
    progress("Controlegetallen maken")
    manifest = CopyManifest(
        gemeente=slug,
        made=made,
        socdom=__version__,
        key_id=key_id(load_key(places.key, root=places.root)) if places.key.exists() else "",
        folders={name: Folder(**_about(path)) for name, path in sources.items() if path.is_dir()},
        files={
            name: File(**_about(sources[name]), size=path.stat().st_size, checksum=checksum(path))
            for name, path in files.items()
        },
        links=edition_links(places.rendered / slug),
    )
    progress("Reservekopie schrijven")
    write_archive(busy / "kopie", manifest, files)
    return manifest


def _about(path: Path) -> dict[str, str | int]:
    told = path.stat()
    user, group = names_of(told)
    rights = 0o2777 if stat.S_ISDIR(told.st_mode) else 0o777
    return {"mode": told.st_mode & rights, "user": user, "group": group, "changed": int(told.st_mtime)}


def _still(source: Path, target: Path) -> bool:
    """Copy a file that may be written to meanwhile, a database by its own way; False when it is gone by now."""
    try:
        with source.open("rb") as opened:
            is_database = opened.read(len(_SQLITE)) == _SQLITE
        if not is_database:
            shutil.copyfile(source, target)
            return True
    except FileNotFoundError:
        return False
    try:
        copy_store(source, target)
    except sqlite3.Error:
        rule = "dit bestand is beschadigd, of socdom mag het niet lezen"
        raise StorageError(
            Fault(str(source), rule, remedy="Maak de kopie als beheerder van de server.")
        ) from None
    return True


def _asked(gemeente: str, folder: Path | None) -> Path:
    """The folder, when both that and the municipality were named."""
    missing = [name for name, value in (("--gemeente", gemeente), ("--naar", folder)) if not value]
    if folder is None or missing:
        raise ParameterError(
            [Fault(name, "dit hoort erbij als u een reservekopie maakt") for name in missing]
        )
    return folder


def _require_places(places: Places, slug: str, folder: Path, key_folder: Path | None) -> None:
    """That a copy does not come where it is served, shared, or beside its key."""
    faults = []
    closed = (places.rendered, places.parameters, places.notebooks, places.kept(slug))
    for option, asked in (("--naar", folder), ("--sleutel-naar", key_folder)):
        if asked is not None and any(asked.resolve().is_relative_to(place.resolve()) for place in closed):
            rule = "een map waar geen pagina's, parameters, notebooks of accounts staan"
            faults.append(Fault(option, rule, remedy="Kies een map die alleen voor u is."))
    if key_folder is not None and _same(folder, key_folder):
        remedy = "Wie allebei heeft, kan nagaan over wie de gegevens gaan."
        faults.append(Fault("--sleutel-naar", "een andere map dan die van de reservekopie", remedy=remedy))
    if key_folder is not None and not places.key.exists():
        faults.append(Fault("--sleutel-naar", "er is nog geen sleutel"))
    if faults:
        raise ParameterError(faults)


def _same(one: Path, other: Path) -> bool:
    first, second = one.resolve(), other.resolve()
    return first.is_relative_to(second) or second.is_relative_to(first)


def _require_room(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size + _MARGIN:
        rule = f"hier is te weinig ruimte: nodig is {dutch.number((size + _MARGIN) / 1e6, 1)} MB"
        raise StorageError(Fault(str(folder.parent), rule, remedy="Maak ruimte vrij of kies een andere map."))


def _key_copied(places: Places, folder: Path, made: datetime) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / key_name(made)
    put_file(target, load_key(places.key, root=places.root), mode=0o600)
    return target
