"""The register of releases: what was ever published of each figure, so that a new release can be held against it.

An edition in its place says only what is shown now. A reader may have kept what stood there before, and the difference
between two releases can be one person. So every state in which a figure was published is kept, also of figures and
editions that are gone. Nothing is in the register that was not published.

The register is one file, `rendered/<gemeente>/.uitgaven/register`: a line with the checksum of the rest, a line of JSON
with the releases, and the states as Parquet. It is replaced as a whole in one step of the file system, so a run that
breaks off leaves the old one. A register that is damaged or gone is told, never begun anew: without it nothing would
hold a revision of one person back.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
from pydantic import ValidationError

from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, SHOWN_STATUSES
from socdom.editions.record import Record
from socdom.errors import EditionError, Fault

STATE = ("numerator", "denominator", "value", "status")
_FOLDER, _FILE, _BUSY_PREFIX = ".uitgaven", "register", "bezig-"
_KEY = list(FIGURE_KEY)


class ReleaseRecord(Record):
    """One release.

    Attributes:
        name: of the edition ("2020Q4", "actueel").
        kind: "kwartaal" or "actueel".
        figures_as_of: what was received after this day did not count.
        checksum: SHA-256 of its figures.
        round_to: to what its counts were rounded; None when that is not told.
        withdrawn: why it was taken back; "" when it was not.
    """

    name: str
    kind: Literal["kwartaal", "actueel"]
    figures_as_of: date
    checksum: str
    round_to: int | None = None
    withdrawn: str = ""


class _Header(Record):
    """Second line of the file; `form` goes up when a reader of the old form would misread the new one."""

    form: Literal[1] = 1
    releases: tuple[ReleaseRecord, ...]


@dataclass(frozen=True)
class _Register:
    releases: tuple[ReleaseRecord, ...]
    states: pd.DataFrame


def releases(home: Path) -> list[ReleaseRecord]:
    """The releases of a municipality, oldest first; `release` of `earlier_figures` is the place in it, from 1.

    Args:
        home: `rendered/<gemeente>`.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    return list(_read(home).releases)


def earlier_figures(home: Path) -> pd.DataFrame:
    """Every state in which a figure was published, in the order of the releases; empty before the first release.

    Args:
        home: `rendered/<gemeente>`.

    Returns:
        FIGURE_KEY, numerator, denominator, value and status as they were published; `release` (from 1, rising) in
        which the figure first stood so, and its `figures_as_of` ("2020-10-01"). A figure that is only no longer
        provisional is no new state.

    Raises:
        EditionError: the register is damaged, gone, older than an edition that stands there, or of another version of
            the package.
    """
    register = _read(home)
    if (place := _not_registered(home, register)) is not None:
        raise _unusable(home, f"het register van eerdere uitgaven is weg of te oud: {place} staat er niet in")
    days = {number: item.figures_as_of.isoformat() for number, item in enumerate(register.releases, start=1)}
    return register.states.assign(figures_as_of=register.states["release"].map(days).astype("str"))


def last_states(earlier: pd.DataFrame) -> pd.DataFrame:
    """The state in which each figure of `earlier_figures` was published last; one row for each figure."""
    return earlier.drop_duplicates(_KEY, keep="last").reset_index(drop=True)


def record(
    home: Path,
    *,
    name: str,
    kind: str,
    figures_as_of: date,
    figures: pd.DataFrame,
    round_to: int | None = None,
) -> None:
    """Add a release to the register; what a figure was before is kept, and a figure that did not change takes no room.

    To be called before the edition is put in its place: what is registered and was not shown does no harm, the other
    way round it would.

    Args:
        home: `rendered/<gemeente>`.
        name, kind, figures_as_of, round_to: of the edition, see `ReleaseRecord`.
        figures: protected figures, FIGURE_COLUMNS. Those that are missing or impossible tell nothing and are left out.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    register = _read(home)
    states = _published(figures)
    entry = ReleaseRecord.model_validate(
        {
            "name": name,
            "kind": kind,
            "figures_as_of": figures_as_of,
            "checksum": _checksum(states),
            "round_to": round_to,
        }
    )
    new = states[_differs(states, last_states(register.states))]
    if new.empty and entry in register.releases:
        return
    number = len(register.releases) + 1
    parts = [part for part in (register.states, new.assign(release=number)) if len(part)]
    together = pd.concat(parts, ignore_index=True) if parts else register.states
    _write(home, _Register((*register.releases, entry), together))


def withdraw_last(home: Path, reason: str) -> ReleaseRecord:
    """Take back the newest release that stands: from now on its figures count as never shown.

    For a release that went wrong and that nobody outside has seen; who did see it can hold it against the next. Only
    the newest can be taken back, because a later one holds no more than what it changed.

    Args:
        home: `rendered/<gemeente>`.
        reason: Dutch sentence; it stays in the register with the release.

    Returns:
        The release, as it stands in the register now.

    Raises:
        EditionError: there is no release to take back, or the register cannot be read.
    """
    register = _read(home)
    standing = [number for number, item in enumerate(register.releases) if not item.withdrawn]
    if not standing:
        raise EditionError(Fault(home.name, "er is geen uitgave die u kunt intrekken"))
    last = standing[-1]
    entry = register.releases[last].model_copy(update={"withdrawn": reason})
    entries = (*register.releases[:last], entry, *register.releases[last + 1 :])
    states = register.states[register.states["release"].ne(last + 1)].reset_index(drop=True)
    _write(home, _Register(entries, states))
    return entry


def _published(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that tell something, in a fixed order."""
    frame = figures.loc[figures["status"].isin([*SHOWN_STATUSES, HIDDEN_STATUS]), [*_KEY, *STATE]]
    numbers = dict.fromkeys(("numerator", "denominator", "value"), "float64")
    return frame.astype(numbers).sort_values(_KEY, ignore_index=True)


