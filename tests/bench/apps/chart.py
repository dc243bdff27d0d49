"""The one chart of every app: a key figure over time for the area that is chosen, drawn anew at every choice."""

from __future__ import annotations

import os
from functools import lru_cache
from html import escape

from socdom.charts import trend
from socdom.editions.read import Edition

EDITION_VARIABLE = "BENCH_EDITION"
INDICATOR = "jeugdhulp_gebruik"


@lru_cache
def edition() -> Edition:
    """The edition that the bench names; read once by a process."""
    return Edition(os.environ[EDITION_VARIABLE])


def areas() -> dict[str, str]:
    """Name of an area → its CBS code: the municipality first, then its wijken."""
    read = edition()
    wijken = {read.area_name(code): code for code in read.inventory.areas_of(INDICATOR, "wijk")}
    return {read.meta.name: read.meta.code} | dict(sorted(wijken.items()))


def drawing(name: str) -> str:
    """The chart of an area as HTML, with the name of the area where the bench finds it."""
    return f'<div class="grafiek" data-gebied="{escape(name)}">{svg(name)}</div>'


def svg(name: str) -> str:
    """The chart of an area as SVG text."""
    return trend(edition(), INDICATOR, areas()[name]).wide
