"""Figures of definitions as a publication would show them, but for the attack: nothing is kept or published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from socdom.disclosure import on_own_account
from socdom.editions.expected import ExpectedRecord
from socdom.editions.model import Description
from socdom.editions.releases import earlier_figures, last_states
from socdom.measures.indicator import Indicator
from socdom.pipeline.figures import hiding, late_of, unprotected_figures
from socdom.pipeline.inventory import declared
from socdom.pipeline.late_expected import expected_records
from socdom.pipeline.scope import Scope
from socdom.workbench.ground import Ground


@dataclass(frozen=True)
class Shielded:
    """Protected figures of some definitions.

    Attributes:
        scope: as of a run with just these definitions.
        figures: protected; columns FIGURE_COLUMNS.
        own: of each figure, whether it is hidden on its own account.
        expected: what is told of amounts that are not complete.
    """

    scope: Scope
    figures: pd.DataFrame
    own: pd.Series
    expected: tuple[ExpectedRecord, ...]

    def of(self, indicator: str) -> pd.DataFrame:
        """The figures of one indicator."""
        return self.figures[self.figures["indicator"] == indicator]


def shielded(ground: Ground, indicators: Sequence[Indicator]) -> Shielded:
    """Compute figures and protect them together, also against what was released before.

    Protection is the same as of a run as long as no definition is left out that it connects to these; see
    `socdom.workbench.trying.related`.

    Raises:
        DeliveryError: the delivered age groups do not fit a denominator.
    """
    inputs, scope = ground.inputs, scope_with(ground, indicators)
    counts = unprotected_figures(inputs, scope, ground.delivered)
    earlier = earlier_figures(inputs.home)
    late = late_of(counts.figures, earlier, scope, inputs, ground.delivered)
    released = last_states(earlier)
    figures = hiding(counts.figures, late, released, scope, inputs)(frozenset())
    protections = {item.id: item.protection for item in indicators}
    own = on_own_account(counts.figures, protections, inputs.policy, released)
    expected = expected_records(figures, scope.indicators, counts.coming, inputs.policy)
    return Shielded(scope, figures, own, expected)


def scope_with(ground: Ground, indicators: Sequence[Indicator]) -> Scope:
    """The scope of a run in which these are all the indicators there are."""
    scope, series = ground.scope, ground.inputs.open_data.series
    return replace(
        scope,
        indicators=tuple(indicators),
        descriptions=tuple(Description.model_validate(item.describe()) for item in indicators),
        inventory=declared(indicators, scope.quarters, scope.areas, series, pages=False),
    )
