"""Rows of declarations: each line of a 323 that was not refused, once.

A line that was wrong is taken back by a credit line, and sent anew (OP366): all three stay, so that sums are right at
every moment. The number of a line is unique for its provider within a law (TR314).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from socdom.sources.messages.records import Message, Performance
from socdom.sources.messages.told import Told, told


def declarations(messages: Iterable[Message]) -> tuple[list[Told[Performance]], Counter[str]]:
    """The lines that count, sorted by law, date, provider and number; and what was left out, counted.

    Args:
        messages: without what answers refused, in any order.
    """
    first: dict[tuple[str, str, str], Told[Performance]] = {}
    tally: Counter[str] = Counter()
    lines = sorted(told(messages, Performance), key=_order)
    for line in lines:
        known = first.setdefault((line.law, line.message.provider, line.record.reference), line)
        if known is not line:
            tally["double"] += 1
            tally["double_differs"] += known.record[:-1] != line.record[:-1]
    tally["loose"] = sum(
        bool(line.record.previous) and (law, provider, line.record.previous) not in first
        for (law, provider, _), line in first.items()
    )
    return list(first.values()), tally


def _order(line: Told[Performance]) -> tuple:
    return line.law, line.message.declared, line.message.provider, line.record.reference, *line.order
