"""What the server writes in its log: kind and place of a fault, and never a value of a figure, a visitor or an address.

Libraries write whole requests, cells and errors with their source. That is for who develops, not for a machine where
nobody looks at the log until something is wrong.
"""

from __future__ import annotations

import logging
from typing import Any

_OURS = "socdom"


def keep_quiet() -> None:
    """From now on every message of a library in this process is its kind and place."""
    make = logging.LogRecord

    def quiet(*args: Any, **kwargs: Any) -> logging.LogRecord:
        return _bare(make(*args, **kwargs))

    logging.setLogRecordFactory(quiet)


def _bare(record: logging.LogRecord) -> logging.LogRecord:
    if record.name.partition(".")[0] != _OURS:
        fault = record.exc_info and record.exc_info[0]
        what = f"{fault.__name__} " if fault else ""
        record.msg, record.args = f"{what}({record.filename}:{record.lineno})", ()
        record.exc_info = record.exc_text = record.stack_info = None
    return record
