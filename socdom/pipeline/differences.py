"""What goes into an edition now, beside what went into one that was made before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from socdom.editions.write import versions
from socdom.pipeline.input_marks import is_sealed
from socdom.pipeline.inputs import Inputs

# Editions and documents of socdom itself that went in: made, not delivered or written.
MADE = ("rapport/", "vorige editie/", "eerdere editie/")


@dataclass(frozen=True)
class Differences:
    """What is another one now; names as in the manifest, without a path of this machine.

    Attributes:
        files: deliveries, open data and parameters, with what became of each in Dutch.
        settings: keys in the parameters of quarter and municipality, of which the value is another.
        made: earlier editions and their documents.
        other_key: the key of the pseudonyms is another one: whether sealed files changed cannot be seen.
        versions: parts of the program of another version, in Dutch.
        program: the program is another one, in those parts or in its code.
    """

    files: Mapping[str, str]
    settings: tuple[str, ...]
    made: tuple[str, ...]
    other_key: bool
    versions: tuple[str, ...]
    program: bool


def differences(manifest: Mapping[str, Any], inputs: Inputs) -> Differences:
    """Hold the inputs of a run against the manifest of an edition.

    Args:
        manifest: of the edition, as JSON.
        inputs: of the same quarter and state.
    """
    before, now = manifest["inputs"], inputs.checksums
    other_key = manifest.get("sealed_with", "") != inputs.sealed_with
    found = dict(_changed(before, now))
    settings = tuple(_settings(manifest["parameters"], inputs.parameters())) if found else ()
    files = {
        name: what
        for name, what in found.items()
        if not name.startswith(MADE)
        and not (other_key and is_sealed(name) and what == _CHANGED and not _holds_one_of(name, settings))
    }
    made = tuple(name for name in found if name.startswith(MADE))
    return Differences(
        files=files,
        settings=settings if files else (),
        made=made,
        other_key=other_key,
        versions=tuple(_versions(manifest["versions"])),
        program=not found and not other_key and manifest["fingerprint"] != inputs.fingerprint,
    )


_CHANGED = "is veranderd"


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in sorted({*before, *now}):
        if name not in now:
            yield name, "is er niet meer"
        elif name not in before:
            yield name, "is er bij gekomen"
        elif before[name] != now[name]:
            yield name, _CHANGED


def _settings(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Keys of which the value is another; one that a newer program knows and nobody filled in is none."""
    for part in ("gemeente", "kwartaal"):
        old, new = dict(_flat(before.get(part, {}), part)), dict(_flat(now.get(part, {}), part))
        yield from (key for key in sorted({*old, *new}) if old.get(key) != new.get(key) and key in old)


def _holds_one_of(name: str, settings: Sequence[str]) -> bool:
    """Whether a changed setting stands in this file; so a change is seen under another key as well."""
    own = PurePosixPath(name)
    return own.suffix == ".yml" and any(key.startswith(f"{own.stem}.") for key in settings)


def _flat(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}")
    else:
        yield name, value


def _versions(before: Mapping[str, str]) -> Iterator[str]:
    now = versions()
    for name in sorted({*before, *now}):
        old, new = before.get(name, "niet genoemd"), now.get(name, "niet meer gebruikt")
        if old != new:
            yield f"{name}: toen {old}, nu {new}"
