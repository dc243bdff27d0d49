"""The pieces in which a copy is put back: each stands there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from socdom.editions.frozen import STORE, remove_tree
from socdom.editions.intact import checksum
from socdom.pipeline.copies.contents import OPEN_DATA, PARAMETERS, RENDERED, ZONES
from socdom.pipeline.copies.manifest import CopyManifest
from socdom.pipeline.lock import LOCK_FILE
from socdom.pipeline.owners import give_to

_UNTIL_RIGHTS = 0o700


@dataclass(frozen=True)
class Unit:
    """A folder or file of a copy that is put in its place by one step of the file system.

    Attributes:
        name: in the copy ("rendered/.edities/2020Q4-0a1b").
        place: where it goes.
        staged: where it stands until then.
    """

    name: str
    place: Path
    staged: Path

    @property
    def zone(self) -> str:
        return self.name.partition("/")[0]


def units(manifest: CopyManifest, places: dict[str, Path], staging: dict[str, Path]) -> list[Unit]:
    """The pieces of a copy, in the order in which they are put back.

    Args:
        places: part → where it goes, from `zone_folders`.
        staging: part → folder beside it, on the same disk.
    """
    found = {_unit(name) for name in manifest.files}
    # What lies in another piece goes along with it.
    own = [name for name in found if found.isdisjoint(_above(name))]
    return [Unit(name, _under(places, name), _under(staging, name)) for name in sorted(own, key=_order)]


def under(unit: str, names: Iterable[str]) -> Iterator[str]:
    """Those of the names in a copy that belong to a piece."""
    return (name for name in names if name == unit or name.startswith(f"{unit}/"))


def state(unit: Unit, manifest: CopyManifest) -> str:
    """What stands in the place of a piece: "leeg", "gelijk" or "anders"."""
    if not unit.place.exists() and not unit.place.is_symlink():
        return "leeg"
    here = _files(unit)
    wanted = {name: manifest.files[name].checksum for name in under(unit.name, manifest.files)}
    if not here and unit.place.is_dir():
        return "leeg"
    if set(here) != set(wanted):
        return "anders"
    return "gelijk" if all(checksum(here[name]) == value for name, value in wanted.items()) else "anders"


def put(unit: Unit) -> None:
    """Put a piece in its place, which is empty."""
    unit.place.parent.mkdir(parents=True, exist_ok=True)
    if unit.place.is_dir():
        # What is empty may hold empty folders, as an installation makes them.
        shutil.rmtree(unit.place)
    was = unit.staged.stat().st_mode & 0o777
    if unit.staged.is_dir():
        # A frozen folder cannot be moved by who may not write in it.
        os.chmod(unit.staged, _UNTIL_RIGHTS)
    os.rename(unit.staged, unit.place)
    os.chmod(unit.place, was)


def set_rights(unit: Unit, manifest: CopyManifest) -> None:
    """Owner, rights and time of a piece as they were; folders last, because some cannot be written in."""
    names = sorted(under(unit.name, [*manifest.files, *manifest.folders]), reverse=True)
    for name in names:
        about = manifest.files.get(name) or manifest.folders[name]
        path = unit.staged / PurePosixPath(name).relative_to(unit.name)
        give_to(path, about.user, about.group)
        os.utime(path, (about.changed, about.changed))
        os.chmod(path, about.mode)


def sweep(staging: Iterable[Path]) -> None:
    """Remove what was not put in its place, and the folder around it when nothing else is in it."""
    for folder in staging:
        if folder.exists():
            remove_tree(folder)
        parent = folder.parent
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()


def _unit(name: str) -> str:
    parts = PurePosixPath(name).parts
    if parts[0] == PARAMETERS:
        return parts[0]
    if parts[0] == OPEN_DATA:
        return "/".join(parts[: max(len(parts) - 1, 2)])
    deep = 3 if parts[:2] == (RENDERED, STORE) else 2
    return "/".join(parts[:deep])


def _above(unit: str) -> list[str]:
    return [path.as_posix() for path in PurePosixPath(unit).parents]


def _order(unit: str) -> tuple[int, bool, str]:
    zone = unit.partition("/")[0]
    return ZONES.index(zone), unit.startswith(f"{RENDERED}/{STORE}/"), unit


def _under(folders: dict[str, Path], name: str) -> Path:
    zone, _, rest = name.partition("/")
    return folders[zone] / rest


def _files(unit: Unit) -> dict[str, Path]:
    if not unit.place.is_dir():
        return {unit.name: unit.place}
    found = (path for path in unit.place.rglob("*") if not path.is_dir() and path.name != LOCK_FILE)
    return {f"{unit.name}/{path.relative_to(unit.place).as_posix()}": path for path in found}
