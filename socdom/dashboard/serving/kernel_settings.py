"""The settings of Voilà and Jupyter that make kernels ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from traitlets.config import Config

from socdom.dashboard.kernels.manager import PageKernels
from socdom.dashboard.kernels.specs import PageKernelSpecs
from socdom.dashboard.serving.voila_patches import PageClient, SilentKernel

_LOOK = 5  # seconds between two looks for kernels that were left


def kernel_settings(edition_folder: Callable[[], Path], kernel_user: str = "") -> Config:
    """To be merged with the other settings of the server.

    Args:
        edition_folder: gives the folder of the current edition, links followed.
        kernel_user: name of the user of the system to run kernels as; "" for the one that runs the server.
    """
    config = Config()
    config.VoilaConfiguration.update(
        kernel_spec_manager_class=PageKernelSpecs, multi_kernel_manager_class=PageKernels
    )
    config.PageKernels.update(
        allow_tracebacks=False,
        cull_idle_timeout=_LOOK,  # only says that kernels end; how soon is in `PageKernels`
        cull_interval=_LOOK,
        kernel_manager_class=f"{SilentKernel.__module__}.{SilentKernel.__name__}",
        edition_folder=edition_folder,
        kernel_user=kernel_user,
        buffer_offline_messages=False,  # a kernel ends with its page: nobody comes back for what it said
    )
    config.SilentKernel.client_class = f"{PageClient.__module__}.{PageClient.__name__}"
    # A kernel that ended is not started again, as the page asks for another one at the next choice; but within a
    # second its page hears of it. Without a "restarter" nobody would look.
    config.AsyncIOLoopKernelRestarter.update(restart_limit=0, time_to_dead=1.0)
    return config
