"""The kernel itself: IPython's, without what a page has no use for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

# Only an analyst debugs, and to import the debugger takes a third of a second. Ipykernel does without, when it is not
# installed; this says so before it looks.
sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]

import ipywidgets  # noqa: E402
from ipykernel import ipkernel  # noqa: E402
from ipykernel.ipkernel import IPythonKernel  # noqa: E402
from ipykernel.kernelapp import IPKernelApp  # noqa: E402
from traitlets import Any as AnyTrait  # noqa: E402
from traitlets.config import Config  # noqa: E402


class PageKernel(IPythonKernel):
    """A kernel that does not look at every module.

    ipykernel 7.4 lists the files of all modules for its debugger. To look at them costs a forked kernel 9 MB, as what a
    process touches it no longer shares.
    """

    def __init__(self, **kwargs: Any) -> None:
        ipkernel.sys = SimpleNamespace(**{**vars(sys), "modules": {}})
        try:
            super().__init__(**kwargs)
        finally:
            ipkernel.sys = sys


class PageKernelApp(IPKernelApp):
    """Starts one kernel from its connection file; reads no settings of the machine, the user or a command.

    Attributes:
        listening: called once, as soon as one can connect; the rest of the start goes on after it.
    """

    listening = AnyTrait(default_value=lambda: None)
    default_extensions: list[str] = []

    def parse_command_line(self, argv: Any = None) -> None:
        """Nothing: what there is to say is set as attributes."""

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: a kernel is the same on every machine."""

    def init_code(self) -> None:
        """Nothing: there is no code to run at the start, and IPython 9 writes down the name of every module after it.

        What a process touches it no longer shares: those names are 5 MB of a forked kernel.
        """

    def init_heartbeat(self) -> None:
        """The last of the sockets."""
        super().init_heartbeat()
        self.listening()


@cache
def kernel_app() -> PageKernelApp:
    """The one of this process; made before it forks, so that kernels share it."""
    return PageKernelApp.instance(kernel_class=PageKernel, config=_settings())


def start_kernel(connection_file: Path, listening: Callable[[], None] = lambda: None) -> PageKernelApp:
    """A kernel that is ready to answer, as soon as its loop runs.

    Args:
        connection_file: as jupyter_client writes it.
        listening: as of `PageKernelApp`.
    """
    app = kernel_app()
    app.listening = listening
    app.connection_file = str(connection_file)
    app.initialize()
    # Widgets were imported before there was a kernel to announce them to.
    ipywidgets.register_comm_target()
    return app


def _settings() -> Config:
    config = Config()
    config.HistoryManager.enabled = False
    config.IPKernelApp.capture_fd_output = False
    config.InteractiveShellApp.ignore_cwd = True
    config.InteractiveShellApp.exec_PYTHONSTARTUP = False
    return config
