"""Whether a row of names is one: a file without names has a person in its first row, who must not be shown."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.person_numbers import may_name_somebody
from socdom.sources.delivery_values import KINDS
from socdom.sources.mapping.notation import DUTCH_NUMBER, ENGLISH_NUMBER, is_any_date, is_number

_REMEDY = "Zet boven de kolommen een rij met hun namen. Staat die rij lager? Haal de rijen erboven weg."


def refuse_values(headers: Sequence[str], file_name: str, row: int) -> None:
    """Stop when what should be names are values.

    Args:
        headers: what stands in the row of names.
        row: the number of that row; 0 when the names are no row of the file.

    Raises:
        DeliveryError: a name is a BSN, a date or a number, or there is no name at all; none of them is told.
    """
    place = f"{file_name}, rij {row}" if row else file_name
    names = pd.Index([text for header in headers if (text := str(header).strip())], dtype="str")
    if names.empty:
        raise DeliveryError(Fault(place, "er staan geen namen van kolommen", remedy=_REMEDY))
    values = is_any_date(names) | is_number(names, DUTCH_NUMBER) | is_number(names, ENGLISH_NUMBER)
    values = values | KINDS["bsn"].read(pd.Series(names, dtype="str")).notna().to_numpy()
    if values.any():
        rule = "hier horen de namen van de kolommen, maar er staan getallen of datums"
        raise DeliveryError(Fault(place, rule, remedy=_REMEDY))


def may_be_named(header: str) -> bool:
    """The name of a column could not be one of a person."""
    return not may_name_somebody(header)


def all_may_be_named(headers: Sequence[str]) -> bool:
    """None of the names could be of a person, so that also those that socdom does not know can be told."""
    return all(may_be_named(str(header)) for header in headers)
