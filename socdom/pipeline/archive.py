"""Which editions the council can get, and what is told of each on the page Rapporten.

Editions stay when the package changes, so what is told of one is read from its JSON as it is; only what changed asks
for the whole edition, and is left out where that cannot be read any more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from socdom.editions.archive import ArchivedEdition, ArchiveRecord, ChangedRecord, RevisedLine
from socdom.editions.changes import ChangesRecord, RevisedFigure
from socdom.editions.frozen import frozen_editions, version_key
from socdom.editions.intact import checksum, is_intact
from socdom.editions.read import Edition
from socdom.narrative.changes import change_lines, since
from socdom.narrative.wording import capital
from socdom.pipeline.earlier import readable
from socdom.quarters import period_label
from socdom.report.file_list import listed_files

_MOST_REVISED = 5


def standing_reports(home: Path, until: str, *, concepts: bool) -> list[Path]:
    """The quarterly editions that may be shown, newest quarter and highest version first.

    A definitive one goes by the name of its version, which always leads to the same files. A correction that is not
    definitive yet (`2020Q4-concept`) is never among them.

    Args:
        home: `rendered/<gemeente>`.
        until: newest quarter.
        concepts: whether an edition that is a concept may be shown too.
    """
    found = [item.place for item in frozen_editions(home)]
    if concepts:
        found += [path for path in home.glob("????Q?") if _told(path).get("state") == "concept"]
    chosen = [path for path in found if path.name[:6] <= until and "version" in _told(path)]
    return sorted(chosen, key=lambda path: (path.name[:6], version_key(_told(path)["version"])), reverse=True)


def intact_reports(places: Sequence[Path]) -> tuple[Path, ...]:
    """Those of which every file is as it was made."""
    return tuple(place for place in places if is_intact(place))


def damaged_notes(places: Sequence[Path]) -> tuple[str, ...]:
    """For who runs: which editions are not offered because a file of theirs was lost or changed."""
    return tuple(
        f"De editie {place.name} is beschadigd en staat niet op de pagina Rapporten. "
        "Zet haar terug uit een reservekopie, of maak een concept opnieuw."
        for place in places
        if not is_intact(place)
    )


def archive_record(places: Sequence[Path]) -> ArchiveRecord:
    """What is told of each edition.

    Args:
        places: of `standing_reports`, all intact, in that order.
    """
    newest: dict[str, str] = {}
    editions = []
    for place in places:
        found = _archived(place, replaced_by=newest.get(place.name[:6], ""))
        newest.setdefault(found.period, found.version)
        editions.append(found)
    return ArchiveRecord(editions=tuple(editions))


def _archived(place: Path, replaced_by: str) -> ArchivedEdition:
    meta, inventory = _json(place / "edition.json"), _json(place / "inventory.json")
    offered = [item["name"] for item in inventory["files"] if item["offered"]]
    return ArchivedEdition(
        name=place.name,
        period=meta["period"],
        edition=meta["edition"],
        version=meta["version"],
        state=meta["state"],
        figures_as_of=meta["figures_as_of"],
        manifest=checksum(place / "manifest.json"),
        files=listed_files(place, offered),
        errata=_json(place / "documents.json").get("errata", ()),
        replaced_by=replaced_by,
        changed=_changed(readable(place)),
    )


def _changed(edition: Edition | None) -> ChangedRecord | None:
    record = edition.changes if edition is not None else None
    if edition is None or record is None:
        return None
    revised = _most_important(edition, record)
    return ChangedRecord(
        since=since(record),
        lines=change_lines(edition, record),
        revised=tuple(_revised(edition, item) for item in revised),
        more=len(record.revised) - len(revised),
        definitions=tuple(f"{item.title}: {', '.join(item.what)}" for item in record.definitions),
    )


def _most_important(edition: Edition, record: ChangesRecord) -> list[RevisedFigure]:
    """A few revised figures: key figures first, and of those the newest period first, as they stand."""
    known = [item for item in record.revised if item.indicator in edition.descriptions]
    return sorted(known, key=lambda item: not edition.descriptions[item.indicator].key_figure)[:_MOST_REVISED]


def _revised(edition: Edition, item: RevisedFigure) -> RevisedLine:
    about = edition.descriptions[item.indicator]
    return RevisedLine(
        title=capital(about.short),
        period=period_label(item.period),
        was=about.text(item.old),
        now=about.text(item.new),
        reason=item.reason,
    )


def _told(place: Path) -> dict[str, Any]:
    """What an edition tells of itself; empty when it is none."""
    try:
        return dict(_json(place / "edition.json"))
    except (OSError, ValueError, TypeError):
        return {}


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
