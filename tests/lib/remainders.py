"""What totals leave of their parts from night to night, as somebody works it out who keeps every release.

A total less the parts that are shown is the sum of those that are not, and of the bills that are in the total and not
yet in a part that stayed as it was. Held against what it left on an earlier night it tells what came in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from tests.lib.nights import GM, KEY, W1, W2, Nights, of_figure

Key = tuple[str, ...]
_KINDS = ("hulp_bij_huishouden", "ondersteuning_thuis", "hulpmiddelen_diensten", "verblijf_opvang")


class _Rest(NamedTuple):
    """The total and the parts that were shown on a night, each with the day up to which its bills are in it."""

    total: Key
    parts: tuple[Key, ...]
    days: tuple[date, ...]


def families() -> Iterator[tuple[Key, list[Key]]]:
    """Costs of the municipality with the wijken, with the kinds of help, and of a year with its quarters."""
    quarter, year = "wmo_kosten", "wmo_kosten_per_client_jaar"
    periods = [(quarter, f"{y}Q{q}") for y in (2019, 2020) for q in (1, 2, 3, 4)]
    for indicator, period in [*periods, (year, "2019"), (year, "2020")]:
        total = (indicator, period, GM, "", "")
        yield total, [(indicator, period, area, "", "") for area in (W1, W2)]
        yield total, [(indicator, period, GM, "soort_wmo", kind) for kind in _KINDS]
    for of_year in ("2019", "2020"):
        yield (year, of_year, GM, "", ""), [(quarter, f"{of_year}Q{q}", GM, "", "") for q in (1, 2, 3, 4)]


def changes_of_the_rest(
    nights: Nights, bills: list[dict[str, Any]], buurten: dict[int, str]
) -> Iterator[tuple[Key, list[float]]]:
    """What each client changed the rest of a total by, between every two nights on which the same parts were shown.

    Where the parts shown are all there are, also between a night and nothing.
    """
    seen: dict[tuple[Key, tuple[Key, ...]], dict[_Rest, None]] = defaultdict(dict)
    for since in _since(nights):
        for total, parts in families():
            shown = tuple(part for part in parts if part in since)
            if total in since:
                days = tuple(since[key] for key in (total, *shown))
                seen[total, shown][_Rest(total, shown, days)] = None
    for (total, shown), rests in seen.items():
        if _add_up(total, shown, bills, buurten):  # then nothing is left when all are of the same day
            days = (next(iter(rests)).days[0],) * (1 + len(shown))
            rests = {_Rest(total, shown, days): None} | rests
        for before, after in combinations([_by_client(rest, bills, buurten) for rest in rests], 2):
            changed = [abs(after[person] - before[person]) for person in before.keys() | after.keys()]
            yield total, [euros for euros in changed if euros > 0.005]


def _since(nights: Nights) -> Iterator[Mapping[Key, date]]:
    """For every night since when the numbers stand that are shown."""
    standing: dict[Key, tuple[float, date]] = {}
    for day, figures in nights.published:
        numbers = figures[figures["status"].ne("geheim")].set_index(KEY)["numerator"].dropna().to_dict()
        new = {key for key, euros in numbers.items() if standing.get(key, (None,))[0] != euros}
        standing |= {key: (numbers[key], day) for key in new}
        yield {key: standing[key][1] for key in numbers}


def _add_up(total: Key, parts: tuple[Key, ...], bills: list[dict[str, Any]], buurten: dict[int, str]) -> bool:
    return all(
        any(of_figure(part, line, buurten) for part in parts)
        for line in bills
        if of_figure(total, line, buurten)
    )


def _by_client(rest: _Rest, bills: list[dict[str, Any]], buurten: dict[int, str]) -> defaultdict[int, float]:
    net: defaultdict[int, float] = defaultdict(float)
    for line in bills:
        for key, day in zip((rest.total, *rest.parts), rest.days, strict=True):
            if line["received"] <= day and of_figure(key, line, buurten):
                net[line["person"]] += line["amount"] / 100 * (1 if key == rest.total else -1)
    return net
