"""Everyone who lives in Lindeveen: households come, have children, move, leave and die.

The whole life of a person is drawn at once (born, arrived, moved, gone), so that no loop over time is needed
and population, addresses and care agree with each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.sources.demo.days import DELIVERED, FAR, FIRST, YEAR
from socdom.sources.demo.places import BUURT_WIJK, WIJK_MIX, buurt_weights

SEXES = np.array(["man", "vrouw"])
TYPES = ("single", "old single", "couple", "old couple", "family", "one parent")
_ADULTS = np.array([1, 1, 2, 2, 2, 1])
_WOMAN_FIRST = np.array([0.46, 0.72, 1.0, 1.0, 1.0, 0.85])
# Age of the first adult: lowest, range, and the two shape parameters of a beta distribution.
_AGES = np.array(
    [
        (20, 48, 1.0, 1.2),
        (65, 33, 1.5, 2.2),
        (26, 45, 1.3, 1.0),
        (65, 27, 1.0, 2.2),
        (23, 37, 1.4, 1.4),
        (24, 30, 1.6, 1.3),
    ]
)
_STAY_YEARS = np.array([14.0, 45.0, 24.0, 60.0, 40.0, 26.0])

_HOUSEHOLDS = 30_600
_ARRIVALS_PER_YEAR = 1_430
_MOVES_PER_YEAR = 0.035
_MAX_CHILDREN = 4
_CHILDREN = (0.30, 0.48, 0.17, 0.05)
# Gompertz: yearly chance to die a·exp(b·age); near the Dutch life table.
_DEATH_A, _DEATH_B = 2.4e-5, 0.097


@dataclass(frozen=True)
class Town:
    """Columns over persons, days as numbers: someone lives here from `enter` up to, not including, `leave`.

    `sex` is a position in SEXES. `died` says that leaving was dying. From `moved` on the person lives in
    `next_buurt` instead of `buurt`. `frailty` (mean about 1) multiplies every chance on care, so that some
    persons and households use much and most use nothing.
    """

    household: np.ndarray
    birth: np.ndarray
    sex: np.ndarray
    adult: np.ndarray
    enter: np.ndarray
    leave: np.ndarray
    died: np.ndarray
    buurt: np.ndarray
    moved: np.ndarray
    next_buurt: np.ndarray
    frailty: np.ndarray

    def __len__(self) -> int:
        return len(self.birth)

    def buurt_on(self, persons: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Buurt of residence."""
        return np.where(days >= self.moved[persons], self.next_buurt[persons], self.buurt[persons])

    def wijk_on(self, persons: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Wijk of residence."""
        return BUURT_WIJK[self.buurt_on(persons, days)]

    def present(self, persons: np.ndarray | slice, days: np.ndarray | int) -> np.ndarray:
        """Whether someone lives in the town on a day."""
        return (self.enter[persons] <= days) & (days < self.leave[persons])


@dataclass(frozen=True)
class _Households:
    kind: np.ndarray
    enter: np.ndarray
    leave: np.ndarray
    buurt: np.ndarray
    moved: np.ndarray
    next_buurt: np.ndarray
    first_birth: np.ndarray
    frailty: np.ndarray


def build_town(rng: np.random.Generator) -> Town:
    """Draw all households and the persons in them who live in the town at some time from 2016 on."""
    homes = _draw_households(rng)
    people = _adults(rng, homes), _children(rng, homes)
    columns = (np.concatenate(parts) for parts in zip(*people, strict=True))
    household, birth, sex, adult, enter, leave = columns
    death = _death_days(rng, birth, np.maximum(enter, FIRST))
    here = (np.minimum(leave, death) > np.maximum(enter, FIRST)) & (enter < DELIVERED)
    order = np.flatnonzero(here)[np.lexsort((birth[here], household[here]))]
    home = household[order]
    return Town(
        household=home,
        birth=birth[order],
        sex=sex[order],
        adult=adult[order],
        enter=enter[order],
        leave=np.minimum(leave, death)[order],
        died=(death <= leave)[order],
        buurt=homes.buurt[home],
        moved=homes.moved[home],
        next_buurt=homes.next_buurt[home],
        frailty=homes.frailty[home] * rng.gamma(1.5, 1 / 1.5, len(order)),
    )


def _draw_households(rng: np.random.Generator) -> _Households:
    arrivals = rng.poisson(_ARRIVALS_PER_YEAR * (DELIVERED - FIRST) / YEAR)
    count = _HOUSEHOLDS + arrivals
    weights = buurt_weights()
    buurt = rng.choice(len(weights), count, p=weights)
    limits = WIJK_MIX.cumsum(axis=1)[BUURT_WIJK[buurt]]
    kind = np.minimum((rng.random(count)[:, None] > limits).sum(axis=1), len(TYPES) - 1)
    enter = np.where(
        np.arange(count) < _HOUSEHOLDS,
        FIRST - rng.integers(round(10.5 * YEAR), round(25 * YEAR), count),
        rng.integers(FIRST, DELIVERED, count),
    )
    reference = np.maximum(enter, FIRST)
    low, span, alpha, beta = _AGES[kind].T
    moved = reference + np.ceil(rng.exponential(YEAR / _MOVES_PER_YEAR, count)).astype("int64")
    return _Households(
        kind=kind,
        enter=enter,
        leave=reference + np.ceil(rng.exponential(_STAY_YEARS[kind] * YEAR)).astype("int64"),
        buurt=buurt,
        moved=np.where(moved < DELIVERED, moved, FAR),
        next_buurt=(buurt + 1 + rng.choice(len(weights) - 1, count)) % len(weights),
        first_birth=reference - np.round((low + span * rng.beta(alpha, beta)) * YEAR).astype("int64"),
        frailty=rng.gamma(1.0, 1.0, count),
    )


def _adults(rng: np.random.Generator, homes: _Households) -> tuple[np.ndarray, ...]:
    """One or two adults per household: household, birth, sex (1 is a woman), adult, enter, leave."""
    first = np.arange(len(homes.kind))
    second = first[_ADULTS[homes.kind] == 2]
    gap = np.round(rng.normal(2.3, 3.0, len(second)) * YEAR).astype("int64")
    household = np.concatenate([first, second])
    birth = np.concatenate([homes.first_birth, homes.first_birth[second] - gap])
    woman = rng.random(len(first)) < _WOMAN_FIRST[homes.kind]
    sex = np.concatenate([woman, np.zeros(len(second), dtype=bool)]).astype("int64")
    return (
        household,
        birth,
        sex,
        np.ones(len(household), dtype=bool),
        homes.enter[household],
        homes.leave[household],
    )


def _children(rng: np.random.Generator, homes: _Households) -> tuple[np.ndarray, ...]:
    """Children of families, also those yet to be born; most leave home between 18 and 26."""
    parents = np.flatnonzero(homes.kind >= TYPES.index("family"))
    number = rng.choice(np.arange(1, _MAX_CHILDREN + 1), len(parents), p=_CHILDREN)
    household = np.repeat(parents, number)
    rank = np.concatenate([np.arange(size) for size in number])
    first_at = np.clip(rng.normal(29.5, 4.2, len(homes.kind)), 19, 42)[household]
    age_of_parent = first_at + rank * 2.7 + rng.uniform(-0.6, 0.6, len(household))
    birth = homes.first_birth[household] + np.round(age_of_parent * YEAR).astype("int64")
    away = birth + np.round(rng.uniform(18.2, 26.0, len(household)) * YEAR).astype("int64")
    stays = rng.random(len(household)) < 0.12
    sex = rng.integers(0, 2, len(household))
    enter = np.maximum(birth, homes.enter[household])
    leave = np.minimum(np.where(stays, FAR, away), homes.leave[household])
    return household, birth, sex, np.zeros(len(household), dtype=bool), enter, leave


def _death_days(rng: np.random.Generator, birth: np.ndarray, alive: np.ndarray) -> np.ndarray:
    """Day of death given that someone is alive on a day: the inverse of the Gompertz survival function."""
    age = np.maximum(alive - birth, 0) / YEAR
    risk = rng.exponential(1.0, len(birth))
    years = np.log1p(risk * _DEATH_B / (_DEATH_A * np.exp(_DEATH_B * age))) / _DEATH_B
    return alive + 1 + np.round(years * YEAR).astype("int64")
