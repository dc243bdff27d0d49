"""Where and how the figures of a run are counted: in memory, in parts on this machine, or on a cluster."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import pandas as pd

from socdom.areas import Area
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.parts import Runner, compute_parts
from socdom.measures.runners import in_processes, on_cluster
from socdom.quarters import Quarter
from socdom.tables import Tables
from socdom.tables.partitions import write_partitions

# Of this many rows a part takes about a gigabyte to count.
ROWS_PER_PART = 2_000_000
# Enough for the workers of a cluster to take turns, and to lose little when one dies.
PARTS_ON_CLUSTER = 32
_PREFIX = ".delen-"


def counted(
    indicators: Sequence[Indicator],
    tables: Tables,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None,
    *,
    folder: Path,
    cluster: str = "",
    rows_per_part: int = ROWS_PER_PART,
) -> pd.DataFrame:
    """The figures of `compute`, wherever they are counted.

    Args:
        indicators, tables, quarters, areas, external: as of `compute`.
        folder: of the municipality in the person-level zone. Parts stand there while they are counted; the workers of
            a cluster must see it under the same name.
        cluster: address of a Dask scheduler; "" counts on this machine.
        rows_per_part: more rows than this are counted in parts.

    Raises:
        ParameterError: the cluster cannot count.
    """
    rows = sum(len(getattr(tables, field.name)) for field in fields(tables))
    if not cluster and rows <= rows_per_part:
        return compute(indicators, tables, quarters, areas, external)
    run: Runner = on_cluster(cluster) if cluster else in_processes(os.cpu_count() or 1)
    number = max(-(-rows // rows_per_part), PARTS_ON_CLUSTER if cluster else 1)
    with _parted(tables, folder, number) as parts:
        return compute_parts(indicators, parts, quarters, areas, external, run=run)


@contextmanager
def _parted(tables: Tables, folder: Path, number: int) -> Iterator[Path]:
    """The tables as parts on disk; gone afterwards, and so is what a run that broke off left behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder) as temporary:
        place = Path(temporary) / "delen"
        write_partitions(tables, place, number)
        yield place
