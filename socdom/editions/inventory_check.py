"""Whether what is about to be published, or was read back, is what the inventory declares: no more and no less."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from socdom import dutch
from socdom.editions.inventory import Inventory
from socdom.editions.model import FIGURE_KEY, NUMBERS
from socdom.errors import Fault

_LIST = "de lijst van wat de editie publiceert"
# What nobody but the makers of the program can mend.
OUR_FAULT = (
    "Dit is een fout in het programma, er is niets gepubliceerd. Meld deze regel aan de beheerder van socdom."
)
_NUMBER_WORDS = {"numerator": "teller", "denominator": "noemer", "value": "waarde"}


def figure_faults(figures: pd.DataFrame, inventory: Inventory) -> list[Fault]:
    """What figures and inventory do not agree about, per indicator and breakdown; no fault names a number.

    A figure outside the inventory must not exist. One that is missing would leave a table with a hole, while a
    figure that is hidden or unknown has a row that says so.

    Args:
        figures: columns FIGURE_COLUMNS.
    """
    found = pd.MultiIndex.from_frame(figures[list(FIGURE_KEY)])
    declared = inventory.keys()
    outside, missing = found[~found.isin(declared)], declared[~declared.isin(found)]
    return [
        *_of_keys(outside, f"niet in {_LIST}"),
        *_of_keys(missing, f"wel in {_LIST}, maar niet bij de cijfers"),
        *_of_units(figures, inventory),
        *_of_numbers(figures, inventory),
    ]


def file_faults(folder: Path, inventory: Inventory) -> list[Fault]:
    """The files in the folder of an edition, and in folders in it, that the inventory does not name."""
    present = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if not path.is_dir())
    return [
        Fault(name, f"dit bestand staat niet in {_LIST}", remedy=OUR_FAULT)
        for name in present
        if name not in inventory.file_names
    ]


def _of_keys(keys: pd.MultiIndex, rule: str) -> Iterator[Fault]:
    """One fault per indicator and breakdown, with how many keys, of which levels and in which periods."""
    rows = keys.to_frame(index=False)
    for (indicator, dimension), group in rows.groupby(["indicator", "dimension"], sort=True):
        periods = sorted(group["period"].unique())
        span = periods[0] if len(periods) == 1 else f"{periods[0]} tot en met {periods[-1]}"
        areas = group["area"].nunique()
        where = f"{dutch.number(areas)} {'gebied' if areas == 1 else 'gebieden'}"
        what = f"{indicator}, {f'uitsplitsing {dimension}' if dimension else 'totaal'}"
        yield Fault(
            f"{what}, {where}, {span}", f"{_figures(len(group), 'staat', 'staan')} {rule}", remedy=OUR_FAULT
        )


def _of_units(figures: pd.DataFrame, inventory: Inventory) -> Iterator[Fault]:
    units = {indicator.id: indicator.unit for indicator in inventory.indicators}
    other = figures["unit"].ne(figures["indicator"].map(units))
    for indicator, rows in figures[other].groupby("indicator", sort=True):
        rule = f"{_figures(len(rows), 'heeft', 'hebben')} een andere eenheid dan in {_LIST}"
        yield Fault(str(indicator), rule, remedy=OUR_FAULT)


def _of_numbers(figures: pd.DataFrame, inventory: Inventory) -> Iterator[Fault]:
    """Numbers that are filled and not published: the exact euros behind a price, the cases behind a median."""
    for number in NUMBERS:
        shown = {indicator.id for indicator in inventory.indicators if number in indicator.numbers}
        filled = figures[figures[number].notna() & ~figures["indicator"].isin(shown)]
        for indicator, rows in filled.groupby("indicator", sort=True):
            told = _figures(len(rows), "heeft", "hebben")
            rule = f"{told} een {_NUMBER_WORDS[number]} die niet gepubliceerd wordt"
            yield Fault(str(indicator), rule, remedy=OUR_FAULT)


def _figures(count: int, one: str, more: str) -> str:
    return f"{dutch.number(count)} {f'cijfer {one}' if count == 1 else f'cijfers {more}'}"
