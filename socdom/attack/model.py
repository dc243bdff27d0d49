"""What goes into the attack, the riddle it makes of it, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from socdom.editions.model import FIGURE_KEY, AreaRecord, Description

if TYPE_CHECKING:
    from socdom.editions.protection import ProtectionRecord

Key = tuple[str, str, str, str, str]
# Of a share also what is left: denominator minus numerator.
PARTS = ("numerator", "denominator", "difference")
# Of which counts more is known than may be, without a release: FIGURE_KEY, part, and between which numbers.
NOTHING_KNOWN = pd.DataFrame(columns=[*FIGURE_KEY, "part", "low", "high"])


@dataclass(frozen=True)
class Release:
    """What an outsider has.

    Attributes:
        figures: FIGURE_COLUMNS, protected.
        descriptions, areas: of the same edition.
        rules: the rule of protection, as it is published.
        earlier: FIGURE_KEY + numerator, denominator, value, status, release (int, rising): every state in which
            earlier releases showed a key; may be empty.
    """

    figures: pd.DataFrame
    descriptions: tuple[Description, ...]
    areas: tuple[AreaRecord, ...]
    rules: ProtectionRecord
    earlier: pd.DataFrame


@dataclass(frozen=True)
class Facts:
    """The riddle as numbers: one block of unknown counts and amounts, and everything that is known of them.

    Attributes:
        unknowns: index 0 … n-1. FIGURE_KEY of the figure; `part` (one of PARTS); `amount` (bool: any number,
            not whole); `shown` (bool: `low` and `high` come from a figure that is published); `alone` (bool: it is
            known to be small, as nothing else in its sums is hidden); `low`, `high`: what is known of it alone, `high`
            may be inf; `true`: its true value.
        relations: index 0 … m-1. `low`, `high` of a sum of unknowns times coefficients (-inf and inf may occur);
            `table`: short Dutch name of what says so ("Wmo-hulp per wijk, 2020Q3").
        terms: `relation`, `unknown`, `coefficient`; each pair of relation and unknown once.
        targets: `unknown`, `low`, `high`, `spread`. With `spread` 0 a world must exist in which the unknown is at
            most `low`, and one in which it is at least `high`. Otherwise `low` and `high` are NaN, and the unknown
            must take values at least `spread` apart.
    """

    unknowns: pd.DataFrame
    relations: pd.DataFrame
    terms: pd.DataFrame
    targets: pd.DataFrame


@dataclass(frozen=True)
class Narrowed:
    """The solver's answer for one target that is known better than may be.

    Attributes:
        unknown: which.
        side: "laag" (it cannot be as low as it should), "hoog" (as high) or "spreiding" (its values are too close).
        relations: a small set that together excludes the value.
        shown: unknowns whose published interval is needed for it.
    """

    unknown: int
    side: str
    relations: tuple[int, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Finding:
    """A figure that can be narrowed; holds no number.

    Attributes:
        kind: "aantal", "bedrag" or "herziening"; "bekend" for an "aantal" that is narrowed without the release.
        key: FIGURE_KEY of the figure.
        tables: Dutch names of the tables that together reveal it.
        shown: FIGURE_KEY of the shown figures that take part; hiding one of them can mend it. Where none takes part,
            those beside a hidden count that takes part: of two hidden in one sum nobody knows which is small.
    """

    kind: str
    key: Key
    tables: tuple[str, ...]
    shown: tuple[Key, ...]


@dataclass(frozen=True)
class Attack:
    """How an attack went; the same for the same release, so no time is in it.

    Attributes:
        findings: what can be narrowed; empty when the release may be published.
        cells: unknown numbers in the riddle.
        protected: those that must stay unknown.
        solved: linear and integer programs that had to be solved to find it.
        given_up: targets for which no answer was found within the limits; they stand among the findings.
        safe: hashes of what was found safe, to hand in next time. Whoever has one can check a guess with it, so they
            are kept where the registrations are.
    """

    findings: tuple[Finding, ...]
    cells: int
    protected: int
    solved: int
    given_up: int
    safe: frozenset[str]
