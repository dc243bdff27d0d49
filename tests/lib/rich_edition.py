"""The sample edition with figures of every further shape: for tests of pages that must hold many of them.

A year beside quarters, a price, an average, a share of euros, a change with its parts, a slow case, a rate per 10.000, a
breakdown in eighteen categories, and figures in groups. It has signals that people follow, goals, what changed, and borders.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from socdom.editions.model import Break, Description, Dimension
from socdom.editions.read import Edition
from socdom.editions.write import staged, write_changes, write_content, write_manifest
from tests.lib import agreed
from tests.lib import sample_edition as sample
from tests.lib.borders import drawn
from tests.lib.inventories import inventory_of

YEARS = ("2017", "2018", "2019", "2020")
CATEGORIES = {
    f"{number:02}": label
    for number, label in enumerate(
        (
            "Hulp bij het huishouden", "Begeleiding", "Persoonlijke verzorging", "Kortdurend verblijf", "Woondiensten",
            "Overige ondersteuning van personen", "Dagbesteding", "Vervoerdiensten", "Overige ondersteuning in een groep",
            "Overige maatwerkarrangementen", "Rolstoelen", "Vervoervoorzieningen", "Woonvoorzieningen",
            "Overige hulpmiddelen", "Beschermd wonen", "Opvang", "Spoedopvang", "Overige beschermd wonen en opvang",
        ),
        start=1,
    )
}  # fmt: skip
_CATEGORIES = Dimension(title="Productcategorie", labels=CATEGORIES)
PARTS = {"hoeveelheid": "Hoeveelheid hulp", "prijs": "Prijs per eenheid", "samenstelling": "Soort hulp"}
_PARTS = Dimension(title="Hoeveelheid, prijs en samenstelling", labels=PARTS)
_COMMON = {
    "why": "De gemeenteraad wil weten hoe het gaat.",
    "reading": "Elke inwoner telt een keer mee.",
    "pitfalls": ("Kwartalen mag u niet bij elkaar optellen.",),
    "source": "Eigen registratie gemeente",
    "written_by": "analist sociaal domein",
    "checked_by": "beleidsadviseur",
    "reviewed": date(2020, 9, 1),
    "next_review": date(2021, 9, 1),
}


def descriptions() -> list[Description]:
    """The descriptions of the further figures."""
    make = Description
    access, flow, money, year = (
        "Toegang en wachttijd",
        "Instroom en uitstroom",
        "Kosten en prijzen",
        "Per jaar",
    )
    return [
        make(id="wmo_wachttijd_p90", title="Langste wachttijden voor Wmo-hulp", short="Langste wachttijden Wmo", theme="wmo",
             group=access, unit="dagen", basis="van besluit tot start", says="9 van de 10 inwoners wachten hooguit {}",
             format="dagen", kind="duration", protection="percentiel", **_COMMON),
        make(id="wmo_einde", title="Inwoners van wie de Wmo-hulp stopte", short="Gestopt met Wmo-hulp", theme="wmo", group=flow,
             unit="inwoners", says="Bij {} inwoners stopte de Wmo-hulp in het kwartaal", counted="inwoners", format="aantal",
             kind="outflow", protection="personen", **_COMMON),
        make(id="wmo_categorie", title="Inwoners met Wmo-hulp per productcategorie", short="Wmo-hulp per categorie", theme="wmo",
             group="Soort en aanbieder", unit="inwoners", says="{} inwoners hebben Wmo-hulp", counted="inwoners",
             format="aantal", kind="persons_active", protection="personen", dimensions={"categorie_wmo": _CATEGORIES}, **_COMMON),
        make(id="wmo_top_drie", title="Deel van de drie grootste aanbieders", short="Drie grootste aanbieders", theme="wmo",
             group="Soort en aanbieder", unit="procent", basis="van de declaraties", format="procent", scale=100, decimals=1,
             says="{} van het geld ging naar de drie grootste aanbieders", kind="concentration", protection="aandeel_bedrag",
             **_COMMON),
        make(id="wmo_prijs_begeleiding", title="Prijs van een uur begeleiding", short="Prijs per uur begeleiding", theme="wmo",
             group=money, unit="euro per uur", says="Een uur begeleiding kostte {} in het kwartaal", format="euro", decimals=2,
             kind="unit_price", protection="prijs", **_COMMON),
        make(id="wmo_kosten_verschil", title="Verschil in kosten met een jaar eerder", short="Verschil in kosten Wmo",
             theme="wmo", group=money, unit="euro", says="Wmo-hulp kostte {} dan een jaar eerder", format="euro",
             kind="amount_change", protection="verschil", dimensions={"hoeveelheid_prijs_samenstelling": _PARTS}, **_COMMON),
        make(id="wmo_kosten_per_client", title="Kosten van Wmo-hulp per cliënt in een jaar", short="Kosten per cliënt",
             theme="wmo", group=year, unit="euro per cliënt", says="Wmo-hulp kostte in het jaar {} per cliënt", format="euro",
             kind="amount_per_person", protection="gemiddelde", **_COMMON),
        make(id="wmo_clienten_jaar", title="Inwoners met Wmo-hulp in een jaar", short="Wmo-hulp in een jaar", theme="wmo",
             group=year, unit="per 1.000 inwoners", says="{} inwoners kregen Wmo-hulp in het jaar", counted="inwoners",
             format="per_1000", scale=1000, decimals=1, kind="persons_active", protection="personen", bbv="32",
             breaks=(Break(period="2019Q1", label="Nieuwe regel", text="Nieuwe regel eigen bijdrage"),), **_COMMON),
        make(id="samenhang_personen", title="Inwoners met hulp uit twee of meer wetten", short="Hulp uit meer wetten",
             theme="samenhang", group="Gebruik", unit="per 10.000 inwoners", basis="per 10.000 inwoners",
             says="{} inwoners hebben hulp uit meer wetten", counted="inwoners", format="per_10000", scale=10000,
             kind="overlap", protection="personen", **_COMMON),
        make(id="samenhang_jaar", title="Inwoners met hulp uit twee of meer wetten in een jaar", short="Meer wetten in een jaar",
             theme="samenhang", group=year, unit="inwoners", says="{} inwoners hadden hulp uit meer wetten in het jaar",
             counted="inwoners", format="aantal", kind="overlap", protection="personen", **_COMMON),
    ]  # fmt: skip


def _row(indicator: str, period: str, value: float | None, status: str = "definitief", *, numerator: float | None = None,
         denominator: float | None = None, dimension: str = "", category: str = "") -> dict:  # fmt: skip
    return {
        "indicator": indicator, "period": period, "area": sample.GEMEENTE, "dimension": dimension, "category": category,
        "numerator": numerator, "denominator": denominator, "value": value, "unit": "eenheid", "status": status, "method": "proef",
    }  # fmt: skip


def figures() -> pd.DataFrame:
    """Invented protected figures of the further indicators."""
    rows: list[dict] = []
    for i, period in enumerate(sample.QUARTERS):
        status = "voorlopig" if i == 11 else "definitief"
        rows += [
            _row(
                "wmo_wachttijd_p90",
                period,
                None if i % 5 == 2 else 40.0 + i,
                "geheim" if i % 5 == 2 else status,
            ),
            _row("wmo_einde", period, 150.0 + 5 * (i % 4), status, numerator=150.0 + 5 * (i % 4)),
            _row("wmo_categorie", period, 4300.0 + 5 * i, status, numerator=4300.0 + 5 * i),
            _row("wmo_top_drie", period, 46.0 + i / 2, status, numerator=4.6e6, denominator=1e7),
            _row(
                "wmo_prijs_begeleiding", period, 58.25 + 0.4 * i, status, numerator=7e5, denominator=12000.0
            ),
            _row(
                "samenhang_personen", period, 91.0 + i, status, numerator=564.0 + 6 * i, denominator=62000.0
            ),
            *_change(period, i, status),
            *_categories(period, status),
        ]
    for i, year in enumerate(YEARS):
        status = "voorlopig" if year == YEARS[-1] else "definitief"
        count = 5000.0 + 100 * i
        rows += [
            _row("wmo_kosten_per_client", year, 4100.0 + 70 * i, status, numerator=2.1e7, denominator=5000.0),
            _row("wmo_clienten_jaar", year, count / 62, status, numerator=count, denominator=62000.0),
            _row("samenhang_jaar", year, 800.0 + 20 * i, status, numerator=800.0 + 20 * i),
        ]
    return pd.DataFrame(rows)


def _change(period: str, i: int, status: str) -> list[dict]:
    """A change and its parts, which add up to it; nothing in the first year."""
    if i < 4:
        return [_row("wmo_kosten_verschil", period, None, "ontbreekt")]
    whole, parts = -120_000.0 + 20_000 * (i - 11), {"hoeveelheid": -310_000.0, "prijs": 230_000.0}
    parts["samenstelling"] = whole - sum(parts.values())
    dimension = "hoeveelheid_prijs_samenstelling"
    split = [_row("wmo_kosten_verschil", period, value, status, numerator=value, dimension=dimension, category=name)
             for name, value in parts.items()]  # fmt: skip
    return [_row("wmo_kosten_verschil", period, whole, status, numerator=whole), *split]


def _categories(period: str, status: str) -> list[dict]:
    """Ten categories with a number, four that are hidden and four that do not occur."""
    rows = []
    for place, category in enumerate(CATEGORIES):
        value = 1500.0 - 145 * place if place < 10 else None
        state = status if place < 10 else "geheim" if place < 14 else "ontbreekt"
        rows.append(_row("wmo_categorie", period, value, state, numerator=value, dimension="categorie_wmo", category=category))  # fmt: skip
    return rows


def write_rich(rendered: Path, name: str = "2020Q4", **changes: object) -> Edition:
    """Write the sample edition with the further figures under `rendered/lindeveen/<name>`, and read it."""
    home = rendered / "lindeveen"
    rows = pd.concat([sample.figures(), figures()], ignore_index=True)
    described = [*sample.descriptions(), *descriptions()]
    with staged(home, name) as folder:
        write_content(
            folder,
            meta=sample.meta(**changes),
            inventory=inventory_of(rows, described),
            figures=rows,
            descriptions=described,
            areas=sample.areas(),
            duiding=sample.duiding(),
            developments="## Nieuw dit kwartaal\n\nDe teams gebruiken de cijfers nu elke maand.\n",
            additions=replace(agreed.additions(), borders=drawn()),
        )
        write_changes(folder, agreed.changes())
        write_manifest(folder, fingerprint="test", inputs={}, parameters={})
    return Edition(home / name)
