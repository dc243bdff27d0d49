"""Whose kernel it is. A page gets a key with its kernel; without it the kernel does not exist for who asks.

The key is in the memory of the server only, beside the kernel, and in the page. It never stands in an address: a page
says it in a header of its websocket, and in the body of its last request.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tornado.web import HTTPError

KEY_PROTOCOL = "sleutel."
_BYTES = 32


@dataclass
class Owner:
    """The page a kernel was started for.

    Attributes:
        user: name of the reader.
        visitor: who it counts for (`guard.visitor_of`).
        key: what the page shows.
        connected: whether the page has made its connection; there is one in the life of a kernel.
        disconnect: cuts that connection.
    """

    user: str
    visitor: str
    key: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES), repr=False)
    connected: bool = False
    disconnect: Callable[[], None] = field(default=lambda: None, repr=False)

    def is_owner(self, user: str, key: str) -> bool:
        """Whether this is the page; takes the same time whatever the key."""
        same_key = hmac.compare_digest(self.key.encode(), key.encode())
        return hmac.compare_digest(self.user.encode(), user.encode()) and same_key


def owner_of(kernels: Any, kernel_id: str, user: str, key: str) -> Owner:
    """The owner of a kernel, when that is who asks.

    Args:
        kernels: the manager of all kernels.

    Raises:
        HTTPError: 404, the same for a kernel of somebody else and for one there is not.
    """
    kernel = kernels.get_kernel(kernel_id) if kernel_id in kernels else None
    owner = getattr(kernel, "owner", None) or Owner("", "")
    if kernel is None or not owner.is_owner(user, key):
        raise HTTPError(404)
    return owner


def shown_key(protocols: list[str]) -> str:
    """The key among the names of protocols that a page offers; "" when there is none."""
    return next((name.removeprefix(KEY_PROTOCOL) for name in protocols if name.startswith(KEY_PROTOCOL)), "")
