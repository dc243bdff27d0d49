"""Limits of a funnel plot: how far a value may lie from the whole, given how large the area is.

Source: D.J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005),
1185-1202, and Handling over-dispersion of performance indicators, Qual Saf Health Care 14 (2005), 347-351; in the steps
of the R package FunnelPlotR: z-scores on a scale with a stable variance, winsorised, dispersion ratio phi, and where
there is more spread than chance gives, the variance between areas tau² of DerSimonian and Laird (1986), additive.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

INNER, OUTER = 0.95, 0.998
TRIM = 0.1


@dataclass(frozen=True)
class FunnelLimits:
    """A funnel around a target.

    Attributes:
        target: value of the whole, as a fraction (0.08 for 80 per 1.000).
        proportion: part of a whole, on the arcsine-square-root scale; otherwise a rate, on the square-root scale.
        rounded_to: counts are multiples of this, which adds its own spread (r²/12); 0 for counts as they are.
        phi: dispersion ratio of the winsorised z-scores; 1 is what chance gives.
        tau2: variance between areas on the scale; 0 when there is no more spread than chance gives.
    """

    target: float
    proportion: bool
    rounded_to: float = 0.0
    phi: float = 1.0
    tau2: float = 0.0

    def limits(self, denominators: ArrayLike, coverage: float) -> tuple[Floats, Floats]:
        """Lower and upper limit for areas of these sizes, as fractions; never below 0, of a proportion never above 1.

        Args:
            denominators: sizes of areas, above 0.
            coverage: part of areas that lies within by chance alone: INNER or OUTER.
        """
        reach = NormalDist().inv_cdf((1 + coverage) / 2)
        spread = reach * np.sqrt(self._deviation(denominators) ** 2 + self.tau2)
        middle = _scaled(self.target, self.proportion)
        return self._fraction(middle - spread), self._fraction(middle + spread)

    def z_scores(self, values: ArrayLike, denominators: ArrayLike) -> Floats:
        """Distance from the target in standard deviations, without the spread between areas."""
        distance = _scaled(values, self.proportion) - _scaled(self.target, self.proportion)
        return distance / self._deviation(denominators)

    def _deviation(self, denominators: ArrayLike) -> Floats:
        """Standard deviation on the scale. With counts as they are 1 / (2√n), whatever the target."""
        sizes = np.asarray(denominators, dtype=float)
        if not self.rounded_to:
            return 0.5 / np.sqrt(sizes)
        variance = sizes * self.target * ((1 - self.target) if self.proportion else 1.0)
        return 0.5 / np.sqrt(sizes) * np.sqrt(1 + self.rounded_to**2 / 12 / variance)

    def _fraction(self, scaled: Floats) -> Floats:
        if self.proportion:
            return np.sin(np.clip(scaled, 0, np.pi / 2)) ** 2
        return np.maximum(scaled, 0) ** 2


def fit_funnel(
    values: ArrayLike, denominators: ArrayLike, target: float, *, proportion: bool, rounded_to: float = 0.0
) -> FunnelLimits:
    """The funnel of areas around a target, widened by the spread between them that is more than chance.

    Args:
        values: fraction of each area, shape (areas,).
        denominators: size of each area, above 0.
        target: value of the whole, above 0 and, of a proportion, below 1.
        proportion, rounded_to: as of `FunnelLimits`.
    """
    bare = FunnelLimits(target, proportion, rounded_to)
    phi = dispersion(winsorised(bare.z_scores(values, denominators)))
    tau2 = variance_between(phi, bare._deviation(denominators))
    return FunnelLimits(target, proportion, rounded_to, phi, tau2)


def winsorised(z: Floats, trim: float = TRIM) -> Floats:
    """Numbers beyond the lowest and highest `trim` part are set to those quantiles (linear, type 7 of R)."""
    low, high = np.quantile(z, [trim, 1 - trim])
    return np.clip(z, low, high)


def dispersion(z: Floats) -> float:
    """Ratio phi: the mean of the squared z-scores; about 1 when there is no more than chance."""
    return float(np.mean(np.square(z)))


def variance_between(phi: float, deviations: Floats) -> float:
    """Variance between areas of DerSimonian and Laird; 0 when n·phi is below n - 1.

    Args:
        phi: dispersion ratio of n areas.
        deviations: standard deviation within each area, shape (n,).
    """
    n, weights = len(deviations), 1 / np.square(deviations)
    excess = n * phi - (n - 1)
    if excess <= 0:
        return 0.0
    return float(excess / (weights.sum() - np.square(weights).sum() / weights.sum()))


def _scaled(fractions: ArrayLike, proportion: bool) -> Floats:
    roots = np.sqrt(np.asarray(fractions, dtype=float))
    return np.arcsin(roots) if proportion else roots
