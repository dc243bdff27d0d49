"""What a fault means to a run that nobody watches: its code, its text for the operator, whether waiting may help."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.errors import (
    UNEXPECTED_CODE,
    CountingError,
    EditionError,
    NotReadyError,
    RenderError,
    SocdomError,
    StorageError,
    unexpected,
)
from socdom.sources.cbs.errors import FetchError

# A disk with room again, a run that has ended, memory that is free again, CBS that answers.
_PASSING = (CountingError, EditionError, FetchError, RenderError, StorageError)


@dataclass(frozen=True)
class Judged:
    """A fault.

    Attributes:
        code: exit code.
        passes: whether it may pass by itself; else it is tried again only when what goes in is another.
        text: for the operator.
    """

    code: int
    passes: bool
    text: str


def judged(error: Exception) -> Judged:
    """What a fault means."""
    if isinstance(error, SocdomError):
        return Judged(error.exit_code, isinstance(error, _PASSING), str(error))
    return Judged(UNEXPECTED_CODE, passes=True, text=unexpected(error))


def not_ready_text(error: NotReadyError) -> str:
    """Why an edition was made as a concept, for the operator."""
    return f"{error}\nDe editie is als concept gemaakt."
