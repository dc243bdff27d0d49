"""Goals, promises and motions of the parameters, held against the indicators of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from socdom import dutch
from socdom.editions.goals import GoalRecord, GoalsRecord, PromiseRecord
from socdom.editions.model import THEMES, Description
from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters.doelen import FILE_NAME, Afspraak, Doel, Doelen, item_place
from socdom.parameters.models import Profile

_Kind = Literal["toezegging", "motie"]
_OTHER = "Kies een cijfer uit de catalogus van deze gemeente."


def checked_goals(
    doelen: Doelen, slug: str, profile: Profile, descriptions: Sequence[Description], yearly: frozenset[str]
) -> GoalsRecord:
    """The record that goes into an edition.

    Under the profile "zonder duiding" the free text of promises and motions stays behind.

    Args:
        doelen: as read from `doelen.yml`.
        slug: folder of the municipality, for messages.
        profile: of the municipality.
        descriptions: of every indicator of the edition.
        yearly: those with figures of years.

    Raises:
        ParameterError: an indicator or theme that the edition has not, or a target that cannot be; all at once.
    """
    known = {description.id: description for description in descriptions}
    agreed: tuple[tuple[str, _Kind, Sequence[Afspraak]], ...] = (
        ("toezeggingen", "toezegging", doelen.toezeggingen),
        ("moties", "motie", doelen.moties),
    )
    faults = [
        fault for at, doel in enumerate(doelen.doelen) for fault in _goal_faults(doel, at, known, yearly)
    ]
    for part, _, items in agreed:
        faults += [fault for at, item in enumerate(items) for fault in _promise_faults(item, part, at, known)]
    if faults:
        name = f"parameters/{slug}/{FILE_NAME}"
        raise ParameterError([Fault(f"{name}, {f.place}", f.rule, remedy=f.remedy) for f in faults])
    return GoalsRecord(
        goals=tuple(_goal(doel) for doel in doelen.doelen),
        promises=tuple(
            _promise(kind, item, with_text=profile == "met duiding")
            for _, kind, items in agreed
            for item in items
        ),
    )


def _goal(doel: Doel) -> GoalRecord:
    return GoalRecord(
        goal=doel.doel,
        indicator=doel.indicator,
        target=doel.streefwaarde,
        by=doel.op,
        direction=doel.richting,
        document=doel.document,
        page=doel.bladzijde,
        decided=doel.besloten,
    )


def _promise(kind: _Kind, item: Afspraak, *, with_text: bool) -> PromiseRecord:
    return PromiseRecord(
        kind=kind,
        number=item.nummer,
        title=item.titel,
        day=item.datum,
        state=item.stand,
        state_day=item.stand_op,
        text=item.tekst if with_text else "",
        indicator=item.indicator,
        theme=item.thema,
        document=item.document,
    )


def _goal_faults(
    doel: Doel, at: int, known: Mapping[str, Description], yearly: frozenset[str]
) -> Iterator[Fault]:
    place = item_place("doelen", at)
    if not doel.indicator:
        return
    if doel.indicator not in known:
        yield _unknown(f"{place}, indicator", "cijfer", doel.indicator, known, _OTHER)
        return
    if doel.streefwaarde is None:
        return
    description = known[doel.indicator]
    if rule := _impossible(description, doel.streefwaarde):
        yield Fault(f"{place}, streefwaarde", rule)
    if "Q" in doel.op and doel.indicator in yearly:
        yield Fault(
            f"{place}, op",
            "dit cijfer is er per jaar, dus hier hoort een jaar",
            remedy=f"Schrijf {doel.op[:4]}.",
        )


def _promise_faults(item: Afspraak, part: str, at: int, known: Mapping[str, Description]) -> Iterator[Fault]:
    place = item_place(part, at)
    if item.indicator and item.indicator not in known:
        yield _unknown(f"{place}, indicator", "cijfer", item.indicator, known, _OTHER)
    if item.thema and item.thema not in THEMES:
        yield _unknown(f"{place}, thema", "thema", item.thema, THEMES, f"Kies uit: {', '.join(THEMES)}.")


def _unknown(place: str, what: str, name: str, known: Iterable[str], otherwise: str) -> Fault:
    rule = f"een {what} dat deze editie heeft; gevonden: {name}"
    return Fault(place, rule, remedy=meant(name, known, otherwise))


def _impossible(description: Description, target: float) -> str:
    """Why a target cannot be in the unit of an indicator; "" when it can."""
    if description.is_change:
        return "dit cijfer is zelf een verschil; kies het cijfer waarvan het het verschil is"
    most = _most(description)
    if most is not None and target > most:
        return f"een streefwaarde van ten hoogste {dutch.number(most)}; gevonden: {_plain(target)}"
    if dutch.round_half_up(target, description.decimals) != target:
        allowed = (
            f"{description.decimals} decimaal"
            if description.decimals == 1
            else f"{description.decimals} decimalen"
        )
        return f"een streefwaarde met hooguit {allowed}, zoals het cijfer zelf; gevonden: {_plain(target)}"
    return ""


def _most(description: Description) -> float | None:
    """What a rate of people can be at most; None without a limit, as for the part of a budget that is spent."""
    of_people = bool(description.counted) or description.protection in ("aandeel", "aandeel_bedrag")
    if description.format == "procent" and of_people:
        return 100.0
    base = dutch.rate_per(description.format)
    return float(base) if base and description.protection == "personen" else None


def _plain(value: float) -> str:
    return f"{value:.12g}".replace(".", ",")
