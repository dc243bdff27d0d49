"""Protected figures without the attack, for tests about something else: of a small town it takes most of a run."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pandas as pd
import pytest

from socdom.attack.model import NOTHING_KNOWN


def without_attack(patch: pytest.MonkeyPatch) -> None:
    """From now on figures are protected and not attacked; until the patch is undone."""

    def protected(truth: pd.DataFrame, protect: Callable[[frozenset], pd.DataFrame], *_: object) -> object:
        return SimpleNamespace(figures=protect(frozenset()), known=NOTHING_KNOWN)

    patch.setattr("socdom.pipeline.figures.safe_figures", protected)
