"""The command `socdom`: the verbs of the pipeline, with Dutch messages and progress. No logic of its own."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from socdom.cli import (
    access,
    completeness,
    duiding,
    editions,
    keeping,
    new,
    notebooks,
    signals,
    sources,
    stopped,
    texts,
    unattended,
    usage,
    views,
)
from socdom.cli.shown import DEBUG, app, errors
from socdom.command_help import usage_message
from socdom.errors import UNEXPECTED_CODE, SocdomError, unexpected
from socdom.notify.log_lines import log_event

__all__ = [
    "access",
    "app",
    "completeness",
    "duiding",
    "editions",
    "keeping",
    "main",
    "new",
    "notebooks",
    "signals",
    "sources",
    "stopped",
    "texts",
    "unattended",
    "usage",
    "views",
]

USAGE = 2
INTERRUPTED = 130


def main() -> None:
    """Entry point: runs a command, turns faults into Dutch messages and exit codes."""
    try:
        code = app(_arguments() or ["--help"], standalone_mode=False)
        # Typer makes an exit code of Ctrl-C, without a word.
        if code == INTERRUPTED:
            raise KeyboardInterrupt
        sys.exit(code)
    except SocdomError as error:
        if _debug():
            traceback.print_exc()
        _stop(str(error), error.exit_code)
    except TyperException as error:
        _stop(usage_message(error), USAGE)
    except (KeyboardInterrupt, typer.Abort):
        _stop("Afgebroken. Wat er al stond, staat er nog.", INTERRUPTED)
    except Exception as error:
        if _debug():
            raise
        _stop(
            f"{unexpected(error)} "
            "Draai het opnieuw met --debug voor de technische melding; die kan gegevens van personen bevatten.",
            UNEXPECTED_CODE,
        )


def _arguments() -> list[str]:
    """What the user typed, without --debug, which may stand anywhere."""
    return [argument for argument in sys.argv[1:] if argument != DEBUG]


def _debug() -> bool:
    return DEBUG in sys.argv[1:] or bool(os.environ.get("SOCDOM_DEBUG"))


def _stop(message: str, code: int) -> NoReturn:
    log_event("gestopt", code=code, level=logging.ERROR)
    errors.print(message, markup=False)
    sys.exit(code)
