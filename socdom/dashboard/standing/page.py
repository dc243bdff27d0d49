"""The page "Hoe actueel is dit dashboard?": of which day the figures are, when newer ones come, and what failed.

Made by the server, as it tells of today. It tells nothing that the edition and the days in the journal do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from socdom import dutch
from socdom.dashboard.frame import page
from socdom.dashboard.menu import ABOUT, STANDING
from socdom.dashboard.standing.failing import NotRenewed
from socdom.editions.model import SHOWN_STATUSES
from socdom.editions.read import Edition
from socdom.parameters.planning import Planning
from socdom.quarters import period_label
from socdom.schedule.due import FETCH, REFRESH
from socdom.schedule.journal import Journal, TaskState
from socdom.schedule.words import at_time, on_day

TITLE = "Hoe actueel is dit dashboard?"
_RHYTHMS = {"dag": "elke dag", "week": "elke week", "maand": "elke maand", "kwartaal": "elk kwartaal"}


@dataclass(frozen=True)
class Source:
    """A source of figures, and the newest period there is a figure of."""

    name: str
    newest: str


def standing_page(
    edition: Edition,
    journal: Journal,
    planning: Planning,
    *,
    made: datetime | None,
    failed: NotRenewed | None,
) -> str:
    """The complete page.

    Args:
        made: when the edition was made.
        failed: that new figures could not be made.
    """
    return page(
        edition,
        "stand",
        STANDING,
        TITLE,
        facts=list(_facts(edition, journal, planning, made)),
        course=list(_course(journal, failed)),
        sources=sources(edition),
        about=ABOUT,
    )


@lru_cache(maxsize=4)
def sources(edition: Edition) -> list[Source]:
    """The sources of an edition in the order of its figures, each with its newest period that is shown of the town.

    An edition never changes, so it is worked out once.
    """
    figures = edition.figures
    shown = figures[figures["status"].isin(SHOWN_STATUSES) & figures["area"].eq(edition.meta.code)]
    last = shown.groupby("indicator")["period"].max()
    newest: dict[str, str] = {}
    for description in (*edition.indicators(), *edition.policy_indicators()):
        period = last.get(description.id, "")
        newest[description.source] = max(newest.get(description.source, ""), period)
    return [
        Source(name, period_label(period) if period else "nog geen cijfers")
        for name, period in newest.items()
    ]


def _facts(
    edition: Edition, journal: Journal, planning: Planning, made: datetime | None
) -> Iterator[tuple[str, str]]:
    meta = edition.meta
    yield "Cijfers van", f"{dutch.day(meta.figures_as_of)}. Wat later binnenkwam, telt nog niet mee."
    yield "Nieuwste kwartaal", period_label(meta.period)
    if made is not None:
        yield "Pagina’s gemaakt", at_time(made)
    # Where no run was ever kept, nothing runs by itself, whatever the parameters say.
    yield "Nieuwe cijfers", _when_new(planning if journal.tasks else Planning(actueel="niet"))
    fetched = journal.tasks.get(FETCH, TaskState()).last_done
    if planning.ophalen != "niet" and fetched is not None:
        told = f"Wij kijken {_RHYTHMS[planning.ophalen]} of er nieuwe zijn. De laatste keer was {on_day(fetched)}."
        yield "Openbare cijfers", told


def _when_new(planning: Planning) -> str:
    if planning.actueel == "vanzelf":
        return "Elke nacht kijken wij of er iets nieuws is. Is dat zo, dan ziet u het de volgende dag."
    if planning.actueel == "na akkoord":
        return (
            "Elke nacht kijken wij of er iets nieuws is. U ziet het als een medewerker het heeft nagekeken."
        )
    return "Een medewerker zet nieuwe cijfers op het dashboard."


def _course(journal: Journal, failed: NotRenewed | None) -> Iterator[str]:
    """What became of the last attempts, in sentences."""
    state = journal.tasks.get(REFRESH, TaskState())
    if failed is None:
        if state.last_done is not None:
            yield f"Ja. Het verversen is voor het laatst gelukt op {at_time(state.last_done)}."
        return
    yield f"Nee. Op {dutch.day(failed.since)} is het verversen niet gelukt. De vorige cijfers staan er daarom nog."
    if failed.last != failed.since:
        yield f"De laatste poging was op {dutch.day(failed.last)}. Ook die is niet gelukt."
    if state.next_try is not None:
        yield f"Een nieuwe poging volgt na {at_time(state.next_try)}."
    else:
        yield "Een medewerker moet er eerst naar kijken. Daarna volgt een nieuwe poging."
