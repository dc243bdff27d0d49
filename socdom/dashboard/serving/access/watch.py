"""Ends what somebody has open who may look no more: a page that was live when its reader was revoked or logged out."""

from __future__ import annotations

from typing import Any

from socdom.dashboard.serving.access.identity import ANONYMOUS, ReaderIdentity
from socdom.dashboard.serving.sockets import end_kernel

EVERY = 2_000  # milliseconds


async def end_of_unknown(kernels: Any, provider: ReaderIdentity) -> None:
    """Close the connection and end the kernel of each page whose reader is known no more.

    Args:
        kernels: the manager of all kernels.
    """
    for number in list(kernels.list_kernel_ids()):
        owner = getattr(kernels.get_kernel(number), "owner", None) if number in kernels else None
        if owner is None or owner.user == ANONYMOUS or provider.is_known(owner.user):
            continue
        owner.disconnect()
        await end_kernel(kernels, number)
