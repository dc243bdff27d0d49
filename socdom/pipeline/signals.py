"""Follow-up and baselines of the parameters → what the edition holds of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from socdom.editions.additions import SignalsRecord
from socdom.editions.model import AreaRecord, Description
from socdom.editions.register import BaselineRecord, RegisterRecord, RegisterStep
from socdom.errors import Fault, ParameterError
from socdom.judgement.model import Rule
from socdom.near_names import meant
from socdom.parameters.models import Profile
from socdom.parameters.opvolging import Opvolging
from socdom.parameters.signalen import FILE_NAME, FOLDER_NAME, Basis, Signalen

RULES = {
    "buiten_de_grenzen": Rule.OUTSIDE,
    "zeven_dezelfde_kant_op": Rule.TREND,
    "twee_van_drie": Rule.TWO_OF_THREE,
    "zeven_aan_een_kant": Rule.SHIFT,
    "lange_reeks": Rule.LONG_RUN,
    "weinig_wisselingen": Rule.FEW_CROSSINGS,
}
# A quarter, in days: the figures of the next quarter come that much later.
UNTIL_THE_NEXT = timedelta(days=92)
RULE_NAMES = {rule: name for name, rule in RULES.items()}


def record_of(
    signalen: Signalen,
    descriptions: Iterable[Description],
    areas: Iterable[AreaRecord],
    *,
    period: str,
    until: date | None,
    profile: Profile,
) -> SignalsRecord:
    """What the edition holds of follow-up and baselines.

    What is about a quarter after that of the edition is left out, and what was done after `until`: an edition that is
    made again tells what it told. A step that is a draft is left out too. Under "zonder duiding" the texts are.

    Args:
        signalen: as the parameters hold them.
        descriptions, areas: of the edition.
        period: quarter of the edition.
        until: last day of steps and decisions that belong to it; None for all.
        profile: of the municipality.

    Raises:
        ParameterError: a signal or baseline names an indicator or area that the edition has not; all faults at once.
    """
    known = {description.id for description in descriptions}
    codes = {area.code for area in areas}
    faults = [
        *(
            fault
            for item in signalen.opvolging
            for fault in _unknown(item, f"{FOLDER_NAME}/{item.bestand}", known, codes)
        ),
        *(
            fault
            for number, item in enumerate(signalen.basis)
            for fault in _unknown(item, f"{FILE_NAME}, basis.{number}", known, codes)
        ),
    ]
    if faults:
        raise ParameterError(faults)
    texts = profile == "met duiding"
    last = until or date.max
    followed = (_followed(item, last, texts) for item in signalen.opvolging if item.sinds <= period)
    return SignalsRecord(
        followed=tuple(record for record in followed if record.steps),
        baselines=tuple(
            _baseline(item, texts) for item in signalen.basis if item.tot <= period and item.wanneer <= last
        ),
    )


def last_day(kind: Literal["kwartaal", "actueel"], figures_as_of: date) -> date | None:
    """Last day of what belongs to an edition; None for the current one, which tells all that was done.

    A quarter's edition is about what was done until the figures of the next quarter are there.
    """
    return None if kind == "actueel" else figures_as_of + UNTIL_THE_NEXT


def drafts(signalen: Signalen) -> tuple[str, ...]:
    """Dutch sentences: which files hold a step that is still to be filled in, and is not published."""
    names = (item.bestand for item in signalen.opvolging if any(step.concept for step in item.stappen))
    return tuple(
        f"In {FOLDER_NAME}/{name} is een stap nog niet ingevuld. Die stap staat niet in de editie."
        for name in names
    )


def _unknown(item: Opvolging | Basis, place: str, known: set[str], codes: set[str]) -> Iterator[Fault]:
    if item.indicator not in known:
        rule = f"dit cijfer staat niet in deze editie: {item.indicator}"
        yield Fault(f"{place}, indicator", rule, remedy=meant(item.indicator, known))
    if item.gebied and item.gebied not in codes:
        yield Fault(f"{place}, gebied", f"dit gebied staat niet in deze editie: {item.gebied}")


def _followed(item: Opvolging, last: date, texts: bool) -> RegisterRecord:
    return RegisterRecord(
        indicator=item.indicator,
        area=item.gebied,
        rule=RULES[item.regel].value,
        direction=item.richting,
        since=item.sinds,
        steps=tuple(
            RegisterStep(day=step.dag, state=step.staat, role=step.rol, text=step.tekst if texts else "")
            for step in item.stappen
            if not step.concept and step.dag <= last
        ),
    )


def _baseline(item: Basis, texts: bool) -> BaselineRecord:
    return BaselineRecord(
        indicator=item.indicator,
        area=item.gebied,
        first=item.van,
        last=item.tot,
        who=item.wie,
        when=item.wanneer,
        why=item.waarom if texts else "",
        answers=item.answers if texts else {},
    )
