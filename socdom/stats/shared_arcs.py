"""Fewer points for rings that touch, so that neighbours keep touching: each shared stretch is thinned once.

Rings are cut where three or more meet (the arcs of TopoJSON, M. Bostock 2012), every arc is thinned by the rule of
Ramer (1972) and Douglas and Peucker (1973), and the rings are put together again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

Point = tuple[float, float]
Arc = tuple[Point, ...]
_FEWEST = 3


def thin_rings(rings: Sequence[Sequence[Point]], tolerance: float) -> list[list[Point]]:
    """The rings with fewer points; no point that is left out lies farther from the new line than `tolerance`.

    Args:
        rings: points in order, the first not repeated at the end. Two rings touch where they have equal points.
        tolerance: in the unit of the points.

    Returns:
        As many rings, in order. One that is too small to keep three points is empty.
    """
    cleaned = [_without_repeats(ring) for ring in rings]
    junctions = _junctions(cleaned)
    thinned: dict[Arc, Arc] = {}
    result = []
    for ring in cleaned:
        found: list[Point] = []
        for arc in _arcs(ring, junctions):
            key = min(arc, arc[::-1])
            if key not in thinned:
                thinned[key] = _thin(key, tolerance)
            same_way = arc == key
            found += (thinned[key] if same_way else thinned[key][::-1])[:-1]
        result.append(found if len(set(found)) >= _FEWEST else [])
    return result


def _without_repeats(ring: Sequence[Point]) -> list[Point]:
    return [point for at, point in enumerate(ring) if point != ring[at - 1]] if len(ring) > 1 else list(ring)


def _junctions(rings: Sequence[Sequence[Point]]) -> set[Point]:
    """The points where not exactly two ways meet."""
    around: dict[Point, set[Point]] = {}
    for ring in rings:
        for at, point in enumerate(ring):
            around.setdefault(point, set()).update((ring[at - 1], ring[(at + 1) % len(ring)]))
    return {point for point, others in around.items() if len(others) != 2}


def _arcs(ring: list[Point], junctions: set[Point]) -> list[Arc]:
    """A ring in stretches from one junction to the next.

    A ring without any is cut at its first point in order and at the one farthest from it: the same for a hole as for
    what lies in it.
    """
    if len(ring) < _FEWEST:
        return []
    cuts = [at for at, point in enumerate(ring) if point in junctions]
    if len(cuts) < 2:
        start = cuts[0] if cuts else ring.index(min(ring))
        points = np.array(ring)
        distance = ((points - points[start]) ** 2).sum(axis=1)
        farthest = max(range(len(ring)), key=lambda at: (distance[at], ring[at]))
        cuts = sorted({start, farthest})
    turned = [*ring[cuts[0] :], *ring[: cuts[0] + 1]]
    places = [*(cut - cuts[0] for cut in cuts), len(ring)]
    return [tuple(turned[a : b + 1]) for a, b in zip(places, places[1:], strict=False)]


def _thin(arc: Arc, tolerance: float) -> Arc:
    """Keep the ends, and each point that lies too far from the line between what is kept."""
    points = np.array(arc)
    kept, open_parts = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:
            continue
        away = _distances(points[first + 1 : last], points[first], points[last])
        farthest = int(away.argmax())
        if away[farthest] > tolerance:
            middle = first + 1 + farthest
            kept.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return tuple(arc[at] for at in sorted(kept))


def _distances(points: Floats, start: Floats, end: Floats) -> Floats:
    """From each point to the stretch between two."""
    along = end - start
    length = float(along @ along)
    share = np.clip((points - start) @ along / length, 0.0, 1.0) if length else np.zeros(len(points))
    return np.hypot(*(points - start - share[:, None] * along).T)
