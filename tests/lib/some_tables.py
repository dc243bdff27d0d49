"""A few tables as a release: unprotected counts in, what is published out, and what the attack finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.areas import level_of
from socdom.attack.attack import attack
from socdom.attack.model import Finding, Release
from socdom.disclosure import CBS5, Linked, Policy, on_own_account, protect
from socdom.editions.description import Dimension
from socdom.editions.model import AreaRecord, Description
from socdom.editions.releases import last_states
from socdom.measures.cases import same_cases
from socdom.measures.indicator import Indicator
from socdom.measures.same import same_counts, sums
from socdom.pipeline.progress import silent
from socdom.pipeline.protection import record_of
from socdom.pipeline.safety import safe_figures
from tests.lib.outsider import NOTHING_EARLIER
from tests.lib.small_edition import description

GM = "GM0001"
QUARTER = "2020Q4"
NAN = float("nan")
Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Publication:
    """Tables that are published together.

    Attributes:
        raw: unprotected figures with `base`, as the engine gives them.
        descriptions: of their indicators.
        policy: the rule.
        linked: what the indicators have to do with each other.
        earlier: what earlier releases showed.
    """

    raw: pd.DataFrame
    descriptions: tuple[Description, ...]
    policy: Policy = CBS5
    linked: Linked = field(default_factory=Linked)
    earlier: pd.DataFrame = field(default_factory=lambda: NOTHING_EARLIER)

    @property
    def areas(self) -> tuple[AreaRecord, ...]:
        """The areas of the figures; a wijk is of the gemeente, a buurt of the wijk with the same numbers."""
        codes = sorted(self.raw["area"].unique())
        return tuple(AreaRecord(code=c, name=c, level=level_of(c), parent=_parent(c)) for c in codes)

    @property
    def truth(self) -> pd.DataFrame:
        """What the attack is told of the figures behind the publication."""
        own = on_own_account(self.raw, self._kinds, self.policy, last_states(self.earlier))
        return self.raw.assign(own=own)

    def protected(self, also: frozenset[Key] = frozenset()) -> pd.DataFrame:
        """Protected once, without an attack."""
        scales = {item.id: item.scale for item in self.descriptions}
        released = last_states(self.earlier)
        return protect(self.raw, self._kinds, scales, self.policy, self.linked, released, also)

    def published(self, folder: Path) -> pd.DataFrame:
        """As a run publishes it: protected and attacked until nothing is found.

        Raises:
            DisclosureError: it is refused.
        """
        memory, released = folder / "aanval.json", last_states(self.earlier)
        return safe_figures(self.truth, self.protected, self._outside, released, memory, silent).figures

    def each_by_itself(self) -> pd.DataFrame:
        """What is published when every count is rounded or hidden by itself, and no more is done; half goes up."""
        step, limit = self.policy.round_to, self.policy.hidden_up_to
        hidden = self.raw["numerator"].le(limit)
        nearest = np.floor(self.raw["numerator"] / step + 0.5) * step
        shown = nearest.mask(hidden)
        status = self.raw["status"].mask(hidden, "geheim")
        return self.raw.assign(numerator=shown, value=shown, status=status).drop(columns="base")

    def found(self, figures: pd.DataFrame) -> tuple[Finding, ...]:
        """What an outsider finds in published figures."""
        return attack(self._outside(figures), self.truth).findings

    @property
    def _kinds(self) -> dict[str, str]:
        return {item.id: item.protection for item in self.descriptions}

    def _outside(self, figures: pd.DataFrame) -> Release:
        return Release(figures, self.descriptions, self.areas, record_of(self.policy), self.earlier)


def counts(
    numbers: Mapping[tuple[str, ...], float],
    indicator: str = "proef",
    period: str = QUARTER,
    unit: str = "inwoners",
) -> pd.DataFrame:
    """Unprotected counts of persons.

    Args:
        numbers: (area,) or (area, dimension, category) → count.
    """
    places = [(*place, "", "")[:3] for place in numbers]
    number = np.array(list(numbers.values()), dtype=float)
    return pd.DataFrame(
        {
            "indicator": indicator,
            "period": period,
            "area": [area for area, _, _ in places],
            "dimension": [dimension for _, dimension, _ in places],
            "category": [category for _, _, category in places],
            "numerator": number,
            "denominator": NAN,
            "value": number,
            "unit": unit,
            "status": "definitief",
            "method": "proef/1",
            "base": number,
        }
    )


def in_tables(numbers: Mapping[tuple[str, ...], float], policy: Policy = CBS5) -> Publication:
    """Counts of one indicator that has no definition: a reader takes it that every table adds up."""
    raw = counts(numbers)
    groups = raw[raw["dimension"].ne("")].groupby("dimension")["category"].unique()
    dimensions = {
        name: Dimension(title=name, labels={item: item for item in categories})
        for name, categories in groups.items()
    }
    return Publication(raw, (description(dimensions=dimensions, definition=None),), policy)


def of_indicators(raw: pd.DataFrame, indicators: Sequence[Indicator], **changes: object) -> Publication:
    """Figures of indicators of the catalogue, with all that follows from their definitions."""
    descriptions = tuple(Description.model_validate(item.describe()) for item in indicators)
    linked = Linked(same_cases(indicators), same_counts(indicators), sums(indicators))
    return Publication(raw, descriptions, linked=linked, **changes)


def crossed(table: pd.DataFrame, dimension: str) -> dict[tuple[str, ...], float]:
    """A table of wijken by categories with all its totals.

    Args:
        table: index: wijken; columns: categories.
    """
    cells: dict[tuple[str, ...], float] = {(GM,): table.to_numpy().sum()}
    cells |= {(wijk,): number for wijk, number in table.sum(axis=1).items()}
    cells |= {(GM, dimension, name): number for name, number in table.sum(axis=0).items()}
    return cells | {
        (wijk, dimension, name): table.at[wijk, name] for wijk in table.index for name in table.columns
    }


def shown(figures: pd.DataFrame) -> dict[tuple[str, str], float | None]:
    """(Area, category) → the number that is shown, None when it is hidden."""
    return {
        (row.area, row.category): None if row.status == "geheim" else row.numerator
        for row in figures.itertuples()
    }


def kinds_of(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """(Area, category) of what was found."""
    return {(finding.key[2], finding.key[4]) for finding in findings}


def _parent(code: str) -> str:
    return {"WK": f"GM{code[2:6]}", "BU": f"WK{code[2:8]}"}.get(code[:2], "")
