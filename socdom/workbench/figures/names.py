"""Names that an analyst types: which one is meant, and what to say when there is none.

Capitals and spaces around a name do not matter, and an area may be named or coded. Who asks for what is not there is
told the nearest and what can be chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from socdom.dutch import listing
from socdom.editions.read import Edition
from socdom.errors import EditionError, Fault, ParameterError
from socdom.near_names import meant, near, perhaps

_MEANT, _FEW = 3, 24


def indicator_id(edition: Edition, name: object) -> str:
    """The id of an indicator of an edition, as "wmo_clienten".

    Raises:
        ParameterError: the edition has no such indicator; the nearest are told.
    """
    found = _found(name, {key: key for key in edition.descriptions})
    if found is not None:
        return found
    titles = {text.lower(): d.id for d in edition.descriptions.values() for text in (d.title, d.short)}
    if (titled := _found(name, titles)) is not None:
        return titled
    # Of some a definition stands in the edition without a figure; to propose those helps nobody.
    there = dict.fromkeys(table.indicator for table in edition.inventory.tables)
    titled_there = {title: found for title, found in titles.items() if found in there}
    alike = [*near(name, there), *(titled_there[title] for title in near(name, titled_there))]
    remedy = f"{perhaps(list(dict.fromkeys(alike))[:_MEANT])} Alle namen staan in gemeente.indicators()."
    raise ParameterError(
        Fault("indicator", _must("een indicator van deze editie", name), remedy=remedy.strip())
    )


def area_code(edition: Edition, name: object, level: str = "") -> str:
    """The CBS code of an area of an edition, by its name ("noorderlinde") or code; "" for the municipality.

    Args:
        level: only areas of this level ("wijk", "buurt"); any when "".

    Raises:
        ParameterError: there is no such area, or more than one of that name.
    """
    if name == "":
        return edition.meta.code
    areas = [area for area in edition.areas.values() if level in ("", area.level)]
    named = [
        area.code for area in areas if isinstance(name, str) and area.name.lower() == name.strip().lower()
    ]
    if len(named) > 1:
        rule = f"een gebied, maar {name!r} zijn er meer"
        raise ParameterError(Fault("gebied", rule, remedy=f"Noem de code: {listing(sorted(named))}."))
    found = named[0] if named else _found(name, {area.code: area.code for area in areas})
    if found is None:
        what = f"een {level} van deze editie" if level else "een gebied van deze editie"
        of_level = [a.name for a in areas if a.level == (level or "wijk")] or [a.name for a in areas]
        remedy = choices([area.name for area in areas], name, of_level)
        raise ParameterError(Fault("gebied", _must(what, name), remedy=remedy))
    return found


def one_of(
    place: str, what: str, name: object, known: Sequence[str], shown: Sequence[str] | None = None
) -> str:
    """The known name that is meant.

    Args:
        place: parameter, for the message.
        what: what a name must be, a Dutch sentence part ("een thema").
        shown: which to list when none is meant; all that are known when None.

    Raises:
        ParameterError: none is.
    """
    found = _found(name, {item: item for item in known})
    if found is None:
        raise ParameterError(Fault(place, _must(what, name), remedy=choices(known, name, shown)))
    return found


def edition_name(name: object, made: Sequence[str]) -> str:
    """The edition that is meant, as "2020Q4".

    Args:
        made: the editions there are.

    Raises:
        EditionError: it is none of them.
    """
    found = _found(name, {item: item for item in made})
    if found is None:
        remedy = f"Kies uit {', '.join(made)}, of maak er een met socdom quarter."
        raise EditionError(Fault("editie", _must("een editie die er is", name), remedy=remedy))
    return found


def choices(known: Iterable[str], name: object, shown: Sequence[str] | None = None) -> str:
    """What to do when a name is not known: the nearest, and which there are.

    Args:
        shown: which to list; all that are known when None.
    """
    names = list(known)
    listed = names if shown is None else list(shown)
    more = " en meer" if len(listed) > _FEW else ""
    chosen = f"Kies uit {', '.join(listed[:_FEW])}{more}." if listed else "Er is er geen."
    return f"{meant(name, names)} {chosen}".strip()


def _found(name: object, known: Mapping[str, str]) -> str | None:
    """What belongs to a name, whatever its capitals."""
    if not isinstance(name, str):
        return None
    by_lower = {key.lower(): value for key, value in known.items()}
    return by_lower.get(name.strip().lower())


def _must(what: str, name: object) -> str:
    return (
        f"{what}, gevonden: {name!r}"
        if isinstance(name, str)
        else f"{what}, als tekst tussen aanhalingstekens"
    )
