"""The list in a copy: every file with its checksum, every folder, and which links lead where."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator

from socdom.editions.frozen import STORE
from socdom.pipeline.copies.contents import RENDERED, ZONES

MANIFEST = "inhoud.json"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_LINK = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_LONGEST = 255  # bytes of a name, on the file systems of Linux


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Folder(_Part):
    """Rights, names of user and group, and time of a folder; a name is "" where the system knew none.

    Of a folder also that what comes in it gets its group.
    """

    mode: Annotated[int, Field(ge=0, le=0o2777)]
    user: str = ""
    group: str = ""
    changed: int = 0


class File(Folder):
    """A file, with its length in bytes and its SHA-256."""

    mode: Annotated[int, Field(ge=0, le=0o777)]
    size: Annotated[int, Field(ge=0)]
    checksum: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class CopyManifest(_Part):
    """All that a copy holds.

    Attributes:
        form: goes up when an older program would misread it.
        gemeente: folder name of the municipality.
        made: when.
        socdom: version of the program.
        key_id: tells which key the pseudonyms are made with, and nothing of it; "" without one.
        folders, files: by the name in the copy.
        links: name of each edition in place → its folder in the store.
    """

    form: Literal[1] = 1
    gemeente: str
    made: AwareDatetime
    socdom: str
    key_id: str = ""
    folders: dict[str, Folder]
    files: dict[str, File]
    links: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files.values())

    @field_validator("gemeente")
    @classmethod
    def _a_name(cls, value: str) -> str:
        if not _SLUG.fullmatch(value):
            raise ValueError("no name of a folder")
        return value

    @field_validator("folders", "files")
    @classmethod
    def _inside(cls, value: dict[str, Folder]) -> dict[str, Folder]:
        for name in value:
            if not is_inside(name):
                raise ValueError("a name that leads out of the copy")
        return value

    @field_validator("links")
    @classmethod
    def _plain(cls, value: dict[str, str]) -> dict[str, str]:
        if not all(_LINK.fullmatch(part) for pair in value.items() for part in pair):
            raise ValueError("a link that leads out of the store")
        return value

    @model_validator(mode="after")
    def _a_tree(self) -> CopyManifest:
        above = {path.as_posix() for name in self.files for path in PurePosixPath(name).parents}
        if not above.isdisjoint(self.files) or not self.files.keys().isdisjoint((*self.folders, *ZONES)):
            raise ValueError("a file that is a folder as well")
        if not all(f"{RENDERED}/{STORE}/{folder}" in above for folder in self.links.values()):
            raise ValueError("a link to an edition that is not there")
        return self


def is_inside(name: str) -> bool:
    """Whether a name in a copy stays within one of its parts, and is written in one way only."""
    path = PurePosixPath(name)
    return (
        not path.is_absolute()
        and path.as_posix() == name
        and path.parts[:1] != ()
        and path.parts[0] in ZONES
        and ".." not in path.parts
        and "\0" not in name
        and all(len(os.fsencode(part)) <= _LONGEST for part in path.parts)
    )
