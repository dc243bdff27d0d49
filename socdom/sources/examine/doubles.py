"""Rows that are there twice, and rows that belong to nothing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from socdom import dutch
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REMARKS, Finding
from socdom.sources.examine.words import noun, percentage, public, public_part, rows

# Some are right: two of the same on a day, help that ended before the first delivery. From here on it is told.
_TOLD_FROM = 1.0
_OF_SOMEBODY = ("person", "household")
_DECLARATIONS = "declarations"


def double_rows(group: Group) -> int:
    """Rows that are the same as an earlier one in everything but their own number."""
    if "person" not in group.frame:
        return 0  # of counts the contract sees to it
    own = group.spec.columns[0]
    named = own.identifies and own.identifies not in _OF_SOMEBODY
    frame = group.frame[group.whole]
    return int((frame.drop(columns=own.name) if named else frame).duplicated().sum())


def orphan_rows(group: Group, persons: np.ndarray | None) -> int:
    """Rows of persons who are not among the clients; 0 when no clients were delivered."""
    if persons is None or "person" not in group.frame:
        return 0
    known = group.frame["person"].isin(persons).to_numpy() | group.wrong("person")
    return int((~known).sum())


def without_provision(group: Group, groups: Mapping[str, Group]) -> int:
    """Declarations of a provision that was not delivered; 0 when no provisions were."""
    provisions = [one.frame["provision"] for one in groups.values() if one.spec.tables == ("provisions",)]
    if _DECLARATIONS not in group.spec.tables or not provisions:
        return 0
    known = np.unique(np.concatenate([numbers.to_numpy() for numbers in provisions]))
    return int((~group.frame["provision"].isin(known).to_numpy() & ~group.wrong("provision")).sum())


def double_findings(group: Group, doubles: int, lost: int) -> list[Finding]:
    """What is told of `double_rows` and `without_provision`."""
    found = []
    part = percentage(doubles, len(group.frame))
    if part > _TOLD_FROM:
        verb = "lijkt" if doubles == 1 else "lijken"
        rule = f"{rows(doubles)} ({dutch.percent(part, 0)}) {verb} dubbel: alleen het eigen nummer verschilt"
        note = f"Van de {noun(group.delivery)} staat {public_part(part, len(group.frame))} misschien dubbel in de bron."
        remedy = "Vraag de leverancier of dit zo hoort."
        found.append(Finding(REMARKS, group.delivery, group.place, rule, remedy, public(note, doubles)))
    part = percentage(lost, len(group.frame))
    if part > _TOLD_FROM:
        verb = "noemt" if lost == 1 else "noemen"
        rule = f"{rows(lost)} ({dutch.percent(part, 0)}) {verb} een voorziening die niet is geleverd"
        remedy = "Kijk of alle voorzieningen erin zitten, ook die al zijn beëindigd."
        much = public_part(part, len(group.frame))
        note = f"Van de {noun(group.delivery)} hoort {much} bij hulp die niet in de bron staat."
        found.append(
            Finding(REMARKS, group.delivery, group.at("provision"), rule, remedy, public(note, lost))
        )
    return found
