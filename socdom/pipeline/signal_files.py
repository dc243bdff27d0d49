"""The signals of an edition for who follows them, and a file to start with for each new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socdom.editions.put_back import ACTUEEL
from socdom.editions.read import Edition, open_edition
from socdom.judgement.register import Followed, register
from socdom.narrative import register as words
from socdom.parameters import Places, load_gemeente
from socdom.parameters.opvolging import TO_FILL_IN, Opvolging
from socdom.parameters.signalen import FOLDER_NAME, read_signalen
from socdom.pipeline.signals import RULE_NAMES
from socdom.pipeline.storage import writing
from socdom.quarters import Quarter, period_label
from socdom.whole_files import put_new_file


@dataclass(frozen=True)
class Listed:
    """Signals in words.

    Attributes:
        heading: how many there are.
        lines: a signal each: how it stands, and what it is.
        made: files that were written, to be filled in.
        kept: files that were there already, and stay as they are.
    """

    heading: str
    lines: tuple[tuple[str, str], ...]
    made: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


def list_signals(
    gemeente: str, kwartaal: str = "", *, make: bool = False, places: Places | None = None
) -> Listed:
    """The signals of an edition, open ones first.

    Args:
        gemeente: folder name of the municipality.
        kwartaal: quarter of the edition ("2020Q4"); the current edition when "".
        make: write a file to fill in for each new signal that has none; none is ever written over.

    Raises:
        EditionError: there is no such edition.
        ParameterError: the municipality or the quarter is unknown, or a file of the register is not valid.
        StorageError: a file could not be written.
    """
    places = places or Places.from_environment()
    folder = places.parameters / gemeente
    load_gemeente(folder)
    edition = open_edition(gemeente, str(Quarter.parse(kwartaal)) if kwartaal else ACTUEEL, places)
    found = register(edition)
    lines = tuple(
        (words.standing_words(item.standing, noted=item.record is not None), _line(edition, item))
        for item in (*found.open, *found.closed)
    )
    if not make:
        return Listed(words.heading(found), lines)
    made, kept = _write_files(edition, found.new, folder)
    return Listed(words.heading(found), lines, made, kept)


def _line(edition: Edition, item: Followed) -> str:
    role = f", {item.role}" if item.role else ""
    return f"{words.finding(edition, item)} (sinds {period_label(item.since)}){role}"


def _write_files(
    edition: Edition, new: Sequence[Followed], folder: Path
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """A file for each signal that none follows yet; which were made and which were there."""
    known = read_signalen(folder).opvolging
    made: list[Path] = []
    kept: list[Path] = []
    home = folder / FOLDER_NAME
    with writing(home):
        for item in new:
            there = [home / other.bestand for other in known if _follows(other, item, edition.meta.code)]
            path = there[-1] if there else home / _name(item, edition.meta.code)
            if path.exists():
                kept.append(path)
                continue
            home.mkdir(exist_ok=True)
            put_new_file(path, _text(edition, item).encode())
            made.append(path)
    return tuple(made), tuple(kept)


def _follows(other: Opvolging, item: Followed, own: str) -> bool:
    """Whether a file is about this signal; a draft is not in the edition, but it is there."""
    same = (other.indicator, other.gebied or own, other.richting) == (
        item.indicator,
        item.area,
        item.direction,
    )
    return same and (other.is_open or other.stappen[-1].dag > Quarter.parse(item.since).end)


def _name(item: Followed, own: str) -> str:
    parts = (item.indicator, item.area if item.area != own else "", item.direction, item.since)
    return f"{'-'.join(part for part in parts if part)}.md"


def _text(edition: Edition, item: Followed) -> str:
    area = f"gebied: {item.area}\n" if item.area != edition.meta.code else ""
    return (
        f"---\nindicator: {item.indicator}\n{area}regel: {RULE_NAMES[item.rule]}\n"
        f"richting: {item.direction}\nsinds: {item.since}\n---\n"
        f"## {edition.meta.figures_as_of}: nieuw ({TO_FILL_IN})\n\n"
        f"{TO_FILL_IN}: wie bekijkt dit signaal, en wat is er afgesproken?\n"
    )
