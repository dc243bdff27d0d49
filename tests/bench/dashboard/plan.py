"""How much is measured, and on which edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.editions.read import Edition
from tests.bench.dashboard.apps import PAGE


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    Attributes:
        loads: pages that are opened, each with nothing in the cache.
        choices: choices of one visitor.
        together: visitors with a browser who have a page open at the same time.
        crowds: visitors at once → seconds that they stay.
        real: how many of them have a browser.
        edition: folder of the edition that is shown.
        folder: for what servers keep.
    """

    loads: int
    choices: int
    together: int
    crowds: Mapping[int, float]
    real: int
    edition: Path = Path()
    folder: Path = Path()

    def on(self, edition: Path, folder: Path) -> Plan:
        """The same on an edition."""
        return replace(self, edition=edition, folder=folder)

    @property
    def offered(self) -> dict[str, Sequence[str]]:
        """Name of a select of the page → its options as a reader sees them, the first as it stands."""
        controls = BY_ADDRESS[PAGE].controls(Edition(self.edition))
        return {control.name: list(control.options.values()) for control in controls}

    @property
    def wijken(self) -> Sequence[str]:
        """Names of the wijken one can choose."""
        return self.offered["wijk"][1:]


SMALL = Plan(loads=3, choices=20, together=3, crowds={1: 30.0, 5: 60.0, 10: 60.0}, real=2)
FULL = Plan(loads=8, choices=100, together=10, crowds={1: 120.0, 10: 300.0, 40: 600.0}, real=5)
