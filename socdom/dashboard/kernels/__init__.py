"""The kernels behind a page that a visitor chooses on: forked from a warm process, shut in, and gone when left.

    server:  PageKernels (manager)  →  ForkedProvisioner  →  WarmParents  →  WarmParent ──┐ one socket
    apart:   warm (imports all, reads the edition, draws once)  →  child, a kernel  ◄─────┘

A kernel that can not be forked is an ordinary one (`ordinary`), with the same restrictions.
"""

from __future__ import annotations

from typing import Any

from socdom.dashboard.kernels.environment import EDITION_VARIABLE, kernel_environment

__all__ = ["EDITION_VARIABLE", "PageKernelSpecs", "PageKernels", "kernel_environment"]
_HOMES = {"PageKernels": "manager", "PageKernelSpecs": "specs"}


def __getattr__(name: str) -> Any:
    # A kernel imports this package too, and has no use for the server's part of it, which is large.
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
