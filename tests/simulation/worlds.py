"""Series made up by chance, in which nothing is going on or something is that we know: many at once.

All have mean LEVEL and standard deviation SPREAD (of what is left without a season), so that a step of 2 standard deviations
is the same size in each. Shapes are (series, quarters).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVEL, SPREAD = 400.0, 20.0
SEASON = np.array([0.0, 1.5, 0.0, -1.5])  # in standard deviations


@dataclass(frozen=True)
class World:
    """How a kind of series comes about.

    Attributes:
        name: Dutch, for a table.
        draw: random generator, number of series, number of quarters → figures, shape (series, quarters).
        spread: standard deviation of a figure, for the size of a step.
        stock: mostly the same people as a quarter before.
        counting: the figures are counts of cases.
        step: rounding step of the figures.
    """

    name: str
    draw: Callable[[np.random.Generator, int, int], Floats]
    spread: float = SPREAD
    stock: bool = False
    counting: bool = False
    step: float = 0.0


def independent(rng: np.random.Generator, series: int, quarters: int) -> Floats:
    """Every quarter by itself."""
    return LEVEL + SPREAD * rng.standard_normal((series, quarters))


def resembling(rho: float) -> Callable[[np.random.Generator, int, int], Floats]:
    """Every quarter resembles the one before (AR(1)); the first is drawn from the same distribution as the others."""

    def draw(rng: np.random.Generator, series: int, quarters: int) -> Floats:
        noise = rng.standard_normal((series, quarters))
        values = noise.copy()
        for place in range(1, quarters):
            values[:, place] = rho * values[:, place - 1] + np.sqrt(1 - rho**2) * noise[:, place]
        return LEVEL + SPREAD * values

    return draw


def seasonal(
    draw: Callable[[np.random.Generator, int, int], Floats],
) -> Callable[[np.random.Generator, int, int], Floats]:
    """The same with a season of 1,5 standard deviations up and down."""

    def with_season(rng: np.random.Generator, series: int, quarters: int) -> Floats:
        return draw(rng, series, quarters) + SPREAD * SEASON[np.arange(quarters) % 4]

    return with_season


def counts(mean: float) -> Callable[[np.random.Generator, int, int], Floats]:
    """Cases that come one by one (Poisson)."""

    def draw(rng: np.random.Generator, series: int, quarters: int) -> Floats:
        return rng.poisson(mean, (series, quarters)).astype(float)

    return draw


def rounded(
    draw: Callable[[np.random.Generator, int, int], Floats], step: float
) -> Callable[[np.random.Generator, int, int], Floats]:
    """The same, rounded as in an edition."""

    def nearest(rng: np.random.Generator, series: int, quarters: int) -> Floats:
        return np.round(draw(rng, series, quarters) / step) * step

    return nearest


def small_step(draw_mean: float, sd: float) -> Callable[[np.random.Generator, int, int], Floats]:
    """Numbers that vary by about one rounding step."""

    def draw(rng: np.random.Generator, series: int, quarters: int) -> Floats:
        return draw_mean + sd * rng.standard_normal((series, quarters))

    return draw


WORLDS = {
    "los": World("elk kwartaal los van het vorige", independent),
    "afgerond": World("hetzelfde, op 5 afgerond", rounded(independent, 5.0), step=5.0),
    "grof afgerond": World("klein cijfer, op 5 afgerond", rounded(small_step(60.0, 4.0), 5.0), 4.0, counting=True, step=5.0),
    "lijkt 0,3": World("lijkt een beetje op het vorige kwartaal", resembling(0.3)),
    "lijkt 0,6": World("lijkt op het vorige kwartaal", resembling(0.6)),
    "stand 0,3": World("stand, lijkt een beetje op het vorige kwartaal", resembling(0.3), stock=True),
    "stand 0,6": World("stand, lijkt op het vorige kwartaal", resembling(0.6), stock=True),
    "stand 0,9": World("stand, lijkt sterk op het vorige kwartaal", resembling(0.9), stock=True),
    "seizoen": World("met een seizoen", seasonal(independent)),
    "seizoen, stand 0,6": World("stand met een seizoen", seasonal(resembling(0.6)), stock=True),
    "telling 1": World("telling van gemiddeld 1", counts(1.0), 1.0, counting=True, step=1.0),
    "telling 3": World("telling van gemiddeld 3", counts(3.0), 3**0.5, counting=True, step=1.0),
    "telling 8": World("telling van gemiddeld 8", counts(8.0), 8**0.5, counting=True, step=1.0),
    "telling 30": World("telling van gemiddeld 30", counts(30.0), 30**0.5, counting=True, step=1.0),
}  # fmt: skip


def stepped(values: Floats, height: float, ago: int) -> Floats:
    """The same, with the newest `ago` quarters higher by `height`."""
    after = values.copy()
    after[:, values.shape[1] - ago :] += height
    return after


def sloped(values: Floats, each: float) -> Floats:
    """The same, with every quarter `each` more on top of it than the one before."""
    return values + each * np.arange(values.shape[1])
