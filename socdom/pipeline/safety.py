"""Protect figures, attack the publication as an outsider would, and hide more until nothing can be found.

The attack knows nothing of how the figures were protected. What it finds says which shown figures together narrow a
hidden one; one of those is hidden, and the whole is protected and attacked again. When nothing is left to hide, the
publication is refused; but not for what is known without it, from earlier releases that said no more than they might.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pandas as pd

from socdom.attack.attack import attack
from socdom.attack.known import known_already
from socdom.attack.model import NOTHING_KNOWN, Attack, Finding, Release
from socdom.attack.report import faults
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, SHOWN_STATUSES
from socdom.errors import DisclosureError, Fault
from socdom.pipeline.progress import Progress
from socdom.quarters import period_before
from socdom.whole_files import put_file

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Safe:
    """Figures that survived the attack.

    Attributes:
        figures: protected.
        attack: the last attack, without findings.
        known: of which counts more is known than may be, without these figures; see `socdom.attack.known`.
    """

    figures: pd.DataFrame
    attack: Attack
    known: pd.DataFrame


def safe_figures(
    truth: pd.DataFrame,
    protect: Callable[[frozenset[Key]], pd.DataFrame],
    release: Callable[[pd.DataFrame], Release],
    released: pd.DataFrame,
    memory: Path,
    progress: Progress,
) -> Safe:
    """Protect and attack until the attack finds nothing.

    Args:
        truth: unprotected figures, with the columns own and few_behind_change that
            `socdom.attack.revisions.revision_findings` asks for.
        protect: protected figures, given the figures to hide as well.
        release: what an outsider has, given the protected figures.
        released: the last state each figure was published in.
        memory: file in the person-level zone with what was found safe before; that is not attacked anew.

    Raises:
        DisclosureError: a hidden figure can be narrowed, there is nothing left to hide against it, and it is not known
            already.
    """
    progress("Cijfers beschermen, en proberen geheime cijfers terug te rekenen")
    own = truth["own"] if "own" in truth else pd.Series(False, truth.index)
    first = also = as_released(protect(frozenset()), released, own)
    known_safe, known = _remembered(memory), NOTHING_KNOWN
    # Comes to an end: each round hides at least one figure more, or begins again with a count more that is known.
    while True:
        figures = protect(also)
        outside = release(figures)
        tried = attack(outside, truth, known_safe=known_safe, known=known)
        known_safe |= tried.safe
        if not tried.findings:
            _remember(memory, tried.safe)
            return Safe(figures, tried, known)
        more = to_hide(tried.findings, outside)
        if more <= also:
            known = _with_more(known, known_already(outside, truth, tried.findings), tried.findings, outside)
            also = first
        else:
            also |= more


def _with_more(
    known: pd.DataFrame, found: pd.DataFrame, findings: Sequence[Finding], release: Release
) -> pd.DataFrame:
    """What is known, with what was found to be known as well.

    Raises:
        DisclosureError: nothing more is known, so there is no way left to publish.
    """
    together = pd.concat([part for part in (known, found) if len(part)] or [known], ignore_index=True)
    together = together.drop_duplicates([*FIGURE_KEY, "part"], ignore_index=True)
    if len(together) == len(known):
        raise DisclosureError(_told(findings, release))
    return together


def _told(findings: Sequence[Finding], release: Release) -> list[Fault]:
    before = len(release.earlier) > 0
    return faults(findings, release.descriptions, release.areas, released_before=before)


def as_released(figures: pd.DataFrame, released: pd.DataFrame, own: pd.Series) -> frozenset[Key]:
    """Figures that were hidden in the last release, of periods in which nothing changed since.

    Without them another choice could be made for the same figures, and the report and the dashboard would hide
    different ones.

    Args:
        figures: protected, as they are without an attack.
        released: the last state each figure was published in.
        own: of each of `figures`, whether it is hidden on its own account.
    """
    both = figures.assign(own=own.to_numpy()).merge(released, on=list(FIGURE_KEY), suffixes=("", "_before"))
    hidden, was_hidden = (both[name].eq(HIDDEN_STATUS) for name in ("status", "status_before"))
    same = both["value"].eq(both["value_before"]) | (both["value"].isna() & both["value_before"].isna())
    changed = set(both.loc[(both["own"] & ~was_hidden) | (~hidden & ~was_hidden & ~same), "period"])
    return frozenset(_keys(both[was_hidden & ~both["period"].isin(changed)]))


def to_hide(findings: Sequence[Finding], release: Release) -> frozenset[Key]:
    """Figures to hide so that every finding is mended, if it can be: each time the one whose hiding costs least.

    First a category or an area below the municipality; then one that is hidden in the quarter (or year) before, or was
    hidden in an earlier release; then the one that mends most; then the smallest as it is shown, then by name. So the
    choice is the same every time, and says nothing of true counts. A shown count that is pinned to one number without
    the help of a shown figure is hidden itself.
    """
    shown = release.figures["status"].isin(SHOWN_STATUSES)
    can_be_hidden = set(_keys(release.figures[shown]))
    was_hidden = release.earlier[release.earlier["status"].eq(HIDDEN_STATUS)]
    hidden = {*_keys(release.figures[~shown]), *_keys(was_hidden)}
    size = dict(zip(_keys(release.figures), _published_size(release.figures), strict=True))
    to_mend = [set(item.shown) & can_be_hidden or {item.key} & can_be_hidden for item in findings]
    mends = Counter(chain.from_iterable(to_mend))

    def cost(key: Key) -> tuple[bool, bool, int, float, Key]:
        indicator, period, area, dimension, category = key
        before = (indicator, period_before(period), area, dimension, category)
        whole = area.startswith("GM") and not dimension
        return whole, hidden.isdisjoint((key, before)), -mends[key], size[key], key

    chosen: set[Key] = set()
    for key in sorted(mends, key=cost):
        if any(key in keys and chosen.isdisjoint(keys) for keys in to_mend):
            chosen.add(key)
    return frozenset(chosen)


def _keys(figures: pd.DataFrame) -> Iterator[Key]:
    return figures.loc[:, list(FIGURE_KEY)].itertuples(index=False, name=None)


def _published_size(figures: pd.DataFrame) -> pd.Series:
    return figures["numerator"].fillna(figures["value"]).fillna(0)


def _remembered(memory: Path) -> frozenset[str]:
    """What was safe before; nothing when the file is not there or not readable: then all is attacked."""
    try:
        return frozenset(json.loads(memory.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return frozenset()


def _remember(memory: Path, safe: frozenset[str]) -> None:
    """Keep what was safe where only the owner can read it: who has a hash can test a guess."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    put_file(memory, json.dumps(sorted(safe)).encode(), mode=0o600)
