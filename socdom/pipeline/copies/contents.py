"""What a copy of a municipality holds, and where that stands on disk.

In it is what cannot be made again: parameters, kept deliveries, the memory of the attack, what was fetched of CBS, the
register of releases, the editions that stand in place, and what the running system keeps. Not in it: the key of the
pseudonyms, which would lie beside what it opens; the deliveries themselves, because a BSN stands in them and who gave
them can give them again; drawings and editions of before, which come by themselves.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from socdom.editions.frozen import STORE
from socdom.editions.release_file import REGISTER_FOLDER
from socdom.parameters import Places
from socdom.pipeline.keeping import MEMORY, VINTAGES

RENDERED, DATA, OPEN_DATA, OPERATIONS, PARAMETERS = "rendered", "data", "open_data", "beheer", "parameters"
# In the order in which they are put back: with the register there nothing is published that was not held against it,
# and without parameters nothing runs.
ZONES = (RENDERED, DATA, OPEN_DATA, OPERATIONS, PARAMETERS)
_BESIDE_DATABASE = ("-wal", "-shm", "-journal")


def zone_folders(places: Places, slug: str) -> dict[str, Path]:
    """Where each part of a copy stands on disk."""
    return {
        RENDERED: places.rendered / slug,
        DATA: places.data / slug,
        OPEN_DATA: places.snapshots,
        OPERATIONS: places.kept(slug),
        PARAMETERS: places.parameters / slug,
    }


def kept_paths(places: Places, slug: str) -> Iterator[tuple[str, Path]]:
    """Name in the copy → folder or file on disk, of everything that belongs in it; in order of name.

    What begins with a dot is of a run, not of the municipality; but for the two folders of `rendered`.

    Raises:
        OSError: a folder cannot be read: it would be missing without a word.
    """
    found: dict[str, Path] = {}
    for zone, base in zone_folders(places, slug).items():
        for top in _tops(zone, base):
            for path in _walk(top, _skipped(zone)):
                found[(PurePosixPath(zone) / path.relative_to(base).as_posix()).as_posix()] = path
        if base.is_dir():
            found[zone] = base
    yield from sorted(found.items())


def edition_links(home: Path) -> dict[str, str]:
    """Name of each edition in place → its folder in the store.

    Args:
        home: `rendered/<gemeente>`.
    """
    found = (path for path in sorted(home.glob("[!.]*")) if path.is_symlink() and path.is_dir())
    # What was emptied is no edition that can be copied.
    links = (path for path in found if any(path.iterdir()))
    return {
        path.name: path.resolve().name for path in links if path.resolve().parent == (home / STORE).resolve()
    }


def _tops(zone: str, base: Path) -> list[Path]:
    """The folders and files of a part that are taken whole."""
    if zone == RENDERED:
        folders = sorted({base / STORE / name for name in edition_links(base).values()})
        wanted = [base / REGISTER_FOLDER, *([base / STORE] if folders else []), *folders]
    elif zone == DATA:
        wanted = [base / VINTAGES, base / MEMORY]
    else:
        wanted = [base]
    return [path for path in wanted if path.exists()]


def _skipped(zone: str) -> Callable[[os.DirEntry[str]], bool]:
    if zone == OPERATIONS:
        # The dashboard writes here and root copies: a link to the key would bring the key into the copy.
        return lambda entry: (
            entry.name.startswith(".") or entry.name.endswith(_BESIDE_DATABASE) or entry.is_symlink()
        )
    return lambda entry: entry.name.startswith((".", "bezig-"))


def _walk(top: Path, skipped: Callable[[os.DirEntry[str]], bool]) -> Iterator[Path]:
    """A folder or file, and all that is under it; the store itself is not gone into: its editions are named."""
    yield top
    if not top.is_dir() or top.name == STORE:
        return
    for entry in sorted(os.scandir(top), key=lambda entry: entry.name):
        if skipped(entry):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), skipped)
        elif stat.S_ISREG(entry.stat().st_mode):
            yield Path(entry.path)
