"""Write an edition in a temporary folder and put it in place at once.

`rendered/<gemeente>/<name>` is a symbolic link to a folder in `rendered/<gemeente>/.edities/`. Replacing a link is one
step of the file system, so a reader never sees half an edition, and an interrupted run leaves the old one whole.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd

from socdom import __version__
from socdom.editions.additions import ADDITION_WORDS, Additions, write_members
from socdom.editions.additions_check import addition_faults
from socdom.editions.archive import ArchiveRecord
from socdom.editions.changes import ChangesRecord
from socdom.editions.download import DOWNLOAD_WORDS, write_downloads
from socdom.editions.drawn import forget_drawings
from socdom.editions.frozen import (
    BUSY_PREFIX,
    STORE,
    draft_name,
    freeze,
    is_folder_of,
    put_link,
    remove_tree,
    settle,
)
from socdom.editions.intact import checksum, is_intact
from socdom.editions.inventory import Inventory
from socdom.editions.inventory_check import figure_faults, file_faults
from socdom.editions.lookback import LookbackRecord
from socdom.editions.model import (
    FIGURE_COLUMNS,
    FIGURE_KEY,
    SHOWN_STATUSES,
    STATUSES,
    AreaRecord,
    Description,
    DuidingRecord,
    EditionMeta,
    Record,
)
from socdom.editions.put_back import drop_stale_mark
from socdom.editions.sums import SUMS, write_sums
from socdom.errors import EditionError, Fault

# The files that this module writes, and what is in them; for the list of what an edition publishes.
CONTENT = {
    "figures.parquet": "alle cijfers, beschermd",
    **DOWNLOAD_WORDS,
    "edition.json": "gemeente, periode en regels van de editie",
    "inventory.json": "de lijst van alles wat de editie publiceert",
    "catalogue.json": "uitleg en definitie van elk cijfer",
    "areas.json": "namen van gemeente, wijken en buurten",
    "duiding.json": "uitleg van mensen bij de cijfers",
    "ontwikkelingen.md": "de pagina Ontwikkelingen van het rapport",
    "manifest.json": "bronnen, instellingen en controlegetallen",
    SUMS: "controlegetallen van alle bestanden, voor sha256sum",
    **ADDITION_WORDS,
}
_MAKERS = (
    "highspy",
    "matplotlib",
    "nbconvert",
    "numpy",
    "pandas",
    "papermill",
    "pyarrow",
    "seaborn",
    "weasyprint",
    "xlsxwriter",
)


def write_content(
    folder: Path,
    *,
    meta: EditionMeta,
    inventory: Inventory,
    figures: pd.DataFrame,
    descriptions: Sequence[Description],
    areas: Sequence[AreaRecord],
    duiding: Sequence[DuidingRecord],
    developments: str,
    additions: Additions | None = None,
) -> None:
    """Write figures and texts of an edition into a folder; documents and manifest come later.

    Under the profile "zonder duiding" no explanation is written, whatever is handed in.

    Raises:
        EditionError: the figures are not those that the inventory declares, or what stands beside them is not about
            what they show; nothing is written.
    """
    frame, added = _ordered(figures), additions or Additions()
    _require([*figure_faults(frame, inventory), *addition_faults(added, frame, descriptions)])
    frame.to_parquet(folder / "figures.parquet", index=False)
    write_downloads(folder, frame, meta, descriptions, areas)
    with_duiding = meta.profile == "met duiding"
    _write_json(folder / "edition.json", meta.model_dump(mode="json"))
    _write_json(folder / "inventory.json", inventory.model_dump(mode="json"))
    _write_json(folder / "catalogue.json", _dump(descriptions))
    _write_json(folder / "areas.json", _dump(areas))
    _write_json(folder / "duiding.json", _dump(duiding) if with_duiding else [])
    (folder / "ontwikkelingen.md").write_text(developments, encoding="utf-8")
    for name, content in added.files().items():
        _write_json(folder / name, content)
    write_members(folder, added.members)


def write_changes(folder: Path, changes: ChangesRecord) -> None:
    """Write what differs from the edition before; without one before there is no such file."""
    _write_json(folder / "changes.json", changes.model_dump(mode="json"))


def write_lookback(folder: Path, lookback: LookbackRecord) -> None:
    """Write what earlier editions said; without any there is no such file."""
    _write_json(folder / "lookback.json", lookback.model_dump(mode="json"))


def write_archive(folder: Path, archive: ArchiveRecord) -> None:
    """Write which reports the council can get; for the edition `actueel`."""
    _write_json(folder / "archive.json", archive.model_dump(mode="json"))


def write_manifest(
    folder: Path,
    *,
    fingerprint: str,
    inputs: Mapping[str, str],
    parameters: dict[str, Any],
    releases: Mapping[str, Any] | None = None,
    sealed_with: str = "",
) -> None:
    """Write `manifest.json`: what went in, and the checksum of every file that came out; and beside it SHA256SUMS.

    Args:
        inputs: name → checksum.
        releases: which releases were made before this one, from `socdom.editions.releases.mark`.
        sealed_with: which key closed checksums are sealed with.

    Raises:
        EditionError: there is a file that the inventory in the folder does not name; no manifest is written.
    """
    inventory = Inventory.model_validate_json((folder / "inventory.json").read_bytes())
    _require(file_faults(folder, inventory))
    files = {
        path.relative_to(folder).as_posix(): checksum(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("manifest.json", SUMS)
    }
    manifest = {
        "fingerprint": fingerprint,
        "versions": versions(),
        "inputs": dict(inputs),
        "sealed_with": sealed_with,
        "releases": dict(releases or {}),
        "parameters": parameters,
        "files": files,
    }
    _write_json(folder / "manifest.json", manifest)
    write_sums(folder)


@contextmanager
def staged(home: Path, name: str, *, definitive: str = "") -> Iterator[Path]:
    """A temporary folder that becomes edition `name` of a municipality when the block ends well.

    Args:
        home: `rendered/<gemeente>`.
        name: `2020Q4`, `2020Q4-concept`, `2020Q4-v1.0` or `actueel`.
        definitive: the quarter of a definitive edition, which leads to it from then on; "" for any other.
    """
    store = home / STORE
    store.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{BUSY_PREFIX}{name}-", dir=store))
    try:
        yield folder
        _put_in_place(folder, home, name, definitive)
    finally:
        remove_tree(folder)


def _put_in_place(folder: Path, home: Path, name: str, definitive: str) -> None:
    os.chmod(folder, 0o755)
    final = _final_folder(home, name, checksum(folder / "manifest.json")[:12])
    if definitive:
        # Before it has its name, so that no frozen folder can ever be written in.
        freeze(folder)
    if not final.exists():
        os.rename(folder, final)
    put_link(home, name, final)
    if definitive:
        settle(home)
        for replaced in (definitive, draft_name(definitive)):
            _thin(home, replaced, keep=None)
    else:
        _thin(home, name, keep=final)
    forget_drawings(home)


def _final_folder(home: Path, name: str, digest: str) -> Path:
    """Where an edition goes: a free place, or the same edition that already stands there whole.

    A damaged one is left aside, not mended in place: a reader may have it open.
    """
    places = (home / STORE / f"{name}-{digest}{copy}" for copy in _copies())
    return next(place for place in places if not place.exists() or is_intact(place))


def _copies() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _thin(home: Path, name: str, keep: Path | None) -> None:
    """Remove older folders of an edition but the last one before, which a reader may still have open.

    One that is definitive has its version in its name, so it is never among them.
    """
    older = sorted(
        (
            path
            for path in (home / STORE).iterdir()
            if is_folder_of(name, path.name) and path != keep and path.is_dir()
        ),
        key=lambda path: path.stat().st_mtime,
    )
    for path in older[:-1]:
        remove_tree(path)


def remove_leftovers(home: Path) -> int:
    """Finish or remove what runs that were broken off left; returns how many temporary folders and links went."""
    leftovers = list((home / STORE).glob(f"{BUSY_PREFIX}*"))
    for path in leftovers:
        if path.is_symlink():
            path.unlink()
        else:
            remove_tree(path)
    settle(home)
    drop_stale_mark(home)
    forget_drawings(home)
    return len(leftovers)


def versions() -> dict[str, str]:
    """Versions of what makes the bytes of an edition: Python, socdom and the libraries that solve, draw and write."""
    python = ".".join(str(part) for part in sys.version_info[:2])
    return {"python": python, "socdom": __version__, **{name: _installed(name) for name in _MAKERS}}


@cache
def _installed(name: str) -> str:
    """Version of a library; once a process, which keeps what it has loaded."""
    return version(name)


def _ordered(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures with exactly the fixed columns, in a fixed order; checks what must always hold."""
    frame = figures.loc[:, list(FIGURE_COLUMNS)].sort_values(list(FIGURE_KEY), ignore_index=True)
    assert not frame.duplicated(list(FIGURE_KEY)).any(), "two figures with the same key"
    assert frame["status"].isin(STATUSES).all(), "unknown status"
    hidden = ~frame["status"].isin(SHOWN_STATUSES)
    assert frame.loc[hidden, ["numerator", "value"]].isna().all(axis=None), "a hidden figure holds a number"
    assert frame.loc[~hidden, "value"].notna().all(), "a shown figure is empty"
    return frame


def _require(faults: Sequence[Fault]) -> None:
    if faults:
        raise EditionError(faults)


def _dump(records: Sequence[Record]) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json") for record in records]


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