def _differs(states: pd.DataFrame, last: pd.DataFrame) -> pd.Series:
    """Which states are others than the last one of the same figure, or the first one."""
    places = pd.MultiIndex.from_frame(last[_KEY]).get_indexer(pd.MultiIndex.from_frame(states[_KEY]))
    before = last.reindex(places).set_index(states.index)
    same = states["status"].eq(HIDDEN_STATUS) == before["status"].eq(HIDDEN_STATUS)
    for column in ("numerator", "denominator", "value"):
        same &= states[column].eq(before[column]) | (states[column].isna() & before[column].isna())
    return ~same | (places < 0)


def _checksum(states: pd.DataFrame) -> str:
    return hashlib.sha256(states.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def _read(home: Path) -> _Register:
    folder = home / _FOLDER
    if not (folder / _FILE).exists() and not _was_written(folder):
        return _Register((), _no_states())
    try:
        checksum, _, rest = (folder / _FILE).read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise _unusable(home, "het register van eerdere uitgaven is weg") from None
    if checksum != hashlib.sha256(rest).hexdigest().encode():
        raise _unusable(home, "het register van eerdere uitgaven is beschadigd")
    header, _, content = rest.partition(b"\n")
    try:
        releases = _Header.model_validate_json(header).releases
    except ValidationError:
        raise EditionError(
            Fault(
                f"{home.name}/{_FOLDER}/{_FILE}",
                "het register van eerdere uitgaven is met een andere versie van socdom gemaakt",
                remedy="Gebruik de versie waarmee de laatste uitgave is gemaakt, of een nieuwere.",
            )
        ) from None
    return _Register(releases, pd.read_parquet(io.BytesIO(content)))


def _not_registered(home: Path, register: _Register) -> str | None:
    """An edition in its place that is in no release that stands: the register was removed, or put back from long ago.

    An edition without an inventory is of before there was a register.
    """
    standing = {
        (item.name, item.figures_as_of.isoformat()) for item in register.releases if not item.withdrawn
    }
    for link in sorted(path for path in home.glob("*") if (path / "inventory.json").is_file()):
        try:
            as_of = json.loads((link / "edition.json").read_text(encoding="utf-8"))["figures_as_of"]
        except (OSError, ValueError, KeyError, TypeError):  # damaged: nobody can read it
            continue
        if (link.name, as_of) not in standing:
            return link.name
    return None


def _was_written(folder: Path) -> bool:
    """Whether a register must be there: its folder is, and not because the very first run broke off."""
    return folder.is_dir() and not any(folder.glob(f"{_BUSY_PREFIX}*"))


def _no_states() -> pd.DataFrame:
    text, number = pd.Series(dtype="str"), pd.Series(dtype="float64")
    columns = {name: text for name in _KEY} | dict.fromkeys(STATE, number) | {"status": text}
    return pd.DataFrame(columns | {"release": pd.Series(dtype=np.int64)})


def _write(home: Path, register: _Register) -> None:
    folder = home / _FOLDER
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


def _unusable(home: Path, what: str) -> EditionError:
    return EditionError(
        Fault(
            f"{home.name}/{_FOLDER}/{_FILE}",
            what,
            remedy=(
                f"Zet de map {_FOLDER} terug uit een reservekopie. Zonder dit register kan te zien zijn dat er "
                "één persoon bij kwam of afging. Was er nog nooit een uitgave openbaar? "
                f"Verwijder dan {_FOLDER} en de edities."
            ),
        )
    )
