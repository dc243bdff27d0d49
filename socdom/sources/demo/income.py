"""Welfare payments and debt-help trajectories of Lindeveen."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.days import DELIVERED, FAR, FIRST, YEAR, birthday, day_number
from socdom.sources.demo.places import NEED
from socdom.sources.demo.population import Town

_HISTORY = day_number(2002)
_PENSION_AGE = 66
_BENEFIT_STARTS = 0.0192  # of adults under 66, a year, before need and frailty
_SHORT_SHARE, _SHORT_DAYS, _LONG_DAYS = 0.55, 300.0, 2500.0
_BENEFIT_REASONS = (("werk", 0.46), ("opleiding", 0.08), ("samenwonen", 0.10), ("overig", 0.36))

_DEBT_STARTS = 0.0053
_DEBT_DAYS, _DEBT_SHAPE = 460.0, 1.6
_DEBT_REASONS = (
    ("schuldenvrij", 0.30),
    ("schuldregeling", 0.22),
    ("doorverwezen", 0.15),
    ("uitval", 0.24),
    ("overig", 0.09),
)

_FRAILTY_CAP = 6.0


def build_benefits(rng: np.random.Generator, town: Town) -> pd.DataFrame:
    """A row per person in a payment; a partner who lives in the household shares the payment."""
    person, start = adult_starts(rng, town, _BENEFIT_STARTS, _HISTORY)
    short = rng.random(len(person)) < _SHORT_SHARE
    length = np.ceil(rng.exponential(np.where(short, _SHORT_DAYS, _LONG_DAYS))).astype("int64")
    frame = _ended(rng, town, person, start, start + length, _BENEFIT_REASONS)
    pension = birthday(town.birth[frame["person"]], _PENSION_AGE) - 1
    retired = (frame["end"] > pension).to_numpy()
    frame = frame.assign(
        end=np.minimum(frame["end"], pension), end_reason=frame["end_reason"].mask(retired, "pensioen")
    )
    frame = _once_per_household(town, frame)
    frame = frame.assign(benefit=np.arange(len(frame)))
    return known_on_delivery(_with_partner(town, frame), "start", ["benefit", "person"])


def build_debt_trajectories(rng: np.random.Generator, town: Town) -> pd.DataFrame:
    """A row per trajectory; registration comes some weeks before the start (first talk within four weeks,
    Wgs)."""
    person, start = adult_starts(rng, town, _DEBT_STARTS, day_number(2012))
    length = np.ceil(rng.gamma(_DEBT_SHAPE, _DEBT_DAYS / _DEBT_SHAPE, len(person))).astype("int64")
    frame = _once_per_household(town, _ended(rng, town, person, start, start + length, _DEBT_REASONS))
    registered = frame["start"] - np.ceil(rng.gamma(2.0, 11.0, len(frame))).astype("int64")
    return known_on_delivery(frame.assign(registered=registered), "start", ["start", "person"])


def adult_starts(
    rng: np.random.Generator, town: Town, rate: float, history: int
) -> tuple[np.ndarray, np.ndarray]:
    """Adults under pension age and the days on which something starts, by thinning.

    Args:
        rate: starts a year per such adult, before need and frailty.
        history: the first day.
    """
    need = NEED["income"]
    highest = rate * need.max() * _FRAILTY_CAP
    count = rng.poisson(len(town) * highest * (DELIVERED - history) / YEAR)
    person, day = rng.integers(0, len(town), count), rng.integers(history, DELIVERED, count)
    age = (day - town.birth[person]) / YEAR
    fits = town.adult[person] & (age >= 18) & (age < _PENSION_AGE - 0.1) & town.present(person, day)
    chance = need[town.wijk_on(person, day)] * np.minimum(town.frailty[person], _FRAILTY_CAP) * rate
    kept = fits & (rng.random(count) * highest < chance)
    return person[kept], day[kept]


def _ended(
    rng: np.random.Generator,
    town: Town,
    person: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    reasons: tuple[tuple[str, float], ...],
) -> pd.DataFrame:
    names, chances = zip(*reasons, strict=True)
    reason = rng.choice(names, len(person), p=chances)
    last = town.leave[person] - 1
    gone = np.where(town.died[person], "overlijden", "verhuizing")
    frame = pd.DataFrame({"person": person, "start": start, "end": np.minimum(end, last)})
    return frame.assign(end_reason=np.where(end >= last, gone, reason).astype("str"))


def _once_per_household(town: Town, frame: pd.DataFrame) -> pd.DataFrame:
    """A household has one at a time."""
    frame = frame[frame["end"] >= frame["start"]]
    frame = frame.assign(household=town.household[frame["person"]])
    frame = frame.sort_values(["household", "start", "person"], kind="stable", ignore_index=True)
    latest = frame.groupby("household")["end"].cummax().groupby(frame["household"]).shift(fill_value=-1)
    return frame[(frame["start"] > latest + 30) & (frame["end"] >= FIRST)].reset_index(drop=True)


def _with_partner(town: Town, frame: pd.DataFrame) -> pd.DataFrame:
    adults = pd.DataFrame({"household": town.household, "partner": np.arange(len(town))})[town.adult]
    pairs = frame.merge(adults, on="household")
    other = pairs[pairs["partner"] != pairs["person"]]
    days = other["start"].to_numpy()
    age = (days - town.birth[other["partner"]]) / YEAR
    joins = town.present(other["partner"].to_numpy(), days) & (age >= 18) & (age < _PENSION_AGE)
    partner = other[joins].drop(columns="person").rename(columns={"partner": "person"})
    last = town.leave[partner["person"]] - 1
    early = (partner["end"] > last).to_numpy()
    left = np.where(town.died[partner["person"]], "overlijden", "verhuizing")
    partner = partner.assign(
        end=np.minimum(partner["end"], last),
        end_reason=np.where(early, left, partner["end_reason"]).astype("str"),
    )
    return pd.concat([frame, partner[partner["end"] >= FIRST]], ignore_index=True)


def known_on_delivery(frame: pd.DataFrame, date_column: str, order: list[str]) -> pd.DataFrame:
    """What is known on the day of delivery: a later end is open."""
    frame = frame[frame[date_column] <= DELIVERED]
    later = frame["end"] > DELIVERED
    frame = frame.assign(end=frame["end"].mask(later, FAR), end_reason=frame["end_reason"].mask(later, ""))
    return frame.sort_values(order, kind="stable", ignore_index=True)
