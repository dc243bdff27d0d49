"""Log lines for programs: one JSON object a line, with the fields named here and nothing else.

A message of a library, an address, a text of a delivery or the name of a person has no field, so it cannot get in. What
does not look as its field should is written as "?".
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

VARIABLE = "SOCDOM_LOG"
EVENTS = logging.getLogger("socdom.gebeurtenis")
# Without lines for programs an event goes nowhere: a person is told in other words.
EVENTS.addHandler(logging.NullHandler())
EVENTS.propagate = False
_TOLD = "verteld"
_UNKNOWN = "?"
_LEVELS = {"DEBUG": "info", "INFO": "info", "WARNING": "let op", "ERROR": "fout", "CRITICAL": "fout"}
_SHAPES = {
    "gebeurtenis": re.compile(r"[a-z]+(-[a-z]+)*"),
    "taak": re.compile(r"[a-z]+([ -][a-z]+)*([ :-]\d{4}Q[1-4])?"),
    "gemeente": re.compile(r"[a-z][a-z0-9-]{0,39}"),
    "editie": re.compile(r"actueel|\d{4}Q[1-4](-v\d+\.\d+|-concept)?"),
}
# What our own door and the repaired logs of libraries say: kind and place of a fault ("ValueError in door.py:12").
_PLACE = re.compile(r"(?:(\w+) )?(?:in )?\(?([\w.-]+\.py:\d+)\)?")


def log_event(
    event: str,
    *,
    task: str = "",
    gemeente: str = "",
    edition: str = "",
    code: int | None = None,
    seconds: float | None = None,
    count: int | None = None,
    level: int = logging.INFO,
) -> None:
    """Say in the log what happened; a line appears only where lines for programs were asked for.

    Args:
        event: a name of small letters and hyphens ("taak-mislukt").
        task: name of the task of the schedule ("verversen", "concept 2026Q1").
        edition: name of an edition ("2026Q1-v1.0").
        code: exit code.
        seconds: how long it took.
        count: how many, as of mails that were sent.
    """
    fields = {
        "gebeurtenis": event,
        "taak": task,
        "gemeente": gemeente,
        "editie": edition,
        "code": code,
        "seconden": None if seconds is None else round(float(seconds), 1),
        "aantal": count,
    }
    EVENTS.log(
        level,
        event,
        extra={_TOLD: {name: value for name, value in fields.items() if value not in (None, "")}},
    )


class JsonLines(logging.Formatter):
    """Any record of a log as one line of JSON: an event with its fields, or kind and place of a fault."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"tijd": at, "niveau": _LEVELS.get(record.levelname, "info")}
        told = getattr(record, _TOLD, None)
        line |= _checked(told) if isinstance(told, Mapping) else _fault(record)
        return json.dumps(line)


def _checked(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _fitting(name, value) for name, value in told.items()}


def _fitting(name: str, value: Any) -> str | int | float:
    shape = _SHAPES.get(name)
    if shape is None:
        return value if isinstance(value, int | float) else _UNKNOWN
    return value if isinstance(value, str) and shape.fullmatch(value) else _UNKNOWN


def _fault(record: logging.LogRecord) -> dict[str, Any]:
    """Kind and place of a fault; where a message is anything else, the place from which it was said."""
    found = _PLACE.fullmatch(record.getMessage()) if isinstance(record.msg, str) else None
    if found is None:
        return {"gebeurtenis": "melding", "plaats": f"{record.filename}:{record.lineno}"}
    kind = {"soort": found[1]} if found[1] else {}
    return {"gebeurtenis": "melding", **kind, "plaats": found[2]}


def wants_lines(environ: Mapping[str, str] = os.environ, stream: TextIO | None = None) -> bool:
    """Whether lines for programs were asked for (SOCDOM_LOG=json), and nobody looks at a screen.

    Args:
        stream: where lines would go; default standard error.
    """
    asked = environ.get(VARIABLE, "").strip().lower() == "json"
    return asked and not (stream or sys.stderr).isatty()


def log_as_json(stream: TextIO | None = None) -> logging.Handler:
    """From now on everything this process logs is such a line; also of libraries, from a warning on.

    Args:
        stream: where lines go; default standard error, which a journal of the system takes in.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    EVENTS.setLevel(logging.INFO)
    EVENTS.propagate = True
    return handler


def server_logging() -> dict[str, Any]:
    """The same for an application of traitlets, which brings a handler of its own: its `logging_config`."""
    return {
        "formatters": {"json": {"()": f"{JsonLines.__module__}.{JsonLines.__qualname__}"}},
        "handlers": {"console": {"formatter": "json"}},
    }
