"""Run one function in a process of its own and tell how long it took and how much memory the process had.

The parent asks with `alone`; the child is this module as a program. Start and imports do not count, and of
several runs the quickest counts.
"""

from __future__ import annotations

import importlib
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

# Processes that a function may start: as many as the machine of the targets has cores.
WORKERS = 2


@dataclass(frozen=True)
class Run:
    """What a function cost.

    Attributes:
        seconds: of the quickest run.
        megabytes: the most memory that the whole process ever held, with the processes it started.
        answer: what the function gave, as an array.
    """

    seconds: float
    megabytes: float
    answer: NDArray[np.generic]


def alone(function: str, data: Path, repeat: int = 1) -> Run:
    """Run "module:function", of a module in tests.bench, on a file or folder.

    The function takes the path and returns a function without arguments that gives the answer: the first is
    not timed, the second is.
    """
    with TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.npy"
        command = [sys.executable, "-m", "tests.bench.alone", function, str(data), str(repeat), str(answer)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        return Run(**json.loads(told.splitlines()[-1]), answer=np.load(answer))


def main(function: str, data: str, repeat: str, answer: str) -> None:
    """The child."""
    module, _, name = function.partition(":")
    work = getattr(importlib.import_module(f"tests.bench.{module}"), name)(Path(data))
    seconds = []
    for _ in range(int(repeat)):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    np.save(answer, found)
    print(json.dumps({"seconds": min(seconds), "megabytes": _peak()}))


def _peak() -> float:
    """Most memory of this process, and that of the processes it started: as many as WORKERS at once."""
    unit = 2**20 if sys.platform == "darwin" else 2**10  # Linux tells kilobytes, macOS bytes
    own, started = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (own + WORKERS * started) / unit


if __name__ == "__main__":
    main(*sys.argv[1:])
