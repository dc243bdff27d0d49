"""The taakvelden of the sociaal domein (Iv3, 6.x) in three regimes, and the groups that stay comparable.

The list of taakvelden changed in 2023 (6.71, 6.72, 6.81 and 6.82 were split, 6.73 and 6.74 came) and in 2025 (6.2
was split, youth help is booked by level of purchase instead of by content, pgb and coordination got taakvelden of
their own). A single taakveld is therefore no series; a group below is, and so is a sum of groups.
Source: Iv3 definitions of municipalities per year (CBS, 2017 to 2026).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socdom.dutch import listing
from socdom.errors import Fault

# First year of each list of taakvelden. The first holds from 2017 on; a municipality that goes further back books
# its earlier years in the same taakvelden.
REGIMES = (2016, 2023, 2025)
_NEVER = 9999

# Group → the taakvelden that make it up in each regime. In 2023 and 2024 the old code stayed beside its parts as a
# code of its own, on which some municipalities book.
GROUPS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "samenkracht": (("6.1",),) * 3,
    "toegang": (("6.2",), ("6.2",), ("6.21", "6.22", "6.23")),
    "inkomen": (("6.3",),) * 3,
    "begeleide_participatie": (("6.4",),) * 3,
    "arbeidsparticipatie": (("6.5",),) * 3,
    "wmo": (
        ("6.6", "6.71"),
        ("6.6", "6.71", "6.71a", "6.71b", "6.71c", "6.71d"),
        ("6.60", "6.711", "6.712", "6.713", "6.714", "6.791", "6.91"),
    ),
    "jeugd": (
        ("6.72",),
        ("6.72", "6.72a", "6.72b", "6.72c", "6.72d") + ("6.73a", "6.73b", "6.73c", "6.74a", "6.74b", "6.74c"),
        ("6.751", "6.752", "6.753", "6.761", "6.762", "6.763", "6.792", "6.92"),
    ),
    "zorg_18_plus": (("6.81",), ("6.81", "6.81a", "6.81b"), ("6.811", "6.812")),
    "zorg_18_min": (("6.82",), ("6.82", "6.82a", "6.82b"), ("6.821", "6.822")),
}


def codes_of_groups(*groups: str) -> dict[int, tuple[str, ...]]:
    """First year of a regime → the taakvelden of these groups together."""
    return {
        year: tuple(code for group in groups for code in GROUPS[group][place])
        for place, year in enumerate(REGIMES)
    }


def codes_in(year: int) -> tuple[str, ...]:
    """The taakvelden of the sociaal domein in the list that holds in a year, in order of their number."""
    place = max(place for place, first in enumerate(REGIMES) if first <= max(year, REGIMES[0]))
    return tuple(sorted(code for lists in GROUPS.values() for code in lists[place]))


def groups_in(codes: tuple[str, ...], place: int) -> tuple[str, ...] | None:
    """The groups of which these codes are exactly all taakvelden in a regime; None when there are none such.

    Args:
        place: number of the regime in REGIMES.
    """
    found = tuple(group for group, lists in GROUPS.items() if set(lists[place]) <= set(codes))
    covered = {code for group in found for code in GROUPS[group][place]}
    return found if found and covered == set(codes) else None


def group_of(code: str) -> str | None:
    """Comparable group of a taakveld; None for a code that no regime has."""
    return next((group for group, lists in GROUPS.items() if any(code in codes for codes in lists)), None)


def comparison_faults(lists: Mapping[int, tuple[str, ...]]) -> Iterator[Fault]:
    """What keeps lists of taakvelden (first year in which each holds → codes) from being one series.

    Within one regime any taakveld is a series. Over several, every list must be the same groups as a whole: what
    is booked on a taakveld in one regime, may be booked on a taakveld outside the list in another.
    """
    held = list(_held(lists))
    if len({place for place, _, _ in held}) < 2:
        kinds = {tuple(sorted(codes)) for _, _, codes in held}
    else:
        found = {(year, codes): groups_in(codes, place) for place, year, codes in held}
        yield from (_no_group(year, codes) for (year, codes), groups in found.items() if groups is None)
        kinds = {groups for groups in found.values() if groups is not None}
    if len(kinds) > 1:
        named = [f"({', '.join(kind)})" for kind in sorted(kinds)]
        yield Fault(
            "Budget: taakvelden",
            f"over alle jaren hetzelfde, gevonden: {listing(named)}",
            remedy="Neem voor alle jaren dezelfde groepen, met codes_of_groups.",
        )


def _no_group(year: int, codes: tuple[str, ...]) -> Fault:
    return Fault(
        f"Budget: taakvelden vanaf {year}",
        f"hele groepen die over de jaren te vergelijken zijn, gevonden: {listing(codes)}",
        remedy=f"Neem groepen met codes_of_groups. Kies uit {', '.join(GROUPS)}.",
    )


def _held(lists: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every list in every regime in which it holds: number of the regime, from which year, codes."""
    starts = sorted(lists)
    for start, following in zip(starts, [*starts[1:], _NEVER], strict=True):
        for place, (regime, next_regime) in enumerate(zip(REGIMES, [*REGIMES[1:], _NEVER], strict=True)):
            if start < next_regime and regime < following:
                yield place, max(start, regime), lists[start]
