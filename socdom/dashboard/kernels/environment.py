"""What a kernel knows of its surroundings: the edition, the request, and nothing of the server."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

EDITION_VARIABLE = "SOCDOM_EDITION"
# Enough to start Python, to write Dutch and to know the request; nothing of the server itself.
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")
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
        private: folder of this server for what libraries write; a kernel gets one of its own in it.
    """
    kept = {name: offered[name] for name in (*_KEPT, *_REQUEST) if name in offered}
    return {
        **kept,
        EDITION_VARIABLE: str(edition),
        "HOME": str(private),
        "TMPDIR": str(private),
        "IPYTHONDIR": str(private),
        "MPLBACKEND": "agg",
        # One thread is faster for small tables and keeps a kernel small.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        # A process that forks kernels has one thread; pyarrow's own allocator would bring another.
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "JE_ARROW_MALLOC_CONF": "background_thread:false",
        # Every thread of a kernel would otherwise begin a heap of its own.
        "MALLOC_ARENA_MAX": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", os.defpath)]),
    }
