"""How much memory kernels take, for who measures: `python -m socdom.dashboard.kernels.memory <pid>…`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Memory:
    """Memory of one process, in megabytes of a million bytes.

    Attributes:
        pss: its own pages, and its part of the pages it shares ("proportional set size").
        private: pages that nobody else has.
        rss: all its pages, the shared ones counted in full.
    """

    pid: int
    pss: float
    private: float
    rss: float


def kernel_memory(pids: Iterable[int]) -> list[Memory]:
    """Memory of processes, by Linux' own account (/proc/<pid>/smaps_rollup); who has ended is left out."""
    found = []
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        size = {line.split(":")[0]: int(line.split()[1]) * 1024 / 1e6 for line in text.splitlines()[1:]}
        private = size["Private_Clean"] + size["Private_Dirty"]
        found.append(Memory(pid, size["Pss"], private, size["Rss"]))
    return found


if __name__ == "__main__":
    for one in kernel_memory(map(int, sys.argv[1:])):
        print(f"{one.pid:>8}  PSS {one.pss:6.1f} MB  private {one.private:6.1f} MB  RSS {one.rss:6.1f} MB")
