"""How far the documents of an edition are, in one Dutch line."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.report.documents import Document
from socdom.report.messages import Outcome, Step

NAME = "Documenten maken"


class ProgressLine:
    """The line for some documents, which changes with what is heard of them.

    "Documenten maken: 1 van 3 klaar; rapport cel 14 van 32; brief PDF maken". What comes before the colon stays the
    same, so that it is one step. Names are short: two documents fit on a screen of 80 columns.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._names = [document.kind for document in documents]
        self._steps: dict[int, str] = {}
        self._ended = 0

    def after(self, place: int, message: Step | Outcome) -> str:
        """The line after something was heard of the document in this place."""
        if isinstance(message, Step):
            self._steps[place] = message.text
        else:
            self._steps.pop(place, None)
            self._ended += 1
        return str(self)

    def __str__(self) -> str:
        busy = [f"{self._names[place]} {text}" for place, text in sorted(self._steps.items())]
        return f"{NAME}: " + "; ".join([f"{self._ended} van {len(self._names)} klaar", *busy])
