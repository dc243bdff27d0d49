"""A change of euros per kind of help: other numbers of clients, another amount for each client, another price."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.measures.code_labels import code_labels
from socdom.measures.kinds.amount import CENTS_PER_EURO
from socdom.measures.kinds.rows import RowKind
from socdom.measures.kinds.volumes import volume_in_parts
from socdom.stats.complete_decomposition import complete_decomposition
from socdom.workbench.decomposition.groupings import SMALL, UNKNOWN
from socdom.workbench.decomposition.items import BEFORE, NOW, Items
from socdom.workbench.decomposition.parts import Part, Split, ordered

NAME = "clienten_hoeveelheid_prijs"
EFFECTS = ("Aantal cliënten", "Hoeveelheid per cliënt", "Prijs", "Nieuw of weg")
_NOTE = (
    "Per soort hulp en eenheid: aantal cliënten × hoeveelheid per cliënt × prijs. "
    "Wat twee delen samen deden, is gelijk verdeeld. Nieuw of weg: hulp die er maar één van de twee keer was."
)
_GOOD = ["law", "category", "unit"]


def client_volume_price(items: Items, measure: RowKind, least: int) -> Split:
    """The parts of a change of amounts, a line for each kind of help; they add up to the change, exactly.

    Kinds of help of fewer clients than `least` are told together, with the smallest of the others: of one kind of help
    of one client the others together would tell what it costs.
    """
    goods = _goods(items)
    few = _few(goods, least)
    effects = _effects(goods)
    told: dict[str, str] = {}
    for law in goods.index.get_level_values("law").unique():
        told |= code_labels(measure.table, "category", (str(law),))
    labels = [
        SMALL if small else told.get(category, UNKNOWN)
        for (_, category, _), small in zip(goods.index, few, strict=True)
    ]
    frame = pd.DataFrame(effects, columns=EFFECTS).assign(
        before=goods["cents0"].to_numpy(), now=goods["cents1"].to_numpy()
    )
    summed = frame.groupby(np.array(labels, dtype=object)).sum() / CENTS_PER_EURO
    parts = [
        Part(str(label), tuple(float(row[name]) for name in EFFECTS), float(row["before"]), float(row["now"]))
        for label, row in summed.iterrows()
    ]
    return Split(NAME, "Cliënten, hoeveelheid en prijs", ordered(parts), float(effects.sum() / CENTS_PER_EURO),
                 effects=EFFECTS, notes=(_NOTE,), behind="Bedrag", form="euro")  # fmt: skip


def _few(goods: pd.DataFrame, least: int) -> pd.Series:
    """Which goods are told together: those of few clients, and one of more clients with them."""
    persons = goods[["persons0", "persons1"]]
    few = ((persons > 0) & (persons < least)).any(axis=1)
    if few.any() and not few.all():
        many = (persons >= least).all(axis=1)
        others = persons[many] if many.any() else persons[~few]
        few[others.sum(axis=1).idxmin()] = True
    return few


def _goods(items: Items) -> pd.DataFrame:
    """Cents, volume and clients of each good, before and now."""
    rows = items.rows.iloc[items.table["row"].to_numpy()]
    lines = pd.DataFrame({name: rows[name].astype("str").to_numpy() for name in _GOOD})
    lines = lines.assign(
        moment=items.table["moment"].to_numpy(),
        person=items.table["person"].to_numpy(),
        cents=rows["amount"].to_numpy(),
        volume=volume_in_parts(rows),
    )
    sums = lines.groupby([*_GOOD, "moment"]).agg(
        cents=("cents", "sum"), volume=("volume", "sum"), persons=("person", "nunique")
    )
    wide = sums.unstack("moment", fill_value=0)
    names = [(name, moment) for name in ("cents", "volume", "persons") for moment in (BEFORE, NOW)]
    return pd.DataFrame(
        {
            f"{name}{moment}": wide.get((name, moment), pd.Series(0, index=wide.index))
            for name, moment in names
        }
    )


def _effects(goods: pd.DataFrame) -> np.ndarray:
    """Effects of each good in cents; shape (goods, effects)."""
    cents, volume, persons = (
        [goods[f"{name}{moment}"].to_numpy(float) for moment in (BEFORE, NOW)]
        for name in ("cents", "volume", "persons")
    )
    there = (volume[0] > 0) & (volume[1] > 0) & (persons[0] > 0) & (persons[1] > 0)
    factors = []
    for moment in (BEFORE, NOW):
        clients, amount = (np.where(there, item[moment], 1.0) for item in (persons, volume))
        factors.append([clients, amount / clients, np.where(there, cents[moment], 0.0) / amount])
    three = complete_decomposition(factors[0], factors[1])
    return np.column_stack([*three, np.where(there, 0.0, cents[1] - cents[0])])
