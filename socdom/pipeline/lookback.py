"""Earlier editions → what they said, and what came of it, for the edition `uitgebreid`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from socdom.editions.lookback import LookbackRecord, ToldEdition
from socdom.editions.read import Edition
from socdom.judgement.lookback import hidden_since, told_edition
from socdom.narrative.overview import MainLine, main_lines
from socdom.pipeline.earlier import readable


def lookback_record(places: Sequence[Path], now: Edition) -> LookbackRecord | None:
    """What those editions said and what came of it; None when none of them can be read.

    Args:
        places: folders of earlier editions, newest first; one that is damaged or of another version is left out.
        now: the new edition, with its figures.
    """
    found = [edition for place in places if (edition := readable(place)) is not None]
    return LookbackRecord(editions=tuple(_told(before, now) for before in found)) if found else None


def _told(before: Edition, now: Edition) -> ToldEdition:
    """One edition, with its main lines in the words of its own figures."""
    lines = main_lines(before)
    kept = [line for line in lines if not hidden_since(before, now, line.theme)]
    told = {"lines": tuple(map(_sentence, kept)), "lines_left_out": len(lines) - len(kept)}
    return told_edition(before, now).model_copy(update=told)


def _sentence(line: MainLine) -> str:
    return f"{line.before}{line.strong}{line.after}"
