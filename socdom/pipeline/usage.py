"""usage and evaluation: what may be told of the use of a dashboard, and what the council asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from socdom.dashboard.using.evaluated import Evaluated, published, releases
from socdom.dashboard.using.offered import offered
from socdom.editions.read import Edition, open_edition
from socdom.errors import Fault, ParameterError
from socdom.parameters import Gemeente, Places, load_gemeente
from socdom.parameters.antwoorden import read_antwoorden
from socdom.parameters.beheer import load_beheer
from socdom.parameters.evaluatie import read_evaluatie
from socdom.pipeline.storage import writing
from socdom.schedule.journal import read_journal
from socdom.schedule.words import REFRESH
from socdom.sources.demo.usage import made_up_usage
from socdom.usage.store import FOLDER, read
from socdom.usage.told import UseTold, use_told


def usage(gemeente: str, *, places: Places | None = None, today: date | None = None) -> UseTold:
    """What may be told of the use of the dashboard, per month that has ended; made up for the example municipality.

    Args:
        today: default the day it is, or that of a municipality that does not exist.

    Raises:
        ParameterError: the municipality is not there, or its parameters are not valid.
        EditionError: there is no edition that the dashboard shows.
    """
    places = places or Places.from_environment()
    parameters = load_gemeente(places.parameters / gemeente)
    edition = open_edition(gemeente, places=places)
    return _told(places, gemeente, parameters, edition, _day(parameters, today))


def evaluation(gemeente: str, *, places: Places | None = None, today: date | None = None) -> Evaluated:
    """What an evaluation of the dashboard rests on: use, wishes, answers, and how new its figures were.

    Args:
        today: as of `usage`.

    Raises:
        ParameterError: the municipality is not there, or its parameters are not valid.
        EditionError: there is no edition that the dashboard shows.
    """
    places = places or Places.from_environment()
    own = places.parameters / gemeente
    parameters = load_gemeente(own)
    day = _day(parameters, today)
    edition = open_edition(gemeente, places=places)
    failed = read_journal(places.kept(gemeente)).tasks.get(REFRESH)
    return Evaluated(
        meta=edition.meta,
        today=day,
        made_up=_is_made_up(parameters),
        use=_told(places, gemeente, parameters, edition, day),
        wishes=read_evaluatie(own).wensen,
        asked=published(read_antwoorden(own), day),
        releases=releases(edition),
        failed_since=failed.failed_since.date() if failed and failed.failed_since else None,
    )


def write_told(text: str, path: Path) -> Path:
    """Write what is told to a file; one that is there is replaced. A mark at its start says that it is utf-8.

    Raises:
        ParameterError: there is no such folder, or it is a folder.
        StorageError: it cannot be written.
    """
    if path.is_dir() or not path.parent.is_dir():
        place, rule = (
            (path, "hier hoort een bestand") if path.is_dir() else (path.parent, "deze map bestaat niet")
        )
        raise ParameterError(Fault(str(place), rule, remedy="Kies een bestand in een map die er is."))
    with writing(path.parent):
        path.write_text(text, encoding="utf-8-sig")
    return path


def _day(parameters: Gemeente, today: date | None) -> date:
    return today or parameters.vandaag or date.today()


def _told(places: Places, gemeente: str, parameters: Gemeente, edition: Edition, today: date) -> UseTold:
    limit = load_beheer(places.parameters / gemeente).gebruik.tonen_vanaf
    what = offered(edition)
    made_up = _is_made_up(parameters)
    counts = made_up_usage(what, today) if made_up else read(places.kept(gemeente) / FOLDER)
    return replace(use_told(counts, what, limit, today), made_up=made_up)


def _is_made_up(parameters: Gemeente) -> bool:
    """Whether there is nothing to tell but an example: a municipality that does not exist has a day in the past."""
    return parameters.fictief and parameters.vandaag is not None
