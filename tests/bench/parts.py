"""Partitions of a municipality too large to hold at once, written one after another."""

from __future__ import annotations

import shutil
from pathlib import Path

from socdom.tables.partitions import write_partitions
from tests.bench.towns import Sizes, tables_of, with_totals

PROVISIONS = 1_000_000
# Persons of a part make a whole number of households (see `towns`), so that no household is in two parts.
_PERSONS = 330_000


def write_town(folder: Path, sizes: Sizes) -> None:
    """A whole town as one partition; a folder that was there is left as it is."""
    if not folder.exists():
        write_partitions(with_totals(tables_of(sizes)), folder, 1)


def write_parts(folder: Path, provisions: int) -> None:
    """Partitions of a million provisions (or less, when there are fewer in all), with their persons and addresses.

    The folder is there when all is written; a folder that was there is left as it is.
    """
    if folder.exists():
        return
    size = min(provisions, PROVISIONS)
    persons = _PERSONS * size // PROVISIONS
    draft, one = (folder.with_name(f"{folder.name}-{name}") for name in ("draft", "one"))
    shutil.rmtree(draft, ignore_errors=True)
    for number in range(provisions // size):
        tables = tables_of(Sizes(persons, persons, size), first_person=number * persons)
        write_partitions(with_totals(tables), one, 1)
        if number == 0:
            one.rename(draft)
        else:
            (one / "part-00000").rename(draft / f"part-{number:05d}")
            shutil.rmtree(one)
    draft.rename(folder)
