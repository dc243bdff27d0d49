"""How a figure is counted, in Dutch: the formal definition for who does not read data."""

from __future__ import annotations

from socdom.dutch import listing
from socdom.editions.definition import Definition
from socdom.editions.model import Description
from socdom.editions.protection import ProtectionRecord
from socdom.narrative.counting_rules import counting_rule, known_kinds
from socdom.narrative.counting_words import TABLES, chosen_codes, in_period
from socdom.narrative.protection import protected_how

__all__ = ["counted_how", "known_kinds"]

_MOMENTS = {
    "stand": "Op de laatste dag van {period}.",
    "periode": "In {period}.",
    "jaar": "Van 1 januari tot en met {period}.",
}
_WHEN_OF_KIND = {
    "External": "Zo vaak als de bron publiceert.",
    "Population": "Op de eerste dag van het kwartaal.",
}


def counted_how(description: Description, rules: ProtectionRecord) -> tuple[tuple[str, str], ...]:
    """Heading and text of each part of the definition, in the order of reading; nothing without a definition.

    Args:
        rules: the thresholds that the part about protection names.
    """
    definition = description.definition
    if definition is None:
        return ()
    parts = (
        ("Wat we tellen", " ".join(counting_rule(definition))),
        ("Welke gegevens", _rows(definition)),
        ("Gedeeld door", _denominator(definition)),
        ("Wanneer", _when(description, definition)),
        ("Gebieden", _levels(definition)),
        ("Uitsplitsingen", _breakdowns(description)),
        ("Hoe zeker", _certainty(definition)),
        ("Bescherming", protected_how(description.protection, rules)),
    )
    return tuple((heading, text) for heading, text in parts if text)


def _rows(definition: Definition) -> str:
    """The rows that count, in words; "" where the rule itself says it."""
    chosen = definition.selection
    if chosen is None:
        return f"Reeks {series}." if (series := definition.parameters.get("series")) else ""
    told = [f"De {TABLES[chosen.table]}.", *(f"{item}." for item in chosen_codes(definition, chosen.where))]
    if chosen.ages:
        told.append(f"Leeftijd op de eerste dag van {in_period(definition)}: {_ages(chosen.ages)}.")
    if chosen.new_only:
        told.append("Alleen nieuwe hulp: daarvoor was er meer dan 90 dagen geen hulp.")
    return " ".join(told)


def _denominator(definition: Definition) -> str:
    per = definition.denominator
    if per is None:
        return ""
    day = "op 1 januari" if definition.every == "jaar" else "op de eerste dag van het kwartaal"
    if per.of == "huishoudens":
        return f"Alle huishoudens {day}."
    if per.ages in (None, (0, None)):
        return f"Alle inwoners {day}."
    return f"De inwoners van {_ages(per.ages)}, {day}."


def _ages(ages: tuple[int, int | None]) -> str:
    first, last = ages
    return f"{first} jaar en ouder" if last is None else f"{first} tot en met {last} jaar"


def _when(description: Description, definition: Definition) -> str:
    if told := _WHEN_OF_KIND.get(definition.kind):
        return told
    if definition.parameters.get("what") == "budget":
        return "Voor het hele jaar."
    told = _MOMENTS[description.moment].format(period=in_period(definition))
    if definition.every == "jaar" and description.moment != "stand":
        return f"{told} We tellen het hele jaar opnieuw: kwartalen mag u niet bij elkaar optellen."
    return told


def _levels(definition: Definition) -> str:
    told = f"{listing(definition.levels).capitalize()}."
    of_people = definition.selection is not None or definition.kind == "Overlap"
    if not of_people or "wijk" not in definition.levels:
        return told
    return f"{told} Iemand telt in de wijk van het laatste adres in {in_period(definition)}."


def _breakdowns(description: Description) -> str:
    told = [f"{item.title}: {'; '.join(item.labels.values())}." for item in description.dimensions.values()]
    return " ".join(told)


def _certainty(definition: Definition) -> str:
    if definition.kind == "External":
        return "Zoals de bron het zegt."
    told = []
    if definition.incomplete:
        told.append(f"{_newest(definition, definition.incomplete)} nog onvolledig.")
    if definition.provisional > definition.incomplete:
        told.append(f"{_newest(definition, definition.provisional)} nog niet definitief.")
    return " ".join(told) or "Elk cijfer is meteen definitief."


def _newest(definition: Definition, count: int) -> str:
    if count == 1:
        return f"Het nieuwste {definition.every} is"
    plural = "kwartalen" if definition.every == "kwartaal" else "jaren"
    return f"De nieuwste {count} {plural} zijn"
