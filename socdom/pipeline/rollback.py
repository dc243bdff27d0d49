"""rollback: the dashboard one edition back, and forward again; and what a run by itself must leave alone then."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.put_back import ACTUEEL, present_mark, put_back, put_forward
from socdom.editions.read import Edition
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.differences import differences
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.lock import exclusive
from socdom.pipeline.storage import writing


def rollback(
    gemeente: str, *, forward: bool = False, reason: str = "", places: Places | None = None
) -> list[str]:
    """Put the edition `actueel` of before back in place, or the newest one again.

    The register of releases does not change: what was shown once may be known.

    Args:
        forward: undo an earlier step back.
        reason: why; is kept beside the editions, in `rendered/`.

    Returns:
        Dutch lines for a terminal.

    Raises:
        EditionError: there is no such edition, or another run is busy.
        ParameterError: there is no such municipality.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    home = places.rendered / gemeente
    with writing(home), exclusive(home):
        if forward:
            put_forward(home)
        else:
            put_back(home, reason.strip())
        day = dutch.day(Edition(home / ACTUEEL).meta.figures_as_of)
    if forward:
        return [f"Het dashboard toont weer de nieuwste editie, met cijfers per {day}."]
    return [
        f"Het dashboard toont nu de editie van daarvoor, met cijfers per {day}.",
        "De nachtelijke run maakt van dezelfde leveringen geen nieuwe editie.",
        "Zet eerst de goede levering klaar, of draai zelf socdom refresh.",
        "Ongedaan maken kan met --vooruit.",
    ]


def held_back(inputs: Inputs) -> bool:
    """Whether a run by itself must not make `actueel` now: from the same inputs it was made before, and sent away.

    A new delivery, another text or parameter, another key or another version of the program ends it; so does a person
    who runs `socdom refresh`. That the day is another one does not.

    Args:
        inputs: of `actueel`.
    """
    mark = present_mark(inputs.home)
    if mark is None:
        return False
    if not mark.made_of:  # it was damaged: a person decides
        return True
    other = differences(mark.made_of, inputs)
    return not (other.files or other.versions or other.other_key)
