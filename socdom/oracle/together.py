"""Who has help under more than one law at once."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from socdom.oracle.found import Found, count_of, part_of
from socdom.oracle.plain import Group, Period, PlainTown

_ORDER = ("wmo", "jeugd", "participatie", "schulden")


def overlap(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Units with rows of several laws that are each active in the period, not necessarily on one day."""
    laws = {
        unit: found
        for unit, found in _laws(town, measure.of, period).items()
        if _is_in(town, unit, measure.of, period, group)
    }
    several = {
        unit: found for unit, found in laws.items() if len(found) >= measure.at_least and _is_of(found, group)
    }
    return part_of(len(several), len(laws)) if measure.share else count_of(several)


def is_delivered(town: PlainTown) -> bool:
    """Provisions of both laws, benefits and debt help; otherwise an overlap would look smaller than it is."""
    laws = {row["law"] for row in town.tables["provisions"]}
    return laws == {"wmo", "jeugd"} and all(town.tables[name] for name in ("benefits", "debt_trajectories"))


def _laws(town: PlainTown, of: str, period: Period) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = [(row, row["law"]) for row in town.tables["provisions"]]
    rows += [(row, "participatie") for row in town.tables["benefits"]]
    rows += [(row, "schulden") for row in town.tables["debt_trajectories"]]
    for row, law in rows:
        # A household is that of the register of persons, also where a benefit or trajectory names another.
        unit = row["person"] if of == "persons" else town.household.get(row["person"])
        if unit is not None and period.touches(row):
            found[unit].add(law)
    return found


def _is_in(town: PlainTown, unit: int, of: str, period: Period, group: Group) -> bool:
    person = unit if of == "persons" else min(p for p, home in town.household.items() if home == unit)
    if group.dimension in ("aantal_wetten", "combinatie_wetten"):
        return True
    return group.holds({"person": person}, period)


def _is_of(laws: set[str], group: Group) -> bool:
    if group.dimension == "aantal_wetten":
        return len(laws) == int(group.category)
    if group.dimension == "combinatie_wetten":
        return "_".join(law for law in _ORDER if law in laws) == group.category
    return True
