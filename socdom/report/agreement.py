"""Whether the parameters of a notebook agree with the edition it reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError

_OTHER_FOLDER = "Kies de map die erbij hoort."


def edition_of(editie_map: str | Path, gemeente: str, kwartaal: str, faults: Sequence[Fault] = ()) -> Edition:
    """The edition in a folder, if it is that of this municipality and quarter.

    Args:
        gemeente: folder name of the municipality.
        kwartaal: quarter as "2020Q4".
        faults: of other parameters; told together with those found here.

    Raises:
        EditionError: the folder holds no edition.
        ParameterError: the parameters do not agree with the edition; all faults at once.
    """
    edition = Edition(editie_map)
    found = {"gemeente": (gemeente, edition.meta.slug), "kwartaal": (kwartaal, edition.meta.period)}
    other = [
        Fault(name, f"de editie in deze map is van {actual}, gevraagd is {asked!r}", remedy=_OTHER_FOLDER)
        for name, (asked, actual) in found.items()
        if asked != actual
    ]
    if other or faults:
        raise ParameterError([*other, *faults])
    return edition


class OnEdition:
    """A document on one edition; every method of it gives one part.

    Args:
        editie_map: folder of the edition.
        gemeente, kwartaal: must be those of the edition.

    Raises:
        EditionError: the folder holds no edition.
        ParameterError: the parameters do not agree with the edition; all faults at once.
    """

    def __init__(self, editie_map: str | Path, gemeente: str, kwartaal: str) -> None:
        self.edition = edition_of(editie_map, gemeente, kwartaal)
