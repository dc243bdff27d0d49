"""Which figures of a theme stand open and which stand folded, under which heading and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.editions.model import Description

MAIN = "Belangrijkste cijfers"
_ORDER = (
    "Gebruik",
    "Toegang en wachttijd",
    "Instroom en uitstroom",
    "Soort en aanbieder",
    "Soort en reden",
    "Kosten en prijzen",
    "Per jaar",
)


@dataclass(frozen=True)
class Group:
    """Figures under one heading."""

    heading: str
    items: tuple[Description, ...]

    @property
    def id(self) -> str:
        """Id of the heading, unique on a page."""
        return f"groep-{self.heading.lower().replace(' ', '-')}"


def grouped(descriptions: Sequence[Description]) -> tuple[Group, ...]:
    """Key figures and figures without a group first, then the other groups in a fixed order.

    Where all of them have a group and none is a key figure, the first one stands for the theme.
    """
    if not descriptions:
        return ()
    leading = [d for d in descriptions if d.key_figure or not d.group] or list(descriptions[:1])
    main = Group(MAIN, tuple(sorted(leading, key=lambda d: not d.key_figure)))
    return main, *by_group([d for d in descriptions if d not in leading])


def by_group(descriptions: Sequence[Description]) -> tuple[Group, ...]:
    """Figures under the heading each of them names."""
    found: dict[str, list[Description]] = {}
    for description in descriptions:
        found.setdefault(description.group, []).append(description)
    return tuple(Group(heading, tuple(found[heading])) for heading in sorted(found, key=_place))


def _place(heading: str) -> int:
    """Place of a heading; one that is not in the order comes after those that are."""
    return _ORDER.index(heading) if heading in _ORDER else len(_ORDER)
