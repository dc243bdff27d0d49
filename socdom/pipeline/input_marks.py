"""Names and checksums of what goes into an edition, as they are published in its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from socdom.editions.intact import checksum
from socdom.parameters.correcties import FILE_NAME as CORRECTIONS
from socdom.person_numbers import COVER, covered
from socdom.sources.pseudonyms import sealed

DELIVERIES = "leveringen"
# Parameters of which a part is not published: how a source is reached, which rows a correction is about, and in any
# yml a comment. Of texts too: what is not approved, is a comment or is left out under "zonder duiding", is not
# published; nor what a program noted in a logo, such as who made it.
_CLOSED = (".yml", f"/{CORRECTIONS}", ".md", ".svg", ".png")


def plain_marks(parts: Iterable[tuple[str, Path, list[Path]]]) -> dict[str, str]:
    """Checksum of every file, by a name without a path of this machine and without a number of a person.

    Args:
        parts: kind of input, folder, and files in it.
    """
    found: dict[str, str] = {}
    for prefix, base, files in parts:
        for number, path in enumerate(files, start=1):
            # The number of the file keeps two names apart of which a number of a person is covered.
            name = covered(path.relative_to(base).as_posix()).replace(COVER, f"{COVER}{number}")
            found[f"{prefix}/{name}"] = checksum(path)
    return found


def sealed_marks(plain: Mapping[str, str], deliveries: Mapping[str, str], key: bytes) -> dict[str, str]:
    """The same with those of the deliveries, in which everything that is not public is sealed.

    Who knows the rest of a small file could try what stands in it, if its own checksum were published.

    Args:
        deliveries: name of each source → checksum of its content.
        key: of the pseudonyms.
    """
    found = {**plain, **{f"{DELIVERIES}/{name}": mark for name, mark in deliveries.items()}}
    return {name: sealed(mark, key) if is_sealed(name) else mark for name, mark in found.items()}


def is_sealed(name: str) -> bool:
    """Whether the checksum of an input is sealed, where there is a key."""
    return name.startswith(f"{DELIVERIES}/") or name.endswith(_CLOSED)
