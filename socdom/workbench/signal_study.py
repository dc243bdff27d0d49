"""What the simulation study found, as a table to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from socdom import dutch
from socdom.judgement.study import FOUND, Found
from socdom.workbench.show import Shown, table

_KIND = "Soort reeks"


def false_signals() -> Shown:
    """Of every 100 series in which nothing is going on: how many have a signal, with bare limits and as we judge."""
    heads = [_KIND, "Kale grenzen", "Zoals wij beoordelen"]
    return _table("Toeval: signalen per 100 reeksen", heads, lambda line: (line.false_raw, line.false_ours))


def found_signals() -> Shown:
    """Of every 100 series with a clear lasting step: how many have a signal that way within a year."""
    heads = [_KIND, "Kale grenzen", "Zoals wij beoordelen", "Met vastgezette grenzen"]
    return _table(
        "Gezien binnen een jaar, per 100 reeksen",
        heads,
        lambda line: (line.seen_raw, line.seen_ours, line.seen_locked),
    )


def _table(name: str, heads: Sequence[str], parts: Callable[[Found], Sequence[float]]) -> Shown:
    return Shown(table(name, heads, [[line.kind, *map(_per_hundred, parts(line))] for line in FOUND]))


def _per_hundred(part: float) -> str:
    return dutch.number(100 * part)
