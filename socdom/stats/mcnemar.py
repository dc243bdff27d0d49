"""Whether a group grew more than chance gives when the same members are counted twice.

Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika
12 (1947), p. 153-157, in its exact form. Who is there both times says nothing. When nothing is going on, who came and
who went are as likely: of all who changed, half came, with the spread of a fair coin. Of counts that have no member in
common, such as events, this is the exact comparison of two Poisson counts (Przyborowski and Wilenski, Biometrika 31,
1940).
"""

from __future__ import annotations

from math import exp, lgamma, log


def chance_of_difference(came: int, went: int) -> float:
    """Chance that came and went differ at least as much by coincidence, both ways; 1 when nobody came or went."""
    number = came + went
    tail = sum(_fair(number, fewer) for fewer in range(min(came, went) + 1))
    return min(1.0, 2 * tail)


def _fair(number: int, heads: int) -> float:
    """Chance of so many heads; by logarithms, because of thousands the powers would run out of range."""
    ways = lgamma(number + 1) - lgamma(heads + 1) - lgamma(number - heads + 1)
    return exp(ways - number * log(2))
