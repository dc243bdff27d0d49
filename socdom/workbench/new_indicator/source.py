"""A definition as the source code of its file: what the catalogue reads back is the same definition."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any

from socdom.indicators import context
from socdom.measures.definition import Break
from socdom.measures.indicator import Event, Indicator
from socdom.measures.kinds.base import Kind
from socdom.measures.selection import Selection

_WIDTH = 96
_CONTEXT = "socdom.indicators.context"
_SHARED_TEXTS = ("law", "source", "written_by", "checked_by", "reviewed", "next_review")


def source_of(indicator: Indicator) -> str:
    """The module that defines an indicator, formatted as the rest where ruff is at hand."""
    written = _Written()
    body = "".join(f"    {name}={text},\n" for name, text in written.fields_of(indicator))
    counts = type(indicator.measure).__name__
    told = _docstring(f"{indicator.title}: {counts} of {indicator.measure.table or 'open data'}.")
    return formatted(f"{told}\n\n{written.imports()}\nindicator = Indicator(\n{body})\n")


def _docstring(text: str) -> str:
    """A text that somebody typed as a docstring: on one line, and with nothing in it that could end it."""
    line = " ".join(text.split()).replace("\\", "/").replace('"', "'")
    return f'"""{line}"""'


def formatted(source: str) -> str:
    """Source code in the form of the repository; as it is when there is no ruff."""
    command = [sys.executable, "-m", "ruff", "format", "--line-length", "110", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 and done.stdout else source


class _Written:
    """Values as source code, and what must be imported for them."""

    def __init__(self) -> None:
        self._needed: dict[str, set[str]] = {Indicator.__module__: {"Indicator"}}
        self._needs_date = False

    def imports(self) -> str:
        first = "from datetime import date\n\n" if self._needs_date else ""
        lines = [
            f"from {module} import {', '.join(sorted(names, key=lambda name: (not name.isupper(), name)))}\n"
            for module, names in sorted(self._needed.items())
        ]
        return first + "".join(lines)

    def fields_of(self, value: Any) -> list[tuple[str, str]]:
        """Name and source of the fields that differ from their default."""
        return [
            (field.name, self.text(getattr(value, field.name), field.name))
            for field in fields(value)
            if _has_to_be_said(field, getattr(value, field.name))
        ]

    def text(self, value: Any, name: str = "") -> str:
        if shared := self._shared(value, name):
            return shared
        if is_dataclass(value):
            self._needed.setdefault(_home(value), set()).add(type(value).__name__)
            inner = ", ".join(self._arguments(value))
            return f"{type(value).__name__}({inner})"
        if isinstance(value, date):
            self._needs_date = True
            return f"date({value.year}, {value.month}, {value.day})"
        if isinstance(value, Mapping):
            return f"{{{', '.join(f'{key!r}: {self.text(item)}' for key, item in value.items())}}}"
        if isinstance(value, tuple | list):
            items = ", ".join(self.text(item) for item in value)
            return f"({items},)" if len(value) == 1 else f"({items})"
        return _string(value) if isinstance(value, str) else repr(value)

    def _arguments(self, value: Any) -> list[str]:
        """A selection is written as it is read: table and codes, without their names."""
        plain = ("selection", "table", "where") if isinstance(value, Kind | Selection) else ()
        return [text if key in plain else f"{key}={text}" for key, text in self.fields_of(value)]

    def _shared(self, value: Any, name: str) -> str:
        """What several definitions have in common stands in one place, under a name."""
        if name not in (*_SHARED_TEXTS, "breaks", "taakvelden") and not isinstance(value, Break | Event):
            return ""
        for known, found in vars(context).items():
            if known.isupper() and type(found) is type(value) and found == value and value not in ("", ()):
                self._needed.setdefault(_CONTEXT, set()).add(known)
                return known
        return ""


def _has_to_be_said(field: Field[Any], value: Any) -> bool:
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return default is MISSING or value != default


def _home(value: Any) -> str:
    """Where definitions import a class from."""
    return Indicator.__module__ if isinstance(value, Break | Event) else type(value).__module__


def _string(text: str) -> str:
    if len(text) <= _WIDTH:
        return _quoted(text)
    lines = textwrap.wrap(text, _WIDTH, drop_whitespace=False, break_long_words=False)
    return "(" + "\n".join(_quoted(line) for line in lines) + ")"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if "\n" not in text else repr(text)
