"""The kernel of a report notebook: this interpreter, no network socket, only the environment it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Dict, Unicode
from traitlets.config import Config

from socdom.report.surroundings import surroundings

# A path of a Unix socket holds at most 107 bytes on Linux; "-ipc-5" is added to it.
_LONGEST_SOCKET_PATH = 100


class ReportKernelManager(AsyncKernelManager):
    """Starts a kernel with the interpreter that runs socdom, whatever kernels are installed beside it."""

    # A process runs one notebook at a time, so this holds one number at most.
    running: ClassVar[set[int]] = set()
    workspace = Unicode(help="temporary folder for the kernel's own files").tag(config=True)
    known = Dict(help="variables the kernel knows besides those of every document").tag(config=True)

    @property
    def kernel_spec(self) -> KernelSpec:
        """How the kernel is started; no kernel specification on disk is read."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="socdom", language="python")

    async def start_kernel(self, **kwargs: Any) -> None:
        """Start with the stripped environment; what the process itself prints is not for the reader."""
        kwargs["env"] = {**kernel_environment(dict(os.environ), Path(self.workspace)), **self.known}
        await super().start_kernel(**kwargs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.running.add(self.provisioner.pid)

    async def cleanup_resources(self, restart: bool = False) -> None:  # type: ignore[override]
        """The kernel has ended."""
        await super().cleanup_resources(restart=restart)
        self.running.clear()


def kill_kernels() -> None:
    """End the kernel that this process runs, if it runs one, whatever it is doing."""
    for number in tuple(ReportKernelManager.running):
        with suppress(ProcessLookupError):
            os.killpg(number, signal.SIGKILL)  # a kernel leads a group, with what it started


def kernel_environment(environ: dict[str, str], workspace: Path) -> dict[str, str]:
    """The environment of the kernel: `surroundings`, and no settings of the user for IPython and matplotlib."""
    settings = workspace / "matplotlibrc"
    settings.touch()
    own = {"IPYTHONDIR": str(workspace / "ipython"), "XDG_CONFIG_HOME": str(workspace / "config")}
    return {**surroundings(environ), **own, "MPLBACKEND": "agg", "MATPLOTLIBRC": str(settings)}


def kernel_config(workspace: Path, known: Mapping[str, str] = MappingProxyType({})) -> Config:
    """Traits for `ReportKernelManager`: sockets are files in the workspace, which only this user can open.

    Args:
        known: variables for the kernel; a document gets none, so that it cannot reach a person.
    """
    config = Config()
    config.ReportKernelManager.known = dict(known)
    connection_file = workspace / "kernel.json"
    config.ReportKernelManager.workspace = str(workspace)
    config.ReportKernelManager.connection_file = str(connection_file)
    # A network socket can be reached by every user of the machine; it is the way out for a long path only.
    if os.name == "posix" and len(os.fsencode(connection_file)) <= _LONGEST_SOCKET_PATH:
        config.ReportKernelManager.transport = "ipc"
    return config
