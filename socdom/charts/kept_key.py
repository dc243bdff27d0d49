"""The key of a drawing: another one as soon as anything differs on which the drawing depends.

That is what the drawing function is given, and the program itself: a function draws from its arguments and from nothing
else. So a drawing can never be found under the key of another one, whichever edition or version it was made with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel

from socdom import __version__

SIZE = 16  # bytes: two drawings of a thousand million have the same key with a chance below 1 in 10^20
_PACKAGE = Path(__file__).parents[1]
# What a drawing function can reach, by the layers of ARCHITECTURE.md; the rest of the package cannot change a drawing.
_SOURCES = ("*.py", "stats/**/*.py", "editions/*.py", "judgement/*.py", "charts/**/*")
_LIBRARIES = ("babel", "lxml", "matplotlib", "numpy", "pandas", "seaborn")


def drawing_key(name: str, arguments: Sequence[Any]) -> bytes:
    """Key of a drawing.

    Args:
        name: of the drawing function, with its module.
        arguments: what it is given: text, numbers, None, sequences, sets, mappings, dates, enums, dataclasses and
            records of an edition. The first is what is drawn and never changes.

    Raises:
        TypeError: something else is among the arguments, of which it is not known when two are equal.
    """
    shown, *how = arguments
    told = [name, _shown.told(shown)]
    _tell(how, told.append)
    return hashlib.blake2b("".join(told).encode(), digest_size=SIZE, key=program()).digest()


class _Shown:
    """What was drawn last, written down: a chart is drawn in two widths, one right after the other."""

    def __init__(self) -> None:
        self._last: tuple[Any, str] = (None, "")

    def told(self, shown: Any) -> str:
        if self._last[0] is not shown or shown is None:
            told: list[str] = []
            _tell(shown, told.append)
            self._last = (shown, "".join(told))
        return self._last[1]


_shown = _Shown()


@cache
def program() -> bytes:
    """Digest of all that draws: our own sources and fonts, and the versions of the libraries."""
    found = hashlib.blake2b(digest_size=SIZE)
    found.update(repr([__version__, *((name, version(name)) for name in _LIBRARIES)]).encode())
    for path in sorted({path for pattern in _SOURCES for path in _PACKAGE.glob(pattern)}):
        if path.is_file() and path.suffix != ".pyc":
            found.update(f"{path.relative_to(_PACKAGE).as_posix()} {path.stat().st_size}:".encode())
            found.update(path.read_bytes())
    return found.digest()


def _tell(value: Any, add: Callable[[str], None]) -> None:
    """Write a value down so that no two values are written the same; each piece tells its kind and its length."""
    kind: type = type(value)
    if kind is str:
        add(f"s{len(value)}:{value}")
    elif value is None or kind in (int, float, bool):
        add(f"{value!r};")
    elif kind in (tuple, list):
        _tell_all("l", value, add)
    elif names := _fields(kind):
        _tell_all(f"r{kind.__qualname__}", [getattr(value, name) for name in names], add)
    else:
        _tell_rare(value, add)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Names of what a dataclass or a record of an edition holds; () for any other kind."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return tuple(kind.model_fields) if issubclass(kind, BaseModel) else ()


def _tell_rare(value: Any, add: Callable[[str], None]) -> None:
    if isinstance(value, Enum):
        add(f"e{type(value).__qualname__}.{value.name};")
    elif isinstance(value, frozenset | set):
        _tell_all("z", sorted(value, key=repr), add)
    elif isinstance(value, dict):
        _tell_all("m", list(value.items()), add)
    elif isinstance(value, date):
        add(f"t{value.isoformat()};")
    elif isinstance(value, np.generic):  # draws as the same number of Python
        _tell(value.item(), add)
    else:
        raise TypeError(f"no key for a {type(value).__qualname__}")


def _tell_all(head: str, values: Sequence[Any], add: Callable[[str], None]) -> None:
    add(f"{head}{len(values)}(")
    for value in values:
        _tell(value, add)
