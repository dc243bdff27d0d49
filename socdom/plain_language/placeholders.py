"""Places in a text where a value is filled in."""

from __future__ import annotations

import re

from socdom.plain_language.model import FILLED_IN

_FORMAT = re.compile(r"\{\w*(?:[.:][^{}]*)?\}")


def fill_in(text: str) -> str:
    """A text in which every "{}" or "{name}" is `FILLED_IN`."""
    return _FORMAT.sub(FILLED_IN, text)
