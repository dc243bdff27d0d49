"""What a law will have cost when all declarations have come in; person-level zone.

Per product group that is large enough: the chain ladder over the last eight quarters, and for the newest two quarters
Bornhuetter-Ferguson, of which the prior is what the allocated help would cost at the use and the price of the last four
quarters that are as good as complete. The rest of the groups goes together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from socdom.measures.late_amounts import LateAmounts
from socdom.stats.bornhuetter_ferguson import bornhuetter_ferguson
from socdom.stats.chain_ladder import completeness, factors, from_nothing
from socdom.stats.past_errors import log_errors
from socdom.stats.triangle import latest

Floats = NDArray[np.float64]
Method = Literal["ketenladder", "bornhuetter_ferguson"]

LAST_QUARTERS = 8
FEWEST_LINES = 50
WITH_PRIOR = 2  # of this many newest quarters the allocated help has a say
OF_PRIOR = 4
COMPLETE = 0.95  # from here on a quarter can tell what allocated help costs
KNOWN_AFTER = 4  # quarters after which an amount is its outcome, as statistics are final after a year
FEWEST_ORIGINS = KNOWN_AFTER + 1
ORIGINS_OF_ERROR = 8
FEWEST_ERRORS = 6
MOST_ERRORS = 12


@dataclass(frozen=True)
class Estimate:
    """What is expected of a quarter: observed + (1 - part) · prior, in eurocents.

    Attributes:
        observed: what is in.
        part: part of the final amount that is in at this age; of several groups weighed by their priors.
        prior: final amount that is expected from the allocated help; of the chain ladder its own outcome.
        usual_part, usual: the same two from nothing that is in of the quarter itself: a group without a prior counts
            for what it cost in the last quarters.
    """

    observed: float
    part: float
    prior: float
    method: Method
    usual_part: float
    usual: float

    @property
    def final(self) -> float:
        return bornhuetter_ferguson(self.observed, self.part, self.prior)


@dataclass(frozen=True)
class Past:
    """An estimate of an earlier day, `back` quarters ago, and what came; eurocents."""

    back: int
    estimate: float
    outcome: float


@dataclass(frozen=True)
class Pool:
    """Product groups that are estimated together.

    Attributes:
        members: positions in `LateAmounts.groups`.
        pattern: positions of the groups whose coming in is looked at: the members, or all when those are too few.
    """

    members: tuple[int, ...]
    pattern: tuple[int, ...]


def pools(late: LateAmounts) -> list[Pool]:
    """Each group with enough declarations in each of the last quarters by itself; the others together."""
    lines = latest(late.lines)[:, -(LAST_QUARTERS + 1) : -1]
    everything = tuple(range(len(late.groups)))
    own = [group for group in everything if lines[group].min(initial=np.inf) >= FEWEST_LINES]
    rest = tuple(group for group in everything if group not in own)
    found = [Pool((group,), (group,)) for group in own]
    if rest:
        enough = lines[list(rest)].sum(axis=0).min(initial=np.inf) >= FEWEST_LINES
        found.append(Pool(rest, rest if enough else everything))
    return found


def estimate(late: LateAmounts, age: int, *, prior: bool = True) -> Estimate | None:
    """What is expected of the quarter that has this age now; None with too few quarters, or without anything.

    Args:
        age: 0 for the newest quarter.
        prior: False takes the chain ladder for every quarter.
    """
    if late.origins < FEWEST_ORIGINS or age >= late.origins:
        return None
    tried = [_of_pool(late, pool, age, prior and age < WITH_PRIOR) for pool in pools(late)]
    found = [item for item in tried if item is not None]
    expected = sum(item.prior for item in found)
    if expected <= 0 or len(found) < len(tried):
        return None
    part = sum(item.part * item.prior for item in found) / expected
    usual = sum(item.usual for item in found)
    usual_part = sum(item.part * item.usual for item in found) / usual if usual > 0 else 0.0
    with_prior = any(item.method == "bornhuetter_ferguson" for item in found)
    observed = sum(item.observed for item in found)
    method: Method = "bornhuetter_ferguson" if with_prior else "ketenladder"
    return Estimate(observed, part, expected, method, usual_part, usual)


def past_estimates(late: LateAmounts, age: int, *, prior: bool = True) -> list[Past]:
    """What this method would have said on earlier days of the quarter that had this age then, newest first.

    Only of days on which at least eight quarters could be seen, about quarters of which the outcome is known by now.
    """
    outcomes = latest(late.cents).sum(axis=0)
    found: list[Past] = []
    for back in range(max(KNOWN_AFTER - age, 1), late.origins - ORIGINS_OF_ERROR + 1):
        then = estimate(late.seen(back), age, prior=prior)
        if then is not None:
            found.append(Past(back, then.final, float(outcomes[late.origins - 1 - back - age])))
    return found


def past_errors(late: LateAmounts, age: int, *, prior: bool = True) -> Floats:
    """log(outcome / estimate) of the newest of these, at most twelve (three years)."""
    newest = past_estimates(late, age, prior=prior)[:MOST_ERRORS]
    estimates, outcomes = ([getattr(item, name) for item in newest] for name in ("estimate", "outcome"))
    return log_errors(np.array(estimates), np.array(outcomes))


def pattern_of(late: LateAmounts, groups: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Age-to-age factors of the last eight quarters of some groups together, and the part that is in at each age."""
    grown = factors(late.cents[list(groups)].sum(axis=0), LAST_QUARTERS)
    return grown, completeness(grown)


