"""The checksum list of an edition, in the form that `sha256sum -c SHA256SUMS` reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from socdom.editions.intact import checksum

SUMS = "SHA256SUMS"
_LINE = re.compile(r"^([0-9a-f]{64}) [ *](.+)$")


@dataclass(frozen=True)
class SumFaults:
    """Names of files that are not as the list says.

    Attributes:
        missing: on the list and not there.
        changed: there with another content.
        extra: there and not on the list.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.extra)


def write_sums(folder: Path) -> None:
    """Write the checksum of every file in the folder of an edition, but of the list itself."""
    lines = [f"{checksum(folder / name)}  {name}\n" for name in file_names(folder)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def sum_faults(folder: Path) -> SumFaults | None:
    """What is not as the list says; None when there is no list, or one that cannot be read."""
    listed = _listed(folder / SUMS)
    if listed is None:
        return None
    present = set(file_names(folder))
    return SumFaults(
        missing=tuple(sorted(set(listed) - present)),
        changed=tuple(
            name for name in sorted(present & set(listed)) if checksum(folder / name) != listed[name]
        ),
        extra=tuple(sorted(present - set(listed))),
    )


def file_names(folder: Path) -> list[str]:
    """Every file of an edition but the list, by its path in the folder, in order; a link to a file is a file."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(name for path in found if (name := path.relative_to(folder).as_posix()) != SUMS)


def _listed(path: Path) -> dict[str, str] | None:
    """Name → checksum."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    matches = [_LINE.match(line) for line in lines]
    if not matches or None in matches:
        return None
    return {match[2]: match[1] for match in matches if match is not None}
