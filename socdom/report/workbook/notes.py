"""Notes: where a series breaks and figures cannot be compared; a number behind the name of the figure."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.blocks.sheets.model import Column, Sheet
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.moments import moments

NAME = "Noten"
_MOST_NAMES = 12


class Notes:
    """The notes of an edition, numbered in the order of the catalogue; a note that figures share has one number."""

    def __init__(self, edition: Edition) -> None:
        newest = edition.figures.groupby("indicator", sort=False)["period"].max().to_dict()
        self._numbers: dict[str, int] = {}
        self._of: dict[str, list[int]] = {}
        self._titles: dict[int, list[str]] = {}
        for description in edition.descriptions.values():
            until = max(newest.get(description.id, ""), edition.meta.period)
            for text in moments("Trendbreuk", description.breaks, until):
                if description.id in newest:
                    self._add(description, text)

    def _add(self, description: Description, text: str) -> None:
        number = self._numbers.setdefault(text, len(self._numbers) + 1)
        self._of.setdefault(description.id, []).append(number)
        self._titles.setdefault(number, []).append(description.title)

    def named(self, description: Description) -> str:
        """The title of a figure with its notes: "Inwoners met Wmo-hulp [noot 1]"."""
        numbers = self._of.get(description.id, ())
        return " ".join([description.title, *(f"[noot {number}]" for number in numbers)])

    def sheet(self) -> Sheet | None:
        """The sheet with every note; None without any."""
        rows = tuple(
            (f"[noot {number}]", text, _listed(self._titles[number]))
            for text, number in self._numbers.items()
        )
        columns = (Column("Noot", 10), Column("Tekst", 60), Column("Bij welke cijfers", 80))
        return Sheet(NAME, "Noten bij de cijfers", columns, rows) if rows else None


def _listed(titles: Sequence[str]) -> str:
    """The names of a few figures; of many how many."""
    return "; ".join(titles) if len(titles) <= _MOST_NAMES else f"{len(titles)} cijfers"
