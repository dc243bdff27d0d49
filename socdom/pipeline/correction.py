"""A quarter that has a definitive edition: it stays as it is, or is corrected by a higher version with an erratum."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from socdom.editions.frozen import Frozen, version_key
from socdom.editions.intact import is_intact
from socdom.errors import EditionError, Fault, FrozenError
from socdom.pipeline.differences import Differences, differences
from socdom.pipeline.documents import errata_records
from socdom.pipeline.inputs import Inputs


def stands(inputs: Inputs) -> tuple[str, ...] | None:
    """What to tell where the definitive edition of the quarter is what was asked for; None where there is work to do.

    Raises:
        FrozenError: what goes in has changed and the version has not, or a correction does not say what it corrects.
        EditionError: a file of the definitive edition was lost or changed.
    """
    frozen = inputs.frozen
    if frozen is None:
        return None
    asked = version_key(inputs.kwartaal.versie)
    if asked < version_key(frozen.version):
        raise FrozenError(_lower(inputs, frozen))
    if asked > version_key(frozen.version):
        _require_errata(inputs, frozen)
        return None
    if not is_intact(frozen.place):
        raise EditionError(_damaged(inputs, frozen))
    # It was made definitive, so it is held against a run that would make it so.
    found = differences(_told(frozen.place, "manifest.json"), replace(inputs, definitive=True))
    if found.files:
        raise FrozenError([*_changed(frozen, found), _how_to_correct(inputs, frozen)])
    return tuple(_notes(frozen, found))


def _require_errata(inputs: Inputs, frozen: Frozen) -> None:
    known = _told(frozen.place, "documents.json").get("errata", [])
    now = [item.model_dump(mode="json") for item in errata_records(inputs.kwartaal)]
    if all(item in known for item in now):
        rule = f"versie {inputs.kwartaal.versie} verbetert versie {frozen.version}, en nergens staat wat er fout was"
        remedy = "Schrijf onder errata een nieuwe regel met datum, waar, fout en goed."
        raise FrozenError(Fault(inputs.quarter_file, rule, remedy=remedy))


def _changed(frozen: Frozen, found: Differences) -> Iterator[Fault]:
    for name, what in found.files.items():
        own = name.rsplit("/", 1)[-1].removesuffix(".yml")
        keys = [key.partition(".")[2] for key in found.settings if key.startswith(f"{own}.")]
        where = f", bij {', '.join(keys)}" if keys else ""
        yield Fault(name, f"dit {what} sinds versie {frozen.version}{where}")


def _how_to_correct(inputs: Inputs, frozen: Frozen) -> Fault:
    following = f"{version_key(frozen.version)[0] + 1}.0"
    return Fault(
        inputs.quarter_file,
        f"de versie is nog {frozen.version}",
        remedy=f"Blijft het rapport zoals het is? Dan hoeft u niets te doen. Moet het beter? Maak er versie "
        f"{following} van en schrijf onder errata wat er fout was.",
    )


def _lower(inputs: Inputs, frozen: Frozen) -> Fault:
    rule = f"de versie is {inputs.kwartaal.versie}, maar versie {frozen.version} is al definitief"
    return Fault(inputs.quarter_file, rule, remedy="Kies een hogere versie.")


def _damaged(inputs: Inputs, frozen: Frozen) -> Fault:
    remedy = (
        "Zet de map terug uit een reservekopie. Welke bestanden het zijn, zegt "
        f"socdom verify {frozen.place.name} -g {inputs.slug}."
    )
    return Fault(frozen.place.name, "een bestand ontbreekt of is veranderd", remedy=remedy)


def _notes(frozen: Frozen, found: Differences) -> Iterator[str]:
    yield f"Versie {frozen.version} is definitief en blijft zoals zij is."
    if found.program:
        yield "Sinds zij is gemaakt, is alleen het programma veranderd."
    if found.other_key:
        yield "De sleutel is vernieuwd. Daarom is niet te zien of leveringen en teksten zijn veranderd."
    if found.made:
        yield "Een eerdere editie is sindsdien opnieuw gemaakt. Deze editie vertelt nog van de editie van toen."


def _told(place: Path, name: str) -> dict[str, Any]:
    """A file of the definitive edition, which an older program may have made, as it is."""
    found: dict[str, Any] = json.loads((place / name).read_text(encoding="utf-8"))
    return found
