"""Breakdowns of who has help under more than one law."""

from __future__ import annotations

from itertools import combinations

from socdom.dutch import listing
from socdom.measures.dimensions.model import Dimension

# In the order in which a combination is named. Protection and probation count too, so it is jeugdzorg.
LAWS = {"wmo": "Wmo", "jeugd": "Jeugdzorg", "participatie": "Bijstand", "schulden": "Schuldhulp"}


def combination(laws: tuple[str, ...]) -> str:
    """Category of a set of laws, given in the order of LAWS."""
    return "_".join(laws)


_COMBINATIONS = {
    combination(laws): listing(
        [LAWS[laws[0]], *(LAWS[law].lower() if law != "wmo" else "Wmo" for law in laws[1:])]
    )
    for size in (2, 3, 4)
    for laws in combinations(LAWS, size)
}

DIMENSIONS = {
    "aantal_wetten": Dimension(
        title="Aantal soorten hulp",
        labels={"2": "Twee soorten", "3": "Drie soorten", "4": "Vier soorten"},
        column="laws",
    ),
    "combinatie_wetten": Dimension(title="Combinatie", labels=_COMBINATIONS, column="combination"),
}
