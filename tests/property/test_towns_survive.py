"""Random towns, counted by the engine and published again and again as registrations come in late: all survive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.attack.solve import METHOD
from socdom.disclosure import CBS5, POLICIES, Policy
from socdom.editions.releases import releases
from socdom.errors import DisclosureError
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.pipeline.safety import Safe
from socdom.tables import Tables
from tests.lib.crowd import crowd
from tests.lib.publication import published
from tests.lib.towns import AREAS, TWO_YEARS

FEW = (
    "wmo_clienten", "wmo_clienten_jaar", "wmo_hulp_bij_huishouden", "wmo_instroom", "wmo_uitstroom", "wmo_voorzieningen",
    "wmo_pgb_nieuw", "wmo_kosten", "wmo_kosten_per_client", "participatie_open", "participatie_aanvragen",
    "participatie_besluiten", "participatie_binnen_termijn", "samenhang_personen", "samenhang_drie_of_meer",
)  # fmt: skip
LATE = ("provisions", "applications", "benefits", "declarations", "debt_trajectories")


def known_at(tables: Tables, part: float, rng: np.random.Generator) -> Tables:
    """The same town before some of the rows came in."""
    frames = {}
    for name in LATE:
        rows: pd.DataFrame = getattr(tables, name)
        frames[name] = rows[rng.random(len(rows)) < part].reset_index(drop=True)
    return replace(tables, **frames)


def survives(
    seed: int,
    persons: int,
    names: tuple[str, ...],
    policy: Policy,
    home: Path,
    *,
    parts: Sequence[float] = (0.9, 0.99, 1.0),
    survived: str = METHOD,
) -> list[Safe]:
    """A release for each part of the rows: it may be published, and says nothing that is not near the truth."""
    indicators = [catalogue()[name] for name in names]
    everything, rng = crowd(persons, seed), np.random.default_rng(seed)
    made = []
    for number, part in enumerate(parts):
        tables = known_at(everything, part, rng)
        raw = compute(indicators, tables, list(TWO_YEARS), AREAS)
        day = date(2021, 1, 1 + number)
        safe = published(raw, indicators, AREAS, home, day=day, policy=policy, survived=survived)
        near_the_truth(safe.figures, raw, policy)
        made.append(safe)
    return made


def near_the_truth(figures: pd.DataFrame, raw: pd.DataFrame, policy: Policy) -> None:
    shown = figures["status"].isin(["definitief", "voorlopig", "onvolledig"])
    counts = shown & figures["indicator"].map(lambda name: catalogue()[name].protection).eq("personen")
    off = (figures["numerator"] - raw["numerator"])[counts].abs()
    assert off.max() <= (policy.round_to // 2) + policy.kept_within
    assert raw.loc[counts, "numerator"].min() > policy.hidden_up_to - policy.kept_within
    assert figures.loc[~shown, ["numerator", "value"]].isna().all(axis=None)


@settings(deadline=None, max_examples=2)
@given(st.integers(0, 2**31), st.integers(30, 400))
def test_a_random_town_survives_the_attack(tmp_path_factory, seed, persons):
    survives(seed, persons, FEW, CBS5, tmp_path_factory.mktemp("town"))


def test_what_earlier_releases_tell_by_now_stops_no_later_one(tmp_path):
    """Of those who stopped in a quarter 15 were shown, while it were 13, with both wijken hidden. It became 12, and stayed
    15; of one wijk 10 were shown. With 13 again, 13 to 17 less 8 to 12 leaves the other wijk somebody."""
    first, second, third, again = survives(8452, 274, FEW, CBS5, tmp_path, parts=(0.9, 0.99, 1.0, 1.0))
    assert first.known.empty
    assert second.known.empty
    (known,) = third.known.itertuples(index=False, name=None)
    assert known == ("wmo_uitstroom", "2020Q4", "WK999802", "", "", "numerator", 1, 7)
    shown = [
        safe.figures.query("indicator == 'wmo_uitstroom' and period == '2020Q4' and dimension == ''")
        .set_index("area")["numerator"]
        .fillna(0)
        .to_dict()
        for safe in (first, second, third)
    ]
    pd.testing.assert_frame_equal(again.figures, third.figures)
    assert shown == [
        {"GM9998": 15, "WK999801": 0, "WK999802": 0},
        {"GM9998": 15, "WK999801": 10, "WK999802": 0},
        {"GM9998": 15, "WK999801": 0, "WK999802": 0},
    ]


def test_where_earlier_releases_may_have_shown_too_much_a_later_one_is_refused(tmp_path):
    """It is not told that they survived the attack. Then people decide: the run says why and what to do."""
    with pytest.raises(DisclosureError, match="een eerdere uitgave toonde er al cijfers van") as refused:
        survives(8452, 274, FEW, CBS5, tmp_path, survived="")
    assert "socdom withdraw" in str(refused.value)
    assert [item.figures_as_of for item in releases(tmp_path)] == [date(2021, 1, 1), date(2021, 1, 2)]


def test_a_town_survives_under_the_other_rule(tmp_path):
    survives(5, 250, FEW, POLICIES["n10"], tmp_path)


@pytest.mark.long
@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2**31), st.integers(20, 1500), st.sampled_from(sorted(POLICIES)))
def test_many_towns_with_the_whole_catalogue_survive(tmp_path_factory, seed, persons, rule):
    names = tuple(item.id for item in catalogue().values() if not item.external_series)
    survives(seed, persons, names, POLICIES[rule], tmp_path_factory.mktemp("town"))
