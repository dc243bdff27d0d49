"""How a running dashboard is operated: who may look, what is counted, and where it keeps that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from socdom.parameters.beheer import Beheer


@dataclass(frozen=True)
class Operations:
    """What the server knows beside its edition.

    Attributes:
        beheer: the parameters of `beheer.yml`.
        folder: `beheer/<gemeente>`: the journal of the schedule, accounts, counts of use. Nothing of a client.
    """

    beheer: Beheer
    folder: Path
