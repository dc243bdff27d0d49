"""An edition with one rate for a number of wijken, made by hand: for tests of funnels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from socdom.editions.model import Figure
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, small_edition

NAMES = (
    "Centrum", "Noord", "Oost", "Zuid", "West", "Lindepark", "Waterrijk", "Buitengebied", "De Hagen", "Veenpoort",
    "Stationskwartier", "Heuvel",
)  # fmt: skip
# Cases among inhabitants: about 80 per 1.000, with no more spread than chance gives.
EVEN = (
    (400, 5000), (165, 2000), (235, 3000), (325, 4000), (90, 1200), (485, 6000), (200, 2500), (125, 1500),
)  # fmt: skip
Area = tuple[float | None, float]


def wijk_figures(areas: Sequence[Area], form: str = "per_1000", status: str = "definitief") -> list[Figure]:
    """Figures of the municipality (the sum of what is shown) and its wijken; cases None is a hidden figure."""
    scale = {"procent": 100}.get(form, 1000)
    total, whole = (sum(n) for n in zip(*[(c, n) for c, n in areas if c is not None], strict=True))
    rows = [figure("2020Q4", total / whole * scale, status, numerator=total, denominator=whole)]
    for place, (cases, size) in enumerate(areas):
        value = None if cases is None else cases / size * scale
        state = "geheim" if cases is None else status
        rows.append(figure("2020Q4", value, state, f"WK9999{place + 1:02}", cases, size))
    return rows


def wijk_edition(
    folder: Path, areas: Sequence[Area], form: str = "per_1000", status: str = "definitief", **changes: object
) -> Edition:
    """An edition with these wijken, named as in NAMES; `changes` are of its description."""
    names = {f"WK9999{place + 1:02}": NAMES[place] for place in range(len(areas))}
    basis = {"basis": "van alle inwoners" if form == "procent" else "per 1.000 inwoners"}
    texts = description(form, **{**basis, **changes})
    return small_edition(folder, wijk_figures(areas, form, status), [texts], names)
