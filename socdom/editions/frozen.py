"""Definitive editions: each version has a link and a folder of its own, and neither is ever written again.

`rendered/<gemeente>/2020Q4-v1.0` is the permanent link of version 1.0, and `2020Q4` leads to the newest definitive
version. A correction that is not definitive yet stands beside them as `2020Q4-concept`. A run makes the permanent link
first and leads `2020Q4` to it afterwards; `settle` does that again at the start of every run, so one that broke off in
between is finished.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STORE = ".edities"
BUSY_PREFIX = "bezig-"
_VERSION_LINK = re.compile(r"(\d{4}Q[1-4])-v(\d+\.\d+)")
_READ_FILE, _READ_FOLDER = 0o444, 0o555
_OWN_FOLDER = 0o700


@dataclass(frozen=True)
class Frozen:
    """A definitive edition.

    Attributes:
        period: its quarter ("2020Q4").
        version: "1.0".
        place: its permanent link.
    """

    period: str
    version: str
    place: Path


def version_key(version: str) -> tuple[int, ...]:
    """To put versions in order: 1.10 comes after 1.9."""
    return tuple(int(part) for part in version.split("."))


def version_name(period: str, version: str) -> str:
    """Name of the permanent link of a definitive edition."""
    return f"{period}-v{version}"


def is_folder_of(name: str, folder: str) -> bool:
    """Whether a folder of the store is one of edition `name`: its checksum follows, and a number for a second copy."""
    return re.fullmatch(rf"{re.escape(name)}-[0-9a-f]{{12}}(-\d+)?", folder) is not None


def draft_name(period: str) -> str:
    """Name of the link of a correction that is not definitive yet."""
    return f"{period}-concept"


def frozen_editions(home: Path, period: str | None = None) -> list[Frozen]:
    """The definitive editions of a quarter, or of all quarters, oldest quarter and lowest version first.

    Args:
        home: `rendered/<gemeente>`.
    """
    matches = ((path, _VERSION_LINK.fullmatch(path.name)) for path in home.glob("*-v*"))
    found = [Frozen(match[1], match[2], path) for path, match in matches if match and path.is_dir()]
    chosen = (item for item in found if period in (None, item.period))
    return sorted(chosen, key=lambda item: (item.period, version_key(item.version)))


def newest_frozen(home: Path, period: str) -> Frozen | None:
    """The definitive edition of a quarter with the highest version; None without one."""
    found = frozen_editions(home, period)
    return found[-1] if found else None


def frozen_before(home: Path, period: str, version: str) -> Frozen | None:
    """The definitive edition of a quarter with the highest version below this one; None without one."""
    lower = [
        item for item in frozen_editions(home, period) if version_key(item.version) < version_key(version)
    ]
    return lower[-1] if lower else None


def settle(home: Path) -> None:
    """Lead every quarter to its newest definitive edition, and drop the correction that has become it.

    Finishes what a run that broke off left; does nothing where all is in order.
    """
    for item in {found.period: found for found in frozen_editions(home)}.values():
        link, draft = home / item.period, home / draft_name(item.period)
        if link.resolve() != item.place.resolve():
            put_link(home, item.period, item.place.resolve())
        if draft.is_symlink() and _version_of(draft) == item.version:
            draft.unlink()


def put_link(home: Path, name: str, folder: Path) -> None:
    """Let a link lead to a folder of the store, in one step of the file system."""
    link = home / STORE / f"{BUSY_PREFIX}link-{name}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(STORE) / folder.name)
    os.replace(link, home / name)


def freeze(folder: Path) -> None:
    """Take away the right to write in a folder and everything in it, the folder itself last."""
    for parent, _, files in os.walk(folder, topdown=False):
        for name in files:
            os.chmod(Path(parent) / name, _READ_FILE)
        os.chmod(parent, _READ_FOLDER)


def remove_tree(folder: Path) -> None:
    """Remove a folder of an edition, also one that was frozen; what a link leads to stays.

    While that takes, nobody else can look in it: a workplace holds rows of persons as well.
    """
    if folder.is_symlink():
        folder.unlink()
        return
    for parent, _, _ in os.walk(folder):
        os.chmod(parent, _OWN_FOLDER)
    shutil.rmtree(folder, ignore_errors=True)


def take_away(home: Path, name: str) -> None:
    """Take an edition out of its place by the name it was released under; for one that is withdrawn.

    A definitive one goes from the disk too, and its quarter leads to the version before again. The link of the quarter
    goes first: a run that breaks off in between puts it back, and nothing was withdrawn.
    """
    match, link = _VERSION_LINK.fullmatch(name), home / name
    if match is None:
        if newest_frozen(home, name) is None:
            link.unlink(missing_ok=True)
        return
    folder, quarter = link.resolve(), home / match[1]
    if link.is_symlink() and quarter.resolve() == folder:
        quarter.unlink(missing_ok=True)
    link.unlink(missing_ok=True)
    settle(home)
    if folder.parent == (home / STORE).resolve():
        remove_tree(folder)


def is_definitive(told: Mapping[str, Any]) -> bool:
    """Whether an edition is definitive, by what its `edition.json` tells."""
    return told.get("state") == "definitief"


def _version_of(place: Path) -> str:
    """Version of an edition as it tells itself; "" when that cannot be read."""
    try:
        told = json.loads((place / "edition.json").read_text(encoding="utf-8"))
        return str(told["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
