"""`parameters/<gemeente>/beheer.yml`: how the system runs. It changes no figure, so no edition is made of it."""

from __future__ import annotations

from pathlib import Path

from socdom.parameters.berichten import Berichten
from socdom.parameters.gebruik import Gebruik
from socdom.parameters.load import read_model
from socdom.parameters.planning import Planning
from socdom.parameters.strict import Strict
from socdom.parameters.toegang import Toegang

FILE = "beheer.yml"


class Beheer(Strict):
    """What runs by itself, who is told, who may look, and what is counted."""

    planning: Planning = Planning()
    berichten: Berichten = Berichten()
    toegang: Toegang = Toegang()
    gebruik: Gebruik = Gebruik()


def load_beheer(folder: Path) -> Beheer:
    """Read `beheer.yml` from the folder of a municipality; without that file all is as by default.

    Raises:
        ParameterError: the file is not valid, all faults at once.
    """
    path = folder / FILE
    return read_model(path, Beheer) if path.exists() else Beheer()
