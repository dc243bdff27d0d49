"""How far a delivery goes: whether it holds the quarter that is asked for, up to its end."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import pandas as pd

from socdom import dutch
from socdom.parameters.bronnen import Controle
from socdom.quarters import Quarter
from socdom.sources.delivery_spec import CLIENTS
from socdom.sources.examine.dated import counts_quarters, last_covered, least, quarter_name, usual
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REFUSED, REMARKS, Finding
from socdom.sources.examine.words import files, noun, percentage

# With so many rows in a usual quarter, the newest row tells how far a delivery goes.
_ENOUGH = 10
# With so many rows in every quarter, one without any is no chance.
_REGULAR = 25
# More rows of after today are no slip of somebody: the delivery was made later than the day it is judged for.
_A_SLIP = 1.0
_BEHIND = "De registraties zijn nog niet bijgewerkt tot en met het laatste kwartaal."
_REMEDY = "Vraag een levering waar dit kwartaal in zit."


def last_quarter(group: Group, today: date) -> int | None:
    """Index of the last quarter a delivery covers."""
    return last_covered(group.per_quarter, Quarter.of(today).index)


def newest_day(group: Group, today: date) -> date | None:
    """Newest day in a delivery that is not after today; None for counts per quarter, and of a few clients: who lives
    where he was born has an address since his birth."""
    days = group.days()
    if counts_quarters(group.spec) or (group.delivery == CLIENTS.delivery and len(days) < _ENOUGH):
        return None
    newest = days[days <= pd.Timestamp(today)].max()
    return None if pd.isna(newest) else newest.date()


def running_on(groups: Collection[Group], today: date) -> list[Finding]:
    """Deliveries that go on after the day for which they are judged, as those of a fictional municipality do."""
    until = Quarter.of(today).index
    late = []
    for group in groups:
        days = group.days()
        later = days.gt(until if counts_quarters(group.spec) else pd.Timestamp(today))
        if percentage(int(later.sum()), len(days)) > _A_SLIP:
            late.append(group.place)
    if not late:
        return []
    rule = f"hierin staan rijen van na {dutch.day(today)}"
    return [Finding(REMARKS, "", files(late, len(groups)), rule, "Die tellen nog niet mee.")]


def fresh_findings(
    groups: Iterable[Group], settings: Controle, quarter: Quarter, today: date, *, asked: bool
) -> list[Finding]:
    """A delivery of an earlier quarter, or one that stops before the end of the quarter.

    Args:
        quarter: the quarter the figures are for.
        asked: whether somebody asked for it; else an earlier one is told, not refused.
    """
    dated = {group: last for group in groups if (last := last_quarter(group, today)) is not None}
    if not dated:
        return []
    newest = max(dated.values())
    if newest < quarter.index:
        rule = f"de rijen lopen tot en met {quarter_name(newest)}; gevraagd is {quarter}"
        outcome, note = (REFUSED, "") if asked else (REMARKS, _BEHIND)
        together = tuple(group.delivery for group in dated)
        return [Finding(outcome, "", "Alle leveringen", rule, _REMEDY, note, together)]
    found: list[Finding] = []
    for group, last in dated.items():
        if last < quarter.index:
            found.append(_earlier(group, last, quarter, asked=asked))
        else:
            found += _stops_early(group, settings, quarter, today)
    return found


def _earlier(group: Group, last: int, quarter: Quarter, *, asked: bool) -> Finding:
    """One delivery of an earlier quarter. Counts of a quarter that are not there are shown as missing; events that
    are not there would be shown as a fall."""
    rule = f"de rijen lopen tot en met {quarter_name(last)}; gevraagd is {quarter}"
    much = counts_quarters(group.spec) or least(group.per_quarter, last) >= _REGULAR
    refused = asked and much and not counts_quarters(group.spec)
    # Where rows are few, that there are none would be a figure about people.
    told = much and not refused
    note = f"Over het {quarter.label} zijn er nog geen {noun(group.delivery)}." if told else ""
    return Finding(REFUSED if refused else REMARKS, group.delivery, group.place, rule, _REMEDY, note)


def days_short(group: Group, quarter: Quarter, today: date) -> int:
    """Days between the newest row and the end of the quarter, or today when that comes first; 0 where rows are so few
    that a gap is no wonder."""
    newest = newest_day(group, today)
    if newest is None or usual(group.per_quarter, Quarter.of(newest).index) < _ENOUGH:
        return 0
    return max(0, (min(quarter.end, today) - newest).days)


def _stops_early(group: Group, settings: Controle, quarter: Quarter, today: date) -> list[Finding]:
    short, newest = days_short(group, quarter, today), newest_day(group, today)
    if newest is None or short <= settings.dagen_oud_opmerking:
        return []
    end = dutch.day(min(quarter.end, today))
    rule = f"de nieuwste rij is van {dutch.day(newest)}; dat is {short} dagen voor {end}"
    note = f"De {noun(group.delivery)} zijn nog niet bijgewerkt tot het einde van het kwartaal."
    # Where rows are few, that there are none in the last weeks would be a figure about people.
    if least(group.per_quarter, Quarter.of(newest).index) < _REGULAR:
        note = ""
    return [Finding(REMARKS, group.delivery, group.place, rule, "Vraag of de levering compleet is.", note)]
