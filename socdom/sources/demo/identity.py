"""Numbers and names for the clients of Lindeveen, as a registration has them. Nobody real has them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.person_numbers import ELEVEN_TEST

# Numbers that start with 999 are set apart for tests.
_FIRST_BSN, _LAST_BSN = 999_000_000, 999_999_999

_INITIALS = tuple("ABCDEFGHJKLMNPRSTVW")
_PREFIXES = ("", "", "", "van ", "de ", "van der ", "ten ")
_STEMS = (
    "Veen",
    "Linde",
    "Turf",
    "Hagen",
    "Water",
    "Riet",
    "Berken",
    "Sluis",
    "Kerk",
    "Molen",
    "Dijk",
    "Plas",
)
_TAILS = ("berg", "stra", "man", "kamp", "dijk", "huis", "meer", "ink", "aar", "voort")


@dataclass(frozen=True)
class Identity:
    """Columns over persons of the town."""

    bsn: np.ndarray
    name: np.ndarray
    household: np.ndarray


def build_identity(rng: np.random.Generator, household: np.ndarray) -> Identity:
    """A test BSN and a made-up name for each person; a number of seven digits for each household."""
    size = len(household)
    numbers = rng.permutation(1_000_000 + np.arange(household.max() + 1))
    return Identity(
        bsn=rng.permutation(test_bsns())[:size].astype("U9"),
        name=_names(rng, size),
        household=numbers[household].astype("U7"),
    )


def test_bsns() -> np.ndarray:
    """All numbers from 999000000 on that pass the eleven-test."""
    numbers = np.arange(_FIRST_BSN, _LAST_BSN + 1)
    total = np.zeros(len(numbers), dtype="int64")
    for place, weight in enumerate(ELEVEN_TEST):
        total += numbers // 10 ** (8 - place) % 10 * weight
    return numbers[total % 11 == 0]


def _names(rng: np.random.Generator, size: int) -> np.ndarray:
    parts = [rng.choice(np.array(words), size) for words in (_INITIALS, _PREFIXES, _STEMS, _TAILS)]
    return np.array([f"{a}. {b}{c}{d}" for a, b, c, d in zip(*parts, strict=True)])
