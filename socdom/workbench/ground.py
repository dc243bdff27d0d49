"""What an analyst's question about the own registrations stands on: the deliveries of a municipality, read once.

Person-level zone. Reading keeps nothing and publishes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.measures.indicator import Indicator
from socdom.parameters import Places
from socdom.pipeline.figures import unprotected_figures
from socdom.pipeline.inputs import Inputs, current_inputs, quarter_inputs
from socdom.pipeline.progress import silent
from socdom.pipeline.scope import Scope, scope_of
from socdom.pipeline.taking_in import taken_in
from socdom.quarters import Quarter
from socdom.tables import Tables, as_known_on

_Mark = tuple[str, int, int]


@dataclass(frozen=True, eq=False)
class Ground:
    """The deliveries of a municipality, and what a run would make of them.

    Attributes:
        inputs, scope: as of a run.
        delivered: everything that was delivered.
    """

    inputs: Inputs
    scope: Scope
    delivered: Tables

    @cached_property
    def tables(self) -> Tables:
        """What was known on the day of the figures."""
        return as_known_on(self.delivered, self.inputs.kwartaal.cijfers_per)

    @property
    def quarter(self) -> Quarter:
        """The newest quarter of the figures."""
        return self.inputs.quarter

    def figures(self, indicators: Sequence[Indicator]) -> pd.DataFrame:
        """Figures of these definitions before protection, as `socdom.measures.compute` gives them: not to be shared.

        Raises:
            DeliveryError: the delivered age groups do not fit a denominator.
        """
        asked = replace(self.scope, indicators=tuple(indicators))
        return unprotected_figures(self.inputs, asked, self.delivered).figures


def ground_of(places: Places, slug: str, kwartaal: str = "") -> Ground:
    """The deliveries of a municipality, read again only when a file of them or of its parameters is another one.

    What a database delivers is read once in a session.

    Args:
        kwartaal: quarter of the figures ("2020Q4"); "" for the newest that can be shown.

    Raises:
        ParameterError: the municipality or quarter has no valid parameters, or no own deliveries.
        DeliveryError: the deliveries are refused.
    """
    return _read(places, slug, kwartaal, _marks(places, slug))


def is_current(edition: Edition) -> bool:
    """Whether an edition is that of the dashboard, which follows the deliveries."""
    return edition.meta.kind == "actueel"


@lru_cache(maxsize=2)  # a town fits in memory a few times, not often
def _read(places: Places, slug: str, kwartaal: str, _: tuple[_Mark, ...]) -> Ground:
    inputs = quarter_inputs(places, slug, kwartaal) if kwartaal else current_inputs(places, slug)
    if not inputs.gemeente.bronnen.leveringen:
        rule = "deze gemeente heeft geen eigen leveringen, alleen cijfers van CBS en BZK"
        remedy = "Kies een gemeente met eigen leveringen, of bekijk de cijfers met figures()."
        raise ParameterError(Fault(f"parameters/{slug}", rule, remedy=remedy))
    intake = taken_in(places, slug, inputs.gemeente, inputs.supply, silent, quarter=inputs.quarter)
    return Ground(inputs, scope_of(inputs), intake.require())


def _marks(places: Places, slug: str) -> tuple[_Mark, ...]:
    """Name, size and moment of every file that a reading depends on."""
    return tuple(
        mark for folder in (places.deliveries(slug), places.parameters / slug) for mark in _marks_in(folder)
    )


def _marks_in(folder: Path) -> list[_Mark]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
