"""Corrections of a municipality, put on the texts of a delivery before they are read.

A correction says how many rows it should find. When the source is repaired it finds fewer, and then it is a fault:
a correction that nobody takes away would later change rows that are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.errors import Fault
from socdom.near_names import meant
from socdom.parameters.correcties import FILE_NAME, Correctie
from socdom.sources.delivery_spec import DELIVERIES, Column, DeliveryFile
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.raw import Part

# Fewer rows are not told: the fault names values, and both together are about somebody.
_FEWEST_TOLD = 10
# What may not stand in a parameter file, beside numbers of persons and what belongs to them.
_PERSONAL = frozenset({"birth_date"})


def correction_faults(corrections: Iterable[Correctie]) -> list[Fault]:
    """What is wrong with corrections: deliveries and columns that do not exist, columns about who somebody is,
    and texts that cannot be read."""
    faults: list[Fault] = []
    for one in corrections:
        spec = DELIVERIES.get(one.levering)
        if spec is None:
            faults.append(Fault(_place(one, "levering"), "deze levering kent socdom niet", remedy=_near(one)))
            continue
        known = {column.header: column for column in spec.columns}
        for part in ("waar", "wordt"):
            faults += _column_faults(one, part, known)
        for header, text in sorted(one.wordt.items()):
            if header in known and not known[header].identifies:
                faults += _text_faults(one, header, text, known[header])
    return faults


def correct_parts(
    corrections: Sequence[Correctie], parts: Sequence[Part]
) -> tuple[list[Part], list[Fault], list[str]]:
    """What was delivered, with the corrections of it; call `correction_faults` first.

    What a correction finds is counted over all parts of its delivery. Of a delivery that could not be
    read whole it is not said that a correction finds too few.

    Args:
        corrections: of the municipality, in the order in which they are put on; those of deliveries that are not here
            are passed over.
        parts: all that was delivered; a delivery may come in several.

    Returns:
        The corrected parts; a fault for each correction that did not find the rows it should, and so did nothing; and a
        Dutch sentence for readers about each that did.
    """
    found, faults, notes = list(parts), [], []
    for one in corrections:
        mine = [place for place, part in enumerate(found) if part.delivery == one.levering]
        if not mine or any(found[place].raw is None for place in mine):
            continue
        fixed = _fixed_faults(one, [found[place].spec for place in mine])
        hits = [] if fixed else [_hits(one, found[place]) for place in mine]
        wrong = fixed or _number_faults(one, sum(int(hit.sum()) for hit in hits))
        # Of rows that could not be taken apart nobody knows whether they would count.
        faults += [] if any(found[place].faults for place in mine) and not fixed else wrong
        if not wrong:
            notes.append(_note(one))
            for place, hit in zip(mine, hits, strict=True):
                found[place] = _corrected(one, found[place], hit)
    return found, faults, notes


def _hits(one: Correctie, part: Part) -> np.ndarray:
    """One boolean per row: all conditions hold."""
    assert part.raw is not None
    names = _names(one)
    hit = np.ones(len(part.raw.rows), dtype=bool)
    for header in one.waar:
        texts = part.raw.texts[names[header]].str.strip()
        hit &= texts.isin(one.wanted(header)).to_numpy(dtype=bool)
    return hit


def _corrected(one: Correctie, part: Part, hit: np.ndarray) -> Part:
    raw = part.raw
    assert raw is not None
    if one.weglaten:
        kept = raw.texts[~hit].reset_index(drop=True)
        return replace(part, raw=replace(raw, texts=kept, rows=raw.rows[~hit]))
    names = _names(one)
    changed = {names[header]: raw.texts[names[header]].mask(hit, text) for header, text in one.wordt.items()}
    return replace(part, raw=replace(raw, texts=raw.texts.assign(**changed)))


def _names(one: Correctie) -> dict[str, str]:
    """Header of socdom → column of the table."""
    return {column.header: column.name for column in DELIVERIES[one.levering].columns}


def _fixed_faults(one: Correctie, specs: Sequence[DeliveryFile]) -> list[Fault]:
    """A column that the parameters fix is not in the rows."""
    names = _names(one)
    fixed = {column.name for spec in specs for column in spec.columns if column.fixed is not None}
    rule = "deze kolom heeft een vaste waarde; daar past geen correctie op"
    return [
        Fault(_place(one, f"{part}.{header}"), rule, remedy="Pas de vaste waarde aan in gemeente.yml.")
        for part in ("waar", "wordt")
        for header in sorted(getattr(one, part))
        if names[header] in fixed
    ]


def _number_faults(one: Correctie, count: int) -> list[Fault]:
    least, most = one.verwacht.ten_minste, one.verwacht.ten_hoogste
    told = _told(count)
    if count < least:
        found = f"{told} gevonden, verwacht ten minste {dutch.number(least)}"
        rule = f"de correctie is niet meer nodig of past niet meer: {found}"
        return [Fault(_place(one), rule, remedy="Haal haar weg als de bron hersteld is, of pas haar aan.")]
    if most is not None and count > most:
        rule = (
            f"de correctie past op te veel rijen: {told} gevonden, verwacht ten hoogste {dutch.number(most)}"
        )
        return [Fault(_place(one), rule, remedy="Kijk wat er in de bron is veranderd, en pas haar aan.")]
    return []


def _told(count: int) -> str:
    if count == 0:
        return "geen rijen"
    return f"minder dan {_FEWEST_TOLD} rijen" if count < _FEWEST_TOLD else f"{dutch.number(count)} rijen"


def _note(one: Correctie) -> str:
    why = dutch.sentence(one.waarom.strip())
    return f"Sinds {dutch.day(one.sinds)} verbeteren wij een bekende fout in de bron. {why} Besloten door: {one.wie}."


def _column_faults(one: Correctie, part: str, known: dict[str, Column]) -> list[Fault]:
    faults = []
    for header in sorted(getattr(one, part)):
        place = _place(one, f"{part}.{header}")
        if header not in known:
            remedy = meant(header, known, f"Kies uit {', '.join(known)}.")
            faults.append(Fault(place, "deze kolom kent socdom niet", remedy=remedy))
        elif known[header].identifies or known[header].name in _PERSONAL:
            rule = "deze kolom zegt om wie het gaat, en mag niet in een correctie"
            faults.append(Fault(place, rule, remedy="Kies de rijen met andere kolommen."))
    return faults


def _text_faults(one: Correctie, header: str, text: str, column: Column) -> list[Fault]:
    kind = KINDS[column.kind]
    _, wrong = read_values(pd.Series([text], dtype="str"), kind)
    return [Fault(_place(one, f"wordt.{header}"), kind.rule)] if wrong.any() else []


def _near(one: Correctie) -> str:
    return meant(one.levering, DELIVERIES, f"Kies uit {', '.join(DELIVERIES)}.")


def _place(one: Correctie, field: str = "") -> str:
    place = f"{FILE_NAME}, correctie {one.kenmerk}"
    return f"{place}, {field}" if field else place
