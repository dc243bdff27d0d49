"""A change divided with published figures only: what may be shared, and what cannot be known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.stats.kitagawa import kitagawa
from socdom.workbench.decomposition.comparing import Compared
from socdom.workbench.decomposition.divide import MIX, OWN
from socdom.workbench.decomposition.parts import Part, Split, ordered

_REST = "Niet te verdelen met getoonde cijfers"
_NOTE = (
    "Getoonde cijfers zijn afgerond, en kleine zijn geheim. Wat daardoor niet te verdelen is, staat apart."
)
_ADDS = ("aantal", "euro")


def published_splits(
    edition: Edition, indicator: str, area: str, two: Compared, *, adds: bool = True
) -> Iterator[Split]:
    """The parts by wijk and by every breakdown that the edition publishes.

    Args:
        area: CBS code; only the municipality has parts.
        adds: whether numbers and euros of groups are added up; not those of a mean or a price.
    """
    description = edition.descriptions[indicator]
    whole = [edition.figure(indicator, period, area) for period in (two.before, two.now)]
    if area != edition.meta.code or not all(figure and figure.shown for figure in whole):
        return
    before, now = (figure for figure in whole if figure is not None)
    groups = [("wijk", "Wijk", _by_wijk(edition, indicator, two))]
    groups += [
        (name, dimension.title, _by_category(edition, indicator, name, two))
        for name, dimension in description.dimensions.items()
    ]
    for name, title, pairs in groups:
        if found := _split(description, name, title, pairs, before, now, adds=adds):
            yield found


_Pairs = Sequence[tuple[str, Figure | None, Figure | None]]


def _by_wijk(edition: Edition, indicator: str, two: Compared) -> _Pairs:
    codes = [area.code for area in edition.areas.values() if area.level == "wijk"]
    found = [
        (
            edition.area_name(code),
            edition.figure(indicator, two.before, code),
            edition.figure(indicator, two.now, code),
        )
        for code in codes
    ]
    return [pair for pair in found if pair[1] or pair[2]]


def _by_category(edition: Edition, indicator: str, dimension: str, two: Compared) -> _Pairs:
    labels = edition.descriptions[indicator].dimensions[dimension].labels
    then, now = (
        {figure.category: figure for figure in edition.breakdown(indicator, dimension, period)}
        for period in (two.before, two.now)
    )
    return [
        (label, then.get(code), now.get(code))
        for code, label in labels.items()
        if code in then or code in now
    ]


def _split(
    description: Description,
    name: str,
    title: str,
    pairs: _Pairs,
    before: Figure,
    now: Figure,
    *,
    adds: bool,
) -> Split | None:
    shown = [
        (label, one, other) for label, one, other in pairs if one and other and one.shown and other.shown
    ]
    if not shown:
        return None
    total = _value(now) - _value(before)
    if adds and description.format in _ADDS:
        found = [
            Part(label, (_value(other) - _value(one),), _value(one), _value(other))
            for label, one, other in shown
        ]
        effects: tuple[str, ...] = ("Verschil",)
    elif name == "wijk" and all(
        figure.numerator and figure.denominator for pair in shown for figure in pair[1:]
    ):
        found, effects = _rates(description, shown, before, now), (OWN, MIX)
    else:
        return None
    rest = total - sum(part.change for part in found)
    found.append(Part(_REST, (rest,) + (0.0,) * (len(effects) - 1), group=False))
    return Split(
        name, title, ordered(found), total, effects=effects, notes=(_NOTE,),
        behind="Cijfer", form=description.format, decimals=description.decimals,
    )  # fmt: skip


def _rates(
    description: Description, shown: Sequence[tuple[str, Figure, Figure]], before: Figure, now: Figure
) -> list[Part]:
    """Effects of shown wijken; what is left of the municipality counts as one more, which is told as the rest."""
    sums = np.array([[f.numerator, f.denominator] for _, *two in shown for f in two], dtype=float).reshape(
        -1, 4
    )
    whole = np.array([before.numerator, before.denominator, now.numerator, now.denominator], dtype=float)
    all_ = np.vstack([sums, whole - sums.sum(axis=0)])
    effects = kitagawa(all_[:, 0], all_[:, 1], all_[:, 2], all_[:, 3])
    scale = description.scale
    return [
        Part(label, (float(scale * effects.own[n]), float(scale * effects.mix[n])), one.value, other.value)
        for n, (label, one, other) in enumerate(shown)
    ]


def _value(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value
