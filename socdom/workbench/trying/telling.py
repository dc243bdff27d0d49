"""The parts of a preview in Dutch, each as a piece of a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from socdom import dutch
from socdom.areas import level_of
from socdom.blocks.parts import measure
from socdom.charts import Chart
from socdom.editions.model import Description
from socdom.editions.protection import ProtectionRecord
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.narrative.counting import counted_how
from socdom.quarters import period_label, period_phrase
from socdom.workbench.show import (
    Shown,
    code,
    facts,
    folded,
    heading,
    internal,
    listed,
    picture,
    remark,
    sentence,
    table,
    together,
)
from socdom.workbench.trying.checking import Checked
from socdom.workbench.trying.complete import Step
from socdom.workbench.trying.difference import changed_fields, side_by_side
from socdom.workbench.trying.effect import Part

_STATUS = {"geheim": "geheim", "ontbreekt": "niet bekend", "onmogelijk": "kan niet"}
_LEVELS = {"gemeente": "Gemeente", "wijk": "Wijken", "buurt": "Buurten", "land": "Nederland"}
_LISTED = 12
_DRAFT = (
    "Dit is een concept. De cijfers zijn beschermd, maar niet samen met wat al is gepubliceerd. "
    "Wie ze ernaast legt, kan soms een klein aantal uitrekenen."
)
_WHY_HIDDEN = "Waarom een cijfer geheim is, kan ook iets verraden."
_ATTACK = (
    "Bij het maken van een editie probeert socdom geheime cijfers terug te rekenen. "
    "Daardoor kunnen er dan nog meer cijfers geheim worden."
)


def opening(description: Description, town: str) -> Shown:
    """About what, and that it is a draft."""
    return together(
        internal(_DRAFT),
        heading(f"{description.title} in {town}"),
    )


def definition(description: Description, rules: ProtectionRecord) -> Shown:
    """How it is counted, as the catalogue tells it."""
    return together(heading("Wat we tellen", 3), facts(counted_how(description, rules)))


def trend(description: Description, figures: pd.DataFrame, chart: Chart) -> Shown:
    """Chart and table of the municipality as a whole."""
    rows = [
        [
            period_label(row.period),
            _value(description, row.value, row.status),
            _STATUS.get(row.status, row.status),
        ]
        for row in _whole(figures).itertuples()
    ]
    shown = table(description.title, ["Periode", _unit(description.unit), "Status"], rows)
    return together(
        heading("Het cijfer", 3),
        internal(_DRAFT),
        sentence(f"{measure(description)}."),
        picture(chart),
        folded("Bekijk de cijfers in een tabel", shown),
    )


def checks(found: Checked | None) -> Shown:
    """Whether the engine and the slow count agree."""
    return together(heading("Twee keer geteld", 3), *_checks(found))


def _checks(found: Checked | None) -> list[Shown]:
    if found is None:
        return [
            sentence(
                "Dit cijfer komt uit open data. Wij tellen het niet zelf, dus er is niets om na te tellen."
            )
        ]
    told = [
        sentence(
            f"We telden {dutch.number(found.cells)} cijfers op twee manieren, over {_span(found)}. "
            f"Dat deden we bij {dutch.number(found.persons)} van de {dutch.number(found.of_persons)} personen "
            "in de levering, in hele huishoudens."
        )
    ]
    if not found.filled:
        told.append(
            sentence("In deze steekproef telde niets mee. Kloppen de codes? Dan komen ze bijna niet voor.")
        )
    elif found.agrees:
        told.append(sentence("Alle cijfers zijn gelijk. De rekenkern doet dus wat de definitie zegt."))
        told.append(
            remark("Of de definitie zegt wat u bedoelt, kan alleen een mens zien. Tel zelf een voorbeeld na.")
        )
    else:
        told.append(
            sentence(f"Niet gelijk: {dutch.number(len(found.apart))}. Gebruik dit cijfer niet, en meld het.")
        )
        told.append(listed([_place(key) for key in found.apart[:_LISTED]]))
    return told


def _span(found: Checked) -> str:
    first, last = found.quarters[0], found.quarters[-1]
    return f"{period_phrase(str(first))} tot en met {period_phrase(str(last))}"


def _place(key: tuple[str, str, str, str]) -> str:
    period, area, dimension, category = key
    part = f", {DIMENSIONS[dimension].labels.get(category, category)}" if dimension else ""
    return f"{period_label(period)}, {area}{part}"


def disclosure(found: Sequence[Part], cost: Sequence[tuple[str, int]]) -> Shown:
    """How many figures are hidden and why, and what it costs others."""
    rows = [
        [_part(item), *(dutch.number(n) for n in (item.shown, item.small, item.beside, item.empty))]
        for item in found
    ]
    headings = ["Deel", "Te zien", "Te klein", "Geheim om een ander cijfer", "Geen cijfer"]
    return together(
        heading("Wat bescherming doet", 3),
        internal(_WHY_HIDDEN),
        table("Aantal cijfers over alle perioden", headings, rows),
        *_cost(cost),
        remark(_ATTACK),
    )


def _part(part: Part) -> str:
    if part.dimension:
        return f"Uitsplitsing {DIMENSIONS[part.dimension].title[:1].lower()}{DIMENSIONS[part.dimension].title[1:]}"
    return _LEVELS.get(part.level, part.level)


def _cost(cost: Sequence[tuple[str, int]]) -> list[Shown]:
    if not cost:
        return [sentence("Andere indicatoren verliezen hierdoor geen cijfers.")]
    told = [f"{name}: {dutch.number(count)}" for name, count in cost]
    return [sentence("Deze indicatoren verliezen cijfers, omdat ze hetzelfde tellen:"), listed(told)]


def difference(old: Indicator, new: Indicator, before: pd.DataFrame, after: pd.DataFrame) -> Shown:
    """Fields and figures beside those of another definition."""
    changed = changed_fields(old, new)
    title = f"Verschil met {old.title[:1].lower()}{old.title[1:]}" if old.id != new.id else "Verschil met nu"
    if not changed:
        return together(heading(title, 3), sentence("De definitie is dezelfde."))
    one, other = (Description.model_validate(item.describe()) for item in (old, new))
    rows = [
        [
            period_label(row.period),
            _text(one, row.old),
            _text(other, row.new),
            _change(other, row.new - row.old),
        ]
        for row in side_by_side(before, after).itertuples()
    ]
    return together(
        heading(title, 3),
        internal("Oude en nieuwe cijfers naast elkaar zijn niet samen beschermd."),
        table("Velden die anders zijn", ["Veld", "Was", "Wordt"], [list(item) for item in changed]),
        folded("Bekijk de cijfers naast elkaar", table("", ["Periode", "Was", "Wordt", "Verschil"], rows)),
    )


def complete(found: Sequence[Step]) -> Shown:
    """What is done and what is not."""
    rows = [[step.name, "ja" if step.done else "nee", "" if step.done else step.remedy] for step in found]
    return together(heading("Is de definitie af?", 3), table("", ["Stap", "Klaar", "Wat u doet"], rows))


def example(files: Mapping[str, str], periods: Sequence[str]) -> Shown:
    """Made-up rows to count by hand."""
    tables = []
    for name, text in files.items():
        heads, *rows = ([cell.strip() for cell in line.split("|")] for line in text.splitlines())
        tables.append(table(f"{name}.csv", heads, rows))
    first, last = period_phrase(periods[0]), period_phrase(periods[-1])
    told = f"Schrijf voor elke periode één getal op, van {first} tot en met {last}."
    return together(
        heading("Tel met de hand", 3),
        sentence(f"Deze rijen zijn verzonnen. {told} Delen door inwoners hoeft niet."),
        *tables,
    )


def saved(paths: Sequence[Path], *, counted: bool) -> Shown:
    """What was written, and how to go on."""
    later = (
        "De test faalt nog. Vul in wat u met de hand telt." if not counted else "Uw telling staat in de test."
    )
    return together(
        sentence("Bewaard:"), listed([path.as_posix() for path in paths]), sentence(later),
        sentence("Draai nu in een terminal:"), code(check_command(paths[-1])),
    )  # fmt: skip


def check_command(test: Path) -> str:
    """What looks at a new indicator, for who types it at the top of the source code."""
    return (
        f".venv/bin/python -m pytest {test.as_posix()} tests/unit/indicators "
        "tests/unit/narrative/test_counting.py tests/property/test_measures_oracle.py"
    )


def _whole(figures: pd.DataFrame) -> pd.DataFrame:
    own = figures["area"].map(level_of).eq("gemeente") & figures["dimension"].eq("")
    return figures[own].sort_values("period")


def _value(description: Description, value: float, status: str) -> str:
    return "." if status in _STATUS else description.text(value)


def _text(description: Description, value: float) -> str:
    return "." if pd.isna(value) else description.text(value)


def _change(description: Description, value: float) -> str:
    return "." if pd.isna(value) else dutch.number(value, description.decimals)


def _unit(unit: str) -> str:
    return f"{unit[:1].upper()}{unit[1:]}"
