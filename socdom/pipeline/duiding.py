"""Duiding in a run: which texts go into the edition, and what who runs must know about the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from socdom import dutch
from socdom.editions.model import THEMES, Description, DuidingRecord
from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters import Duiding
from socdom.parameters.earlier_duiding import earlier_duiding
from socdom.quarters import period_phrase


def approved(duiding: Sequence[Duiding], descriptions: Sequence[Description]) -> list[DuidingRecord]:
    """The explanations that are published: those that were approved.

    Args:
        duiding: of the quarter.
        descriptions: of every indicator of the edition.

    Raises:
        ParameterError: one is about an indicator or theme that the edition has not, or two are about the same; all
            faults at once. The text would never be seen.
    """
    ready = [item for item in duiding if item.status == "goedgekeurd"]
    known = {description.id for description in descriptions}
    faults = [*_unknown(ready, known), *_double(ready)]
    if faults:
        raise ParameterError(faults)
    return [
        DuidingRecord(
            indicator=item.indicator, thema=item.thema, rol=item.rol, datum=item.datum, parts=item.parts
        )
        for item in ready
        if item.datum is not None
    ]


def duiding_notes(duiding: Sequence[Duiding], folder: Path, kwartaal: str) -> tuple[str, ...]:
    """Dutch sentences for who runs: what is still a concept, and what is word for word of an earlier quarter.

    Args:
        duiding: of the quarter.
        folder: `parameters/<gemeente>`.
    """
    concepts = sorted(item.subject for item in duiding if item.status == "concept")
    what = "1 duiding is" if len(concepts) == 1 else f"{dutch.number(len(concepts))} keer duiding is"
    waiting = f"{what} nog concept en staat niet in de editie: {', '.join(concepts)}."
    return (*((waiting,) if concepts else ()), *_repeated(duiding, folder, kwartaal))


def _repeated(duiding: Sequence[Duiding], folder: Path, kwartaal: str) -> Iterator[str]:
    try:
        earlier = earlier_duiding(folder, kwartaal)
    except ParameterError:  # of a quarter that is done with; it is told when that one is made again
        return
    for item in duiding:
        before = earlier.get(item.subject)
        if item.status == "goedgekeurd" and before is not None and item.says_the_same(before.duiding):
            when = period_phrase(before.kwartaal)
            yield f"De duiding bij {item.subject} is woord voor woord die van {when}. Kijk of zij nog klopt."


def _unknown(ready: Iterable[Duiding], known: set[str]) -> Iterator[Fault]:
    for item in ready:
        name, names, what = (
            (item.indicator, known, "indicator") if item.indicator else (item.thema, set(THEMES), "thema")
        )
        if name not in names:
            yield Fault(
                f"duiding, {what} {name}",
                "deze editie heeft daar geen cijfers over",
                remedy=meant(name, names, "Kies een ander, of maak er een concept van."),
            )


def _double(ready: Sequence[Duiding]) -> Iterator[Fault]:
    subjects = [item.subject for item in ready]
    for subject in sorted({name for name in subjects if subjects.count(name) > 1}):
        yield Fault(
            f"duiding, {subject}",
            "hierover is één tekst goedgekeurd, gevonden: meer dan één",
            remedy="Zet de teksten in één bestand.",
        )
