"""How a verb tells what it is doing, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]
"""Called with a short Dutch line at the start of every step that may take longer than a second."""


def silent(_step: str) -> None:
    """Tell nobody."""
