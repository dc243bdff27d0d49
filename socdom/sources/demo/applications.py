"""Applications of Lindeveen: those behind the provisions and benefits, and those that were refused or
withdrawn."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.days import DELIVERED, FAR, FIRST, age_on
from socdom.sources.demo.population import Town
from socdom.sources.demo.products import LAWS

# Days from application to decision: mean, more for each year after 2016, and shape of the gamma distribution.
# The legal term for Wmo is 6 weeks of examination and 2 weeks for the decision; for bijstand 8 weeks.
_DECISION_DAYS = {"wmo": (37.0, 0.4, 6.0), "jeugd": (34.0, 1.8, 5.0), "participatie": (33.0, 0.0, 6.0)}
_REFUSED_SHARE = {"wmo": 0.15, "jeugd": 0.09, "participatie": 0.38}
_REFUSALS = (("afgewezen", 0.62), ("ingetrokken", 0.30), ("buiten behandeling", 0.08))
_AGES = {"wmo": (25, 120), "jeugd": (1, 17), "participatie": (18, 66)}
_OLDEST = FIRST - 120


def build_applications(
    rng: np.random.Generator, town: Town, provisions: pd.DataFrame, benefits: pd.DataFrame
) -> pd.DataFrame:
    """Applications received from late 2015 on and known on the day of delivery; `decided` FAR is open."""
    law = LAWS[provisions["product"]]
    through_town = np.isin(provisions["referrer"], ("", "01")) & ~provisions["continued"].to_numpy()
    granted = pd.DataFrame({"person": provisions["person"], "law": law, "decided": provisions["assigned"]})[
        through_town
    ]
    first = benefits.drop_duplicates("benefit")
    granted_benefits = pd.DataFrame(
        {"person": first["person"], "law": "participatie", "decided": first["start"] + 14}
    )
    granted = pd.concat([granted, granted_benefits], ignore_index=True).assign(outcome="toegekend")
    granted = granted[granted["decided"] >= _OLDEST]
    frame = pd.concat([granted, _refused(rng, town, granted)], ignore_index=True)
    frame = frame.assign(received=_received(rng, town, frame))
    frame = frame[frame["received"].between(_OLDEST, DELIVERED)]
    is_open = frame["decided"] > DELIVERED
    frame = frame.assign(
        decided=frame["decided"].mask(is_open, FAR), outcome=frame["outcome"].mask(is_open, "")
    )
    return frame.sort_values(["received", "person", "law"], kind="stable", ignore_index=True)


def _refused(rng: np.random.Generator, town: Town, granted: pd.DataFrame) -> pd.DataFrame:
    parts = []
    for law, share in _REFUSED_SHARE.items():
        days = granted.loc[granted["law"] == law, "decided"].to_numpy()
        decided = rng.choice(days, round(len(days) * share)) + rng.integers(-10, 11, round(len(days) * share))
        person = rng.integers(0, len(town), len(decided))
        low, high = _AGES[law]
        age = age_on(town.birth[person], decided)
        fits = town.present(person, decided) & (age >= low) & (age <= high)
        parts.append(
            pd.DataFrame(
                {
                    "person": person,
                    "law": law,
                    "decided": decided,
                    "outcome": rng.choice(
                        [word for word, _ in _REFUSALS], len(decided), p=[part for _, part in _REFUSALS]
                    ),
                }
            )[fits]
        )
    return pd.concat(parts, ignore_index=True)


def _received(rng: np.random.Generator, town: Town, frame: pd.DataFrame) -> np.ndarray:
    mean, growth, shape = np.array([_DECISION_DAYS[law] for law in frame["law"]]).T
    decided = frame["decided"].to_numpy()
    years = np.clip((decided - FIRST) / 365, 0, None)
    length = np.ceil(rng.gamma(shape, (mean + growth * years) / shape)).astype("int64")
    return np.minimum(np.maximum(decided - length, town.birth[frame["person"]] + 1), decided)
