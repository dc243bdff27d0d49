"""What is true of Lindeveen: what was planted, and counts by a plain road. Only tests read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socdom.quarters import Quarter
from socdom.sources.demo import events
from socdom.sources.demo.counts import QUARTERS
from socdom.sources.demo.days import birthday, day_number, months_of
from socdom.sources.demo.declarations import PRICE_RISE
from socdom.sources.demo.lindeveen import Lindeveen, build_lindeveen
from socdom.sources.demo.places import GEMEENTE, WIJKEN
from socdom.sources.demo.products import CATEGORIES, LAWS, LOST_CONTRACT, WON_CONTRACT
from socdom.sources.demo.signals import PILOT_KINDS


def truth(seed: int = 2020) -> dict[str, Any]:
    """Planted events with their numbers, and per quarter the true counts behind the main figures."""
    lindeveen = build_lindeveen(seed)
    return {
        "seed": seed,
        "gemeente": GEMEENTE,
        "events": _events(lindeveen),
        "quarters": {str(quarter): _counts(lindeveen, quarter) for quarter in QUARTERS},
    }


def write_truth(path: Path, seed: int = 2020) -> None:
    """Write `truth(seed)` as JSON; keep it outside the folder of the deliveries."""
    path.write_text(json.dumps(truth(seed), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _events(lindeveen: Lindeveen) -> list[dict[str, Any]]:
    stopped = lindeveen.provisions[lindeveen.provisions["end_reason"] == "38"]
    moved = next(wijk for wijk in WIJKEN if wijk.old_code)
    return [
        {
            "id": "flat_rate",
            "what": "Abonnementstarief: more clients with hulp bij het huishouden",
            "from": "2019-01-01",
            "to": "2020-12-31",
            "law": "wmo",
            "category": events.FLAT_RATE_CATEGORY,
            "growth_per_year": events.FLAT_RATE_GROWTH,
        },
        {
            "id": "dip",
            "what": "Fewer new starts of Wmo and jeugdhulp",
            "from": "2020-04-01",
            "to": "2020-06-30",
            "factor": events.DIP_FACTOR,
        },
        {
            "id": "contract",
            "what": "A provider loses its contract; clients go on with another",
            "from": "2018-01-01",
            "old_provider": LOST_CONTRACT,
            "new_provider": WON_CONTRACT,
            "end_reason": "38",
            "provisions": len(stopped),
            "persons": int(stopped["person"].nunique()),
        },
        {
            "id": "step",
            "what": "More new starts of jeugdhulp in one wijk",
            "from": "2019-07-01",
            "area": WIJKEN[events.STEP_WIJK].code,
            "factor": events.STEP_FACTOR,
        },
        {
            "id": "recoding",
            "what": "A wijk gets another code; its border stays",
            "from": "2019-01-01",
            "old_area": moved.old_code,
            "area": moved.code,
        },
        {
            "id": "tariffs",
            "what": "Every tariff rises each January",
            "from": "2016-01-01",
            "growth_per_year": PRICE_RISE,
        },
        {
            "id": "signals",
            "what": "Vroegsignalering: a pilot with some kinds of arrears, later all kinds",
            "from": "2019-01-01",
            "kinds": list(PILOT_KINDS),
            "all_kinds_from": "2021-01-01",
        },
    ]


def _counts(lindeveen: Lindeveen, quarter: Quarter) -> dict[str, int]:
    first, last = (day_number(day.year, day.month, day.day) for day in (quarter.start, quarter.end))
    provisions, town = lindeveen.provisions, lindeveen.town
    law = LAWS[provisions["product"]]
    category = CATEGORIES[provisions["product"]]
    active = (provisions["start"] <= last) & (provisions["end"] >= first)
    minor = birthday(town.birth, 18)[provisions["person"]] > first
    fresh = ~provisions["continued"] & _in_quarter(provisions["start"], quarter)
    wijk = town.wijk_on(provisions["person"].to_numpy(), provisions["start"].to_numpy())
    benefits, debts = lindeveen.benefits, lindeveen.debt_trajectories
    return {
        "inhabitants": int(town.present(slice(None), first).sum()),
        "wmo_clients": _persons(provisions[active & (law == "wmo")]),
        "household_help_clients": _persons(provisions[active & (law == "wmo") & (category == "01")]),
        "youth_clients_under_18": _persons(provisions[active & (law == "jeugd") & minor]),
        "wmo_starts": int((fresh & (law == "wmo")).sum()),
        "youth_starts": int((fresh & (law == "jeugd")).sum()),
        "youth_starts_step_area": int((fresh & (law == "jeugd") & (wijk == events.STEP_WIJK)).sum()),
        "benefits_closing": int(_stock(benefits, last)["benefit"].nunique()),
        "reintegrations_closing": len(_stock(lindeveen.reintegrations, last)),
        "debt_trajectories_closing": len(_stock(debts, last)),
        "debt_signals": int(_in_quarter(lindeveen.debt_signals["received"], quarter).sum()),
    }


def _persons(rows: pd.DataFrame) -> int:
    return int(rows["person"].nunique())


def _stock(rows: pd.DataFrame, day: int) -> pd.DataFrame:
    return rows[(rows["start"] <= day) & (rows["end"] > day)]


def _in_quarter(days: pd.Series, quarter: Quarter) -> np.ndarray:
    return months_of(days.to_numpy()) // 3 + 1970 * 4 == quarter.index
