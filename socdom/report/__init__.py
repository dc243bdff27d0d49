"""The documents of a quarter: what each says, and how it becomes a notebook, a page, a PDF and more.

Only what a notebook calls is imported here, and only when it is called: the kernel behind a notebook needs no
papermill, nbconvert or WeasyPrint, and that of a letter nothing of the report.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socdom.report.letter import Raadsinformatiebrief
    from socdom.report.meeting import Bijeenkomst
    from socdom.report.quarterly import Kwartaalrapport

__all__ = ["Bijeenkomst", "Kwartaalrapport", "Raadsinformatiebrief"]

_MODULES = {"Bijeenkomst": "meeting", "Kwartaalrapport": "quarterly", "Raadsinformatiebrief": "letter"}


def __getattr__(name: str) -> object:
    """The class of a document, imported when it is asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