def _of_pool(late: LateAmounts, pool: Pool, age: int, with_prior: bool) -> Estimate | None:
    """The estimate of some groups together; without a prior it is its own, or none where nothing ever is in yet."""
    part = pattern_of(late, pool.pattern)[1]
    at = min(age, len(part) - 1)
    received = latest(late.cents)[list(pool.members)].sum(axis=0)
    observed = float(received[-1 - age])
    prior = _prior(late, pool, received, part, age) if with_prior else 0.0
    if prior > 0:
        return Estimate(observed, float(part[at]), prior, "bornhuetter_ferguson", float(part[at]), prior)
    if part[at] <= 0:
        return None
    final = observed / part[at] if observed else _from_nothing(late, pool, float(part[at]))
    usual = _usual(late, received, part, age)
    return Estimate(observed, float(part[at]), float(final), "ketenladder", float(part[at]), usual)


def _usual(late: LateAmounts, received: Floats, part: Floats, age: int) -> float:
    """What the last quarters before the one of this age cost on average, each brought to its final amount."""
    older = np.arange(late.origins - 1 - age)[-OF_PRIOR:]
    parts = part[np.minimum(late.origins - 1 - older, len(part) - 1)]
    if not len(older) or not (parts > 0).all():
        return 0.0
    return float(max((received[older] / parts).mean(), 0.0))


def _prior(late: LateAmounts, pool: Pool, received: Floats, part: Floats, age: int) -> float:
    """Cost of a day of allocated help in the last quarters that are as good as complete, times the allocated days.

    The days are those that were allocated when each quarter had this age, so that what is allocated late weighs
    equally in all.
    """
    ages = np.minimum(late.origins - 1 - np.arange(late.origins), len(part) - 1)
    older = np.arange(late.origins) < late.origins - 1 - age
    days = late.days[list(pool.members)].sum(axis=0)[:, min(age, len(part) - 1)]
    usable = np.flatnonzero(older & (part[ages] >= COMPLETE) & (days > 0))[-OF_PRIOR:]
    if len(usable) == 0:
        return 0.0
    cost = (received[usable] / part[ages[usable]]).sum() / days[usable].sum()
    return float(cost * days[late.origins - 1 - age])


def _from_nothing(late: LateAmounts, pool: Pool, part: float) -> float:
    """Where nothing came in yet: what one declaration that is still to come would bring."""
    cents, lines = (latest(what)[list(pool.members)].sum() for what in (late.cents, late.lines))
    one = max(cents, 0.0) / lines if lines else 0.0
    return from_nothing(part, one) if part <= 1 else 0.0
