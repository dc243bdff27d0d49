"""What the server asks of a warm process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 65536  # bytes of an order or an answer


@dataclass(frozen=True)
class Order:
    """One kernel.

    Attributes:
        kernel: number of the kernel.
        connection_file: where its sockets are to be; its folder is the kernel's own.
        edition: folder of the edition.
        environment: all its variables.
    """

    kernel: str
    connection_file: str
    edition: str
    environment: Mapping[str, str]
