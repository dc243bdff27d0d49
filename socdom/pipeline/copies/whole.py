"""Whether what is copied is whole: editions as they were made, a register that knows them, usable deliveries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from socdom.editions.frozen import STORE
from socdom.editions.intact import is_intact
from socdom.editions.releases import earlier_figures
from socdom.errors import EditionError, Fault
from socdom.sources.vintages import damaged


def whole_faults(home: Path, editions: Iterable[str], vintages: Path) -> list[Fault]:
    """What is wrong; a copy is made and put back all the same, because there may be no better one.

    Args:
        home: folder with the register and the store of editions, as `rendered/<gemeente>`.
        editions: names of folders in the store.
        vintages: folder with the kept deliveries.
    """
    faults = [
        Fault(f"editie {name}", "een bestand ontbreekt of is veranderd")
        for name in sorted(set(editions))
        if not is_intact(home / STORE / name)
    ]
    try:
        earlier_figures(home)
    except EditionError as error:
        faults += [fault for fault in error.faults if isinstance(fault, Fault)]
    return [*faults, *damaged(vintages)]
