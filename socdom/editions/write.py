"""Write an edition in a temporary folder and put it in place at once.

`rendered/<gemeente>/<name>` is a symbolic link to a folder in `rendered/<gemeente>/.edities/`. Replacing a link is one
step of the file system, so a reader never sees half an edition, and an interrupted run leaves the old one whole.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd

from socdom import __version__
from socdom.editions.additions import ADDITION_WORDS, Additions, write_members
from socdom.editions.additions_check import addition_faults
from socdom.editions.changes import ChangesRecord
from socdom.editions.download import write_csv
from socdom.editions.intact import checksum, is_intact
from socdom.editions.inventory import Inventory
from socdom.editions.inventory_check import figure_faults, file_faults
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
from socdom.errors import EditionError, Fault

# The files that this module writes, and what is in them; for the list of what an edition publishes.
CONTENT = {
    "figures.parquet": "alle cijfers, beschermd",
    "figures.csv": "dezelfde cijfers voor een rekenblad",
    "edition.json": "gemeente, periode en regels van de editie",
    "inventory.json": "de lijst van alles wat de editie publiceert",
    "catalogue.json": "uitleg en definitie van elk cijfer",
    "areas.json": "namen van gemeente, wijken en buurten",
    "duiding.json": "uitleg van mensen bij de cijfers",
    "ontwikkelingen.md": "de pagina Ontwikkelingen van het rapport",
    "manifest.json": "bronnen, instellingen en controlegetallen",
    **ADDITION_WORDS,
}
_STORE = ".edities"
_BUSY_PREFIX = "bezig-"
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
    write_csv(frame, descriptions, areas, folder / "figures.csv")
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


def write_manifest(
    folder: Path, *, fingerprint: str, inputs: dict[str, str], parameters: dict[str, Any]
) -> None:
    """Write `manifest.json`: what went in, and the checksum of every file that came out.

    Raises:
        EditionError: there is a file that the inventory in the folder does not name; no manifest is written.
    """
    inventory = Inventory.model_validate_json((folder / "inventory.json").read_bytes())
    _require(file_faults(folder, inventory))
    files = {
        path.relative_to(folder).as_posix(): checksum(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
    manifest = {
        "fingerprint": fingerprint,
        "versions": versions(),
        "inputs": inputs,
        "parameters": parameters,
        "files": files,
    }
    _write_json(folder / "manifest.json", manifest)


@contextmanager
def staged(home: Path, name: str) -> Iterator[Path]:
    """A temporary folder that becomes edition `name` of a municipality when the block ends well.

    Args:
        home: `rendered/<gemeente>`.
        name: `2020Q4` or `actueel`.
    """
    store = home / _STORE
    store.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_BUSY_PREFIX}{name}-", dir=store))
    try:
        yield folder
        _put_in_place(folder, home, name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(folder: Path, home: Path, name: str) -> None:
    os.chmod(folder, 0o755)
    final = _final_folder(home, name, checksum(folder / "manifest.json")[:12])
    if not final.exists():
        os.rename(folder, final)
    link = home / _STORE / f"{_BUSY_PREFIX}link-{final.name}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(_STORE) / final.name)
    os.replace(link, home / name)
    _thin(home, name, keep=final)


def _final_folder(home: Path, name: str, digest: str) -> Path:
    """Where an edition goes: a free place, or the same edition that already stands there whole.

    A damaged one is left aside, not mended in place: a reader may have it open.
    """
    places = (home / _STORE / f"{name}-{digest}{copy}" for copy in _copies())
    return next(place for place in places if not place.exists() or is_intact(place))


def _copies() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _thin(home: Path, name: str, keep: Path) -> None:
    """Remove older folders of an edition but the last one before, which a reader may still have open."""
    older = sorted(
        (path for path in (home / _STORE).glob(f"{name}-*") if path != keep and path.is_dir()),
        key=lambda path: path.stat().st_mtime,
    )
    for path in older[:-1]:
        shutil.rmtree(path, ignore_errors=True)


def remove_leftovers(home: Path) -> int:
    """Remove temporary folders of runs that were broken off; returns how many."""
    leftovers = list((home / _STORE).glob(f"{_BUSY_PREFIX}*"))
    for path in leftovers:
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)
    return len(leftovers)


def versions() -> dict[str, str]:
    """Versions of what makes the bytes of an edition: Python, socdom and the libraries that solve, draw and write."""
    python = ".".join(str(part) for part in sys.version_info[:2])
    return {"python": python, "socdom": __version__, **{name: version(name) for name in _MAKERS}}


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
