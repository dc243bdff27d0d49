"""Wijken and buurten of Lindeveen, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.sources.demo.days import day_number

GEMEENTE = "GM9999"
RECODED = day_number(2019)


@dataclass(frozen=True)
class Wijk:
    """A wijk.

    Attributes:
        code: code now; `old_code`: code before 2019, when it was another.
        share: part of the households that live here.
        buurten: names, largest first.
        mix: part of the households per type, in the order of `population.TYPES`.
        care, youth, income: need of Wmo, jeugdhulp and bijstand relative to the town.
    """

    code: str
    name: str
    share: float
    buurten: tuple[str, ...]
    mix: tuple[float, ...]
    care: float
    youth: float
    income: float
    old_code: str = ""


WIJKEN = (
    Wijk(
        "WK999901",
        "Veenpoort",
        0.16,
        ("Turfhof", "Veenpoort-Oost", "Legakkers", "De Sluis"),
        (0.27, 0.11, 0.20, 0.08, 0.25, 0.09),
        1.15,
        1.25,
        1.50,
    ),
    Wijk(
        "WK999902",
        "Noorderlinde",
        0.15,
        ("Lindehof", "Noorderplein", "De Kamp", "Berkenrode"),
        (0.22, 0.11, 0.19, 0.09, 0.30, 0.09),
        1.05,
        1.05,
        1.20,
    ),
    Wijk(
        "WK999903",
        "Centrum",
        0.12,
        ("Oude Markt", "Havenkwartier", "Kerkhoek"),
        (0.41, 0.16, 0.21, 0.09, 0.09, 0.04),
        1.10,
        0.95,
        1.25,
    ),
    Wijk(
        "WK999909",
        "Stationskwartier",
        0.11,
        ("Spoorzicht", "Perronbuurt", "De Remise", "Wisselplein"),
        (0.38, 0.09, 0.21, 0.06, 0.18, 0.08),
        0.95,
        1.05,
        1.45,
        old_code="WK999904",
    ),
    Wijk(
        "WK999905",
        "De Hagen",
        0.15,
        ("Meidoornhage", "Beukenhage", "Haagwijk", "Sleedoorn"),
        (0.20, 0.15, 0.19, 0.14, 0.25, 0.07),
        1.05,
        0.95,
        0.80,
    ),
    Wijk(
        "WK999906",
        "Lindepark",
        0.13,
        ("Parkzijde", "Vijverhof", "Lindelaan", "De Tuinen"),
        (0.18, 0.14, 0.21, 0.15, 0.27, 0.05),
        0.85,
        0.85,
        0.50,
    ),
    Wijk(
        "WK999907",
        "Waterrijk",
        0.15,
        ("De Steigers", "Rietkraag", "Plassenbuurt", "Zeilmakers"),
        (0.17, 0.04, 0.22, 0.06, 0.44, 0.07),
        0.80,
        0.95,
        0.55,
    ),
    Wijk(
        "WK999908",
        "Buitengebied",
        0.03,
        ("Veenweiden", "Dijkdorp", "Achterbroek"),
        (0.16, 0.10, 0.23, 0.15, 0.32, 0.04),
        0.75,
        0.70,
        0.35,
    ),
)

BUURT_WIJK = np.array([number for number, wijk in enumerate(WIJKEN) for _ in wijk.buurten])
BUURT_CODES = np.array([f"BU{w.code[2:]}{i:02d}" for w in WIJKEN for i in range(1, len(w.buurten) + 1)])
OLD_BUURT_CODES = np.array(
    [f"BU{(w.old_code or w.code)[2:]}{i:02d}" for w in WIJKEN for i in range(1, len(w.buurten) + 1)]
)
WIJK_MIX = np.array([wijk.mix for wijk in WIJKEN])
NEED = {need: np.array([getattr(wijk, need) for wijk in WIJKEN]) for need in ("care", "youth", "income")}


def buurt_weights() -> np.ndarray:
    """Part of the households of the town per buurt; the first buurt of a wijk is the largest."""
    weights = []
    for wijk in WIJKEN:
        sizes = np.arange(len(wijk.buurten) + 2, 2, -1)
        weights.extend(wijk.share * sizes / sizes.sum())
    return np.array(weights) / np.sum(weights)


def buurt_code(buurt: np.ndarray, day: np.ndarray | int) -> np.ndarray:
    """Code of a buurt as valid on a day."""
    return np.where(np.asarray(day) < RECODED, OLD_BUURT_CODES[buurt], BUURT_CODES[buurt])
