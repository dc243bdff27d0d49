"""From the rows that are left to the numbers of a figure: counted once more, and held against the engine."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np

from socdom.errors import Fault, SocdomError
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.kinds.amount import CENTS_PER_EURO, Amount
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.statistics import DAYS_PER_UNIT
from socdom.measures.kinds.volumes import PARTS, volume_in_parts
from socdom.workbench.explaining import words
from socdom.workbench.explaining.chain import Chain, Question, Step, chain_of, units

NAN = float("nan")


class ChainError(SocdomError):
    """The steps do not end in the figure of the engine: a fault of socdom itself."""

    exit_code = 70
    heading = "De uitleg klopt niet met het cijfer"


class Counted(Protocol):
    """What is held against the engine; attributes as of `Outcome`."""

    @property
    def numerator(self) -> float: ...

    @property
    def denominator(self) -> float: ...

    @property
    def value(self) -> float: ...

    @property
    def base(self) -> float: ...

    @property
    def parted(self) -> bool: ...


@dataclass(frozen=True)
class Outcome:
    """A figure as its steps give it, before protection.

    Attributes:
        chain: the steps, with those that the kind adds.
        numerator, denominator, value: as of a figure; NaN for what it does not have.
        base: persons or cases behind it.
        euros: name → euros that say where an amount comes from.
        parted: whether the figure is a part of a change, which its own steps do not give.
    """

    chain: Chain
    numerator: float
    denominator: float
    value: float
    base: float
    euros: Mapping[str, float]
    parted: bool = False


def outcome_of(question: Question) -> Outcome:
    """The figure of a kind that counts rows of persons, from its steps."""
    chain = chain_of(question)
    found = _found(question, chain)
    per = question.indicator.per
    if per is not None:
        found = replace(found, denominator=inhabitants(question, per))
    return found if not math.isnan(found.value) else replace(found, value=_value(found, question))


def _value(found: Outcome, question: Question) -> float:
    if isinstance(question.indicator.measure, (Duration, OpenAge)):
        return NAN
    if math.isnan(found.denominator):  # of what is divided by something unknown there is no value
        return found.numerator if question.indicator.per is None else NAN
    scale = question.indicator.scale
    return found.numerator * scale / found.denominator if found.denominator else NAN


def _found(question: Question, chain: Chain) -> Outcome:
    measure = question.indicator.measure
    if isinstance(measure, (Amount, AmountPerPerson, UnitPrice, AmountChange, Concentration)):
        return _money(question, measure, chain)
    if isinstance(measure, (Duration, OpenAge)):
        return _days(question, measure, chain)
    if isinstance(measure, (Share, ShareWithin, OpenBeyond)):
        return _part_of_cases(question, measure, chain)
    if isinstance(measure, Reentry):
        return _returned(measure, chain)
    if isinstance(measure, Overlap):
        return _several(measure, chain)
    if isinstance(measure, OpenCount):
        return _of_count(chain, len(chain.spans))
    return _of_units(measure, chain)


def _of_count(chain: Chain, count: int) -> Outcome:
    return Outcome(chain, count, NAN, NAN, count, {})


def _of_part(chain: Chain, part: int, whole: int) -> Outcome:
    return Outcome(chain, part, whole, NAN, whole, {})


def _of_units(measure: Any, chain: Chain) -> Outcome:
    """Each person, household or row once."""
    count, of = units(chain.spans), words.unit_of(measure)
    if of == "rijen":
        return _of_count(chain, count)
    return _of_count(chain.with_steps(Step(f"Elk van de {of} telt één keer", count, of)), count)


def _returned(measure: Reentry, chain: Chain) -> Outcome:
    of = words.unit_of(measure)
    begun, returned = units(chain.spans), units(chain.spans, chain.spans.value == 1)
    text = f"De vorige keer eindigde hooguit {measure.within_days} dagen daarvoor"
    longer = chain.with_steps(Step(f"Elk van de {of} telt één keer", begun, of), Step(text, returned, of))
    return _of_part(longer, returned, begun) if measure.share else _of_count(longer, returned)


def _several(measure: Overlap, chain: Chain) -> Outcome:
    size = np.array([int(members).bit_count() for members in chain.rows["members"]], dtype=np.int64)
    enough = size[chain.spans.row] >= measure.at_least
    several, of = units(chain.spans, enough), words.unit_of(measure)
    longer = chain.with_steps(Step(f"Hulp onder minstens {measure.at_least} wetten", several, of))
    return _of_part(longer, several, units(chain.spans)) if measure.share else _of_count(longer, several)


def _part_of_cases(question: Question, measure: Any, chain: Chain) -> Outcome:
    if isinstance(measure, OpenBeyond):
        has = _ages(question, chain) > measure.days
        text = f"Langer dan {measure.days} dagen open"
    else:
        has = chain.spans.value == 1
        text = "Met het kenmerk dat geteld wordt"
        if isinstance(measure, ShareWithin):
            text = f"Het duurde hooguit {measure.days} dagen"
    part = int(has.sum())
    return _of_part(chain.with_steps(Step(text, part)), part, len(chain.spans))


def _ages(question: Question, chain: Chain) -> np.ndarray:
    """Days from the first date of each open case to the last day of the period."""
    return question.calendar.last_days[question.position] - chain.spans.value


def _days(question: Question, measure: Any, chain: Chain) -> Outcome:
    days = _ages(question, chain) if isinstance(measure, OpenAge) else chain.spans.value
    ordered = sorted(int(item) for item in days)
    value = NAN
    if ordered:
        ranked = ordered[-(-9 * len(ordered) // 10) - 1]
        value = statistics.median(ordered) if measure.statistic == "mediaan" else ranked
    return Outcome(chain, NAN, NAN, value / DAYS_PER_UNIT[measure.unit], len(ordered), {})


def _money(question: Question, measure: Any, chain: Chain) -> Outcome:
    persons = len(np.unique(chain.spans.person))
    longer = chain.with_steps(Step("Elk van de personen telt één keer", persons, "personen"))
    euros = _cents(chain) / CENTS_PER_EURO
    found = Outcome(longer, euros, NAN, NAN, persons, {"Som van de bedragen": euros})
    if isinstance(measure, AmountPerPerson):
        return replace(found, denominator=persons)
    if isinstance(measure, UnitPrice):
        volume = int(volume_in_parts(chain.rows)[chain.spans.row].sum())
        return replace(found, denominator=max(volume, 0) / PARTS)
    if isinstance(measure, Concentration):
        return _of_largest(measure, found, chain)
    return _change(question, found) if isinstance(measure, AmountChange) else found


def _cents(chain: Chain) -> int:
    return int(chain.spans.value.sum())


def _of_largest(measure: Concentration, found: Outcome, chain: Chain) -> Outcome:
    provider = chain.rows["provider"].astype("str").to_numpy()[chain.spans.row]
    cents: dict[str, int] = {}
    for name, amount in zip(provider, chain.spans.value, strict=True):
        cents[name] = cents.get(name, 0) + int(amount)
    above = sorted((amount for amount in cents.values() if amount > 0), reverse=True)
    if len(above) <= measure.top:
        return replace(found, numerator=0, denominator=0, euros={})
    top, total = (sum(part) / CENTS_PER_EURO for part in (above[: measure.top], above))
    told = {f"Naar de {measure.top} grootste aanbieders": top, "Naar alle aanbieders": total}
    return replace(found, numerator=top, denominator=total, euros=told)


def _change(question: Question, found: Outcome) -> Outcome:
    """What is more than a year earlier; of volume, price or mix only the whole change is counted here."""
    whole = replace(question, dimension="", category="")
    before = whole.before()
    if before is None:
        return replace(found, numerator=NAN, base=NAN, euros={})
    earlier = chain_of(before)
    then = _cents(earlier) / CENTS_PER_EURO
    now = found.numerator
    base = min(found.base, len(np.unique(earlier.spans.person)))
    told = {"Nu": now, "Een jaar eerder": then, "Verschil": now - then}
    return replace(found, numerator=now - then, base=base, euros=told, parted=bool(question.dimension))


def inhabitants(question: Question, per: Inhabitants | Households) -> float:
    """Inhabitants or households on the first day of the period, added up from the table; NaN without any row."""
    if isinstance(per, Households):
        table, column = question.tables.households, "households"
    else:
        low, high = per.age_from, per.age_to
        ages = DIMENSIONS[question.dimension].ages if question.dimension else {}
        if ages:
            low, high = max(low, ages[question.category][0]), min(high, ages[question.category][1])
        table, column = question.tables.population, "persons"
        table = table[table["age_from"].ge(low) & table["age_to"].le(high)]
    quarter = int(question.calendar.first_quarters[question.position])
    table = table[table["quarter"].eq(quarter)]
    if question.area.level != "gemeente":
        table = table[table["area"].isin(_below(question))]
    return float(table[column].sum()) if len(table) else NAN


def _below(question: Question) -> set[str]:
    """Codes of the area and of all that lie in it."""
    parents = {area.code: area.parent for area in question.areas}
    found = {question.area.code}
    while more := {code for code, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def require_equal(found: Counted, figure: Mapping[str, Any], place: str) -> None:
    """Hold what the steps give against the figure of the engine.

    Raises:
        ChainError: they differ; neither is told.
    """
    names: Sequence[str] = ("base",) if found.parted else ("numerator", "denominator", "value", "base")
    wrong = [name for name in names if not _same(getattr(found, name), figure[name])]
    if wrong:
        rule = f"de stappen geven een ander getal dan het cijfer ({', '.join(wrong)})"
        raise ChainError(Fault(place, rule, remedy="Meld dit aan wie socdom maakt, met deze regel."))


def _same(left: float, right: float) -> bool:
    both = math.isnan(left) and math.isnan(right)
    return both or math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)
