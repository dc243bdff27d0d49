"""Random provisions for the bench, seeded, written to Parquet in batches so that any number fits in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from socdom.quarters import Quarter, quarter_range

Ints = NDArray[np.int64]

QUARTERS = tuple(quarter_range(Quarter(2011, 1), Quarter(2020, 4)))
WIJKEN = tuple(f"WK9990{number:02d}" for number in range(1, 13))
CATEGORIES = tuple(f"{number:02d}" for number in range(1, 15))
BATCH = 1_000_000
_FIRST_DAY = int(np.datetime64("2009-01-01").astype(np.int64))
_LAST_DAY = int(np.datetime64("2020-12-31").astype(np.int64))
_SECONDS = 86_400
_MEAN_DAYS = 450
_OPEN = 0.12
_ROWS_PER_PERSON = 3


def write_core(path: Path, rows: int, seed: int = 1) -> None:
    """Provisions with the columns of the core question: person, wijk, category, start, end (may be empty).

    About three rows a person; persons are 63-bit numbers, as the keyed hashes are. A file that was there is left as
    it is.
    """
    if path.exists():
        return
    draft = path.with_suffix(".draft")
    with pq.ParquetWriter(draft, _core_batch(np.random.default_rng(seed), 1, rows).schema) as writer:
        for batch, size in batches(rows):
            writer.write_table(_core_batch(np.random.default_rng((seed, batch)), size, rows))
    draft.rename(path)


def batches(rows: int) -> Iterator[tuple[int, int]]:
    """Number and size of each batch."""
    for batch, start in enumerate(range(0, rows, BATCH)):
        yield batch, min(BATCH, rows - start)


def _core_batch(random: np.random.Generator, size: int, rows: int) -> pa.Table:
    start, end = spells(random, size)
    return pa.table(
        {
            "person": pseudonyms(random.integers(0, max(rows // _ROWS_PER_PERSON, 1), size)),
            "wijk": chosen(random, WIJKEN, size),
            "category": chosen(random, CATEGORIES, size),
            "start": start,
            "end": end,
        }
    )


def pseudonyms(numbers: Ints) -> Ints:
    """A 63-bit number for each small one, always the same: scattered as keyed hashes are (splitmix64)."""
    with np.errstate(over="ignore"):
        mixed = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> np.uint64(1)).astype(np.int64)


def spells(random: np.random.Generator, size: int) -> tuple[pa.Array, pa.Array]:
    """First and last days; a part is open."""
    start = random.integers(_FIRST_DAY, _LAST_DAY + 1, size)
    end = start + random.exponential(_MEAN_DAYS, size).astype(np.int64)
    return days(start), days(end, random.random(size) < _OPEN)


def days(numbers: Ints, empty: NDArray[np.bool_] | None = None) -> pa.Array:
    """Day numbers as dates."""
    return pa.array((numbers * _SECONDS).astype("datetime64[s]"), mask=empty)


def chosen(random: np.random.Generator, names: tuple[str, ...], size: int) -> pa.DictionaryArray:
    """Names drawn at random, stored as a dictionary."""
    return pa.DictionaryArray.from_arrays(
        pa.array(random.integers(0, len(names), size, dtype=np.int8)), list(names)
    )
