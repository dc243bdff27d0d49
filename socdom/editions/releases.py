"""The register of releases: what was ever published of each figure, so that a new release can be held against it.

An edition in its place says only what is shown now. A reader may have kept what stood there before, and the difference
between two releases can be one person. So every state in which a figure was published is kept, also of figures and
editions that are gone. Nothing is in the register that was not published.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from socdom.editions.frozen import is_definitive, version_name
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, NUMBERS, SHOWN_STATUSES
from socdom.editions.release_file import (
    STATE,
    Register,
    ReleaseRecord,
    read_register,
    unusable,
    write_register,
)
from socdom.errors import EditionError, Fault

_KEY = list(FIGURE_KEY)


def releases(home: Path) -> list[ReleaseRecord]:
    """The releases of a municipality, oldest first; `release` of `earlier_figures` is the place in it, from 1.

    Args:
        home: `rendered/<gemeente>`.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    return list(read_register(home).releases)


def earlier_figures(home: Path) -> pd.DataFrame:
    """Every state in which a figure was published, in the order of the releases; empty before the first release.

    Args:
        home: `rendered/<gemeente>`.

    Returns:
        FIGURE_KEY, numerator, denominator, value and status as they were published; `release` (from 1, rising) in
        which the figure first stood so, and of that release `figures_as_of` ("2020-10-01") and `survived`. A figure
        that is only no longer provisional is no new state.

    Raises:
        EditionError: the register is damaged, gone, older than an edition that stands there, or of another version of
            the package.
    """
    register = read_register(home)
    if (place := _not_registered(home, register)) is not None:
        raise unusable(home, f"het register van eerdere uitgaven is weg of te oud: {place} staat er niet in")
    days = {number: item.figures_as_of.isoformat() for number, item in enumerate(register.releases, start=1)}
    survived = {number: item.survived for number, item in enumerate(register.releases, start=1)}
    release = register.states["release"]
    return register.states.assign(
        figures_as_of=release.map(days).astype("str"), survived=release.map(survived).astype("str")
    )


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
    survived: str = "",
) -> None:
    """Add a release to the register; what a figure was before is kept, and a figure that did not change takes no room.

    To be called before the edition is put in its place: what is registered and was not shown does no harm, the other
    way round it would.

    Args:
        home: `rendered/<gemeente>`.
        name, kind, figures_as_of, round_to, survived: of the edition, see `ReleaseRecord`.
        figures: protected figures, FIGURE_COLUMNS. Those that are missing or impossible tell nothing and are left out.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    register = read_register(home)
    states = _published(figures)
    entry = _entry(name, kind, figures_as_of, states, round_to, survived)
    new = states[_differs(states, last_states(register.states))]
    if new.empty and entry in register.releases:
        return
    number = len(register.releases) + 1
    parts = [part for part in (register.states, new.assign(release=number)) if len(part)]
    together = pd.concat(parts, ignore_index=True) if parts else register.states
    write_register(home, Register((*register.releases, entry), together))


def number_before(
    home: Path,
    *,
    name: str,
    kind: str,
    figures_as_of: date,
    figures: pd.DataFrame,
    round_to: int | None = None,
    survived: str = "",
) -> int:
    """How many releases were made before this one.

    A run that was killed between the register and the edition left this very release as the last one. It was not shown
    before, so it is not counted: made again, the edition is the same to the byte.

    Args:
        home, name, kind, figures_as_of, figures, round_to, survived: as for `record`.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    known = read_register(home).releases
    entry = _entry(name, kind, figures_as_of, _published(figures), round_to, survived)
    return len(known) - (known[-1:] == (entry,))


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
    register = read_register(home)
    standing = [number for number, item in enumerate(register.releases) if not item.withdrawn]
    if not standing:
        raise EditionError(Fault(home.name, "er is geen uitgave die u kunt intrekken"))
    last = standing[-1]
    entry = register.releases[last].model_copy(update={"withdrawn": reason})
    entries = (*register.releases[:last], entry, *register.releases[last + 1 :])
    states = register.states[register.states["release"].ne(last + 1)].reset_index(drop=True)
    write_register(home, Register(entries, states))
    return entry


def mark(home: Path, until: int | None = None) -> dict[str, Any]:
    """Which releases there were: their number, and one checksum of them all; goes into the manifest of the next.

    Args:
        home: `rendered/<gemeente>`.
        until: only the first so many; all when None.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    known = read_register(home).releases[:until]
    # As it was before a release told what it survived, so that older editions still agree with their register.
    told = "\n".join(item.model_dump_json(exclude={"survived"}) for item in known)
    return {"number": len(known), "checksum": hashlib.sha256(told.encode()).hexdigest()}


def copy_until(home: Path, target: Path, number: int) -> None:
    """Write the register as it was after its first `number` releases into another folder.

    Args:
        home, target: as `rendered/<gemeente>`.

    Raises:
        EditionError: the register is damaged, gone, or of another version of the package.
    """
    register = read_register(home)
    states = register.states[register.states["release"].le(number)].reset_index(drop=True)
    if number:
        write_register(target, Register(register.releases[:number], states))


def _entry(
    name: str, kind: str, figures_as_of: date, states: pd.DataFrame, round_to: int | None, survived: str
) -> ReleaseRecord:
    return ReleaseRecord.model_validate(
        {
            "name": name,
            "kind": kind,
            "figures_as_of": figures_as_of,
            "checksum": _checksum(states),
            "round_to": round_to,
            "survived": survived,
        }
    )


def _published(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that tell something, in a fixed order."""
    frame = figures.loc[figures["status"].isin([*SHOWN_STATUSES, HIDDEN_STATUS]), [*_KEY, *STATE]]
    return frame.astype(dict.fromkeys(NUMBERS, "float64")).sort_values(_KEY, ignore_index=True)


def _differs(states: pd.DataFrame, last: pd.DataFrame) -> pd.Series:
    """Which states are others than the last one of the same figure, or the first one."""
    places = pd.MultiIndex.from_frame(last[_KEY]).get_indexer(pd.MultiIndex.from_frame(states[_KEY]))
    before = last.reindex(places).set_index(states.index)
    same = states["status"].eq(HIDDEN_STATUS) == before["status"].eq(HIDDEN_STATUS)
    for column in NUMBERS:
        same &= states[column].eq(before[column]) | (states[column].isna() & before[column].isna())
    return ~same | (places < 0)


def _checksum(states: pd.DataFrame) -> str:
    return hashlib.sha256(states.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def _not_registered(home: Path, register: Register) -> str | None:
    """An edition in its place that is in no release that stands: the register was removed, or put back from long ago.

    An edition without an inventory is of before there was a register.
    """
    standing = {
        (item.name, item.figures_as_of.isoformat()) for item in register.releases if not item.withdrawn
    }
    for link in sorted(path for path in home.glob("*") if (path / "inventory.json").is_file()):
        try:
            told = json.loads((link / "edition.json").read_text(encoding="utf-8"))
            # To a definitive edition leads a link with its version, and the one of the quarter.
            name = version_name(told["period"], told["version"]) if is_definitive(told) else link.name
            as_of = told["figures_as_of"]
        except (OSError, ValueError, KeyError, TypeError):  # damaged: nobody can read it
            continue
        if (name, as_of) not in standing:
            return link.name
    return None
