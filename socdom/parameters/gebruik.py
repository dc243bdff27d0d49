"""Counting how the dashboard is used. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from pydantic import Field

from socdom.parameters.strict import Strict


class Gebruik(Strict):
    """What is counted, and from how many a count is shown.

    Attributes:
        tellen: whether pages are counted; otherwise nothing of the use is kept.
        vraag: whether a page asks if it was clear, and counts the answers.
        tonen_vanaf: a smaller count is told as "minder dan" this number.
    """

    tellen: bool = True
    vraag: bool = True
    tonen_vanaf: int = Field(10, ge=5, le=100)
