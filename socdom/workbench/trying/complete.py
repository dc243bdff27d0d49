"""What a definition still lacks before it can be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socdom import dutch
from socdom.editions.model import Description
from socdom.indicators import catalogue
from socdom.measures.definition import Break, Event
from socdom.measures.indicator import Indicator
from socdom.plain_language import Gravity, Remark, Text, Voice, check


@dataclass(frozen=True)
class Step:
    """Something that must be so: what, whether it is, and what to do when it is not."""

    name: str
    done: bool
    remedy: str = ""


def steps(indicator: Indicator, today: date) -> tuple[Step, ...]:
    """What must be done, in order."""
    remarks = text_remarks(indicator)
    found = "; ".join(f"“{item.found}”: {item.why} {item.proposal}".rstrip() for item in remarks)
    return (
        Step(
            "De controle is niet te laat",
            indicator.next_review >= today,
            f"Bekijk de definitie opnieuw en zet `next_review` later dan {dutch.day(today)}.",
        ),
        Step(
            "De controle ligt niet in de toekomst",
            indicator.reviewed <= today,
            "Zet `reviewed` op de dag van de laatste controle.",
        ),
        Step("De teksten zijn duidelijk", not remarks, found),
        Step(
            "Er staan valkuilen bij", bool(indicator.pitfalls), "Schrijf op wat een lezer fout kan begrijpen."
        ),
        Step(
            "De indicator staat in de catalogus",
            catalogue().get(indicator.id) == indicator,
            "Bewaar de definitie met .save(), en start de kernel opnieuw.",
        ),
    )


def text_remarks(indicator: Indicator) -> tuple[Remark, ...]:
    """What is wrong with the Dutch of a definition, as `socdom taalcheck` says it."""
    found = check(list(_texts(indicator)))
    return tuple(remark for remark in found if remark.gravity is Gravity.FAULT)


def _texts(indicator: Indicator) -> Iterator[Text]:
    named = {name: getattr(indicator, name) for name in ("title", "short", "why", "reading")}
    named |= {f"pitfalls {number}": text for number, text in enumerate(indicator.pitfalls, start=1)}
    told: list[Break | Event] = [*indicator.breaks, *indicator.events]
    for item in told:
        named |= {f"{item.period}: {item.label}": item.text}
    for name, text in named.items():
        yield Text(name, 0, text, Voice.FIXED)
    description = Description.model_validate(indicator.describe())
    yield Text("says", 0, f"{indicator.says.format(description.text(12.3, words=True))}.", Voice.FIXED)
