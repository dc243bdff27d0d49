"""Which edition is served: the newest that is whole."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from socdom.editions.intact import require_intact
from socdom.editions.read import Edition
from socdom.errors import EditionError


class Latest:
    """The edition in its place; while that cannot be read or was changed, the last one that was whole.

    Somebody may take the edition away, or put one of a newer version in its place, while the server runs.

    Attributes:
        place: where the edition stands; may be a link that moves to a newer one.

    Raises:
        EditionError: at the start there is no whole edition in its place.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._edition = _whole(place)
        self._refused: Path | None = None

    def __call__(self) -> Edition:
        """The edition, for what its pages tell."""
        folder = self.place.resolve()
        if folder not in (self._edition.folder, self._refused):
            self._refused = folder
            with suppress(EditionError):
                self._edition, self._refused = _whole(self.place), None
        return self._edition

    def folder(self) -> Path:
        """Where its files are, links followed; a path without files when the edition was taken away."""
        return self().folder if self.place.exists() else self.place.resolve()


def _whole(place: Path) -> Edition:
    """The edition in a place, with every file as it was made."""
    edition = Edition(place)
    require_intact(edition.folder)
    return edition
