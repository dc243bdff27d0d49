"""Where a delivery begins: later than the parameters say, it gives zeros for years of which nothing is known."""

from __future__ import annotations

from collections.abc import Mapping

from socdom.quarters import Quarter
from socdom.sources.examine.dated import first_covered, quarter_name, usual
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REMARKS, Finding

# A quarter of fewer rows may be without any by chance.
_ENOUGH = 20
_YEAR = 4


def begin_findings(groups: Mapping[str, Group], starts: Mapping[str, Quarter]) -> list[Finding]:
    """Deliveries of which the first quarters are missing.

    Args:
        starts: delivery → first quarter it is complete for, by the parameters.
    """
    found = []
    for delivery, group in groups.items():
        start, first = starts.get(delivery), first_covered(group.per_quarter)
        if start is None or first is None or first <= start.index + 1:
            continue
        if usual(group.per_quarter, first + _YEAR - 1) >= _ENOUGH:
            rule = f"deze levering begint in {quarter_name(first)}; volgens gemeente.yml is zij volledig vanaf {start}"
            remedy = (
                f"Vul bij bronnen.later_vanaf in: {delivery}.csv: {quarter_name(first)}. Anders staat er 0."
            )
            found.append(Finding(REMARKS, delivery, group.place, rule, remedy))
    return found
