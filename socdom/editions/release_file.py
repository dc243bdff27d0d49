"""The file of the register of releases: read whole or refused, and replaced in one step of the file system.

`rendered/<gemeente>/.uitgaven/register` is a line with the checksum of the rest, a line of JSON with the releases, and
the states as Parquet. A run that breaks off leaves the old one. A register that is damaged or gone is told, never begun
anew: without it nothing would hold a revision of one person back.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
from pydantic import ValidationError

from socdom.editions.model import FIGURE_KEY, NUMBERS
from socdom.editions.record import Record
from socdom.errors import EditionError, Fault

STATE = (*NUMBERS, "status")
REGISTER_FOLDER = ".uitgaven"
_FILE, _BUSY_PREFIX = "register", "bezig-"


class ReleaseRecord(Record):
    """One release.

    Attributes:
        name: of the edition ("2020Q4", "2020Q4-v1.0" when it is definitive, "2020Q4-concept" of its correction,
            "actueel").
        kind: "kwartaal" or "actueel".
        figures_as_of: what was received after this day did not count.
        checksum: SHA-256 of its figures.
        round_to: to what its counts were rounded; None when that is not told.
        withdrawn: why it was taken back; "" when it was not.
        survived: method of the attack that it survived on its day ("aanval/1"); "" when that is not told.
    """

    name: str
    kind: Literal["kwartaal", "actueel"]
    figures_as_of: date
    checksum: str
    round_to: int | None = None
    withdrawn: str = ""
    survived: str = ""


class _Header(Record):
    """Second line of the file; `form` goes up when a reader of the old form would misread the new one."""

    form: Literal[1] = 1
    releases: tuple[ReleaseRecord, ...]


@dataclass(frozen=True)
class Register:
    """All releases, oldest first, and every state: FIGURE_KEY, STATE, and the `release` (from 1) it first stood in."""

    releases: tuple[ReleaseRecord, ...]
    states: pd.DataFrame


def read_register(home: Path) -> Register:
    """The register of a municipality; empty before the first release.

    Raises:
        EditionError: it is damaged, gone, or of another version of the package.
    """
    folder = home / REGISTER_FOLDER
    if not (folder / _FILE).exists() and not _was_written(folder):
        return Register((), _no_states())
    try:
        checksum, _, rest = (folder / _FILE).read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise unusable(home, "het register van eerdere uitgaven is weg") from None
    if checksum != hashlib.sha256(rest).hexdigest().encode():
        raise unusable(home, "het register van eerdere uitgaven is beschadigd")
    header, _, content = rest.partition(b"\n")
    try:
        releases = _Header.model_validate_json(header).releases
    except ValidationError:
        raise EditionError(
            Fault(
                f"{home.name}/{REGISTER_FOLDER}/{_FILE}",
                "het register van eerdere uitgaven is met een andere versie van socdom gemaakt",
                remedy="Gebruik de versie waarmee de laatste uitgave is gemaakt, of een nieuwere.",
            )
        ) from None
    return Register(releases, pd.read_parquet(io.BytesIO(content)))


def _was_written(folder: Path) -> bool:
    """Whether a register must be there: its folder is, and not because the very first run broke off."""
    return folder.is_dir() and not any(folder.glob(f"{_BUSY_PREFIX}*"))


def _no_states() -> pd.DataFrame:
    text, number = pd.Series(dtype="str"), pd.Series(dtype="float64")
    columns = {name: text for name in FIGURE_KEY} | dict.fromkeys(STATE, number) | {"status": text}
    return pd.DataFrame(columns | {"release": pd.Series(dtype=np.int64)})


def write_register(home: Path, register: Register) -> None:
    """Put a register in the place of the one there is."""
    folder = home / REGISTER_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    header = _Header(releases=register.releases).model_dump_json().encode()
    rest = header + b"\n" + register.states.to_parquet(index=False)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=_BUSY_PREFIX, delete=False) as file:
        file.write(hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(file.name, 0o644)
    os.replace(file.name, folder / _FILE)
    for leftover in folder.glob(f"{_BUSY_PREFIX}*"):
        leftover.unlink()


def unusable(home: Path, what: str) -> EditionError:
    """What to raise when the register cannot be used; `what` is a Dutch sentence part."""
    return EditionError(
        Fault(
            f"{home.name}/{REGISTER_FOLDER}/{_FILE}",
            what,
            remedy=(
                f"Zet de map {REGISTER_FOLDER} terug uit een reservekopie. Zonder dit register kan te zien zijn dat er "
                "één persoon bij kwam of afging. Was er nog nooit een uitgave openbaar? "
                f"Verwijder dan {REGISTER_FOLDER} en de edities."
            ),
        )
    )
