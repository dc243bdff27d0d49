"""What goes into an edition beside figures and texts: parameters → records."""

from __future__ import annotations

import pandas as pd

from socdom.editions.additions import Additions, SignalsRecord
from socdom.editions.goals import GoalsRecord
from socdom.indicators import catalogue
from socdom.pipeline.figures import Protected
from socdom.pipeline.goals import checked_goals
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.members import members_of_edition
from socdom.pipeline.signals import last_day, record_of


def additions(inputs: Inputs, protected: Protected) -> Additions:
    """The additions of an edition.

    Raises:
        ParameterError: a signal, baseline or goal names an indicator that this edition has not; all faults at once.
    """
    return Additions(
        signals=signals_record(inputs, protected),
        goals=goals_record(inputs, protected),
        expected=protected.expected,
        members=members_record(inputs, protected),
    )


def signals_record(inputs: Inputs, protected: Protected) -> SignalsRecord:
    """What people did with signals, and the baselines they decided on, as `socdom.pipeline.signals` says."""
    return record_of(
        inputs.signalen,
        protected.descriptions,
        protected.areas,
        period=inputs.kwartaal.kwartaal,
        until=last_day(inputs.kind, inputs.kwartaal.cijfers_per),
        profile=inputs.gemeente.profiel,
    )


def members_record(inputs: Inputs, protected: Protected) -> pd.DataFrame:
    """Public figures of the municipalities of the comparison, as `socdom.pipeline.members` takes them."""
    known = catalogue()
    series = {d.id: known[d.id].external_series for d in protected.descriptions if d.id in known}
    return members_of_edition(inputs.open_data, series, protected.figures, inputs.gemeente.code)


def goals_record(inputs: Inputs, protected: Protected) -> GoalsRecord:
    """Goals, promises and motions, as `socdom.pipeline.goals` holds them against the edition."""
    return checked_goals(
        inputs.doelen, inputs.slug, inputs.gemeente.profiel, protected.descriptions, protected.figures
    )
