"""Answers of the griffie, held against the figures and pages of an edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from socdom import dutch
from socdom.editions.answers import AnswerRecord, AnswersRecord
from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters.antwoorden import FOLDER_NAME, Antwoord
from socdom.parameters.models import Profile


def published_answers(
    answers: Iterable[Antwoord],
    indicators: Collection[str],
    pages: Collection[str],
    profile: Profile = "met duiding",
) -> AnswersRecord:
    """The record that goes into an edition: what is published, newest first.

    Under "zonder duiding" an answer about what a figure means stays behind.

    Args:
        answers: as the parameters hold them.
        indicators: ids of every figure of the edition.
        pages: addresses of the pages of the dashboard.
        profile: of the municipality.

    Raises:
        ParameterError: one is about a figure or page that is not there; all faults at once.
    """
    ready = [item for item in answers if item.status == "gepubliceerd"]
    faults = [fault for item in ready for fault in _unknown(item, {*indicators, *pages})]
    if faults:
        raise ParameterError(faults)
    # A mistake in what stays behind is told too: the next profile shows it.
    told = [item for item in ready if profile == "met duiding" or item.soort != "duiding"]
    records = [_record(item, set(indicators)) for item in told]
    # By name first, so that answers of one day stand in a fixed order.
    records.sort(key=lambda record: record.name)
    records.sort(key=lambda record: record.day, reverse=True)
    return AnswersRecord(answers=tuple(records))


def answer_notes(answers: Iterable[Antwoord]) -> tuple[str, ...]:
    """A Dutch sentence for who runs: which answers are still a concept; none without any."""
    names = sorted(item.bestand for item in answers if item.status == "concept")
    if not names:
        return ()
    what, stand = "1 antwoord is", "staat"
    if len(names) > 1:
        what, stand = f"{dutch.number(len(names))} antwoorden zijn", "staan"
    return (f"{what} nog concept en {stand} niet op de pagina: {', '.join(names)}.",)


def _unknown(item: Antwoord, known: Collection[str]) -> Iterator[Fault]:
    for name in item.over:
        if name not in known:
            yield Fault(
                f"{FOLDER_NAME}/{item.bestand}, over",
                f"een cijfer van deze editie of een pagina van het dashboard; gevonden: {name}",
                remedy=meant(name, known, "Kies een ander, of maak er een concept van."),
            )


def _record(item: Antwoord, indicators: Collection[str]) -> AnswerRecord:
    assert item.datum is not None, "a published answer has a date"
    return AnswerRecord(
        name=item.bestand.removesuffix(".md"),
        question=item.vraag,
        kind=item.soort,
        day=item.datum,
        role=item.door,
        indicators=tuple(name for name in item.over if name in indicators),
        pages=tuple(name for name in item.over if name not in indicators),
        period=item.kwartaal,
        text=item.tekst,
    )
