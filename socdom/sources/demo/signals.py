"""Signals of arrears in Lindeveen (vroegsignalering): a pilot from 2019, all creditors from 2021.

Most signals are about people the municipality does not know yet.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.days import DELIVERED, FAR, day_number
from socdom.sources.demo.income import adult_starts
from socdom.sources.demo.population import Town

PILOT = day_number(2019)
PILOT_KINDS = ("huur", "zorgverzekering")
COMPULSORY = day_number(2021)  # article 3 of the Wet gemeentelijke schuldhulpverlening as of then
# About 80 signals a month from 2021 on, before need and frailty; far fewer than municipalities report of whom
# every creditor sends every arrear.
_SIGNALS = 0.031
_PILOT_SHARE = 0.55
_KINDS = (("huur", 0.23), ("energie", 0.27), ("water", 0.13), ("zorgverzekering", 0.37))
# Result, part, and mean days from the signal to the contact, or to the last attempt.
_RESULTS = (
    ("hulp", 0.13, 15.0),
    ("geen hulp nodig", 0.27, 13.0),
    ("wil geen hulp", 0.18, 14.0),
    ("geen contact", 0.42, 33.0),
)


def build_debt_signals(rng: np.random.Generator, town: Town) -> pd.DataFrame:
    """A row per signal that was received by the day of delivery; `contacted` FAR is open."""
    person, received = adult_starts(rng, town, _SIGNALS, PILOT)
    kind = rng.choice([word for word, _ in _KINDS], len(person), p=[part for _, part in _KINDS])
    in_pilot = np.isin(kind, PILOT_KINDS) & (rng.random(len(person)) < _PILOT_SHARE)
    results, days = [word for word, _, _ in _RESULTS], [mean for _, _, mean in _RESULTS]
    result = rng.choice(len(results), len(person), p=[part for _, part, _ in _RESULTS])
    contacted = received + np.floor(rng.gamma(1.8, np.array(days)[result] / 1.8)).astype("int64")
    known = contacted <= DELIVERED
    frame = pd.DataFrame(
        {
            "person": person,
            "household": town.household[person],
            "received": received,
            "kind": kind,
            "contacted": np.where(known, contacted, FAR),
            "result": np.where(known, np.array(results)[result], ""),
        }
    )
    frame = frame[in_pilot | (received >= COMPULSORY)]
    return frame.sort_values(["received", "person", "kind"], kind="stable", ignore_index=True)
