"""Which files a figure came from, as the manifest of its edition names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from socdom.editions.read import Edition
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External
from socdom.measures.kinds.rows import RowKind
from socdom.pipeline.input_marks import DELIVERIES, is_sealed
from socdom.sources.delivery_spec import FILES

_TABLE = re.compile(r"\d{5}NED")
_MOST = 6
_MARK = 12


def files_of(edition: Edition, indicator: Indicator) -> list[tuple[str, str]]:
    """Name and what is known of the content of every file behind a figure; of many files of one place their number.

    Returns:
        pairs of text, such as ("leveringen/voorzieningen_wmo.csv", "verzegeld kenmerk d95fcfaae7d1").
    """
    inputs: Mapping[str, str] = edition.manifest["inputs"]
    names = _open_files(edition, indicator, inputs) if indicator.external_series else _own(indicator, inputs)
    if len(names) <= _MOST:
        return [(name, _mark(edition, name, inputs[name])) for name in names]
    folders: dict[str, int] = {}
    for name in names:
        folder = str(PurePosixPath(name).parent)
        folders[folder] = folders.get(folder, 0) + 1
    return [(folder, f"{count} bestanden") for folder, count in folders.items()]


def _mark(edition: Edition, name: str, mark: str) -> str:
    closed = edition.manifest["sealed_with"] and is_sealed(name)
    return f"{'verzegeld kenmerk' if closed else 'kenmerk (SHA-256)'} {mark[:_MARK]}"


def tables_of(indicator: Indicator) -> frozenset[str]:
    """Tables of the deliveries that an indicator needs, without those of homes and births."""
    measure = indicator.measure
    if isinstance(measure, External):
        return frozenset()
    found = {rows.table for rows in measure.needs} if isinstance(measure, RowKind) else {measure.table}
    if indicator.per is not None:
        found.add("population" if hasattr(indicator.per, "age_from") else "households")
    return frozenset(found)


def _own(indicator: Indicator, inputs: Mapping[str, str]) -> list[str]:
    """Deliveries that go to a table the indicator needs, under a law that it can count; messages hold all."""
    measure, needed = indicator.measure, tables_of(indicator)
    selections = measure.needs if isinstance(measure, RowKind) else ()
    stems = ["berichten"]
    for spec in FILES:
        law = spec.constants.get("law", "")
        others = [rows for rows in selections if rows.table in spec.tables]
        if needed & set(spec.tables) and (not others or any(rows.may_hold(law) for rows in others)):
            stems.append(spec.delivery)
    if selections:
        stems.append("clienten")
    wanted = tuple(dict.fromkeys(stems))
    return [
        name
        for name in inputs
        if name.startswith(f"{DELIVERIES}/") and re.split(r"[. ]", name.split("/", 1)[1])[0] in wanted
    ]


def _open_files(edition: Edition, indicator: Indicator, inputs: Mapping[str, str]) -> list[str]:
    series = indicator.external_series
    if series.startswith("bbv_"):
        return [name for name in inputs if name.endswith("/beleidsindicatoren.csv")]
    published = [name for name in inputs if name.startswith("open_data/") and "/geometry/" not in name]
    if series.startswith("iv3_"):
        return [name for name in published if "iv3" in name.lower()]
    tables = _TABLE.findall(edition.descriptions[indicator.id].source)
    return [name for name in published if any(table in name for table in tables)] or [
        name for name in published if "iv3" not in name.lower()
    ]
