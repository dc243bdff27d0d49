"""A temporary workplace as it was when an edition was made: to make it again, and touch nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from socdom.editions.frozen import STORE, put_link, remove_tree, version_name
from socdom.editions.intact import checksum
from socdom.editions.releases import copy_until, mark
from socdom.errors import Fault
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.differences import MADE
from socdom.pipeline.keeping import attack_memory, vintages_home
from socdom.pipeline.supplied import supply_of
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import seal_all, vintages

_PREFIX = ".controle-"


@contextmanager
def workplace_of_then(
    places: Places, slug: str, manifest: Mapping[str, Any], meta: Mapping[str, Any]
) -> Iterator[tuple[Places, list[Fault]]]:
    """A workplace with the deliveries and parameters of now, and the releases and editions of then; gone afterwards.

    It lies in the person-level zone, because a run keeps the delivery it reads. Hold the lock of the municipality.

    Args:
        manifest, meta: `manifest.json` and `edition.json` of the edition.

    Returns:
        The workplace, and why it is not as it was then; without reasons a run in it makes the same edition.
    """
    own = places.data / slug
    own.mkdir(parents=True, exist_ok=True)
    for left in own.glob(f"{_PREFIX}*"):
        remove_tree(left)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=own)).resolve()
    try:
        then = replace(places, root=folder / "plek", data=folder / "gegevens")
        _link_root(places, then)
        _link_data(places, then, slug)
        home, then_home = places.rendered / slug, then.rendered / slug
        (then_home / STORE).mkdir(parents=True)
        yield (
            then,
            [
                *_register(home, then_home, manifest),
                *_editions(home, then_home, manifest),
                *_replaced(home, then_home, meta),
            ],
        )
    finally:
        remove_tree(folder)


def _link_root(places: Places, then: Places) -> None:
    """Everything of the project but what was made."""
    then.root.mkdir()
    for path in places.root.iterdir():
        if path != places.rendered and not path.name.startswith("."):
            (then.root / path.name).symlink_to(path)


def _link_data(places: Places, then: Places, slug: str) -> None:
    """Deliveries, what was fetched, and the deliveries that were kept up to the one of now."""
    (then.data / slug).mkdir(parents=True)
    for source, target in (
        (places.deliveries(slug), then.deliveries(slug)),
        (places.snapshots, then.snapshots),
    ):
        if source.exists():
            target.symlink_to(source.resolve())
    memory = attack_memory(places, slug)
    if memory.is_file():
        shutil.copy(memory, attack_memory(then, slug))
    for name in _kept_until(places, slug):
        source, target = (vintages_home(place, slug) / name for place in (places, then))
        shutil.copytree(source, target, copy_function=_same_or_copy)


def _kept_until(places: Places, slug: str) -> list[str]:
    """Folders of the kept deliveries up to the one that is delivered now; all when that one was not kept."""
    gemeente, known = load_gemeente(places.parameters / slug), vintages(vintages_home(places, slug))
    if not known or not gemeente.bronnen.leveringen:
        return []
    key = load_key(places.key, root=places.root)
    now = seal_all(supply_of(places, slug, gemeente).checksums, key)
    last = max((one.number for one in known if dict(one.sources) == now), default=known[-1].number)
    return [one.folder.name for one in known if one.number <= last]


def _same_or_copy(source: str, target: str) -> None:
    """The same file under a second name, where the file system can; a kept delivery is never written in."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)  # with its rights: only the owner can read it


def _register(home: Path, then: Path, manifest: Mapping[str, Any]) -> Iterator[Fault]:
    told = manifest.get("releases") or {}
    number = told.get("number")
    if number is None or mark(home, number) != told:
        yield Fault(
            "register van uitgaven",
            "hoe het was toen deze editie werd gemaakt, is niet terug te halen",
            remedy="Een uitgave van daarvoor is later ingetrokken, of het register is vervangen.",
        )
        return
    copy_until(home, then, number)


def _editions(home: Path, then: Path, manifest: Mapping[str, Any]) -> Iterator[Fault]:
    """The earlier editions that went in, under the names they had."""
    known = {checksum(path): path.parent for path in (home / STORE).glob("*/manifest.json")}
    for name, wanted in sorted(manifest["inputs"].items()):
        if not name.startswith(MADE):
            continue
        edition = name.split("/")[1]
        if wanted in known:
            _bring(then, edition, known[wanted])
        else:
            rule = "deze editie is sindsdien opnieuw gemaakt, en die van toen is er niet meer"
            yield Fault(edition, rule, remedy="Maak een editie definitief om haar te bewaren.")


def _replaced(home: Path, then: Path, meta: Mapping[str, Any]) -> Iterator[Fault]:
    """The definitive edition that this one corrects."""
    if not meta.get("replaces"):
        return
    name = version_name(meta["period"], meta["replaces"])
    if (home / name).is_dir():
        _bring(then, name, (home / name).resolve())
    else:
        yield Fault(name, "deze editie is er niet meer", remedy="Zet haar terug uit een reservekopie.")


def _bring(then: Path, name: str, folder: Path) -> None:
    inside = then / STORE / folder.name
    if not inside.is_symlink():
        inside.symlink_to(folder.resolve())
    put_link(then, name, inside)
