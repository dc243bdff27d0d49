"""Fewer points, and neighbours that keep touching."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from socdom.stats.local_plane import local_plane
from socdom.stats.shared_arcs import thin_rings

Point = tuple[float, float]


def wave(start: Point, end: Point, steps: int, height: float) -> list[Point]:
    """A wavy line between two points, both included."""
    (x1, y1), (x2, y2) = start, end
    found = []
    for at in range(steps + 1):
        part = at / steps
        aside = height * math.sin(7 * part * math.pi) if 0 < at < steps else 0.0
        found.append(
            (x1 + part * (x2 - x1) + aside * (y2 - y1) / 10, y1 + part * (y2 - y1) + aside * (x2 - x1) / 10)
        )
    return found


# Two areas with a wavy border between them; the second one goes along it the other way.
BORDER = wave((5, 0), (5, 10), 200, 0.4)
LEFT = [(0.0, 0.0), *BORDER, (0.0, 10.0)]
RIGHT = [(10.0, 0.0), (10.0, 10.0), *BORDER[::-1]]


def area(ring: list[Point]) -> float:
    turned = [*ring[1:], ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, turned, strict=True))) / 2


def away(point: Point, ring: list[Point]) -> float:
    """From a point to the nearest stretch of a ring, one by one."""
    nearest = math.inf
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        long = math.hypot(x2 - x1, y2 - y1)
        part = max(0.0, min(1.0, ((point[0] - x1) * (x2 - x1) + (point[1] - y1) * (y2 - y1)) / long**2))
        nearest = min(nearest, math.hypot(point[0] - x1 - part * (x2 - x1), point[1] - y1 - part * (y2 - y1)))
    return nearest


@pytest.mark.parametrize("tolerance", [0.01, 0.1, 1.0])
def test_neighbours_keep_the_same_border_and_nothing_moves_too_far(tolerance: float) -> None:
    left, right = thin_rings([LEFT, RIGHT], tolerance)
    assert len(left) < len(LEFT)
    shared = [point for point in left if point in set(BORDER)]
    assert shared == [point for point in right if point in set(BORDER)][::-1]
    assert shared[0] == BORDER[0]
    assert shared[-1] == BORDER[-1]
    # No gap and no overlap: together they are the square.
    assert area(left) + area(right) == pytest.approx(100.0)
    assert max(away(point, left) for point in LEFT) <= tolerance + 1e-9


def test_where_a_ring_begins_makes_no_difference() -> None:
    turned = RIGHT[57:] + RIGHT[:57]
    assert {frozenset(ring) for ring in thin_rings([LEFT, turned], 0.1)} == {
        frozenset(ring) for ring in thin_rings([LEFT, RIGHT], 0.1)
    }


def test_an_area_within_another_keeps_filling_its_hole() -> None:
    island = [(5 + math.cos(at / 50 * math.pi), 5 + math.sin(at / 50 * math.pi)) for at in range(100)]
    outer = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    hole = island[33:] + island[:33]
    _, thinned_hole, thinned = thin_rings([outer, hole[::-1], island], 0.02)
    assert set(thinned_hole) == set(thinned)
    assert 8 < len(thinned) < 40


def test_what_is_too_small_to_see_is_empty_and_the_rest_stays() -> None:
    speck = [(20.0, 20.0), (20.001, 20.0), (20.001, 20.001), (20.0, 20.001)]
    assert thin_rings([speck, [(1.0, 1.0), (1.0, 1.0)], LEFT], 0.5)[:2] == [[], []]
    assert thin_rings([], 1.0) == []


def test_many_areas_stay_without_gaps() -> None:
    """A grid whose lines are shaken: each cell in its own order, the areas together are the whole."""
    chance = random.Random(7)
    count, fine = 4, 12
    lines: dict[tuple, list[Point]] = {}
    knot = {(x, y): (x + (0.0 if x in (0, count) else chance.uniform(-0.2, 0.2)), y + 0.0)
            for x in range(count + 1) for y in range(count + 1)}  # fmt: skip

    def line(a: tuple, b: tuple) -> list[Point]:
        key = (min(a, b), max(a, b))
        if key not in lines:
            (x1, y1), (x2, y2) = knot[key[0]], knot[key[1]]
            edge = key[0][0] == key[1][0] in (0, count) or key[0][1] == key[1][1] in (0, count)
            inner = [
                (x1 + k / fine * (x2 - x1) + (0 if edge else chance.uniform(-0.03, 0.03)),
                 y1 + k / fine * (y2 - y1) + (0 if edge else chance.uniform(-0.03, 0.03)))
                for k in range(1, fine)
            ]  # fmt: skip
            lines[key] = [(x1, y1), *inner, (x2, y2)]
        return lines[key] if a == key[0] else lines[key][::-1]

    rings = []
    for x in range(count):
        for y in range(count):
            corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
            ring = [
                p for a, b in zip(corners, [*corners[1:], corners[0]], strict=True) for p in line(a, b)[:-1]
            ]
            turn = chance.randrange(len(ring))
            rings.append(ring[turn:] + ring[:turn])
    thinned = thin_rings(rings, 0.02)
    assert sum(map(len, thinned)) < 0.8 * sum(map(len, rings))
    assert sum(map(area, thinned)) == pytest.approx(count * count)


def test_a_plane_keeps_distances_around_its_latitude() -> None:
    """Held against the distance over a sphere, by the formula of haversines."""
    utrecht, amersfoort = (5.1214, 52.0907), (5.3872, 52.1561)
    (x1, y1), (x2, y2) = local_plane(np.array([utrecht, amersfoort]), 52.12)
    (lon1, lat1), (lon2, lat2) = (map(math.radians, place) for place in (utrecht, amersfoort))
    inside = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    assert math.hypot(x2 - x1, y2 - y1) == pytest.approx(2 * 6371 * math.asin(math.sqrt(inside)), rel=0.002)
