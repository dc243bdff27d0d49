"""Whether two proportions differ more than chance gives.

The test on two independent proportions with a common variance, as in every handbook (A. Agresti, Categorical Data
Analysis, 3rd edition, 2013, section 3.2); the chance is of the normal distribution.
"""

from __future__ import annotations

from math import erfc, sqrt


def chance_of_proportions(part0: float, whole0: float, part1: float, whole1: float) -> float:
    """Chance of at least this difference by coincidence, both ways; 1 when nothing can differ.

    Args:
        part0, whole0: cases with a property and all cases before, 0 ≤ part0 ≤ whole0.
        part1, whole1: the same now.
    """
    if not whole0 or not whole1:
        return 1.0
    common = (part0 + part1) / (whole0 + whole1)
    spread = sqrt(common * (1 - common) * (1 / whole0 + 1 / whole1))
    return erfc(abs(part1 / whole1 - part0 / whole0) / spread / sqrt(2)) if spread else 1.0
