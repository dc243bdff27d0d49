"""Kernels of the dashboard without a dashboard: started by their manager, asked through Jupyter's own client."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from socdom.dashboard.kernels import PageKernels, PageKernelSpecs
from socdom.dashboard.serving.kernel_settings import kernel_settings

PATIENCE = 60.0


class Kernels:
    """A manager of kernels, and an event loop to run it in.

    Attributes:
        manager: as the dashboard has it.
        edition: folder of the edition; another one may be put in its place.
    """

    def __init__(self, edition: Path, folder: str, runner: asyncio.Runner) -> None:
        self.edition = edition
        self.run: Callable[[Coroutine[Any, Any, Any]], Any] = runner.run
        self.manager: PageKernels = runner.run(self._made(folder))

    async def _made(self, folder: str) -> PageKernels:
        return PageKernels(
            connection_dir=folder,
            kernel_spec_manager=PageKernelSpecs(),
            config=kernel_settings(lambda: self.edition),
        )

    def warm_up(self) -> None:
        """Until there is a process that forks."""
        self.run(self._warm())

    async def _warm(self) -> None:
        self.manager.warm_up()
        await until(lambda: self.manager.warm.current is not None, "er komt geen proces dat kernels maakt")

    def start(self, variables: Mapping[str, str] | None = None) -> str:
        """The number of a kernel that runs."""
        found = self.run(
            self.manager.start_kernel(kernel_name="python3", env={**os.environ, **(variables or {})})
        )
        return str(found)

    def end(self, kernel: str) -> None:
        self.run(self.manager.shutdown_kernel(kernel))

    def pid(self, kernel: str) -> int:
        return int(self.manager.get_kernel(kernel).provisioner.pid)

    def ask(self, kernel: str, code: str) -> Any:
        """What a piece of code makes in a kernel: the value of its name `told`, by way of JSON."""
        return self.run(self._asked(kernel, code))

    async def _asked(self, kernel: str, code: str) -> Any:
        client = self.manager.get_kernel(kernel).client()
        client.start_channels()
        printed: list[str] = []
        try:
            await client.wait_for_ready(timeout=PATIENCE)
            reply = await client.execute_interactive(
                f"{code}\nimport json; print(json.dumps(told))",
                output_hook=lambda message: printed.append(message["content"].get("text", "")),
                timeout=PATIENCE,
            )
        finally:
            client.stop_channels()
        assert reply["content"]["status"] == "ok", reply["content"]
        return json.loads("".join(printed))


@contextmanager
def running_kernels(edition: Path) -> Iterator[Kernels]:
    """Kernels of an edition; when the block ends, none of their processes is left."""
    with asyncio.Runner() as runner, TemporaryDirectory() as folder:
        kernels = Kernels(edition.resolve(), folder, runner)
        try:
            yield kernels
        finally:
            runner.run(kernels.manager.shutdown_all(now=True))
            kernels.manager.warm.end()


async def until(condition: Callable[[], bool], otherwise: str) -> None:
    """Wait for something to become true; fails with a sentence when it does not."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.02)
    assert condition(), otherwise


def is_gone(pid: int) -> bool:
    """Whether a process has ended and nobody keeps it as a zombie."""
    return not Path(f"/proc/{pid}").exists()


def has_ended(pid: int) -> bool:
    """Whether a process has ended; its parent may still have to hear of it."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
