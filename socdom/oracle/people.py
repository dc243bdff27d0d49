"""Counts of persons and households: who is there, who comes, who goes, who comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

from socdom.oracle.episodes import Episode
from socdom.oracle.found import UNKNOWN, Found, count_of, part_of
from socdom.oracle.plain import Group, Period, PlainTown, Row


def persons_active(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return count_of(
        {
            row["person"]
            for row in town.rows(measure.selection)
            if period.touches(row) and group.holds(row, period)
        }
    )


def stock(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """An end on the last day is not in it."""
    day = period.last
    if measure.gap_days is None:
        return count_of(
            {
                unit_of(row, measure.of)
                for row in town.rows(measure.selection)
                if row["start"] <= day and _after(row["end"], day) and group.holds(row, period)
            }
        )
    return count_of(
        [
            episode
            for episode in town.episodes(measure.selection, measure.of, measure.gap_days)
            if episode.start <= day
            and _after(episode.end, day)
            and any(group.holds(row, period) and row["start"] <= day for row in episode.spells)
        ]
    )


def inflow(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return count_of(_beginning(town, measure, period, group))


def outflow(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return count_of(
        [
            episode
            for episode in town.episodes(measure.selection, measure.of, measure.gap_days)
            if period.holds(episode.end)
            and any(
                group.holds(row, period) and (not measure.reasons or row["end_reason"] in measure.reasons)
                for row in episode.spells
                if row["end"] == episode.end
            )
        ]
    )


def reentry(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Of the episodes that begin, those of a unit whose episode before ended not too long ago.

    In the first periods of a run nothing is said: what was before the run is unknown.
    """
    if (period.first - town.opening).days < measure.within_days:
        return UNKNOWN
    all_of_them = town.episodes(measure.selection, measure.of, measure.gap_days)
    beginning = _beginning(town, measure, period, group)
    back = [
        episode
        for episode in beginning
        if any(_shortly_before(earlier, episode, measure.within_days) for earlier in all_of_them)
    ]
    return part_of(len(back), len(beginning)) if measure.share else count_of(back)


def events(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Distinct units with a row whose date lies in the period."""
    return count_of(
        {
            unit_of(row, measure.of)
            for row in town.rows(measure.selection)
            if period.holds(row[measure.at]) and group.holds(row, period)
        }
    )


def unit_of(row: Row, of: str) -> int:
    return row[{"persons": "person", "households": "household", "rows": "number"}[of]]


def _beginning(town: PlainTown, measure: Any, period: Period, group: Group) -> list[Episode]:
    return [
        episode
        for episode in town.episodes(measure.selection, measure.of, measure.gap_days)
        if period.holds(episode.start)
        and any(group.holds(row, period) for row in episode.spells if row["start"] == episode.start)
    ]


def _shortly_before(earlier: Episode, episode: Episode, within_days: int) -> bool:
    return (
        earlier.unit == episode.unit
        and earlier.end is not None
        and 0 < (episode.start - earlier.end).days <= within_days
    )


def _after(end: date | None, day: date) -> bool:
    return end is None or end > day
