"""What care there is in Lindeveen: chance to start by age, duration, price, providers.

Levels are near Dutch ones in 2016-2021. Categories are those of iWmo (WMO020) and iJw (JZ020). Beschermd
wonen and opvang are with the regional centre municipality, so Lindeveen has none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Product:
    """A kind of care.

    Attributes:
        starts: (age, new starts per 1.000 persons a year), straight lines in between, 0 outside.
        days: mean duration in days; `shape`: of its gamma distribution (1 is memoryless).
        pgb: part with a personal budget.
        unit: unit of declarations (WJ756); `volume`: mean per full month; `tariff`: eurocents per unit in
            2016.
        group: providers that offer it, a key of PROVIDERS.
        taakveld: where its costs are booked (Iv3 2017-2022).
        extended: part of the youth provisions that goes on after the 18th birthday.
    """

    law: str
    category: str
    starts: tuple[tuple[float, float], ...]
    days: float
    shape: float
    pgb: float
    unit: str
    volume: float
    tariff: int
    group: str
    taakveld: str
    extended: float = 0.0


_HELP = ((18, 0.4), (40, 1.61), (60, 6.72), (66, 14.78), (75, 53.76), (85, 134.4), (95, 201.6))
_AIDS = ((5, 0.8), (30, 0.8), (60, 3.5), (70, 8.0), (80, 26.0), (90, 60.0), (100, 60.0))
_GUIDANCE = ((18, 7.25), (25, 8.12), (45, 6.38), (65, 5.8), (75, 10.15), (85, 17.4), (95, 17.4))
_DAY_CARE = ((18, 0.95), (60, 1.08), (70, 2.7), (80, 14.85), (90, 25.65), (98, 20.25))
_YOUTH = (
    (0.5, 7.08),
    (3, 30.68),
    (6, 82.6),
    (9, 92.04),
    (12, 73.16),
    (15, 75.52),
    (17, 61.36),
    (17.9, 30.68),
)
_GGZ = ((4, 4.48), (6, 29.12), (9, 47.04), (12, 42.56), (15, 49.28), (17, 40.32), (17.9, 15.68))
_STAY = ((2, 1.18), (8, 3.14), (12, 6.27), (15, 11.37), (17, 8.62), (17.9, 2.35))
_FOSTER = ((0.2, 4.2), (4, 2.24), (10, 1.82), (16, 1.4), (17.9, 0.56))
_COURT = ((0.2, 6.0), (6, 5.2), (12, 5.8), (17, 4.6), (17.9, 1.2))

_DAY_TREATMENT = ((2, 1.0), (5, 5.0), (9, 4.0), (14, 2.6), (17.9, 0.6))
_SHORT_STAY = ((18, 0.05), (70, 0.3), (85, 0.9), (95, 0.9))
_CRISIS = ((4, 0.3), (12, 1.6), (17, 2.2), (17.9, 0.8))
_PROBATION = ((12, 0.5), (14, 2.4), (17, 4.2), (17.9, 2.0))


def _part_of(starts: tuple[tuple[float, float], ...], part: float) -> tuple[tuple[float, float], ...]:
    return tuple((age, rate * part) for age, rate in starts)


_RIDES, _WHEELCHAIRS = _part_of(_AIDS, 0.75), _part_of(_AIDS, 0.42)
_SCOOTERS, _HOME_CHANGES = _part_of(_AIDS, 0.50), _part_of(_AIDS, 0.36)
_FAMILY_HOMES = _part_of(_FOSTER, 0.50)

PRODUCTS: tuple[Product, ...] = (
    Product("wmo", "01", _HELP, 1500, 1.0, 0.09, "04", 9.5, 2380, "huishouden", "6.71"),
    Product("wmo", "02", _GUIDANCE, 690, 1.1, 0.14, "04", 8.0, 4950, "begeleiding", "6.71"),
    Product("wmo", "04", _SHORT_STAY, 500, 1.0, 0.10, "14", 6.0, 12400, "verblijf", "6.71"),
    Product("wmo", "07", _DAY_CARE, 640, 1.2, 0.08, "16", 18.0, 3350, "begeleiding", "6.71"),
    Product("wmo", "08", _RIDES, 2000, 1.0, 0.0, "82", 5.0, 850, "vervoer", "6.6"),
    Product("wmo", "11", _WHEELCHAIRS, 1700, 1.0, 0.01, "84", 1.0, 6400, "hulpmiddelen", "6.6"),
    Product("wmo", "12", _SCOOTERS, 1800, 1.0, 0.01, "84", 1.0, 5200, "hulpmiddelen", "6.6"),
    Product("wmo", "13", _HOME_CHANGES, 1500, 1.0, 0.02, "84", 1.0, 3900, "hulpmiddelen", "6.6"),
    Product("jeugd", "45", _YOUTH, 290, 1.4, 0.06, "04", 6.0, 9400, "ambulant", "6.72", 0.10),
    Product("jeugd", "54", _GGZ, 300, 1.5, 0.01, "04", 3.7, 11600, "ggz", "6.72", 0.05),
    Product("jeugd", "41", _DAY_TREATMENT, 330, 1.5, 0.05, "16", 17.0, 9900, "dag", "6.72"),
    Product("jeugd", "44", _STAY, 380, 1.3, 0.01, "14", 27.0, 26500, "verblijf", "6.72", 0.25),
    Product("jeugd", "35", _FOSTER, 1250, 1.0, 0.0, "14", 30.0, 4300, "verblijf", "6.72", 0.75),
    Product("jeugd", "36", _FAMILY_HOMES, 1000, 1.0, 0.0, "14", 29.0, 17800, "verblijf", "6.72", 0.65),
    Product("jeugd", "46", _CRISIS, 32, 1.5, 0.0, "14", 24.0, 23500, "verblijf", "6.72"),
    Product("jeugd", "48", _COURT, 560, 1.3, 0.0, "82", 1.0, 105000, "gecertificeerd", "6.82"),
    Product("jeugd", "47", _PROBATION, 260, 1.6, 0.0, "82", 1.0, 89000, "gecertificeerd", "6.82", 0.50),
)

# By position in PRODUCTS.
LAWS = np.array([product.law for product in PRODUCTS])
CATEGORIES = np.array([product.category for product in PRODUCTS])

# Providers by group: (code, part of the clients). One works for both laws.
LOST_CONTRACT, WON_CONTRACT = "99990111", "99990126"
PROVIDERS: dict[str, tuple[tuple[str, float], ...]] = {
    "huishouden": (("99990101", 0.45), ("99990102", 0.27), ("99990103", 0.18), ("99990104", 0.10)),
    "begeleiding": (
        (LOST_CONTRACT, 0.34),
        ("99990112", 0.28),
        ("99990113", 0.20),
        ("99990114", 0.11),
        ("99990115", 0.07),
    ),
    "hulpmiddelen": (("99990105", 0.62), ("99990106", 0.38)),
    "vervoer": (("99990107", 1.0),),
    "ambulant": (
        (LOST_CONTRACT, 0.22),
        ("99990116", 0.26),
        ("99990117", 0.20),
        ("99990118", 0.17),
        ("99990119", 0.15),
    ),
    "ggz": (("99990120", 0.48), ("99990121", 0.33), ("99990122", 0.19)),
    "dag": (("99990116", 0.45), ("99990123", 0.55)),
    "verblijf": (("99990123", 0.40), ("99990124", 0.38), ("99990125", 0.22)),
    "gecertificeerd": (("99990108", 0.80), ("99990109", 0.20)),
}

# Who sends young people (COD327), by group of providers: (code, part).
REFERRERS: dict[str, tuple[tuple[str, float], ...]] = {
    "ambulant": (("01", 0.55), ("02", 0.24), ("03", 0.08), ("04", 0.07), ("05", 0.04), ("06", 0.02)),
    "ggz": (("02", 0.71), ("01", 0.14), ("05", 0.08), ("03", 0.05), ("06", 0.02)),
    "dag": (("01", 0.52), ("05", 0.20), ("02", 0.18), ("04", 0.10)),
    "verblijf": (("01", 0.46), ("04", 0.40), ("02", 0.06), ("05", 0.04), ("08", 0.04)),
    "gecertificeerd": (("08", 0.82), ("04", 0.18)),
}

# How a provision ends when nobody dies or moves: (code, part) of WMO588 and JZ588.
END_REASONS: dict[str, tuple[tuple[str, float], ...]] = {
    "wmo": (("19", 0.66), ("21", 0.14), ("23", 0.11), ("22", 0.03), ("39", 0.06)),
    "jeugd": (("31", 0.72), ("32", 0.10), ("34", 0.10), ("33", 0.04), ("35", 0.04)),
}
GONE_REASON = {"wmo": "31", "jeugd": "35"}
