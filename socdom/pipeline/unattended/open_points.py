"""What is open of each quarter that is not definitive: what `--definitief` would refuse, and what was not made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socdom.editions.frozen import newest_frozen
from socdom.errors import NotReadyError, SocdomError
from socdom.parameters import Places
from socdom.pipeline.additions import written_for
from socdom.pipeline.definitive import require_ready
from socdom.pipeline.inputs import Inputs, quarter_inputs
from socdom.pipeline.scope import scope_of
from socdom.pipeline.signals import drafts
from socdom.report.documents import ALL


@dataclass(frozen=True)
class QuarterStand:
    """A quarter that is not definitive.

    Attributes:
        made: whether there is a concept.
        open: Dutch sentences, one for each thing that is open.
    """

    period: str
    made: bool
    open: tuple[str, ...]


def open_quarters(places: Places, gemeente: str) -> tuple[QuarterStand, ...]:
    """The quarters that have parameters and no definitive edition, newest first."""
    home = places.rendered / gemeente
    names = sorted(
        (path.parent.name for path in (places.parameters / gemeente).glob("????Q?/kwartaal.yml")),
        reverse=True,
    )
    return tuple(
        QuarterStand(name, (home / name).exists(), tuple(_open(places, gemeente, name)))
        for name in names
        if newest_frozen(home, name) is None
    )


def _open(places: Places, gemeente: str, period: str) -> Iterator[str]:
    try:
        inputs = quarter_inputs(places, gemeente, period)
        scope = scope_of(inputs)
        require_ready(inputs, scope, written_for(inputs, scope))
    except NotReadyError as error:
        yield from map(str, error.faults)
    except SocdomError as error:
        yield from map(str, error.faults)
        return
    yield from drafts(inputs.signalen)
    yield from _not_made(inputs)


def _not_made(inputs: Inputs) -> Iterator[str]:
    """Documents that the concept should hold and does not."""
    place = inputs.home / inputs.name
    if not place.exists():
        yield "Het concept is nog niet gemaakt."
        return
    for document in ALL:
        if document.kind in inputs.kwartaal.documenten:
            yield from (
                f"{name}: dit document is niet gemaakt."
                for name in document.files
                if not (place / name).is_file()
            )
