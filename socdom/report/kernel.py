"""The kernel of a report notebook: this interpreter, no network socket, only the environment it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Unicode
from traitlets.config import Config

# What Python, pandas and matplotlib need to start. Not among them: SOCDOM_* (where person-level data stands)
# and XDG_CONFIG_HOME (where the key of the pseudonyms stands).
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "PYTHONPATH")
PASSED_ON += ("MPLCONFIGDIR", "XDG_CACHE_HOME", "SYSTEMROOT")
# A path of a Unix socket holds at most 107 bytes on Linux; "-ipc-5" is added to it.
_LONGEST_SOCKET_PATH = 100


class ReportKernelManager(AsyncKernelManager):
    """Starts a kernel with the interpreter that runs socdom, whatever kernels are installed beside it."""

    workspace = Unicode(help="temporary folder for the kernel's own files").tag(config=True)

    @property
    def kernel_spec(self) -> KernelSpec:
        """How the kernel is started; no kernel specification on disk is read."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="socdom", language="python")

    async def start_kernel(self, **kwargs: Any) -> None:
        """Start with the stripped environment; what the process itself prints is not for the reader."""
        kwargs["env"] = kernel_environment(dict(os.environ), Path(self.workspace))
        await super().start_kernel(**kwargs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kernel_environment(environ: dict[str, str], workspace: Path) -> dict[str, str]:
    """The environment of the kernel: PASSED_ON, and settings that make a run the same every time."""
    passed = {name: environ[name] for name in PASSED_ON if name in environ}
    return {**passed, "IPYTHONDIR": str(workspace / "ipython"), "MPLBACKEND": "agg", "PYTHONHASHSEED": "0"}


def kernel_config(workspace: Path) -> Config:
    """Traits for `ReportKernelManager`: sockets are files in the workspace, which only this user can open."""
    config = Config()
    connection_file = workspace / "kernel.json"
    config.ReportKernelManager.workspace = str(workspace)
    config.ReportKernelManager.connection_file = str(connection_file)
    # A network socket can be reached by every user of the machine; it is the way out for a long path only.
    if os.name == "posix" and len(os.fsencode(connection_file)) <= _LONGEST_SOCKET_PATH:
        config.ReportKernelManager.transport = "ipc"
    return config
