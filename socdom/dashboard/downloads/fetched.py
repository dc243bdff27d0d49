"""The files a reader can fetch: which ones there are, and what they are called once they are saved."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from socdom.editions.archive import ArchiveRecord
from socdom.editions.download_name import current_name, download_name
from socdom.editions.intact import checksum
from socdom.editions.read import Edition


def archived_file(home: Path, archive: ArchiveRecord, path: str) -> Path | None:
    """A file of an archived edition; None when it is not offered, was taken away, or is not as it was made.

    Args:
        home: `rendered/<gemeente>`.
        archive: of the edition that is served.
        path: "2020Q4-v1.0/kwartaalrapport.pdf".
    """
    name, _, file = path.partition("/")
    edition = archive.find(name)
    listed = next((item for item in edition.files if item.name == file), None) if edition else None
    if edition is None or listed is None:
        return None
    folder = home / name
    try:
        same = (
            not (folder / file).is_symlink()
            and checksum(folder / "manifest.json") == edition.manifest
            and checksum(folder / file) == listed.checksum
        )
    except OSError:
        return None
    return folder / file if same else None


def saved_name(edition: Edition, name: str) -> str:
    """What a file of the edition that is served is called once it is saved.

    A report there was taken over from the newest one in the archive; figures are its own.
    """
    meta = edition.meta
    if meta.kind == "kwartaal":
        return download_name(name, meta)
    newest = edition.archive.editions[:1]
    stems = {PurePosixPath(file.name).stem for item in newest for file in item.files}
    if newest and PurePosixPath(name).stem in stems and not name.startswith("cijfers"):
        return download_name(name, newest[0])
    return current_name(name, meta.period, meta.figures_as_of)
