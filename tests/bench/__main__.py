"""`python -m tests.bench`: measure, print a table, and write build/bench.json.

A target that is not met is told and is no error: on a machine with other work, times say little and ratios only
something.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from tests.bench.alone import Run, alone
from tests.bench.attack import write_figures
from tests.bench.data import write_core
from tests.bench.entries import Entry, Target, quicker, slower, table
from tests.bench.parts import write_parts, write_town
from tests.bench.towns import TOWN

BUILD = Path("build")
# What is counted is made once, and stays until `make clean`.
DATA = BUILD / "bench"
SMALL = (10**5, 10**6)
LARGE = 10**7
HUGE = 10**8
_QUICKER = {10**6: Target("ratio", at_least=10), 10**7: Target("ratio", at_least=7)}


def main() -> None:
    """Measure everything that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--klein", action="store_true", help="up to a million rows")
    parser.add_argument("--groot", action="store_true", help="also a hundred million rows (4 GB of disk)")
    chosen = parser.parse_args()
    DATA.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    entries = []
    for entry in _measured(DATA, chosen.klein, chosen.groot):
        entries.append(entry)
        print(f"{entry.what} ({entry.size}): {entry.seconds:.2f} s", flush=True)
    machine = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": {"before": load, "after": os.getloadavg()[0]},
    }
    result = {"machine": machine, "entries": [entry.as_json() for entry in entries]}
    (BUILD / "bench.json").write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    print(machine, table(entries), sep="\n\n")


def _measured(folder: Path, small: bool, huge: bool) -> Iterator[Entry]:
    for size in SMALL if small else (*SMALL, LARGE):
        yield from _core(folder, size)
    for size in SMALL:
        yield from _engine(folder, size)
    yield from _attack(folder)
    yield from _quarter(folder)
    if not small:
        yield _town(folder)
        yield from _streaming(folder, huge)


def _core(folder: Path, size: int) -> Iterator[Entry]:
    """The core question beside a loop, SQL, and the mere reading."""
    data = folder / f"core-{size}.parquet"
    write_core(data, size)
    what, repeat = "core question", 3 if size < LARGE else 2
    ways = ("socdom", "pandas_loop", "duckdb_join", "duckdb_unnest", "pandas_read", "duckdb_scan")
    runs = {way: alone(f"core:{way}", data, repeat) for way in ways}
    _check_same(*(runs[way] for way in ways[:4]))
    mine = runs["socdom"]
    loop = Target("ratio", at_least=10) if size >= 10**6 else None
    yield quicker(what, size, mine, "pandas, loop over quarters", runs["pandas_loop"], *_some(loop))
    sql = min(("duckdb_join", "duckdb_unnest"), key=lambda way: runs[way].seconds)
    yield quicker(what, size, mine, f"DuckDB, {sql[7:]}", runs[sql], *_some(_QUICKER.get(size)))
    read = Target("ratio", at_most=3) if size >= 10**6 else None
    yield slower(what, size, mine, "pandas, only reading", runs["pandas_read"], *_some(read))
    yield slower(what, size, mine, "DuckDB, only scanning", runs["duckdb_scan"])


def _engine(folder: Path, size: int) -> Iterator[Entry]:
    """One indicator with its wijken and categories beside the same in SQL, both with the tables in memory."""
    data = folder / f"engine-{size}"
    write_parts(data, size)
    mine, other = (alone(f"engine:{way}", data, 3) for way in ("socdom", "duckdb_tables"))
    _check_same(mine, other)
    yield quicker("indicator by wijk and category", size, mine, "DuckDB, unnest", other)


def _town(folder: Path) -> Entry:
    data = folder / "town"
    write_town(data, TOWN)
    run = alone("engine:town", data)
    targets = (Target("seconds", at_most=30), Target("megabytes", at_most=2000))
    inhabitants = f"{TOWN.persons:,}".replace(",", ".")
    what = f"catalogue, {inhabitants} inhabitants, 10 years"
    return Entry(what, TOWN.provisions, run.seconds, run.megabytes, targets=targets)


def _attack(folder: Path) -> Iterator[Entry]:
    """The attack on an edition: its cost per quarter must not grow, and what is unchanged must cost less."""
    data, what = folder / "lindeveen.parquet", "attack on the edition of Lindeveen"
    write_figures(data)
    sizes = {quarters: alone(f"attack:last_{quarters}", data) for quarters in (5, 10, 20)}
    few = sizes[5]
    yield Entry(f"{what}, 5 quarters", 5, few.seconds, few.megabytes)
    for quarters in (10, 20):
        each = Run(few.seconds * quarters / 5, few.megabytes, few.answer)
        targets = [Target("ratio", at_most=1.3)]
        if quarters == 20:
            targets.append(Target("seconds", at_most=60))
        beside = f"{quarters // 5} times 5 quarters"
        yield slower(f"{what}, {quarters} quarters", quarters, sizes[quarters], beside, each, *targets)
    again = alone("attack:unchanged", data)
    yield quicker(f"{what}, unchanged", 20, again, "attacked anew", sizes[20])


def _quarter(folder: Path) -> Iterator[Entry]:
    """A whole quarter, once more unchanged, and its documents beside bare papermill on the same notebooks."""
    data, what = folder / "kwartaal", "quarter of Lindeveen, deliveries to documents"
    whole = alone("documents:quarter", data)
    size = len(whole.answer)
    print(*whole.answer, sep="\n", flush=True)
    yield Entry(what, size, whole.seconds, whole.megabytes, targets=(Target("seconds", at_most=60),))
    again = alone("documents:unchanged", data)
    yield quicker(f"{what}, unchanged", size, again, "anew", whole, Target("seconds", at_most=5))
    bare = alone("documents:bare", data)
    for way, how in (("documents", "from nothing"), ("documents_ready", "processes ready")):
        mine = alone(f"documents:{way}", data)
        _check_same(mine, bare)
        beside = "bare papermill, no pages or PDF"
        yield slower(f"documents, {how}", len(bare.answer), mine, beside, bare, Target("ratio", at_most=1.25))


def _streaming(folder: Path, huge: bool) -> Iterator[Entry]:
    """Parts of a million provisions, counted by two processes: the cost per row must not grow with the number."""
    what, large = "indicator over parts, 2 processes", None
    for size in (LARGE, HUGE) if huge else (LARGE,):
        data = folder / f"parts-{size}"
        write_parts(data, size)
        run = alone("engine:parts", data)
        memory = Target("megabytes", at_most=8000)
        if large is None:
            large = run
            yield Entry(what, size, run.seconds, run.megabytes, targets=(memory,))
        else:
            per_row = Run(large.seconds * size / LARGE, large.megabytes, large.answer)
            beside = f"{size // LARGE} times 10.000.000 rows"
            yield slower(what, size, run, beside, per_row, memory, Target("ratio", at_most=1.3))


def _some(target: Target | None) -> tuple[Target, ...]:
    return (target,) if target else ()


def _check_same(first: Run, *others: Run) -> None:
    """All ways must give the same answer, or there is nothing to compare."""
    for other in others:
        np.testing.assert_array_equal(first.answer, other.answer)


if __name__ == "__main__":
    main()
