"""What an attack found, in Dutch: which tables together reveal what kind of figure. Never which one, never how much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from socdom import dutch
from socdom.areas import level_of
from socdom.attack.model import Finding
from socdom.editions.model import FIGURE_KEY, AreaRecord, Description
from socdom.errors import Fault
from socdom.quarters import period_label

_MOST_TABLES = 5
_MOST_PERIODS = 4
_PERIOD_AT_END = re.compile(r",? \(?\d{4}(Q[1-4])?\)?$")
_WHAT = {
    "aantal": ("aantal", "aantallen", "is te berekenen, of nauwer te bepalen dan de regel toestaat"),
    "bedrag": ("bedrag", "bedragen", "is te dicht te benaderen"),
    "herziening": ("aantal", "aantallen", "verraadt door de herziening iets over één of een paar personen"),
    "bekend": ("geheim aantal", "geheime aantallen", "is nauwer te bepalen dan de regel toestaat"),
}
_MANY = {
    "aantal": "zijn te berekenen, of nauwer te bepalen dan de regel toestaat",
    "bedrag": "zijn te dicht te benaderen",
    "herziening": "verraden door de herziening iets over één of een paar personen",
    "bekend": "zijn nauwer te bepalen dan de regel toestaat",
}
_TAKE_BACK = (
    "Heeft niemand die uitgave gezien? Trek haar in met `socdom withdraw`. "
    "Overleg anders met de privacy officer"
)
_REMEDY = {
    "aantal": (
        "Laat een uitsplitsing of een van deze tabellen weg, of kies onder `bescherming` een strengere regel"
    ),
    "bedrag": "Laat een uitsplitsing van deze bedragen weg, of kies onder `bescherming` een strengere regel",
    "herziening": f"Deze cijfers zijn te vergelijken met die van een eerdere uitgave. {_TAKE_BACK}",
    "bekend": (
        "Dat kan al met eerdere uitgaven samen, doordat er later gegevens bij kwamen. "
        "Deze uitgave vertelt er niets bij. Meld het aan de privacy officer"
    ),
}
_NOTHING_TO_HIDE = f"Verbergen helpt niet meer: een eerdere uitgave toonde er al cijfers van. {_TAKE_BACK}"
_OF_EARLIER = ("herziening", "bekend")
# Kind, place, tables, and whether a figure that takes part can still be hidden.
_Kind = tuple[str, str, tuple[str, ...], bool]


def faults(
    findings: Sequence[Finding],
    descriptions: Sequence[Description],
    areas: Sequence[AreaRecord],
    *,
    released_before: bool,
) -> list[Fault]:
    """One fault per kind of figure and set of tables, the most frequent first; names no area and no group.

    Args:
        released_before: whether there are earlier releases, from which it can follow.
    """
    by_id = {item.id: item for item in descriptions}
    levels = {item.code: item.level for item in areas}
    cells: dict[_Kind, set[tuple[str, ...]]] = defaultdict(set)
    for finding in findings:
        place = _place(finding, by_id[finding.key[0]], levels.get(finding.key[2], level_of(finding.key[2])))
        cells[
            finding.kind, place, _without_periods(finding.tables), bool(finding.shown) or not released_before
        ].add(finding.key)
    ordered = sorted(cells.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_fault(kind, keys) for kind, keys in ordered]


def already_told(
    known: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord]
) -> list[Fault]:
    """The same of counts of which more is known than may be without the release; see `socdom.attack.known`."""
    keys = known.loc[:, list(FIGURE_KEY)].drop_duplicates().itertuples(index=False, name=None)
    found = [Finding(kind="bekend", key=key, tables=(), shown=()) for key in keys]
    return faults(found, descriptions, areas, released_before=True)


def _fault(kind: _Kind, keys: set[tuple[str, ...]]) -> Fault:
    what, place, tables, can_be_hidden = kind
    one, more, does = _WHAT[what]
    count = len(keys)
    told = f"1 {one} {does}" if count == 1 else f"{dutch.number(count)} {more} {_MANY[what]}"
    told += (
        f" ({_some([period_label(period) for period in sorted({key[1] for key in keys})], _MOST_PERIODS)})"
    )
    if tables:
        quoted = [f'"{name}"' for name in tables]
        told += f", uit deze tabellen samen: {_some(quoted, _MOST_TABLES)}"
    remedy = _REMEDY[what] if can_be_hidden or what in _OF_EARLIER else _NOTHING_TO_HIDE
    return Fault(place, told, count=count, remedy=f"{remedy}.")


def _place(finding: Finding, description: Description, level: str) -> str:
    """The kind of figure: title, level of area, and the title of the breakdown."""
    where = "voor de hele gemeente" if level == "gemeente" else f"per {level}"
    spec = description.dimensions.get(finding.key[3])
    by = f", uitsplitsing {spec.title.lower()}" if spec is not None else ""
    return f"{description.title}, {where}{by}"


def _without_periods(tables: tuple[str, ...]) -> tuple[str, ...]:
    """The names of tables without the quarter or year at their end, each once; in an order that says nothing."""
    return tuple(sorted({_PERIOD_AT_END.sub("", name) for name in tables}))


def _some(names: list[str], most: int) -> str:
    """A list in Dutch, of so many at most."""
    if len(names) <= most:
        return dutch.listing(names)
    return f"{', '.join(names[:most])} en nog {len(names) - most}"
