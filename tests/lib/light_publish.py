"""An edition without figures, put in place as a real one: the delivery is read, judged and kept; nothing is counted.

For tests about when editions are made. A whole edition of the small town takes half a minute, most of it the attack.
"""

from __future__ import annotations

import json
from pathlib import Path

from socdom.editions.intact import checksum
from socdom.editions.write import remove_leftovers, staged, versions
from socdom.errors import DeliveryError
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress
from socdom.pipeline.publish import Published
from socdom.pipeline.storage import writing
from socdom.sources.vintages import vintages

# What was judged → why it is refused; None for what is good.
_REFUSED: dict[tuple[object, ...], DeliveryError | None] = {}


def light_publish(inputs: Inputs, progress: Progress) -> Published:
    """As `socdom.pipeline.publish.publish`, without what costs time."""
    with writing(inputs.home), exclusive(inputs.home):
        remove_leftovers(inputs.home)
        place = inputs.home / inputs.name
        if _fingerprint(place) == inputs.fingerprint:
            return Published(place, inputs.state, reused=True)
        if inputs.gemeente.bronnen.leveringen:
            _require_good(inputs, progress)
        definitive = inputs.kwartaal.kwartaal if inputs.definitive else ""
        with staged(inputs.home, inputs.name, definitive=definitive) as folder:
            _write(folder, inputs)
        return Published(place, inputs.state, reused=False)


def _require_good(inputs: Inputs, progress: Progress) -> None:
    """Read and judge a delivery; the very same beside the very same ones, for the same quarter, only once."""
    seen = (inputs.folder, str(inputs.quarter), *sorted(inputs.supply.checksums.items()))
    if (*seen, _number_kept(inputs)) not in _REFUSED:
        refusal = inputs.intake(progress).refusal
        _REFUSED[*seen, _number_kept(inputs)] = refusal
    if refusal := _REFUSED[*seen, _number_kept(inputs)]:
        raise refusal


def _number_kept(inputs: Inputs) -> int:
    return len(vintages(vintages_home(inputs.places, inputs.slug)))


def _write(folder: Path, inputs: Inputs) -> None:
    told = {
        "period": inputs.kwartaal.kwartaal,
        "figures_as_of": inputs.kwartaal.cijfers_per.isoformat(),
        "renewed_within": inputs.gemeente.verversen.within if inputs.gemeente.verversen else 0,
        "state": inputs.state,
        "version": inputs.kwartaal.versie,
    }
    (folder / "edition.json").write_text(json.dumps(told), encoding="utf-8")
    manifest = {
        "fingerprint": inputs.fingerprint,
        "versions": versions(),
        "inputs": inputs.checksums,
        "sealed_with": inputs.sealed_with,
        "parameters": inputs.parameters(),
        "files": {"edition.json": checksum(folder / "edition.json")},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _fingerprint(place: Path) -> str:
    try:
        return str(json.loads((place / "manifest.json").read_bytes())["fingerprint"])
    except OSError:
        return ""
