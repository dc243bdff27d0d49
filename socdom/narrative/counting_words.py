"""Words of a definition: dates, units and codes by their Dutch names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socdom.dutch import number
from socdom.editions.definition import Definition

_UNITS = {"persons": "personen", "households": "huishoudens"}
TABLES = {
    "applications": "aanvragen",
    "benefits": "uitkeringen",
    "debt_signals": "signalen van een achterstand",
    "debt_trajectories": "trajecten schuldhulp",
    "declarations": "declaraties",
    "persons": "cliënten",
    "provisions": "voorzieningen",
    "reintegrations": "re-integratievoorzieningen",
}
# Dates of the tables, as a moment that something lasts from or to.
MOMENTS = {
    "birth_date": "de geboorte",
    "assigned": "het besluit over de hulp",
    "contacted": "het contact",
    "decided": "het besluit",
    "end": "het einde",
    "received": "de ontvangst",
    "registered": "de aanmelding",
    "service_start": "de hulp",
    "start": "het begin",
}
DATES = {
    "birth_date": "geboortedatum",
    "assigned": "datum van toewijzing",
    "contacted": "datum van contact",
    "decided": "datum van het besluit",
    "end": "einddatum",
    "received": "datum van ontvangst",
    "registered": "datum van aanmelding",
    "service_start": "datum van de hulp",
    "start": "begindatum",
}
CODES = {
    "category": "Soort",
    "change_reason": "Reden van wijziging",
    "end_reason": "Reden van het einde",
    "form": "Leveringsvorm",
    "kind": "Soort achterstand",
    "law": "Wet",
    "outcome": "Uitkomst",
    "provider": "Aanbieder",
    "referrer": "Verwijzer",
    "result": "Uitkomst van het contact",
    "sex": "Geslacht",
    "unit": "Eenheid",
}


def in_period(definition: Definition) -> str:
    """ "het kwartaal" or "het jaar"."""
    return f"het {definition.every}"


def day_of(column: str) -> str:
    """ "begindatum", of a column with a date."""
    return DATES[column]


def rows_of(definition: Definition) -> str:
    """The rows of the table by their name: "voorzieningen"."""
    assert definition.selection is not None
    return TABLES[definition.selection.table]


def unit_of(definition: Definition) -> str:
    """What is counted: personen, huishoudens, or the rows of the table by their name."""
    of = definition.parameters.get("of", "persons")
    if of == "rows" and definition.selection is not None:
        return rows_of(definition)
    return _UNITS[of]


def from_of(d: Definition) -> str:
    """The moment that something lasts from: "de ontvangst"."""
    return MOMENTS[d.parameters["from"]]


def to_of(d: Definition) -> str:
    """The moment that something lasts to: "het besluit"."""
    return MOMENTS[d.parameters["to"]]


def term_of(d: Definition) -> str:
    """The term: "56 dagen"."""
    return f"{number(d.parameters['days'])} dagen"


def chosen_codes(definition: Definition, where: Mapping[str, Any]) -> tuple[str, ...]:
    """ "Soort: 35 Pleegzorg; 36 Gezinsgerichte hulp", for each column of codes."""
    return tuple(
        f"{CODES[column]}: {'; '.join(labelled(definition, column, code) for code in _several(codes))}"
        for column, codes in where.items()
    )


def _several(codes: Any) -> tuple[str, ...]:
    return (codes,) if isinstance(codes, str) else tuple(codes)


def labelled(definition: Definition, column: str, code: str) -> str:
    """A code with its label; only the label where the code is a word itself."""
    label = definition.labels.get(column, {}).get(code, "")
    if not label:
        return code or "niet ingevuld"
    return f"{code} {label}" if code.isdigit() else label
