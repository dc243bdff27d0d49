"""Opening the form on what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters import Places
from socdom.workbench.writing.desk import Desk, Listed
from socdom.workbench.writing.form import Form


def write_at(places: Places, slug: str, quarter: str, indicator: str = "") -> Form:
    """The form for a quarter; of one subject when it is named.

    Args:
        indicator: id of an indicator or a theme ("wmo_clienten", "geld"); "" for the one that was
            typed last and not saved, or else the first that waits for a text.

    Raises:
        EditionError: there is no edition of the quarter.
        ParameterError: the municipality shows no duiding, a text is not valid, or the subject is not in the edition.
    """
    desk = Desk(places, slug, quarter)
    listed = desk.listed()
    by_key = {item.subject.key: item for item in listed}
    left = [by_key[key] for key in desk.keeper.left() if key in by_key]
    named = [item for item in listed if item.subject.name == indicator]
    wanted = named if indicator else left or _waiting(listed)
    if not wanted:
        rule = f"een indicator of thema van deze editie, gevonden: {indicator!r}"
        near = meant(indicator, (item.subject.name for item in listed))
        remedy = f"{near} Laat het leeg om te kiezen uit een lijst.".strip()
        raise ParameterError(Fault("indicator", rule, remedy=remedy))
    return Form(desk, wanted[0].subject)


def _waiting(listed: Sequence[Listed]) -> Sequence[Listed]:
    """Those that are not approved; all when there is none."""
    return [item for item in listed if not item.state.startswith("goedgekeurd")] or listed
