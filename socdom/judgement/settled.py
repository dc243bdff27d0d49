"""Which figures are too unfinished to conclude anything from."""

from __future__ import annotations

from socdom.editions.model import Description


def unsettled(description: Description) -> frozenset[str]:
    """Statuses of periods that take no part in judging.

    Where bills come in late a provisional period is not whole either, only nearer to it: it would look like a fall.
    """
    late = description.definition is not None and description.definition.incomplete > 0
    return frozenset({"onvolledig", "voorlopig"}) if late else frozenset({"onvolledig"})
