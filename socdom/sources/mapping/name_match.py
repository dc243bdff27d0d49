"""How much the name of a column in a file looks like that of a column of socdom."""

from __future__ import annotations

import difflib
from functools import cache

from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.mapping.column_names import UNSURE, names_of
from socdom.sources.mapping.words import squashed, words

OWN, KNOWN, PARTLY, ALIKE = 1.0, 0.85, 0.6, 0.55

# Words that make a column one of somebody else than the client, or of another moment.
_OTHERS = frozenset(
    (
        "partner ouder ouders ouder1 ouder2 moeder vader kind kinderen gezaghebbende gezagsdrager contactpersoon "
        "medewerker consulent behandelaar vertegenwoordiger gemachtigde bewindvoerder curator mentor verwijzer "
        "echtgenoot indiener regisseur plaats land vorige vorig oud oude verwacht verwachte gewenst gewenste "
        "gepland geplande beoogd beoogde mutatie mutatiedatum controle geldigheid check ind indicator omschrijving "
        "omschr toelichting naam"
    ).split()
)
# Short words that say too little when they are only a part of a name.
_SHORTEST = 6


def likeness(header: str, spec: DeliveryFile, column: Column) -> float:
    """From 0 (nothing alike) to 1 (socdom's own name).

    `KNOWN` and up: a name that back offices use; `PARTLY`: such a name with other words around it; `ALIKE`: with an
    error in the spelling, or one that says too little.
    """
    found = squashed(header)
    if not found:
        return 0.0
    if found == squashed(column.header):
        return OWN
    known = _known(names_of(spec, column))
    if found in known:
        return max(0.97 - 0.005 * known[found], KNOWN)
    if found in _known(UNSURE.get(column.name, ())):
        return ALIKE
    return _partly(words(header), spec, column) or _alike(found, (squashed(column.header), *known))


@cache
def _known(names: tuple[str, ...]) -> dict[str, int]:
    return {squashed(name): rank for rank, name in reversed(list(enumerate(names)))}


def _partly(found: tuple[str, ...], spec: DeliveryFile, column: Column) -> float:
    """A known name with other words around it, none of which makes it something else."""
    best = 0.0
    for name in (column.header, *names_of(spec, column)):
        wanted = words(name)
        telling = len(wanted) > 1 or len(wanted[0]) >= _SHORTEST or wanted == ("bsn",)
        extra = set(found) - set(wanted)
        if telling and set(wanted) <= set(found) and not extra & _OTHERS:
            best = max(best, PARTLY + 0.2 / (1 + len(extra)))
    return best


def _alike(found: str, names: tuple[str, ...]) -> float:
    """A slip of the pen: the same first letter, and almost the same letters after it."""
    long = [name for name in names if len(name) >= 8 and name[0] == found[0]]
    return ALIKE if difflib.get_close_matches(found, long, n=1, cutoff=0.9) else 0.0


def of_somebody_else(header: str) -> bool:
    """The name says that the column is about somebody else than the client, or something else than it seems."""
    return bool(_OTHERS & set(words(header)))
