"""How good the estimate of late declarations would have been: made anew on earlier days, beside what came."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.measures.late_amounts import LateAmounts
from socdom.measures.late_estimate import FEWEST_ERRORS, past_errors, past_estimates
from socdom.stats.past_errors import interval


@dataclass(frozen=True)
class BackTest:
    """Past estimates of quarters of one age.

    Attributes:
        estimates: number of past estimates of which the outcome is known.
        mape: mean absolute difference as a part of the outcome (mean absolute percentage error); 0 without any.
        intervals: number of them that could have had bounds, from the errors that were known by then.
        covered: number of these of which the outcome lay between the bounds.
    """

    estimates: int
    mape: float
    intervals: int
    covered: int


def back_test(late: LateAmounts, age: int, level: float, *, prior: bool = True) -> BackTest:
    """Test the estimates of quarters of an age against what came in.

    Args:
        late: what is known now.
        age, prior: as of `late_estimate.estimate`.
        level: part of the outcomes that the bounds should hold.
    """
    missed: list[float] = []
    inside: list[bool] = []
    for past in past_estimates(late, age, prior=prior):
        if past.outcome <= 0:
            continue
        missed.append(abs(past.estimate - past.outcome) / past.outcome)
        known = past_errors(late.seen(past.back), age, prior=prior)
        if len(known) >= FEWEST_ERRORS:
            low, high = interval(known, level)
            inside.append(low * past.estimate <= past.outcome <= high * past.estimate)
    return BackTest(len(missed), sum(missed) / len(missed) if missed else 0.0, len(inside), sum(inside))
