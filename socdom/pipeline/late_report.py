"""completeness: how declarations come in, and how good the estimate is; for the analyst, not to be shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from socdom import dutch
from socdom.errors import Fault, ParameterError
from socdom.measures.code_labels import code_labels
from socdom.measures.late_amounts import LateAmounts, fewest_clients
from socdom.measures.late_backtest import back_test
from socdom.measures.late_estimate import (
    FEWEST_ERRORS,
    FEWEST_ORIGINS,
    WITH_PRIOR,
    Estimate,
    estimate,
    past_errors,
    pattern_of,
    pools,
)
from socdom.measures.selection import Selection
from socdom.parameters import Places
from socdom.parameters.declaraties import Declaraties
from socdom.pipeline.figures import later_starts_of
from socdom.pipeline.inputs import current_inputs, quarter_inputs
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.late_coming import LAWS, LEVEL, first_of_laws, law_amounts
from socdom.pipeline.late_vintages import kept_sums
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.taking_in import taken_in
from socdom.quarters import Quarter
from socdom.stats.mack import mack
from socdom.stats.past_errors import interval
from socdom.tables import Tables, as_known_on

FEWEST_CLIENTS = 10
_AGES = 4
_NAMES = {"wmo": "Wmo", "jeugd": "Jeugdwet"}
_METHODS = {"bornhuetter_ferguson": "Bornhuetter-Ferguson", "ketenladder": "de ketenladder"}
_HEADING = "Leeftijd in kwartalen, aan het eind van een kwartaal gemeten tot de dag van de cijfers"


@dataclass(frozen=True)
class LateReport:
    """How complete declarations are; of the person-level zone, its figures are not protected."""

    text: str


def completeness(
    gemeente: str, kwartaal: str = "", *, places: Places | None = None, progress: Progress = silent
) -> LateReport:
    """Show per law and product group how declarations come in, and test the estimates; writes nothing.

    Args:
        kwartaal: as "2020Q4"; "" takes the newest quarter that has ended.

    Raises:
        ParameterError: the municipality has no own deliveries, or its parameters are not valid.
        DeliveryError: the deliveries are refused.
    """
    places = places or Places.from_environment()
    inputs = quarter_inputs(places, gemeente, kwartaal) if kwartaal else current_inputs(places, gemeente)
    if not inputs.gemeente.bronnen.leveringen:
        raise ParameterError(
            Fault(
                f"parameters/{gemeente}",
                "deze gemeente heeft geen eigen leveringen met declaraties",
                remedy="Kies een gemeente met eigen leveringen, of zet bronnen.leveringen aan in gemeente.yml.",
            )
        )
    intake = taken_in(places, gemeente, inputs.gemeente, inputs.supply, progress, quarter=inputs.quarter)
    as_of = inputs.kwartaal.cijfers_per
    tables = as_known_on(intake.require(), as_of)
    earlier = kept_sums(vintages_home(places, gemeente), as_of)
    first = first_of_laws(Quarter.parse(inputs.gemeente.bronnen.leveringen_vanaf), later_starts_of(inputs))
    lines = [f"Cijfers tot en met {dutch.day(as_of)}. {_HEADING}."]
    for law in LAWS:
        late = law_amounts(
            tables, law, first[law], inputs.quarter, as_of, inputs.gemeente.declaraties, earlier
        )
        lines += ["", *law_lines(tables, late, law, inputs.gemeente.declaraties)]
    return LateReport("\n".join(lines))


def law_lines(tables: Tables, late: LateAmounts, law: str, declaraties: Declaraties) -> Iterator[str]:
    """The report on one law: completeness per product group, what is expected, and how good that was."""
    last = late.first + late.origins - 1
    yield f"{_NAMES[law]}: hulp van {late.first} tot en met {last}, {_told_by(late)}."
    if not late.lines.size or not np.nansum(late.lines):
        yield "Er zijn geen declaraties."
        return
    for item in declaraties.breuken:
        if item.wet == law:
            yield f"Breuk in de facturering vanaf {item.vanaf}: {item.waarom}"
    if late.origins < FEWEST_ORIGINS:
        yield f"Er is geen schatting: er zijn {late.origins} kwartalen, en er zijn er {FEWEST_ORIGINS} nodig."
        return
    yield from _groups(tables, late, law)
    for age in range(WITH_PRIOR):
        yield from _expected(late, age)
    yield from _standard_error(late)


def _told_by(late: LateAmounts) -> str:
    return f"naar {late.kept} bewaarde leveringen" if late.kept else "naar de dag van ontvangst"


def _groups(tables: Tables, late: LateAmounts, law: str) -> Iterator[str]:
    """Completeness by age of each pool, and of the law, with the factors of the law."""
    labels = code_labels("declarations", "category", (law,))
    ages = range(min(_AGES, late.cents.shape[2]))
    yield f"{'Volledig in procenten':<44}" + "".join(f"{age:>8}" for age in ages)
    chosen = Selection("declarations", {"law": law})
    few: list[str] = []
    starred = False
    for pool in pools(late):
        names = [f"{late.groups[at]} {labels.get(late.groups[at], '')}".strip() for at in pool.members]
        if fewest_clients(tables, chosen, late, pool.members) < FEWEST_CLIENTS:
            few += names
            continue
        name = names[0] if len(names) == 1 else f"Samen: {', '.join(late.groups[at] for at in pool.members)}"
        part = pattern_of(late, pool.pattern)[1]
        mark = "" if pool.pattern == pool.members else " *"
        starred |= bool(mark)
        yield f"  {f'{name:.40}{mark}':<42}" + "".join(f"{_percent(part[age]):>8}" for age in ages)
    grown, part = pattern_of(late, tuple(range(len(late.groups))))
    yield f"  {'Alles':<42}" + "".join(f"{_percent(part[age]):>8}" for age in ages)
    yield f"  {'Groeifactor naar de volgende leeftijd':<42}" + "".join(
        f"{dutch.number(grown[age], 3) if age < len(grown) else '':>8}" for age in ages
    )
    if starred:
        yield "  * Te weinig declaraties: het patroon van de hele wet."
    if few:
        yield f"  Minder dan {FEWEST_CLIENTS} cliënten in een kwartaal, dus niet getoond: {', '.join(few)}."


def _expected(late: LateAmounts, age: int) -> Iterator[str]:
    """What is expected of the quarter of an age, by both methods, with their test on earlier quarters."""
    quarter = late.first + late.origins - 1 - age
    methods = {
        found.method: (found, prior) for prior in (False, True) if (found := estimate(late, age, prior=prior))
    }
    if not methods:
        yield f"{quarter}: er is geen schatting."
    for method, (found, prior) in sorted(methods.items()):
        yield f"{quarter} met {_METHODS[method]}: {_told(found)}{_bounds(late, age, found, prior)}."
        tested = back_test(late, age, LEVEL, prior=prior)
        if tested.estimates:
            yield f"  {tested.estimates} eerdere schattingen zaten er gemiddeld {_percent(tested.mape)}% naast."
        if tested.intervals:
            yield f"  De uitkomst lag {tested.covered} van de {tested.intervals} keer binnen de marge van toen."


def _told(found: Estimate) -> str:
    observed, final = dutch.euro(found.observed / 100), dutch.euro(found.final / 100).rstrip(".")
    return f"nu {observed.rstrip('.')}, verwacht {final}"


def _bounds(late: LateAmounts, age: int, found: Estimate, prior: bool) -> str:
    errors = past_errors(late, age, prior=prior)
    if len(errors) < FEWEST_ERRORS:
        return f" (zonder marge: {len(errors)} eerdere schattingen, {FEWEST_ERRORS} nodig)"
    low, high = (found.final / 100 * factor / 1e6 for factor in interval(errors, LEVEL))
    return f", in 8 van de 10 keer tussen {dutch.number(low, 2)} en {dutch.number(high, 2)} miljoen"


def _standard_error(late: LateAmounts) -> Iterator[str]:
    """Mack's standard error of the newest quarter, over the quarters that were followed through all ages."""
    ages = late.cents.shape[2]
    square = late.cents.sum(axis=0)[-ages:]
    found = mack(square)
    if found is not None:
        yield f"  Standaardfout van de ketenladder (Mack): {dutch.euro(found.by_origin[-1] / 100)}"


def _percent(part: float) -> str:
    return dutch.number(100 * part, 1)
