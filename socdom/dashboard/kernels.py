"""The kernels behind the theme pages: what they know of their surroundings, and when they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from jupyter_client.session import utcnow
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Callable as CallableTrait
from traitlets import Int

EDITION_VARIABLE = "SOCDOM_EDITION"
# Enough to start Python, to write Dutch and to know the request; nothing of the server itself.
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "HOME", "TMPDIR", "SYSTEMROOT")
_REQUEST = (
    "QUERY_STRING",
    "SCRIPT_NAME",
    "SERVER_SOFTWARE",
    "VOILA_BASE_URL",
    "VOILA_PREHEAT",
    "VOILA_KERNEL_ID",
)


def kernel_environment(offered: Mapping[str, str], edition: Path, private: Path) -> dict[str, str]:
    """The environment of a kernel: a short list of variables and the edition it may read.

    Args:
        offered: what Voilà would hand over (the whole environment of the server, and the request).
        edition: folder of the edition, links followed, so that a page keeps the edition it opened.
        private: a folder of this server for what libraries keep between kernels.
    """
    kept = {name: offered[name] for name in (*_KEPT, *_REQUEST) if name in offered}
    return {
        **kept,
        EDITION_VARIABLE: str(edition),
        "IPYTHONDIR": str(private / "ipython"),
        # One thread is faster for small tables and keeps a kernel small.
        "OPENBLAS_NUM_THREADS": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", os.defpath)]),
    }


class PageKernels(AsyncMappingKernelManager):
    """Kernels for visitors: few variables, no tracebacks, an end when left, a limit to their number."""

    edition_folder: Callable[[], Path] = CallableTrait(
        config=True, help="gives the current edition, links followed"
    )
    abandoned_after = Int(60, config=True, help="seconds after which a kernel without a visitor ends")
    idle_after = Int(3600, config=True, help="seconds after which a kernel ends that nobody uses")
    limit = Int(60, config=True, help="kernels at the same time")

    async def start_kernel(self, *, env: Mapping[str, str] | None = None, **kwargs: Any) -> str:
        """Start a kernel with the stripped environment; "busy" (503) when there are too many."""
        # Kernels that are still starting count as well: many visitors may come at the same moment.
        if len({*self._kernels, *self._pending_kernels}) >= self.limit:
            raise HTTPError(503)
        stripped = kernel_environment(env or os.environ, self.edition_folder(), Path(self.connection_dir))
        return await super().start_kernel(env=stripped, **kwargs)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that was left or forgotten; a visitor who is reading keeps it for an hour."""
        kernel = self._kernels[kernel_id]
        connected = self._kernel_connections.get(kernel_id, 0) > 0
        patience = timedelta(seconds=self.idle_after if connected else self.abandoned_after)
        if kernel.execution_state != "busy" and utcnow() - kernel.last_activity > patience:
            await ensure_async(self.shutdown_kernel(kernel_id))
