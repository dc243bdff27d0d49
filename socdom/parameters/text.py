"""Text files of a municipality, as any editor leaves them."""

from __future__ import annotations

from pathlib import Path

from socdom.errors import Fault, ParameterError

# PyYAML reads 2021-02-30 as a date and then raises ValueError.
NO_SUCH_DATE = "er staat een datum of tijd in die niet bestaat, zoals 30 februari"


def read_text(path: Path, place: str) -> str:
    """The text of a file, with or without a mark at its start; every line ends in a bare line feed.

    Args:
        path: the file.
        place: the file as the user knows it.

    Raises:
        FileNotFoundError: it is not there.
        ParameterError: it is not utf-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ParameterError(Fault(place, "dit bestand moet als utf-8 zijn opgeslagen")) from None
