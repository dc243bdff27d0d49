"""What stands between two fields of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

# In the order in which they are preferred when two fit as well.
SEPARATORS = {";": "een puntkomma", "\t": "een tab", "|": "een staande streep", ",": "een komma"}
PLURAL = {";": "puntkomma's", "\t": "tabs", "|": "staande strepen", ",": "komma's"}

_MOST_TITLES = 10
_AMOUNT_COMMA = re.compile("(?<=[0-9]),(?=[0-9])")


def guessed_separator(lines: Sequence[str]) -> str:
    """The separator that stands most often in a line near the top, and as often in the other lines.

    Args:
        lines: the header and some lines below it; titles above the header may be among them.
    """
    filled = [line for line in lines if line.strip()]
    return max(SEPARATORS, key=lambda mark: _score(filled, mark))


def _score(lines: Sequence[str], mark: str) -> float:
    """Squared, for a text with many commas in one line tells less than one separator in every line."""
    counts = [_outside_values(line).count(mark) for line in lines]
    return max((count * counts.count(count) ** 2 for count in counts[:_MOST_TITLES]), default=0)


def _outside_values(line: str) -> str:
    """Without what stands between quotes, and without the comma of an amount."""
    return _AMOUNT_COMMA.sub("", "".join(line.split('"')[::2]))
