"""Chance of a larger F by coincidence: the upper tail of the F distribution.

Method: regularised incomplete beta function by the continued fraction of Didonato and Morris, evaluated from the back
(Lentz); NIST Digital Library of Mathematical Functions 8.17(v).
"""

from __future__ import annotations

import math

_TINY = 1e-300
_PRECISION = 1e-12
_MOST = 500


def f_tail(f: float, between: int, within: int) -> float:
    """Chance that an F with these degrees of freedom is at least `f`.

    Args:
        f: at least 0; may be infinite.
        between, within: degrees of freedom of numerator and denominator, at least 1.
    """
    if math.isinf(f):
        return 0.0
    return _incomplete_beta(within / 2, between / 2, within / (within + between * f))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    # The fraction converges quickly on this side of the mean; on the other the complement is used.
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """1 + d1/(1 + d2/(1 + …)) of DLMF 8.17.22, by Lentz."""
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, _MOST):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / ((1 + term * d) or _TINY)
        c = (1 + term / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return value
