"""Who came and who went between two periods: opening + in - out = closing, exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.code_labels import code_labels
from socdom.measures.dates import day_numbers
from socdom.measures.kinds.rows import RowKind
from socdom.workbench.decomposition.items import BEFORE, NOW, Items

NEW, BACK, MOVED_IN = "Nieuw", "Terug na eerdere hulp", "Verhuisd naar deze wijk"
MOVED_OUT, OTHER = "Verhuisd uit deze wijk", "Telt om een andere reden niet meer mee"
FEW_IN, FEW_OUT = "Overige groepen die erbij kwamen", "Overige groepen die eruit gingen"


@dataclass(frozen=True)
class Flows:
    """A stock at two moments and all that lies between.

    Attributes:
        opening, closing: numbers of units.
        came, went: reason → number, largest first; no number below the fewest that may be shown.
    """

    opening: int
    closing: int
    came: dict[str, int]
    went: dict[str, int]

    @property
    def balances(self) -> bool:
        """Whether opening + in - out is closing."""
        return self.opening + sum(self.came.values()) - sum(self.went.values()) == self.closing


def flows(everywhere: Items, area: Area, measure: RowKind, least: int) -> Flows | None:
    """Who came into and went out of an area; None when so few came or went that the balance would tell how many.

    Args:
        everywhere: what counts in the whole municipality.
        area: the municipality or a wijk.
        least: fewest units that are told by themselves.
    """
    here = everywhere.within(area)
    before, now = (_units(here, moment) for moment in (BEFORE, NOW))
    before_all, now_all = (_units(everywhere, moment) for moment in (BEFORE, NOW))
    came, went = now - before, before - now
    moved_in, moved_out = came & before_all, went & now_all
    known = _earlier(everywhere)
    fresh = came - moved_in
    returned = {unit for unit in fresh if unit in known}
    into = {MOVED_IN: len(moved_in), BACK: len(returned), NEW: len(fresh) - len(returned)}
    out = {MOVED_OUT: len(moved_out), **_reasons(everywhere, measure, went - moved_out)}
    if any(0 < number < least for number in (len(came), len(went))):
        return None
    told = (_without_few(into, least, FEW_IN), _without_few(out, least, FEW_OUT))
    return Flows(len(before), len(now), *told)


def _units(items: Items, moment: int) -> set[int]:
    return set(items.table.loc[items.table["moment"] == moment, "unit"].tolist())


def _earlier(items: Items) -> set[int]:
    """Units of persons who counted in a period before the two."""
    spans, first = items.spans, items.periods[BEFORE]
    persons = set(spans.person[spans.first < first].tolist())
    table = items.table
    return set(table.loc[table["person"].isin(persons), "unit"].tolist())


def _reasons(items: Items, measure: RowKind, gone: set[int]) -> dict[str, int]:
    """Why the last row of a unit ended, in words; most first."""
    if not gone or "end_reason" not in items.rows:
        return {OTHER: len(gone)}
    spans = items.spans
    mine = np.isin(spans.unit, np.fromiter(gone, dtype=np.int64, count=len(gone)))
    rows = items.rows.iloc[spans.row[mine]]
    ended = pd.DataFrame(
        {
            "unit": spans.unit[mine],
            "last": day_numbers(rows["end"]),
            "over": spans.last[mine] < items.periods[NOW],
            "reason": rows["end_reason"].astype("str").to_numpy(),
        }
    )
    last = (
        ended[ended["over"]]
        .sort_values("last")
        .drop_duplicates("unit", keep="last")
        .set_index("unit")["reason"]
    )
    told = code_labels(measure.table, "end_reason", measure.selection.codes("law"))
    words = last.map(lambda code: told.get(code, OTHER))
    counts = words.value_counts().to_dict()
    counts[OTHER] = counts.get(OTHER, 0) + len(gone) - len(last)
    return counts


def _without_few(found: dict[str, int], least: int, name: str) -> dict[str, int]:
    """Numbers of at least `least`, those of fewer together; with the smallest of the others when they are few even so.

    What is left out would follow from the others, as the balance closes.
    """
    told = {label: number for label, number in found.items() if number >= least}
    few = sum(number for number in found.values() if number < least)
    if few:
        if few < least:
            few += told.pop(min(told, key=lambda label: told[label]))
        told[name] = few
    return dict(sorted(told.items(), key=lambda item: (-item[1], item[0])))
