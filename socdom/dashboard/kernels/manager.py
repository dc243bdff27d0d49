"""All kernels behind pages: how they start, how many there may be, and when they end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager
from jupyter_client.session import utcnow
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from traitlets import Callable as CallableTrait
from traitlets import Instance, Int, Unicode, default

from socdom.dashboard.kernels.environment import kernel_environment
from socdom.dashboard.kernels.parents import WarmParents
from socdom.dashboard.kernels.user import Account, account

_OWN = "kernels"
_CONNECTION_FILE = "k.json"  # a short name: that of a socket beside it has at most some hundred characters


class PageKernels(AsyncMappingKernelManager):
    """Kernels for visitors: few variables, no tracebacks, an end when left, a limit to their number."""

    edition_folder: Callable[[], Path] = CallableTrait(
        config=True, help="gives the current edition, links followed"
    )
    kernel_user = Unicode("", config=True, help="user of the system to run kernels as; only for root")
    abandoned_after = Int(20, config=True, help="seconds after which a kernel without a visitor ends")
    idle_after = Int(50, config=True, help="seconds after which a kernel ends that nobody uses")
    busy_after = Int(
        60, config=True, help="seconds after which a kernel ends that starts or works and says nothing"
    )
    limit = Int(60, config=True, help="kernels at the same time")
    account: Account | None = Instance(Account, allow_none=True)
    warm: WarmParents = Instance(WarmParents)

    @default("account")
    def _account(self) -> Account | None:
        return account(self.kernel_user)

    @default("warm")
    def _warm(self) -> WarmParents:
        return WarmParents(self.edition_folder, self._folder(), self.account)

    def warm_up(self) -> None:
        """Begin to prepare, in the background; to be called when the event loop runs."""
        self.warm.start()

    def pre_start_kernel(self, kernel_name: str | None, kwargs: Any) -> tuple[KernelManager, str, str]:
        """A folder for each kernel, where it alone reads and writes."""
        kernel, name, number = super().pre_start_kernel(kernel_name, kwargs)
        kernel.connection_file = str(self._folder(f"kernel-{number}") / _CONNECTION_FILE)
        return kernel, name, number

    async def start_kernel(self, *, env: Mapping[str, str] | None = None, **kwargs: Any) -> str:
        """Start a kernel with the stripped environment; "busy" (503) when there are too many."""
        # Kernels that are still starting count as well: many visitors may come at the same moment.
        if len({*self._kernels, *self._pending_kernels}) >= self.limit:
            raise HTTPError(503)
        stripped = kernel_environment(env or os.environ, self.edition_folder(), self._folder())
        return await super().start_kernel(env=stripped, **kwargs)

    async def shutdown_kernel(self, kernel_id: str, now: bool = True, restart: bool = False) -> None:
        """End a kernel at once: it has nothing to keep, and one that hangs does not listen."""
        await super().shutdown_kernel(kernel_id, now=True, restart=restart)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that was left, forgotten, or hangs; the page asks for another one at the next choice."""
        kernel = self._kernels[kernel_id]
        if kernel.execution_state in ("starting", "busy"):
            patience = self.busy_after
        elif self._kernel_connections.get(kernel_id, 0) > 0:
            patience = self.idle_after
        else:
            patience = self.abandoned_after
        if utcnow() - kernel.last_activity > timedelta(seconds=patience):
            await ensure_async(self.shutdown_kernel(kernel_id))

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """Take away what a kernel leaves that ended by itself."""
        IOLoop.current().add_callback(self._clear_away, kernel_id)

    async def _clear_away(self, kernel_id: str) -> None:
        with suppress(HTTPError, KeyError):
            await ensure_async(self.shutdown_kernel(kernel_id))

    def _folder(self, name: str = "") -> Path:
        """The folder of all kernels, or one in it; of their user where they have one."""
        folder = Path(self.connection_dir).resolve() / _OWN
        for place in {folder: None, folder / name: None}:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.account:
                self.account.give(place)
        if self.account:
            # Who is not the owner can pass, but not look around.
            Path(self.connection_dir).chmod(0o711)
        return folder / name
