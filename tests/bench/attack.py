"""The attack on the edition of the example municipality: with few quarters and many, and once more unchanged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.attack.attack import attack
from socdom.attack.model import Key, Release
from socdom.disclosure import CBS5, Linked, protect
from socdom.editions.model import FIGURE_KEY, AreaRecord, Description
from socdom.measures.cases import same_cases
from socdom.measures.compute import compute
from socdom.measures.same import same_counts, sums
from socdom.parameters.gebieden import load_gebieden
from socdom.pipeline.progress import silent
from socdom.pipeline.protection import record_of
from socdom.pipeline.safety import safe_figures
from socdom.quarters import Quarter, quarter_range
from socdom.sources import demo
from socdom.tables import as_known_on
from tests.bench.engine import own_indicators
from tests.lib.taken_in import read_deliveries

Work = Callable[[], NDArray[np.int64]]

_AREAS = load_gebieden(Path("parameters/lindeveen/gebieden.csv"))
_QUARTERS = tuple(quarter_range(Quarter(2016, 1), Quarter(2020, 4)))
_KNOWN_ON = date(2021, 2, 15)
_KEY = b"only for the bench, of made-up people"
_NOTHING = pd.DataFrame(columns=[*FIGURE_KEY, "numerator", "denominator", "value", "status", "release"])


def write_figures(file: Path) -> None:
    """All figures of the example municipality, unprotected; a file that was there is left as it is."""
    if file.exists():
        return
    with TemporaryDirectory() as folder:
        demo.write_deliveries(Path(folder))
        tables = as_known_on(read_deliveries(Path(folder), _AREAS, _KEY), _KNOWN_ON)
    compute(own_indicators(), tables, _QUARTERS, _AREAS.current).to_parquet(file)


def last_5(file: Path) -> Work:
    """An edition of five quarters."""
    return _attacked(file, 5)


def last_10(file: Path) -> Work:
    """An edition of ten quarters."""
    return _attacked(file, 10)


def last_20(file: Path) -> Work:
    """The whole edition."""
    return _attacked(file, 20)


def unchanged(file: Path) -> Work:
    """The whole edition once more, with what was found safe the first time."""
    raw = _of_last(pd.read_parquet(file), 20)
    release = _safe(raw)
    known = attack(release, raw).safe
    return lambda: np.array([len(attack(release, raw, known_safe=known).findings)])


def _attacked(file: Path, quarters: int) -> Work:
    raw = _of_last(pd.read_parquet(file), quarters)
    release = _safe(raw)
    return lambda: np.array([len(attack(release, raw).findings)])


def _of_last(raw: pd.DataFrame, quarters: int) -> pd.DataFrame:
    """The figures of the last quarters, and of the years that are whole."""
    kept = {str(quarter) for quarter in _QUARTERS[-quarters:]}
    years = {year for year in {name[:4] for name in kept} if f"{year}Q1" in kept}
    return raw[raw["period"].isin(kept | years)].reset_index(drop=True)


def _safe(raw: pd.DataFrame) -> Release:
    """A release in which nothing can be found."""
    indicators = own_indicators()
    descriptions = tuple(Description.model_validate(item.describe()) for item in indicators)
    areas = tuple(
        AreaRecord(code=item.code, name=item.name, level=item.level, parent=item.parent)
        for item in _AREAS.current
    )
    protections = {item.id: item.protection for item in descriptions}
    scales = {item.id: item.scale for item in descriptions}
    linked = Linked(same_cases(indicators), same_counts(indicators), sums(indicators))

    def protected(also: frozenset[Key]) -> pd.DataFrame:
        return protect(raw, protections, scales, CBS5, linked, also=also)

    def release(figures: pd.DataFrame) -> Release:
        return Release(figures, descriptions, areas, record_of(CBS5), _NOTHING)

    with TemporaryDirectory() as folder:
        memory = Path(folder) / "aanval.json"
        return release(safe_figures(raw, protected, release, _NOTHING, memory, silent).figures)
