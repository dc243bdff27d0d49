"""Editions for the tests of the blocks: the sample with changes, and one from open data alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from socdom.editions.model import AreaRecord, Description, Dimension, DuidingRecord
from socdom.editions.read import Edition
from socdom.editions.write import staged, write_content, write_manifest
from tests.lib import sample_edition as sample
from tests.lib.inventories import inventory_of


def edited(
    rendered: Path,
    *,
    figures: pd.DataFrame | None = None,
    descriptions: Sequence[Description] | None = None,
    areas: Sequence[AreaRecord] | None = None,
    duiding: Sequence[DuidingRecord] | None = None,
    developments: str = "",
    **meta: object,
) -> Edition:
    """The sample edition with some of its parts replaced."""
    rows = sample.figures() if figures is None else figures
    described = sample.descriptions() if descriptions is None else descriptions
    with staged(rendered / "lindeveen", "2020Q4") as folder:
        write_content(
            folder,
            meta=sample.meta(**meta),
            inventory=inventory_of(rows, described),
            figures=rows,
            descriptions=described,
            areas=sample.areas() if areas is None else areas,
            duiding=sample.duiding() if duiding is None else duiding,
            developments=developments,
        )
        write_manifest(folder, fingerprint="test", inputs={}, parameters={})
    return Edition(rendered / "lindeveen" / "2020Q4")


# Spending per inhabitant in euros: own municipality, reference group, Nederland.
SPENDING = {
    "GM9999": {"2023": 1_800.0, "2024": 1_925.0},
    "RG9999": {"2023": 1_700.0, "2024": 1_810.0},
    "NL01": {"2023": 1_860.0, "2024": 1_990.0},
}
INHABITANTS = {"GM9999": 26_000.0, "RG9999": 400_000.0, "NL01": 17_900_000.0}


def open_data(rendered: Path) -> Edition:
    """An edition without own registrations: one yearly figure with a breakdown, beside two others."""
    description = Description(
        id="iv3_lasten",
        title="Uitgaven in het sociaal domein",
        short="Uitgaven sociaal domein",
        theme="geld",
        unit="euro per inwoner",
        basis="jaarrekening",
        says="De gemeente gaf {} per inwoner uit",
        format="euro",
        moment="jaar",
        kind="external",
        why="De raad stelt de begroting vast.",
        reading="Een bedrag per inwoner.",
        dimensions={"groep": Dimension(title="Taakveld", labels={"jeugd": "Jeugd", "wmo": "Wmo"})},
        source="CBS, Iv3 (CC BY 4.0)",
        protection="openbaar",
        key_figure=True,
        written_by="analist",
        checked_by="adviseur",
        reviewed=date(2025, 1, 1),
        next_review=date(2026, 1, 1),
    )
    rows = [_row(area, year, value) for area, values in SPENDING.items() for year, value in values.items()]
    rows += [_row("GM9999", "2024", 900.0, "jeugd"), _row("GM9999", "2024", 1_025.0, "wmo")]
    areas = [
        AreaRecord(code="GM9999", name="Lindeveen", level="gemeente"),
        AreaRecord(code="RG9999", name="Vergelijkbare gemeenten", level="referentie"),
        AreaRecord(code="NL01", name="Nederland", level="land"),
    ]
    return edited(
        rendered,
        figures=pd.DataFrame(rows),
        descriptions=[description],
        areas=areas,
        duiding=[],
        fictional=False,
        own_registration=False,
        reference="Vergelijkbare gemeenten: 12 gemeenten met dezelfde grootte.",
        profile="zonder duiding",
    )


def _row(area: str, year: str, value: float, category: str = "") -> dict[str, object]:
    return {
        "indicator": "iv3_lasten",
        "period": year,
        "area": area,
        "dimension": "groep" if category else "",
        "category": category,
        "numerator": value * INHABITANTS[area],
        "denominator": INHABITANTS[area],
        "value": value,
        "unit": "euro per inwoner",
        "status": "definitief",
        "method": "iv3",
    }
