"""What a breakdown is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Dimension:
    """A breakdown.

    Attributes:
        title: Dutch title ("Leveringsvorm").
        labels: category → Dutch label, in the order in which they are shown.
        column: column that holds the code; "" for ages and open data.
        codes: code in the column → category; empty when the code is the category.
        ages: category → first and last age on the first day of the quarter (both included).
    """

    title: str
    labels: Mapping[str, str]
    column: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    ages: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def category_of(self, code: str) -> str:
        """Category of a code in the column; "" when it belongs to none."""
        category = self.codes.get(code, "") if self.codes else code
        return category if category in self.labels else ""


def by_code(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Code → category, from category → codes."""
    return {code: category for category, codes in groups.items() for code in codes}
