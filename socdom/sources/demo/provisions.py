"""Wmo and youth provisions of Lindeveen: starts, durations, changes on paper, and the contract change.

Thinning (Lewis and Shedler, 1979): draw candidates evenly over persons and days at the highest rate there can
be, and keep each with the chance that belongs to the age, wijk and day it fell on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socdom.sources.demo import events
from socdom.sources.demo.days import DELIVERED, FAR, FIRST, HISTORY, TRANSFER, YEAR, birthday, years_of
from socdom.sources.demo.places import NEED
from socdom.sources.demo.population import Town
from socdom.sources.demo.products import (
    END_REASONS,
    GONE_REASON,
    LOST_CONTRACT,
    PRODUCTS,
    PROVIDERS,
    REFERRERS,
    WON_CONTRACT,
    Product,
)

_LAST_START = DELIVERED + 120  # assigned before the delivery, to start after it
_FRAILTY_CAP = 6.0
_CHANGE_SHARE = 0.11
# A change on paper or an interruption: reason, part, and the days without care in between (lowest, highest).
_CHANGES = (("37", 0.62, (0, 0)), ("36", 0.20, (0, 0)), ("20", 0.18, (14, 56)))
_WAIT_DAYS = {"wmo": (12.0, 0.0), "jeugd": (24.0, 4.6)}  # mean in 2016, more for each year after


def build_provisions(rng: np.random.Generator, town: Town) -> pd.DataFrame:
    """All provisions, also those that are not known yet on the day of delivery.

    Returns:
        One row per provision with `person` (position in the town), `product` (position in PRODUCTS), days as
        numbers (`end` FAR is open), and `continued`: it follows an earlier one without a new application.
    """
    frame = pd.concat([_of_product(rng, town, number) for number in range(len(PRODUCTS))], ignore_index=True)
    frame = _changed_on_paper(rng, frame)
    frame = _contract_change(rng, frame)
    frame = frame[frame["end"] >= FIRST].sort_values(
        ["start", "person", "product"], kind="stable", ignore_index=True
    )
    return frame


def _of_product(rng: np.random.Generator, town: Town, number: int) -> pd.DataFrame:
    product = PRODUCTS[number]
    person, start = _starts(rng, town, product)
    end, reason = _ends(rng, town, product, person, start)
    frame = pd.DataFrame(
        {"person": person, "product": number, "start": start, "end": end, "end_reason": reason}
    )
    frame = _without_overlap(frame[(frame["end"] >= frame["start"]) & (frame["end"] >= FIRST)])
    frame = frame.assign(start=frame["start"].clip(lower=TRANSFER))
    size = len(frame)
    pgb = rng.random(size) < product.pgb
    provider = _pick(rng, PROVIDERS[product.group], size)
    assigned = _assigned(rng, town, product, frame["person"].to_numpy(), frame["start"].to_numpy())
    return frame.assign(
        form=np.where(pgb, "pgb", "zin"),
        provider=np.where(pgb, "", provider),
        referrer=_pick(rng, REFERRERS[product.group], size) if product.law == "jeugd" else "",
        assigned=assigned,
        continued=False,
    )


def _starts(rng: np.random.Generator, town: Town, product: Product) -> tuple[np.ndarray, np.ndarray]:
    """Persons and days on which a provision starts."""
    ages, rates = np.array(product.starts, dtype="float64").T
    need = NEED["care" if product.law == "wmo" else "youth"]
    highest = rates.max() / 1000 * events.MAX_FACTOR[product.law] * need.max() * _FRAILTY_CAP
    count = rng.poisson(len(town) * highest * (_LAST_START - HISTORY) / YEAR)
    person = rng.integers(0, len(town), count)
    day = rng.integers(HISTORY, _LAST_START, count)
    chance = rng.random(count)
    here = town.present(person, day)
    person, day, chance = person[here], day[here], chance[here]
    wijk = town.wijk_on(person, day)
    rate = np.interp((day - town.birth[person]) / YEAR, ages, rates, left=0, right=0) / 1000
    rate *= events.start_factor(product.law, product.category, day, wijk) * need[wijk]
    rate *= np.minimum(town.frailty[person], _FRAILTY_CAP)
    kept = chance * highest < rate
    return person[kept], day[kept]


def _ends(
    rng: np.random.Generator, town: Town, product: Product, person: np.ndarray, start: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Last day and reason; care stops when someone dies, leaves or (mostly) turns 18."""
    length = np.ceil(rng.gamma(product.shape, product.days / product.shape, len(person))).astype("int64")
    end = start + length
    reason = _pick(rng, END_REASONS[product.law], len(person)).astype(object)
    if product.law == "jeugd":
        grown = birthday(town.birth[person], 18) - 1
        longer = rng.random(len(person)) < product.extended
        limit = np.where(longer, birthday(town.birth[person], 21) - 1, grown)
        reason[end > limit] = "31"
        end = np.minimum(end, limit)
    gone = end >= town.leave[person] - 1
    end = np.minimum(end, town.leave[person] - 1)
    reason[gone] = np.where(town.died[person[gone]], "02", GONE_REASON[product.law])
    return end, reason.astype("str")


