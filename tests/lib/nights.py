"""A town whose bills come in over some weeks, published night after night; and the clients counted in plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from socdom.disclosure import CBS5, Linked, protect
from socdom.editions.model import FIGURE_COLUMNS, FIGURE_KEY
from socdom.editions.releases import earlier_figures, last_states, record
from socdom.indicators import catalogue
from socdom.measures.cases import same_cases
from socdom.measures.compute import compute
from socdom.measures.same import same_counts, sums
from socdom.pipeline.late_bills import Late, late_bills
from socdom.tables import Tables, as_known_on
from tests.lib.towns import AREAS, TWO_YEARS, town

KEY = list(FIGURE_KEY)
GM, W1, W2 = "GM9998", "WK999801", "WK999802"
KERN, VELD = "BU99980101", "BU99980201"
MONEY = [
    catalogue()[name]
    for name in (
        "wmo_kosten",
        "wmo_kosten_per_client",
        "wmo_kosten_per_client_jaar",
        "wmo_kosten_verschil",
        "wmo_kosten_ontvangen",
        "wmo_prijs_hulp_bij_huishouden",
        "wmo_grootste_aanbieders",
    )
]
_CATEGORY = {"hulp_bij_huishouden": "01", "ondersteuning_thuis": "02"}


def bill(person: int, euros: int, received: date, **more: Any) -> dict[str, Any]:
    """A line of help at home in the last quarter of 2020, from one of eight providers."""
    line = {
        "person": person,
        "law": "wmo",
        "category": "01",
        "provider": f"Aanbieder {person % 8}",
        "service_start": date(2020, 10, 5),
        "received": received,
        "volume": 600,
        "unit": "01",
        "amount": euros * 100,
    }
    return line | more


def of_bills(bills: list[dict[str, Any]], buurten: dict[int, str]) -> Tables:
    """The deliveries: clients with their buurt, and the bills."""
    return town(
        persons=[
            {"person": p, "household": p, "birth_date": date(1950, 1, 1), "sex": "man"} for p in buurten
        ],
        addresses=[{"person": p, "area": b, "start": date(2010, 1, 1)} for p, b in buurten.items()],
        declarations=[line | {"declaration": number} for number, line in enumerate(bills)],
    )


@dataclass
class Nights:
    """A register of releases, and what was published in each.

    Attributes:
        home: folder of the register.
        holding: whether amounts are held back.
    """

    home: Path
    holding: bool = True
    published: list[tuple[date, pd.DataFrame]] = field(default_factory=list)
    late: Late | None = None

    def release(self, tables: Tables, day: date) -> pd.DataFrame:
        """Publish what was known on a day; figures by their key."""
        raw = compute(MONEY, as_known_on(tables, day), TWO_YEARS, AREAS)
        earlier = earlier_figures(self.home)
        self.late = late_bills(raw, MONEY, earlier, tables, day, TWO_YEARS, AREAS, CBS5)
        figures = protect(
            raw,
            {item.id: item.protection for item in MONEY},
            {item.id: item.scale for item in MONEY},
            CBS5,
            Linked(same_cases(MONEY), same_counts(MONEY), sums(MONEY)),
            last_states(earlier),
            money=self.late.as_released if self.holding else None,
        )
        self.put(figures, day)
        return figures.set_index(KEY)

    def put(self, figures: pd.DataFrame, day: date) -> None:
        """Record figures as published on a day."""
        record(
            self.home,
            name="actueel",
            kind="actueel",
            figures_as_of=day,
            figures=figures[list(FIGURE_COLUMNS)],
        )
        self.published.append((day, figures))


def changes(nights: Nights) -> Iterator[tuple[tuple[str, ...], date, date]]:
    """Of every number that is not the one shown last: its key, since when that stood there, and the day it changed."""
    standing: dict[tuple[str, ...], tuple[float, date]] = {}
    for day, figures in nights.published:
        for row in figures.to_dict("records"):
            number = row["numerator"] if row["numerator"] == row["numerator"] else row["value"]
            key = tuple(row[name] for name in KEY)
            if row["status"] == "geheim" or number != number:
                continue
            before, since = standing.get(key, (number, day))
            if number != before:
                yield key, since, day
                since = day
            standing[key] = (number, since)


def of_figure(key: tuple[str, ...], line: dict[str, Any], buurten: dict[int, str]) -> list[str]:
    """The periods ("nu", "eerder") of which a line is behind a figure."""
    indicator, period, area, dimension, category = key
    when = line["received"] if indicator == "wmo_kosten_ontvangen" else line["service_start"]
    quarter = f"{when.year}Q{(when.month + 2) // 3}"
    buurt = buurten[line["person"]]
    if area not in (GM, buurt, f"WK{buurt[2:8]}"):
        return []
    if dimension == "soort_wmo" and _CATEGORY.get(category) != line["category"]:
        return []
    if indicator.startswith("wmo_prijs") and line["category"] != "01":
        return []
    if indicator == "wmo_kosten_verschil":
        return [
            name for name, back in (("nu", 0), ("eerder", 1)) if period == f"{when.year + back}{quarter[4:]}"
        ]
    return ["nu"] if period in (quarter, str(when.year)) else []


def by_client(
    key: tuple[str, ...], bills: list[dict[str, Any]], buurten: dict[int, str], one: date, other: date
) -> list[list[float]]:
    """For each period with bills behind a figure that were received between two days: what each client adds, or takes."""
    net: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for line in bills:
        if min(one, other) < line["received"] <= max(one, other):
            for name in of_figure(key, line, buurten):
                net[name][line["person"]] += line["amount"] / 100
    found = [[abs(euros) for euros in clients.values() if euros] for clients in net.values()]
    return [clients for clients in found if clients]


def few(clients: list[float]) -> bool:
    """Whether that may not be known: of 7 clients or fewer, over half of one or over four fifths of two."""
    most = sorted(clients, reverse=True)
    return len(most) <= 7 or most[0] > 0.5 * sum(most) or sum(most[:2]) > 0.8 * sum(most)
