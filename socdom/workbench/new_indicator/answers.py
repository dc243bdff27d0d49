"""Answers to questions about a new indicator → its definition; all that is wrong with them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from socdom.errors import DefinitionError, Fault
from socdom.indicators import catalogue
from socdom.measures.definition import SCALE_OF_FORMAT
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.selection import Selection
from socdom.near_names import near, perhaps
from socdom.workbench import kinds
from socdom.workbench.trying.deriving import like

Answers = Mapping[str, str | Sequence[str]]

_PER = re.compile(r"inwoners(?: (\d+)(?:-(\d+))?)?")


@dataclass(frozen=True)
class Question:
    """Something that is asked.

    Attributes:
        name: of the option, and of the line in a file of answers.
        text: the question.
        needed: without an answer there is no definition.
        several: can be answered more than once.
        field: of `Indicator` that the answer is, as it is; "" when it must be worked out.
    """

    name: str
    text: str
    needed: bool = False
    several: bool = False
    field: str = ""


QUESTIONS = (
    Question("id", "Hoe heet het bestand? Kleine letters, bijvoorbeeld wmo_rolstoel", True, field="id"),
    Question("titel", "Wat is de volledige naam?", True, field="title"),
    Question("zoals", "Op welke indicator lijkt het meest? Bijvoorbeeld wmo_clienten"),
    Question("soort", "Hoe telt u? Een soort, zoals PersonsActive; leeg: zoals die andere"),
    Question("tabel", "Uit welke tabel? Bijvoorbeeld `provisions`; leeg: zoals die andere"),
    Question("waar", "Welke codes tellen mee? Bijvoorbeeld law=wmo category=05+12", several=True),
    Question("leeftijd", "Welke leeftijd telt mee? Bijvoorbeeld 0-17; leeg: zoals die andere"),
    Question("instelling", "Andere keuzes van de soort? Bijvoorbeeld days=28", several=True),
    Question("per", "Waardoor deelt u? inwoners, inwoners 18-64, huishoudens of geen"),
    Question("thema", "Onder welk thema? Bijvoorbeeld `wmo`", field="theme"),
    Question("groep", "Onder welk kopje? Bijvoorbeeld Gebruik", field="group"),
    Question("kort", "Wat is de korte naam, voor op een tegel?", field="short"),
    Question("eenheid", "Wat is de eenheid? Bijvoorbeeld per 1.000 inwoners", field="unit"),
    Question("notatie", "Hoe staat het getal er? Bijvoorbeeld aantal, procent of per_1000", field="format"),
    Question("zin", "Welke zin hoort erbij? Met {} voor het getal, zonder punt", True, field="says"),
    Question("uitsplitsing", "Welke uitsplitsingen? Bijvoorbeeld leeftijd", several=True),
    Question("waarom", "Waarom is dit cijfer er? In hele zinnen", True, field="why"),
    Question("leeswijzer", "Hoe leest u dit cijfer? In hele zinnen", True, field="reading"),
    Question("valkuil", "Wat kan een lezer fout begrijpen? In hele zinnen", True, several=True),
    Question("telling", "Wat telt u met de hand? Eén getal voor elke periode"),
)
_NAMES = {question.name: question for question in QUESTIONS}


def indicator_of(answers: Answers) -> Indicator:
    """The definition that follows from answers; what is not answered is as in the indicator it is like.

    Args:
        answers: name of a question → answer, or several.

    Raises:
        DefinitionError: all that is wrong.
    """
    given = {name: answer for name, answer in answers.items() if answer not in ("", (), [], None)}
    if faults := list(_faults(given)):
        raise DefinitionError(faults)
    base = _base(given)
    return like(base.id, **_changes(given, base))


def faults_of(question: Question, answers: Answers) -> list[Fault]:
    """What is wrong with the answer to one question, as far as that can be told without the others."""
    if not answers[question.name] and not question.needed:
        return []
    given = {name: answer for name, answer in answers.items() if answer}
    return [fault for fault in _faults(given) if fault.place == question.name]


def _faults(given: Answers) -> Iterator[Fault]:
    for name in given:
        if name not in _NAMES:
            yield Fault(name, "geen vraag die wij stellen", remedy=_choose(name, list(_NAMES)))
    for question in QUESTIONS:
        if question.needed and question.name not in given:
            yield Fault(question.name, "hier hoort een antwoord", remedy=_as_asked(question))
    if "zoals" not in given and "soort" not in given:
        yield Fault("zoals", "een indicator of een soort", remedy="Noem een indicator die erop lijkt.")
    known = {"zoals": list(catalogue()), "soort": list(kinds.__all__), "notatie": list(SCALE_OF_FORMAT)}
    for name, allowed in known.items():
        if name in given and given[name] not in allowed:
            rule = f"iets dat er is, gevonden: {given[name]!r}"
            yield Fault(name, rule, remedy=_choose(str(given[name]), allowed))
    for name in ("waar", "instelling"):
        for text in _several(given.get(name, ())):
            if not re.fullmatch(r"\w+=\S+", text):
                yield Fault(name, f"naam=waarde, gevonden: {text!r}", remedy="Schrijf bijvoorbeeld law=wmo.")
    if "per" in given and not (given["per"] in ("huishoudens", "geen") or _PER.fullmatch(str(given["per"]))):
        yield Fault(
            "per", f"gevonden: {given['per']!r}", remedy="Kies inwoners, inwoners 18-64, huishoudens of geen."
        )
    if "leeftijd" in given and not re.fullmatch(r"\d+-\d+", str(given["leeftijd"])):
        yield Fault("leeftijd", f"gevonden: {given['leeftijd']!r}", remedy="Schrijf bijvoorbeeld 0-17.")


def _as_asked(question: Question) -> str:
    return question.text if question.text.endswith("?") else f"{question.text}."


def _choose(text: str, allowed: Sequence[str]) -> str:
    return perhaps(near(text, allowed)) or f"Kies uit {', '.join(allowed[:25])}."


def _base(given: Answers) -> Indicator:
    """The indicator that the rest is taken from: the one that was named, or the first of the kind and table."""
    known = catalogue()
    if "zoals" in given:
        return known[str(given["zoals"])]
    kind, table = getattr(kinds, str(given["soort"])), given.get("tabel", "")
    same = [item for item in known.values() if type(item.measure) is kind]
    return next((item for item in same if item.measure.table == table), same[0])


def _changes(given: Answers, base: Indicator) -> dict[str, Any]:
    """Fields of the definition that differ from those of the base."""
    changes: dict[str, Any] = {
        question.field: given[question.name]
        for question in QUESTIONS
        if question.field and question.name in given
    }
    changes.setdefault("short", changes["title"])
    changes["pitfalls"] = tuple(_several(given.get("valkuil", ())))
    if "uitsplitsing" in given:
        changes["group_by"] = tuple(_several(given["uitsplitsing"]))
    changes |= _measure(given, base) | _per(given, base)
    if "format" in changes:
        changes["scale"] = SCALE_OF_FORMAT[changes["format"]]
    return changes


def _measure(given: Answers, base: Indicator) -> dict[str, Any]:
    """The way of counting, and what no longer fits when it is another one."""
    measure: Any = base.measure
    kind: Any = getattr(kinds, str(given["soort"])) if "soort" in given else type(measure)
    selection = getattr(measure, "selection", None)
    settings = {name: _setting(text) for name, text in _pairs(given.get("instelling", ()))}
    if selection is not None:
        selection = _selection(given, selection)
        settings["selection"] = selection
    own = {field.name for field in fields(kind)}
    kept = {field.name: getattr(measure, field.name) for field in fields(measure) if field.name in own}
    if unknown := [name for name in settings if name not in own]:
        remedy = f"{kind.__name__} kent {', '.join(sorted(own))}."
        raise DefinitionError(
            [Fault(f"instelling {name}", "geen keuze van deze soort", remedy=remedy) for name in unknown]
        )
    try:
        changed = kind(**kept | settings)
    except TypeError:  # a field of the other kind that has no default
        remedy = f"Noem ze met instelling: {', '.join(sorted(own - {'selection', *kept, *settings}))}."
        raise DefinitionError(Fault(kind.__name__, "deze soort vraagt meer", remedy=remedy)) from None
    other_kind = {"moment": changed.moments[0]} if kind is not type(base.measure) else {}
    other_rows = "tabel" in given and "uitsplitsing" not in given
    return {"measure": changed, **other_kind, **({"group_by": ()} if other_rows else {})}


def _selection(given: Answers, selection: Selection) -> Selection:
    """Other codes of the same rows; of another table only what was answered."""
    where = {name: _codes(text) for name, text in _pairs(given.get("waar", ()))}
    table = str(given.get("tabel", selection.table))
    ages = selection.ages
    if "leeftijd" in given:
        low, high = str(given["leeftijd"]).split("-")
        ages = int(low), int(high)
    old = selection.where if table == selection.table else {}
    return replace(selection, table=table, where={**old, **where}, ages=ages)


def _per(given: Answers, base: Indicator) -> dict[str, Any]:
    """What is divided by, and how that is written when nothing else was answered."""
    if "per" not in given:
        return {}
    text = str(given["per"])
    if text == "geen":
        unit = given.get("eenheid", base.counted or base.unit)
        form = given.get("notatie", "aantal")
        return {"per": None, "format": form, "unit": unit, "decimals": 0, "basis": ""}
    form = given.get("notatie", base.format if base.format.startswith("per_") else "per_1000")
    number = f"{SCALE_OF_FORMAT[str(form)]:,}".replace(",", ".")
    of = "huishoudens" if text == "huishoudens" else "inwoners"
    unit = given.get("eenheid", f"per {number} {of}")
    return {"per": _denominator(text), "format": form, "unit": unit, "basis": unit}


def _denominator(text: str) -> Inhabitants | Households:
    if text == "huishoudens":
        return Households()
    found = _PER.fullmatch(text)
    assert found is not None
    return Inhabitants(*(int(age) for age in found.groups() if age is not None))


def _pairs(texts: str | Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in _several(texts):
        name, _, value = text.partition("=")
        yield name, value


def _several(texts: str | Sequence[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def _codes(text: str) -> str | tuple[str, ...]:
    codes = tuple(text.split("+"))
    return codes[0] if len(codes) == 1 else codes


def _setting(text: str) -> Any:
    if text in ("ja", "nee"):
        return text == "ja"
    return int(text) if text.isdigit() else text
