"""What a run that nobody watches asks more of a delivery than one that a person starts.

A person may know why there are fewer clients, or why a file of last month came back; a timer may not guess. It changes
no figure: what passes gives the same edition as without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.errors import Fault
from socdom.parameters.bronnen import Controle
from socdom.sources.examine import DeliveryReport, Previous
from socdom.sources.vintages import Vintage, seal_all

# Of fewer rows in a quarter it says little that there are none in the next delivery.
_ENOUGH = 20
_REMEDY = "Klopt dit toch? Draai dan zelf socdom refresh of socdom quarter."


@dataclass(frozen=True)
class Gate:
    """The rules.

    Attributes:
        fall: percentage; with fewer rows than that below the delivery before, it is refused. Never below what
            `volume_opmerking` calls worth telling.
    """

    fall: float

    def controle(self, own: Controle) -> Controle:
        """How the delivery is judged: as `gemeente.yml` says, and a fall more strictly."""
        strict = max(self.fall, own.volume_opmerking)
        return own.model_copy(update={"volume_afgekeurd": min(own.volume_afgekeurd, strict)})

    def faults(
        self,
        report: DeliveryReport,
        earlier: Sequence[Vintage],
        previous: Previous | None,
        checksums: Mapping[str, str],
        key: bytes,
    ) -> list[Fault]:
        """What is older than what there was.

        Args:
            earlier: the deliveries before this one, oldest first.
            previous: counts of the newest of them.
            checksums: name of each source → checksum of its content.
            key: of the pseudonyms.
        """
        return [*_seen_before(earlier, seal_all(checksums, key)), *_ends_sooner(report, previous)]


def _seen_before(earlier: Sequence[Vintage], now: Mapping[str, str]) -> Iterator[Fault]:
    """Files that came in before, and after which another came."""
    if not earlier:
        return
    newest, older = earlier[-1], earlier[:-1]
    for name, mark in now.items():
        when = [one.received for one in older if one.sources.get(name) == mark]
        if when and newest.sources.get(name) not in (None, mark):
            rule = f"dit is de levering van {dutch.day(when[-1])} opnieuw; daarna kwam een nieuwere"
            yield Fault(name, rule, remedy=_REMEDY)


def _ends_sooner(report: DeliveryReport, previous: Previous | None) -> Iterator[Fault]:
    """Deliveries that do not reach the last quarter that the delivery before had."""
    for one in report.deliveries:
        before = previous.per_quarter.get(one.delivery, {}) if previous else {}
        last = max((quarter for quarter, rows in before.items() if rows >= _ENOUGH), default="")
        if last and not any(rows for quarter, rows in one.per_quarter.items() if quarter >= last):
            rule = f"van {last} en later zijn er geen rijen; in de vorige levering waren die er wel"
            yield Fault(", ".join(one.files) or one.delivery, rule, remedy=_REMEDY)
