"""The reference group: municipalities of the same size class that are as urban, in the same year.

A municipality may choose another rule, or name the municipalities itself (`vergelijking` of gemeente.yml).

The figure of the group is a sum divided by a sum, so a member weighs by its inhabitants. (Kolada, the Swedish
comparison of municipalities, takes the unweighted mean.) So the figure is that of the inhabitants of the group, and
cannot be pulled by one small municipality; which it is stands in the sentences of `describe`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import pandas as pd

from socdom import dutch
from socdom.parameters.vergelijking import Rule, Vergelijking

BY_CLASS = Vergelijking()
_MAX_NAMES = 15
_OPENING = "Vergelijkbare gemeenten zijn"
_PER_INHABITANT = (
    "Het bedrag per inwoner is het bedrag van al deze gemeenten samen, gedeeld door al hun inwoners."
)
# Rule → the classes that members share with the municipality.
_SHARED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"klasse": ("size", "urbanity"), "grootte": ("size",), "stedelijkheid": ("urbanity",)}
)
_CLASS_WORDS = re.compile(r"minder|dan|tot|inwoners|of|meer|zeer|sterk|matig|weinig|niet|stedelijk|\d+")


@dataclass(frozen=True)
class ReferenceGroup:
    """The group in one year.

    Attributes:
        size, urbanity: the classes of the municipality as published ("20000tot50000inwoners", "Matigstedelijk").
        members: names, in alphabetical order; the municipality itself is left out.
        rule: which classes the members share with it; "" when they were named.
        why: why these were named.
    """

    size: str
    urbanity: str
    members: tuple[str, ...]
    rule: Rule | Literal[""] = "klasse"
    why: str = ""

    @property
    def is_known(self) -> bool:
        """Whether a rule could be applied: its classes are known, or the members were named."""
        return all(getattr(self, key) for key in _SHARED[self.rule]) if self.rule else True


def reference_group(classes: pd.DataFrame, name: str, comparison: Vergelijking = BY_CLASS) -> ReferenceGroup:
    """Find the group of a municipality.

    Args:
        classes: one row per municipality, columns `gemeente`, `size`, `urbanity`, and `code` where the comparison
            names municipalities; a row without classes (the country) is never a member by a rule.
        name: the municipality, as written in `classes`.
        comparison: the rule, or the codes of the members; of these only those that `classes` has.
    """
    size, urbanity = classes.loc[classes["gemeente"].eq(name), ["size", "urbanity"]].iloc[0]
    others = classes[classes["gemeente"].ne(name)]
    if comparison.gemeenten:
        named = others.loc[others["code"].isin(comparison.gemeenten), "gemeente"]
        return ReferenceGroup(size, urbanity, tuple(sorted(named)), "", comparison.waarom)
    shared = {"size": size, "urbanity": urbanity}
    shared = {key: shared[key] for key in _SHARED[comparison.regel]}
    alike = pd.Series(all(shared.values()), index=others.index)
    for key, value in shared.items():
        alike &= others[key].str.casefold().eq(value.casefold())
    return ReferenceGroup(size, urbanity, tuple(sorted(others.loc[alike, "gemeente"])), comparison.regel)


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
        return _nobody(newest, year, name)
    count = len(newest.members)
    sentences = [
        f"{opening} {_rule(newest, year, name)}.",
        f"Het {'is' if count == 1 else 'zijn'} {count} {'gemeente' if count == 1 else 'gemeenten'}"
        f"{': ' + dutch.listing(newest.members) if count <= _MAX_NAMES else ''}.",
        *([dutch.sentence(f"Waarom deze? {newest.why}")] if newest.why else []),
        *_other_years({key: group for key, group in groups.items() if key != year}, count),
        f"{name} zelf telt niet mee.",
        whole,
    ]
    if left_out:
        sentences.append(f"Niet alle cijfers zijn er van {dutch.listing(left_out)}; die tellen dan niet mee.")
    return " ".join(sentences)


def _rule(group: ReferenceGroup, year: str, name: str) -> str:
    """What the members have in common, after "Vergelijkbare gemeenten zijn"."""
    if not group.rule:
        return f"gemeenten waarmee {name} zich wil vergelijken"
    parts = {
        "size": f"even groot ({_in_words(group.size)})",
        "urbanity": f"even stedelijk ({_in_words(group.urbanity)})",
    }
    return f"in {year} {dutch.listing([parts[key] for key in _SHARED[group.rule]])} als {name}"


def _nobody(group: ReferenceGroup, year: str, name: str) -> str:
    if not group.rule:
        return f"Van de gemeenten waarmee {name} zich wil vergelijken, zijn er over {year} geen cijfers."
    words = {"size": "even groot", "urbanity": "even stedelijk"}
    alike = dutch.listing([words[key] for key in _SHARED[group.rule]])
    return f"Er is in {year} geen andere gemeente die {alike} is als {name}."


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
