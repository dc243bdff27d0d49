"""The reference group: municipalities of the same size class that are as urban, in the same year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from socdom import dutch

_MAX_NAMES = 15
_OPENING = "Vergelijkbare gemeenten zijn"
_PER_INHABITANT = (
    "Het bedrag per inwoner is het bedrag van al deze gemeenten samen, gedeeld door al hun inwoners."
)
_CLASS_WORDS = re.compile(r"minder|dan|tot|inwoners|of|meer|zeer|sterk|matig|weinig|niet|stedelijk|\d+")


@dataclass(frozen=True)
class ReferenceGroup:
    """The group in one year.

    Attributes:
        size, urbanity: the classes as published ("20000tot50000inwoners", "Matigstedelijk").
        members: names, in alphabetical order; the municipality itself is left out.
    """

    size: str
    urbanity: str
    members: tuple[str, ...]


def reference_group(classes: pd.DataFrame, name: str) -> ReferenceGroup:
    """Find the group of a municipality.

    Args:
        classes: one row per municipality, columns `gemeente`, `size`, `urbanity`; a row without classes (the
            country) is never a member.
        name: the municipality, as written in `classes`.
    """
    size, urbanity = classes.loc[classes["gemeente"].eq(name), ["size", "urbanity"]].iloc[0]
    alike = (
        classes["size"].str.casefold().eq(size.casefold())
        & classes["urbanity"].str.casefold().eq(urbanity.casefold())
        & classes["gemeente"].ne(name)
        & bool(size and urbanity)
    )
    return ReferenceGroup(size, urbanity, tuple(sorted(classes.loc[alike, "gemeente"])))


def describe(
    groups: Mapping[str, ReferenceGroup],
    name: str,
    left_out: Sequence[str] = (),
    whole: str = _PER_INHABITANT,
    opening: str = _OPENING,
) -> str:
    """Dutch sentences about the group: the rule, the number in each year, and the names of the newest year.

    Args:
        groups: year ("2023") → the group of that year.
        name: the municipality itself.
        left_out: members without complete figures in some year.
        whole: sentence that says how their figure is made.
        opening: how the first sentence begins, where not all figures have this group.
    """
    year = max(groups)
    newest = groups[year]
    if not newest.members:
        return f"Er is in {year} geen andere gemeente die even groot en even stedelijk is als {name}."
    count = len(newest.members)
    sentences = [
        f"{opening} in {year} even groot ({_in_words(newest.size)}) en even stedelijk "
        f"({_in_words(newest.urbanity)}) als {name}.",
        f"Het {'is' if count == 1 else 'zijn'} {count} {'gemeente' if count == 1 else 'gemeenten'}"
        f"{': ' + dutch.listing(newest.members) if count <= _MAX_NAMES else ''}.",
        *_other_years({key: group for key, group in groups.items() if key != year}, count),
        f"{name} zelf telt niet mee.",
        whole,
    ]
    if left_out:
        sentences.append(f"Niet alle cijfers zijn er van {dutch.listing(left_out)}; die tellen dan niet mee.")
    return " ".join(sentences)


def _other_years(groups: Mapping[str, ReferenceGroup], count: int) -> list[str]:
    different = [
        f"{len(group.members)} in {year}"
        for year, group in sorted(groups.items())
        if len(group.members) != count
    ]
    return [f"In andere jaren is dat aantal anders: {dutch.listing(different)}."] if different else []


def _in_words(published: str) -> str:
    """ "20000tot50000inwoners" → "20.000 tot 50.000 inwoners"."""
    words = _CLASS_WORDS.findall(published.casefold())
    return " ".join(dutch.number(int(word)) if word.isdigit() else word for word in words)
