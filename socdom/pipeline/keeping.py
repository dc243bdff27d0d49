"""What a run does with vintages: keep the delivery it read when it is a new one, and thin the old ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from socdom.errors import Fault
from socdom.parameters.bronnen import Bewaren
from socdom.parameters.places import Places
from socdom.pipeline.storage import writing
from socdom.sources.thinning import thin
from socdom.sources.vintages import Vintage, damaged, key_id, same_as_newest, vintages, write_vintage
from socdom.tables import Tables

# In the folder of a municipality in the person-level zone.
VINTAGES, MEMORY = "vintages", "aanval.json"


@dataclass(frozen=True)
class Kept:
    """What became of the vintages.

    Attributes:
        new: the vintage that was made; None when the delivery is the same as the last one.
        thinned: those that were removed by the rule.
    """

    new: Vintage | None
    thinned: tuple[Vintage, ...]


def vintages_home(places: Places, slug: str) -> Path:
    """Where the vintages of a municipality lie."""
    return places.data / slug / VINTAGES


def attack_memory(places: Places, slug: str) -> Path:
    """File with what the attack on the editions of a municipality found safe before."""
    return places.data / slug / MEMORY


def kept_faults(home: Path, key: bytes) -> list[Fault]:
    """What is wrong with the vintages there are; for who runs, no reason to stop."""
    known = vintages(home)
    others = sum(vintage.key_id != key_id(key) for vintage in known)
    if not others:
        return damaged(home)
    verb = "is" if others == 1 else "zijn"
    rule = f"{others} van de {len(known)} {verb} bewaard met een andere sleutel"
    remedy = "Zet de goede sleutel terug. Anders zijn de personen van toen en van nu niet te vergelijken."
    return [*damaged(home), Fault("bewaarde leveringen", rule, remedy=remedy)]


def keep_delivery(
    home: Path,
    tables: Tables,
    *,
    received: date,
    sources: Mapping[str, str],
    key: bytes,
    bewaren: Bewaren,
    about: Mapping[str, Any],
) -> Kept:
    """Keep a delivery as a vintage, once; then thin. Hold the lock of the municipality.

    Args:
        home: from `vintages_home`.
        received: today, as the run knows it.
        sources: name of each source → checksum of its content.
        key: key of the pseudonyms.
        about: what else to remember of the delivery; values that JSON knows.

    Raises:
        StorageError: the disk is full, or the user may not write there; what was kept before is untouched.
    """
    with writing(home):
        new = None
        if not same_as_newest(home, sources, key):
            new = write_vintage(home, tables, received=received, sources=sources, key=key, about=about)
        return Kept(new, tuple(thin(home, received, bewaren)))
