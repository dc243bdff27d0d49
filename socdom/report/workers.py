"""Make documents side by side, each in a process, within a time limit; no process is left afterwards.

The processes can be started long before there is work: they spend seconds on imports, which then cost nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import cast

from socdom.errors import Fault, RenderError
from socdom.report.messages import Failed, Job, Outcome, Step
from socdom.report.surroundings import surroundings

_GONE = "het proces dat dit document maakt viel weg, meestal door te weinig geheugen"
_ROOM = "Sluit andere programma's en maak de editie opnieuw."
_PATIENCE = 2.0  # seconds for a process to end by itself


class OutOfTime(Exception):
    """The documents were not ready in time; holds the places of the jobs that have no outcome."""

    def __init__(self, unfinished: Sequence[int]) -> None:
        super().__init__(unfinished)
        self.unfinished = tuple(unfinished)


@dataclass(eq=False)
class _Worker:
    """A process, the line to it, and the place of the job it is doing."""

    process: subprocess.Popen[bytes]
    line: Connection
    job: int | None = None


class Workers:
    """Some processes that make documents; made by `document_workers`, which also ends them."""

    def __init__(self, count: int) -> None:
        self._workers: list[_Worker] = []
        self._count = count

    def start(self) -> None:
        """Start the processes; they get ready by themselves."""
        for _ in range(self._count):
            self._workers.append(_start())

    def run(
        self, jobs: Sequence[Job], hear: Callable[[int, Step | Outcome], None], limit: float
    ) -> list[Outcome]:
        """Do all jobs, in this order as processes come free; a job that fails does not stop the others.

        Args:
            hear: called with the place of a job and what is told of it.
            limit: seconds for all jobs together.

        Raises:
            OutOfTime: not all were ready; what is still running is ended with the processes.
        """
        deadline = time.monotonic() + limit
        waiting = deque(range(len(jobs)))
        outcomes: dict[int, Outcome] = {}
        while len(outcomes) < len(jobs):
            self._hand_out(waiting, jobs)
            busy = {worker.line: worker for worker in self._workers if worker.job is not None}
            ready = cast(list[Connection], wait(list(busy), timeout=max(0.0, deadline - time.monotonic())))
            if not ready:
                raise OutOfTime([place for place in range(len(jobs)) if place not in outcomes])
            for line in ready:
                place, message = self._message(busy[line], jobs)
                hear(place, message)
                if not isinstance(message, Step):
                    outcomes[place] = message
        return [outcomes[place] for place in range(len(jobs))]

    def end(self) -> None:
        """End all processes, in the middle of their work."""
        for worker in self._workers:
            worker.line.close()
        for worker in self._workers:
            _wait_for(worker.process)
        self._workers.clear()

    def _hand_out(self, waiting: deque[int], jobs: Sequence[Job]) -> None:
        while waiting:
            free = next((worker for worker in self._workers if worker.job is None), None)
            if free is None:
                if len(self._workers) >= self._count:
                    return
                free = _start()  # in the place of one that fell away
                self._workers.append(free)
            free.job = waiting.popleft()
            try:
                free.line.send(jobs[free.job])
            except OSError:
                pass  # it fell away; that is what its line tells when it is read

    def _message(self, worker: _Worker, jobs: Sequence[Job]) -> tuple[int, Step | Outcome]:
        """What a worker that is busy says; one that fell away has failed."""
        assert worker.job is not None
        place = worker.job
        try:
            message = worker.line.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.line.close()
            _wait_for(worker.process)
            return place, Failed(RenderError, (Fault(jobs[place].document.title, _GONE, remedy=_ROOM),))
        if not isinstance(message, Step):
            worker.job = None
        return place, message


@contextmanager
def document_workers(documents: int) -> Iterator[Workers]:
    """Processes to make this number of documents: as many as the machine can run at once, and no more."""
    workers = Workers(min(documents, _processors()))
    try:
        workers.start()
        yield workers
    finally:
        workers.end()


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start() -> _Worker:
    mine, other = Pipe()
    with other:
        process = subprocess.Popen(
            # -P: no module of the folder the user stands in comes in the place of one of ours.
            [sys.executable, "-P", "-m", "socdom.report.worker", str(other.fileno())],
            pass_fds=[other.fileno()],
            env=surroundings(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the run, which ends its processes
        )
    return _Worker(process, mine)


def _wait_for(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
