"""Bornhuetter-Ferguson: what is in, and for the rest what was expected beforehand.

Source: Bornhuetter and Ferguson, The Actuary and IBNR (Proceedings of the CAS 59, 1972); Friedland (CAS, 2010),
chapter 9. Where little has come in the chain ladder makes much of a chance bill; this does not.
"""

from __future__ import annotations


def bornhuetter_ferguson(observed: float, part: float, prior: float) -> float:
    """The final amount: observed + (1 - part) · prior.

    Args:
        observed: what is in.
        part: part of the final amount that is in by now, as earlier periods grew.
        prior: final amount expected beforehand.
    """
    return observed + (1 - part) * prior
