"""A definition made from one in the catalogue: `sd.like("wmo_clienten", id="wmo_rolstoel", …)`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from socdom.errors import DefinitionError, Fault
from socdom.indicators import catalogue
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.base import Kind
from socdom.near_names import meant, near, perhaps

# Of the selection inside the way of counting, so that an analyst need not write the whole of it.
_OF_SELECTION = ("where", "ages", "new_only")
_GROUP = "Gebruik"
_MEASURE, _SELECTION = "measure", "selection"


def in_catalogue(name: str) -> Indicator:
    """An indicator by its id.

    Raises:
        DefinitionError: there is none; with the names nearest to it.
    """
    known = catalogue()
    if name not in known:
        remedy = f"{perhaps(near(name, known))} Alle namen: list(sd.catalogue())."
        raise DefinitionError(
            Fault(f"indicator {name!r}", "een indicator uit de catalogus", remedy=remedy.strip())
        )
    return known[name]


def like(name: str, **changes: Any) -> Indicator:
    """Een indicator uit de catalogus met andere velden. De indicator zelf verandert niet.

    De nieuwe is geen kerngetal, heeft geen nummer in het BBV en moet opnieuw worden bekeken, tenzij u iets anders zegt.

    Args:
        name: naam van de indicator die er het meest op lijkt: "wmo_clienten".
        changes: velden van `Indicator`, van de manier van tellen (`days=28`), of van de selectie: `where` voegt codes
            toe (`where={"category": "12"}`), `ages` en `new_only` komen in de plaats.

    Raises:
        DefinitionError: een indicator of veld dat er niet is, of wat niet bij elkaar past; alles tegelijk.

    Voorbeeld:
        sd.like("wmo_clienten", id="wmo_rolstoel", title="Inwoners met een rolstoel", where={"category": "12"})
    """
    base = in_catalogue(name)
    measure: Any = base.measure
    selection = getattr(measure, _SELECTION, None)
    own = {field.name for field in fields(Indicator)}
    of_measure = {field.name for field in fields(measure)} - own
    of_selection = set(_OF_SELECTION) if selection is not None else set()
    _require_known(base, changes, own | of_measure | of_selection)
    inner = {key: value for key, value in changes.items() if key in of_selection}
    if inner and selection is not None:
        inner = {**inner, "where": _where(selection.where, inner.get("where", {}))}
        measure = replace(measure, selection=replace(selection, **inner))
    outer = {key: value for key, value in changes.items() if key in of_measure}
    measure = replace(measure, **outer)
    given = {key: value for key, value in changes.items() if key in own}
    if "title" in given:
        given.setdefault("short", given["title"])
    measure = given.get(_MEASURE, measure)
    still = tuple(item for item in base.group_by if _still_fits(item, base.measure, measure))
    return replace(base, **{**_anew(base, date.today()), "group_by": still, _MEASURE: measure, **given})


def _still_fits(name: str, old: Kind, new: Kind) -> bool:
    """Whether a breakdown is left: one by a column of which codes are now chosen has little to break down."""
    chosen = set(_codes(new)) - set(_codes(old))
    return DIMENSIONS[name].column not in chosen and new.fits(DIMENSIONS[name])


def _codes(measure: Kind) -> Mapping[str, Any]:
    return getattr(getattr(measure, _SELECTION, None), "where", {})


def _where(old: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    return {**old, **more}


def _anew(base: Indicator, today: date) -> dict[str, Any]:
    """What belongs to the original alone; a year later it is looked at again."""
    return {
        "bbv": "",
        "key_figure": False,
        "group": base.group or _GROUP,
        "reviewed": today,
        "next_review": date(today.year + 1, today.month, min(today.day, 28)),
    }


def _require_known(base: Indicator, changes: Mapping[str, Any], known: set[str]) -> None:
    faults = [
        Fault(
            f"like({base.id!r}): {name}",
            f"een veld van de definitie of van {type(base.measure).__name__}",
            remedy=meant(name, known, f"Kies uit {', '.join(sorted(known))}."),
        )
        for name in changes
        if name not in known
    ]
    if faults:
        raise DefinitionError(faults)
