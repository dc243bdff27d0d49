"""An edition around one or a few series, for tests of charts and narrative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from socdom import dutch
from socdom.editions.additions import Additions
from socdom.editions.model import AreaRecord, Description, Figure
from socdom.editions.read import Edition
from socdom.editions.write import write_content, write_manifest
from socdom.quarters import Quarter
from tests.lib.inventories import inventory_of
from tests.lib.sample_edition import GEMEENTE, descriptions, meta

UNITS = {"procent": "procent", "per_1000": "per 1.000 inwoners", "per_10000": "per 10.000 inwoners"}


def description(form: str = "aantal", **changes: object) -> Description:
    """A description of an indicator "proef" in a format; pass changes to test another state."""
    base = descriptions()[0].model_dump()
    values = {
        **base, "id": "proef", "title": "Inwoners met hulp", "short": "Inwoners met hulp", "format": form,
        "says": "{} van de inwoners krijgt hulp", "counted": "inwoners", "decimals": 0 if form in ("aantal", "euro") else 1,
        "scale": {"procent": 100}.get(form, dutch.rate_per(form) or 1), "unit": UNITS.get(form, form), "events": (),
        "breaks": (), "protection": "personen",
    }  # fmt: skip
    if form == "aantal":
        values["says"] = "{} inwoners krijgen hulp"
    if form in ("weken", "dagen", "euro"):
        values |= {"counted": "", "says": "De hulp vraagt {}", "protection": "duur"}
    return Description(**{**values, **changes})


def periods(count: int, last: str = "2020Q4") -> list[str]:
    """The last `count` quarters, or years when `last` is a year."""
    if "Q" not in last:
        return [str(int(last) - back) for back in reversed(range(count))]
    return [str(Quarter.parse(last) - back) for back in reversed(range(count))]


def figure(period: str, value: float | None, status: str = "definitief", area: str = GEMEENTE,
           numerator: float | None = None, denominator: float | None = None, indicator: str = "proef",
           dimension: str = "", category: str = "") -> Figure:  # fmt: skip
    """One figure; without a value its status is "geheim" unless another is named."""
    if value is None and status == "definitief":
        status = "geheim"
    return Figure(indicator=indicator, period=period, area=area, dimension=dimension, category=category,
                  numerator=numerator, denominator=denominator, value=value, unit="u", status=status, method="test")  # fmt: skip


def small_edition(
    folder: Path,
    figures: Iterable[Figure],
    catalogue: Sequence[Description] | None = None,
    names: dict[str, str] | None = None,
    additions: Additions | None = None,
    **changes: object,
) -> Edition:
    """Write an edition with these figures and read it."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = pd.DataFrame([row.model_dump() for row in figures])
    described = catalogue or [description()]
    codes = {GEMEENTE: "Lindeveen", **(names or {})}
    levels = {"GM": "gemeente", "RG": "referentie", "NL": "land", "WK": "wijk", "BU": "buurt"}
    write_content(
        folder,
        meta=meta(**changes),
        inventory=inventory_of(rows, described),
        figures=rows,
        descriptions=described,
        areas=[AreaRecord(code=code, name=name, level=levels[code[:2]]) for code, name in codes.items()],
        duiding=[],
        developments="",
        additions=additions,
    )
    write_manifest(folder, fingerprint="test", inputs={}, parameters={})
    return Edition(folder)
