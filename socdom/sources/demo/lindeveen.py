"""All records of Lindeveen from one seed.

Every part has a stream of chance of its own, so that one can change alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.sources.demo.applications import build_applications
from socdom.sources.demo.changes import change_reasons
from socdom.sources.demo.counts import build_households, build_population
from socdom.sources.demo.declarations import build_costs, build_declarations
from socdom.sources.demo.finance import build_budget
from socdom.sources.demo.income import build_benefits, build_debt_trajectories
from socdom.sources.demo.population import Town, build_town
from socdom.sources.demo.provisions import build_provisions, known_provisions
from socdom.sources.demo.reintegration import build_reintegrations
from socdom.sources.demo.signals import build_debt_signals

STREAMS = (
    "town",
    "provisions",
    "known",
    "benefits",
    "debt",
    "applications",
    "costs",
    "declarations",
    "budget",
    "identity",
    # New ones come last: the place of a name in this list is part of its seed.
    "changes",
    "reintegrations",
    "signals",
)


@dataclass(frozen=True)
class Lindeveen:
    """The town and what its registrations hold on the day of delivery; persons by their position in the
    town."""

    town: Town
    provisions: pd.DataFrame
    applications: pd.DataFrame
    benefits: pd.DataFrame
    reintegrations: pd.DataFrame
    debt_trajectories: pd.DataFrame
    debt_signals: pd.DataFrame
    costs: pd.DataFrame
    declarations: pd.DataFrame
    population: pd.DataFrame
    households: pd.DataFrame
    budget: pd.DataFrame


def stream(seed: int, name: str) -> np.random.Generator:
    """The chance generator of one part."""
    return np.random.default_rng([seed, STREAMS.index(name)])


def build_lindeveen(seed: int) -> Lindeveen:
    """Draw the whole town; the same seed gives the same town."""
    town = build_town(stream(seed, "town"))
    everything = build_provisions(stream(seed, "provisions"), town)
    benefits = build_benefits(stream(seed, "benefits"), town)
    costs = build_costs(stream(seed, "costs"), everything)
    provisions = known_provisions(stream(seed, "known"), everything)
    return Lindeveen(
        town=town,
        provisions=provisions.assign(change_reason=change_reasons(stream(seed, "changes"), provisions)),
        applications=build_applications(stream(seed, "applications"), town, everything, benefits),
        benefits=benefits,
        reintegrations=build_reintegrations(stream(seed, "reintegrations"), town, benefits),
        debt_trajectories=build_debt_trajectories(stream(seed, "debt"), town),
        debt_signals=build_debt_signals(stream(seed, "signals"), town),
        costs=costs,
        declarations=build_declarations(stream(seed, "declarations"), everything, costs),
        population=build_population(town),
        households=build_households(town),
        budget=build_budget(stream(seed, "budget"), costs, benefits),
    )
