"""Publish made-up figures as a run does, release after release, without files but the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from socdom.areas import Area
from socdom.attack.model import Release
from socdom.attack.solve import METHOD
from socdom.disclosure import CBS5, Linked, Policy, on_own_account, protect
from socdom.editions.model import AreaRecord, Description
from socdom.editions.releases import earlier_figures, last_states, record
from socdom.measures.cases import same_cases
from socdom.measures.indicator import Indicator
from socdom.measures.same import same_counts, sums
from socdom.pipeline.protection import record_of
from socdom.pipeline.safety import Safe, safe_figures


def published(
    raw: pd.DataFrame,
    indicators: Sequence[Indicator],
    areas: Sequence[Area],
    home: Path,
    *,
    day: date = date(2021, 1, 1),
    policy: Policy = CBS5,
    survived: str = METHOD,
) -> Safe:
    """Figures that survived the attack; they are added to the register in `home`.

    Args:
        survived: what the register tells of the attack; "" for a release of which that is not told.

    Raises:
        DisclosureError: the publication is refused.
    """
    earlier = earlier_figures(home)
    released = last_states(earlier)
    protections = {item.id: item.protection for item in indicators}
    linked = Linked(same_cases(indicators), same_counts(indicators), sums(indicators))
    scales = {item.id: item.scale for item in indicators}
    outside = partial(
        Release,
        descriptions=tuple(Description.model_validate(item.describe()) for item in indicators),
        areas=tuple(AreaRecord(code=a.code, name=a.name, level=a.level, parent=a.parent) for a in areas),
        rules=record_of(policy),
        earlier=earlier,
    )
    safe = safe_figures(
        raw.assign(own=on_own_account(raw, protections, policy, released)),
        partial(protect, raw, protections, scales, policy, linked, released),
        outside,
        released,
        home / "aanval.json",
        lambda _: None,
    )
    record(home, name="2020Q4", kind="kwartaal", figures_as_of=day, figures=safe.figures, survived=survived)
    return safe
