"""Where the parts of a municipality are counted: in processes of this machine, or on a Dask cluster.

Workers read persons, so they stand in the person-level zone, like this machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context

from socdom.errors import CountingError, Fault, ParameterError
from socdom.measures.partial import Sums
from socdom.measures.parts import Runner

Counter = Callable[[int], dict[str, Sums]]
_PATIENCE = "30s"


def in_processes(workers: int) -> Runner:
    """Count in some processes of this machine, each with one part in memory.

    Raises:
        CountingError: (when run) the system ends a process, as it does when memory runs out.
    """

    def run(counter: Counter, numbers: Sequence[int]) -> Iterator[dict[str, Sums]]:
        with _told_of_processes(), ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            waiting = iter(numbers)
            # No more at once than there are workers: results that nobody takes yet would pile up in memory.
            busy = {pool.submit(counter, number) for number in islice(waiting, workers)}
            while busy:
                done, busy = wait(busy, return_when=FIRST_COMPLETED)
                busy |= {pool.submit(counter, number) for number in islice(waiting, len(done))}
                for future in done:
                    yield future.result()

    return run


def on_cluster(address: str) -> Runner:
    """Count on the workers of a Dask cluster that see the same folder; a part of a worker that dies is counted again.

    Args:
        address: of the scheduler, "tcp://10.0.0.5:8786".

    Raises:
        ParameterError: (when run) Dask is not installed, nobody answers at the address, a worker does not see the
            folder, or worker after worker dies.
    """

    def run(counter: Counter, numbers: Sequence[int]) -> Iterator[dict[str, Sums]]:
        try:
            import distributed
        except ImportError:
            raise _refused(
                "Dask is niet geïnstalleerd", "Installeer het: pip install socdom[cluster]."
            ) from None
        try:
            client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError):
            found = f"er antwoordt geen cluster op {address}"
            raise _refused(found, "Start het cluster, of reken zonder --cluster.") from None
        with _told_of_cluster(distributed.KilledWorker), client:
            futures = client.map(counter, numbers, pure=False)
            for future, sums in distributed.as_completed(futures, loop=client.loop, with_results=True):
                yield sums
                future.release()

    return run


@contextmanager
def _told_of_processes() -> Iterator[None]:
    """Tell in Dutch that a process fell away."""
    try:
        yield
    except BrokenProcessPool:
        raise CountingError(
            Fault(
                "rekenen in delen",
                "een rekenproces viel weg, meestal door te weinig geheugen",
                remedy="Sluit andere programma's, of reken op een cluster met --cluster.",
            )
        ) from None


@contextmanager
def _told_of_cluster(killed: type[Exception]) -> Iterator[None]:
    """Tell in Dutch what the workers of a cluster can do wrong."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise _refused(
            "de rekenmachines zien de map met gegevens niet",
            "Zet SOCDOM_DATA op een map die zij ook zien, en laat ze draaien als dezelfde gebruiker.",
        ) from None
    except killed:
        raise _refused("de rekenmachines vallen steeds uit", "Geef ze meer geheugen.") from None


def _refused(found: str, remedy: str) -> ParameterError:
    return ParameterError(Fault("--cluster", found, remedy=remedy))