def _without_overlap(frame: pd.DataFrame) -> pd.DataFrame:
    """A person has a product once at a time; a later start in the same stretch is dropped."""
    frame = frame.sort_values(["person", "start"], kind="stable", ignore_index=True)
    latest = frame.groupby("person")["end"].cummax().groupby(frame["person"]).shift(fill_value=-1)
    return frame[frame["start"] > latest + 14].reset_index(drop=True)


def _assigned(
    rng: np.random.Generator, town: Town, product: Product, person: np.ndarray, start: np.ndarray
) -> np.ndarray:
    mean, growth = _WAIT_DAYS[product.law]
    years = np.maximum(years_of(start) - 2016, 0)
    wait = np.floor(rng.gamma(1.6, (mean + growth * years) / 1.6)).astype("int64")
    assigned = np.maximum(start - wait, np.minimum(town.birth[person] + 1, start))
    return np.where(start == TRANSFER, start, assigned)


def _changed_on_paper(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    """Cut some long provisions in two: the client stays, the registration stops and starts again."""
    length = frame["end"] - frame["start"]
    chosen = ((rng.random(len(frame)) < _CHANGE_SHARE) & (length > 240)).to_numpy()
    part = frame[chosen]
    kind = _pick(rng, [(str(number), change[1]) for number, change in enumerate(_CHANGES)], len(part)).astype(
        "int64"
    )
    cut = part["start"] + (length[chosen] * rng.uniform(0.3, 0.7, len(part))).astype("int64")
    low, high = np.array([change[2] for change in _CHANGES]).T
    restart = cut + 1 + rng.integers(low[kind], high[kind] + 1)
    reasons = np.array([change[0] for change in _CHANGES])[kind]
    return _cut(frame, chosen, cut, reasons, restart, assigned=cut)


def _contract_change(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    """On 1 January 2018 a provider loses its contract; its clients go on with another the next or the same
    day."""
    old = frame["provider"].eq(LOST_CONTRACT)
    later = old & (frame["start"] >= events.CONTRACT_DAY)
    running = (old & (frame["start"] < events.CONTRACT_DAY) & (frame["end"] > events.CONTRACT_DAY)).to_numpy()
    size = int(running.sum())
    stop = events.CONTRACT_DAY - np.where(rng.random(size) < 0.85, 1, 0)
    frame = frame.assign(provider=frame["provider"].mask(later, WON_CONTRACT))
    return _cut(
        frame,
        running,
        pd.Series(stop, index=frame.index[running]),
        np.full(size, "38"),
        np.full(size, events.CONTRACT_DAY),
        assigned=events.CONTRACT_DAY - rng.integers(10, 40, size),
        provider=WON_CONTRACT,
    )


def _cut(
    frame: pd.DataFrame,
    chosen: np.ndarray,
    stop: pd.Series,
    reason: np.ndarray,
    restart: np.ndarray | pd.Series,
    **changes: object,
) -> pd.DataFrame:
    """End the chosen provisions at `stop` and let a new one go on from `restart` to the old end."""
    second = frame[chosen].assign(start=restart, continued=True, **changes)
    first = frame.copy()
    first.loc[chosen, "end"] = stop
    first.loc[chosen, "end_reason"] = reason
    return pd.concat([first, second[second["start"] <= second["end"]]], ignore_index=True)


def known_provisions(rng: np.random.Generator, provisions: pd.DataFrame) -> pd.DataFrame:
    """What the municipality knows on the day of delivery: assigned by then; of later ends half are planned,
    half open."""
    known = provisions[provisions["assigned"] <= DELIVERED]
    later = known["end"] > DELIVERED
    planned = rng.random(len(known)) < 0.5
    return known.assign(
        end=known["end"].mask(later & ~planned, FAR), end_reason=known["end_reason"].mask(later, "")
    )


def _pick(rng: np.random.Generator, options: Sequence[tuple[str, float]], size: int) -> np.ndarray:
    codes, parts = zip(*options, strict=True)
    return rng.choice(np.array(codes), size, p=np.array(parts) / sum(parts))
