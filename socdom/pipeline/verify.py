"""Whether an edition is still as it was made, and whether the same inputs give it again, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from socdom import dutch
from socdom.editions.sums import SUMS, SumFaults, file_names, sum_faults
from socdom.errors import EditionError, Fault, NotEqualError
from socdom.parameters import Kwartaal, Places, load_gemeente, load_kwartaal
from socdom.pipeline.differences import Differences, differences
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.protection import policy_from
from socdom.pipeline.publish import publish
from socdom.pipeline.storage import writing
from socdom.pipeline.then import workplace_of_then

_MOST_NAMES = 12
_RESTORE = "Zet de map terug uit een reservekopie."
_AS_THEN = "Zet parameters, leveringen en sleutel van toen terug om het te proberen."
_OTHER_PROGRAM = "Het programma is nu anders. Installeer versie {} om precies te vergelijken."
_SAME_PROGRAM = "Meld dit bij de beheerder: ook het programma is hetzelfde als toen."
_HOW_TO_RUN = "Maak de editie met socdom quarter (een kwartaal) of socdom refresh (actueel)."


@dataclass
class Verified:
    """What a verification found.

    Attributes:
        lines: Dutch, for a terminal.
        faults: what is not equal, or could not be held against anything.
    """

    lines: list[str] = field(default_factory=list)
    faults: list[Fault | str] = field(default_factory=list)

    def require_equal(self) -> None:
        """
        Raises:
            NotEqualError: not everything is equal.
        """
        if self.faults:
            raise NotEqualError(self.faults)


def verify(
    name: str, gemeente: str, *, places: Places | None = None, progress: Progress = silent
) -> Verified:
    """Hold an edition against its checksums, against the inputs of now, and against a run on the same inputs.

    The run is made in a temporary workplace with the releases and editions of then. What there is does not change.

    Args:
        name: "2020Q4", "2020Q4-v1.0", "2020Q4-concept" or "actueel".

    Raises:
        EditionError: there is no such edition, or it is too damaged to say what it is.
        SocdomError: any fault in parameters or deliveries.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    home = places.rendered / gemeente
    folder, found = _folder(home / name), Verified()
    with writing(home), exclusive(home):
        meta, manifest = _told(folder, "edition.json"), _told(folder, "manifest.json")
        progress("Bestanden van de editie nakijken")
        _tell_files(found, folder)
        with workplace_of_then(places, gemeente, manifest, meta) as (then, reasons):
            progress("Kijken wat er sindsdien is veranderd")
            inputs = _inputs(then, gemeente, meta)
            other = differences(manifest, inputs)
            _tell_inputs(found, other, reasons)
            if not (other.files or other.other_key or reasons):
                remedy = _other_run(other, manifest)
                _tell_run(found, folder, _run(inputs, progress), remedy)
    return found


def _folder(place: Path) -> Path:
    if not place.is_dir() or place.name.startswith("."):
        raise EditionError(Fault(place.name, "deze editie is er niet", remedy=_HOW_TO_RUN))
    return place.resolve()


def _told(folder: Path, name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
        return found
    except (OSError, ValueError):
        rule = f"het bestand {name} ontbreekt of is niet te lezen"
        raise EditionError(Fault(folder.name, rule, remedy=_RESTORE)) from None


def _inputs(places: Places, slug: str, meta: dict[str, Any]) -> Inputs:
    """Inputs of the same quarter and state, with the parameters of now."""
    folder, period = places.parameters / slug, meta["period"]
    gemeente = load_gemeente(folder)
    if meta["kind"] == "kwartaal" or (folder / period / "kwartaal.yml").is_file():
        kwartaal = load_kwartaal(folder, period)
    else:
        # A quarter nobody wrote about; the edition tells on which day it was made.
        kwartaal = Kwartaal(kwartaal=period, cijfers_per=date.fromisoformat(meta["figures_as_of"]))
    policy = policy_from(gemeente.bescherming, slug)
    definitive = meta["state"] == "definitief"
    return Inputs(places, slug, meta["kind"], gemeente, kwartaal, policy, definitive=definitive)


def _run(inputs: Inputs, progress: Progress) -> Path:
    return publish(inputs, progress).folder.resolve()


def _tell_files(found: Verified, folder: Path) -> None:
    # The list itself is a file too.
    wrong, count = sum_faults(folder), len(file_names(folder)) + 1
    if wrong is None:
        found.lines.append(f"Bestanden: er is geen leesbare lijst {SUMS}.")
        found.faults.append(Fault(SUMS, "deze lijst ontbreekt of is niet te lezen", remedy=_RESTORE))
    elif wrong:
        found.lines.append("Bestanden: niet meer zoals ze zijn gemaakt.")
        found.faults += [
            *_file_faults(wrong),
            Fault(folder.name, "deze editie is beschadigd", remedy=_RESTORE),
        ]
    else:
        found.lines.append(f"Bestanden: alle {dutch.number(count)} zijn zoals ze zijn gemaakt.")


def _file_faults(wrong: SumFaults) -> Iterator[Fault]:
    for names, rule in (
        (wrong.missing, "dit bestand ontbreekt"),
        (wrong.changed, "dit bestand is veranderd"),
        (wrong.extra, "dit bestand hoort er niet bij"),
    ):
        yield from (Fault(name, rule) for name in names)


def _tell_inputs(found: Verified, other: Differences, reasons: Iterable[Fault]) -> None:
    changed = [f"{name} {what}" for name, what in other.files.items()]
    if not changed and not other.other_key:
        found.lines.append("Wat erin ging: hetzelfde als toen.")
    else:
        found.lines.append("Wat erin ging: niet hetzelfde als toen.")
        found.lines += [f"  {line}" for line in changed]
        found.lines += [f"  instelling: {key}" for key in other.settings]
    if other.other_key:
        found.lines.append("  de sleutel is vernieuwd; leveringen en teksten zijn niet te vergelijken")
    found.lines.append(
        "Programma: niet hetzelfde als toen."
        if other.versions or other.program
        else "Programma: hetzelfde als toen."
    )
    found.lines += [f"  {line}" for line in other.versions]
    not_again = [*reasons]
    if changed or other.other_key:
        not_again.append(
            Fault(
                "nieuwe run",
                "die kan niet dezelfde editie geven, want wat erin gaat is nu anders",
                remedy=_AS_THEN,
            )
        )
    if not_again:
        found.lines.append("Nieuwe run: niet gedaan.")
        found.faults += not_again


def _other_run(other: Differences, manifest: dict[str, Any]) -> str:
    """What to do when a run on the same inputs gives something else."""
    if not (other.program or other.versions):
        return _SAME_PROGRAM
    return _OTHER_PROGRAM.format(manifest["versions"]["socdom"])


def _tell_run(found: Verified, folder: Path, again: Path, remedy: str) -> None:
    names = sorted({*file_names(folder), *file_names(again), SUMS})
    unequal = [name for name in names if _content(folder / name) != _content(again / name)]
    equal = len(names) - len(unequal)
    found.lines.append(f"Nieuwe run: {_files(equal)} byte voor byte gelijk.")
    if unequal:
        told = dutch.listing(unequal[:_MOST_NAMES])
        more = f", en nog {len(unequal) - _MOST_NAMES}" if len(unequal) > _MOST_NAMES else ""
        found.lines.append(f"  {_files(len(unequal))} anders: {told}{more}")
        rule = f"{_files(len(unequal))} anders dan in de editie"
        found.faults.append(Fault("nieuwe run", rule, remedy=remedy))


def _files(count: int) -> str:
    return "1 bestand is" if count == 1 else f"{dutch.number(count)} bestanden zijn"


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
