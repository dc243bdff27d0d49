"""From the code of a buurt to its place among the areas of a level, over the parent links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.areas import Area
from socdom.errors import Fault, ParameterError

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Regions:
    """The areas of a municipality.

    Attributes:
        areas: gemeente, wijken, buurten; other levels (land, reference group) may be among them.
    """

    areas: tuple[Area, ...]

    @classmethod
    def of(cls, areas: Sequence[Area]) -> Regions:
        """From any sequence of areas, in any order."""
        return cls(tuple(areas))

    @cached_property
    def by_code(self) -> dict[str, Area]:
        """Areas by their code."""
        return {area.code: area for area in self.areas}

    def codes(self, level: str) -> tuple[str, ...]:
        """Codes of a level, in order.

        Raises:
            ParameterError: the level is gemeente and there is not exactly one.
        """
        found = tuple(sorted(area.code for area in self.areas if area.level == level))
        if level == "gemeente" and len(found) != 1:
            raise ParameterError(
                Fault(
                    "gebieden",
                    f"precies één gemeente, gevonden: {len(found)}",
                    remedy="Vul de lijst met gebieden aan.",
                )
            )
        return found

    def known(self, level: str, first_days: Ints) -> NDArray[np.bool_]:
        """Of each area of a level and each first day of a period, whether the area had the border of now."""
        since = [self.by_code[code].since or date.min for code in self.codes(level)]
        days = np.array(since, dtype="datetime64[D]").astype(np.int64)
        return first_days >= days[:, None]

    def positions(self, codes: pd.Series, level: str) -> Ints:
        """Position in `codes(level)` of the area that holds each code; -1 when the code is unknown there."""
        place = {code: number for number, code in enumerate(self.codes(level))}
        number, names = pd.factorize(codes)
        return np.array([place.get(self._ancestor(name, level), -1) for name in names], dtype=np.int64)[
            number
        ]

    def _ancestor(self, code: str, level: str) -> str:
        """The code itself or the first above it on a level; "" when there is none."""
        seen: set[str] = set()
        while code in self.by_code and code not in seen:
            if self.by_code[code].level == level:
                return code
            seen.add(code)
            code = self.by_code[code].parent
        return ""
