"""The work of a task: fetch, look at a delivery, or make an edition; with the verbs that a person has too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from socdom.errors import NotReadyError
from socdom.pipeline.fetch import fetch
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.progress import Progress
from socdom.pipeline.publish import Published
from socdom.pipeline.taking_in import taken_in
from socdom.pipeline.unattended.faults import not_ready_text
from socdom.pipeline.unattended.looking import Desk, Looked
from socdom.schedule.days import local_day
from socdom.schedule.due import Work
from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.errors import FetchError

Publish = Callable[[Inputs, Progress], Published]


@dataclass(frozen=True)
class Did:
    """What was made.

    Attributes:
        edition: name of the edition; "" for none.
        open: points for which it could not become definitive.
        text: what the operator has to know of those; "" for nothing.
        warnings: of what was made, for who keeps watch; None when nothing was made anew.
    """

    edition: str = ""
    open: int = 0
    text: str = ""
    warnings: tuple[str, ...] | None = None


def do(desk: Desk, looked: Looked, publish: Publish, progress: Progress, client: CbsClient | None) -> Did:
    """Do what was decided.

    Raises:
        SocdomError: any fault; what was there stays.
    """
    work, inputs = looked.decision.work, looked.inputs
    if work is Work.FETCH:
        _fetch(desk, progress, client)
        return Did()
    assert inputs is not None
    if work is Work.EXAMINE:
        _examine(desk, inputs, progress)
        return Did()
    if work is Work.DEFINITIVE:
        return _definitive(inputs, publish, progress)
    return Did(inputs.name, warnings=_warnings(publish(inputs, progress)))


def _fetch(desk: Desk, progress: Progress, client: CbsClient | None) -> None:
    """Fetch everything; one table that failed is a fault here, also where older figures stand in for it."""
    day = local_day(desk.now)
    report = fetch(desk.slug, places=desk.places, day=day, progress=progress, client=client)
    if report.failures:
        faults = [fault for failure in report.failures for fault in failure.faults]
        raise FetchError(faults, kept=len(report.tables))


def _examine(desk: Desk, inputs: Inputs, progress: Progress) -> None:
    """Judge a delivery as a run would, so that who has to say yes knows whether it is right; nothing is kept."""
    taken_in(
        desk.places,
        desk.slug,
        desk.gemeente,
        inputs.supply,
        progress,
        quarter=inputs.quarter,
        today=desk.today,
        gate=desk.gate,
    ).require()


def _definitive(inputs: Inputs, publish: Publish, progress: Progress) -> Did:
    """Make an edition definitive, or a concept of it when something is open."""
    frozen = replace(inputs, definitive=True)
    try:
        return Did(frozen.name, warnings=_warnings(publish(frozen, progress)))
    except NotReadyError as error:
        made = publish(inputs, progress)
        return Did(inputs.name, len(error.faults), not_ready_text(error), _warnings(made))


def _warnings(made: Published) -> tuple[str, ...] | None:
    return None if made.reused else made.warnings
