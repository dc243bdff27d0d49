"""Charts that were drawn before are not drawn again.

A drawing function that is kept looks before it draws: among the drawings beside the edition, where a process asked for
those, and among those this process drew itself. Drawing takes 6 to 25 ms, looking a fraction of one.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, Protocol

from socdom.charts.kept_files import Drawings, DrawingsWriter
from socdom.charts.kept_key import drawing_key
from socdom.editions.drawn import drawings_folder

# Two editions made in one run, of a quarter and for the dashboard, show mostly the same.
REMEMBERED = 512
_LOOK_AGAIN = 2.0  # seconds; the drawings of a new edition are made while it is already being read

_P = ParamSpec("_P")


class _Place(Protocol):
    """Where drawings are kept."""

    def get(self, key: bytes) -> str | None: ...

    def put(self, key: bytes, drawing: str) -> None: ...


def keep(draw: Callable[_P, str]) -> Callable[_P, str]:
    """A drawing function that gives what was drawn before; it must draw from its arguments and nothing else."""
    name = f"{draw.__module__}.{draw.__qualname__}"
    remembered = lru_cache(maxsize=REMEMBERED)(draw)

    @wraps(draw)
    def kept(*args: _P.args, **kwargs: _P.kwargs) -> str:
        place = _use.place
        if place is None:
            return remembered(*args, **kwargs)  # type: ignore[arg-type]
        key = drawing_key(name, [*args, *sorted(kwargs.items())])
        found = place.get(key)
        if found is None:
            found = remembered(*args, **kwargs)  # type: ignore[arg-type]
            place.put(key, found)
        return found

    return kept


def read_from(edition: Path) -> None:
    """From now on, look among the drawings beside an edition; while there are none, everything is drawn.

    Args:
        edition: folder of the edition, links followed.
    """
    _use.place = _Beside(edition)


def write_to(writer: DrawingsWriter | None) -> None:
    """From now on, keep what is drawn; None to look and keep nowhere again."""
    _use.place = writer


class _Beside:
    """The drawings beside an edition. Whatever is wrong with them, a chart can still be drawn."""

    def __init__(self, edition: Path) -> None:
        self._edition = edition
        self._drawings: Drawings | None = None
        self._looked = float("-inf")

    def get(self, key: bytes) -> str | None:
        for _ in range(2):  # a process that was forked may have lost its files, and opens them again
            try:
                return self._opened().get(key) if self._drawings or self._may_look() else None
            except (OSError, ValueError, zlib.error):
                self._drawings = None
        return None

    def put(self, key: bytes, drawing: str) -> None:
        """Who only reads keeps nothing."""

    def _may_look(self) -> bool:
        return time.monotonic() - self._looked > _LOOK_AGAIN

    def _opened(self) -> Drawings:
        if self._drawings is None:
            self._looked = time.monotonic()
            self._drawings = Drawings(drawings_folder(self._edition), self._edition.stat().st_uid)
        return self._drawings


@dataclass
class _Use:
    """What this process uses: a kernel, a warm parent and the process that draws each have one edition."""

    place: _Place | None = None


_use = _Use()
