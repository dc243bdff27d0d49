"""One function per reader: any bytes in; out comes a result that keeps its promise, or a fault in Dutch.

Whatever else is raised is a mistake in the reader. `MARK` stands for a person and may never come back in a message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.dashboard.serving.messages import checked
from socdom.errors import Fault, SocdomError
from socdom.parameters.bronnen import Bestand
from socdom.pipeline.look import intake
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.files.look import look
from socdom.sources.files.read import read_delivered
from socdom.sources.iv3_json import read_iv3_json
from socdom.sources.messages.read import read_messages
from socdom.sources.raw import RawFile
from tests.lib.messages import loose_schemas
from tests.lib.visitor import require_harmless

MARK = "Zoekmijniet"
_CLIENTS = DELIVERIES["clienten"]
# Gives whether there was a result.
Reader = Callable[[bytes, Path], bool]


def read_file(content: bytes, folder: Path, ending: str) -> bool:
    """A file of clients, of the kind that its ending says."""
    path = folder / f"clienten.{ending}"
    path.write_bytes(content)
    raw, faults = read_delivered(path, _CLIENTS, Bestand(bestand=path.name))
    return _keeps(raw, faults, [column.name for column in _CLIENTS.columns])


def read_iv3(content: bytes, folder: Path) -> bool:
    """A delivery of Iv3 in JSON."""
    path = folder / "iv3.json"
    path.write_bytes(content)
    spec = DELIVERIES["begroting"]
    try:
        raw, faults = read_iv3_json([path], "GM0766", spec)
    except SocdomError as error:
        _silent(map(str, error.faults))
        return False
    return _keeps(raw, faults, [column.name for column in spec.columns])


def look_at(content: bytes, folder: Path, ending: str = "csv") -> bool:
    """A file of which nothing is known."""
    path = folder / f"bestand.{ending}"
    path.write_bytes(content)
    try:
        looked = intake(path)
    except SocdomError as error:
        _silent(map(str, error.faults))
        return False
    # A name of a column may be told.
    if not any(MARK in header for header in look(path).headers):
        _silent([looked.text, *looked.notes])
    return True


def read_message(content: bytes, folder: Path, xsd: Path | None = None) -> bool:
    """A folder with one message of iWmo or iJw; without schemas of the standard, ones that allow anything."""
    path = folder / "berichten" / "bericht.xml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        found = read_messages(path.parent, xsd or _loose(folder / "xsd"), "GM0766")
    except SocdomError as error:
        _silent(map(str, error.faults))
        return False
    _silent([*found.notes, *(str(aside) for aside in found.set_aside)])
    for name, raw in found.parts.items():
        _keeps(raw, [], [column.name for column in DELIVERIES[name].columns if column.fixed is None])
    return bool(found.counts)


def pass_message(content: bytes, folder: Path) -> bool:
    """A message of a page to its kernel: what passes is harmless, and says the same when it is said again."""
    passed = checked(content)
    require_harmless(passed)
    assert passed is None or checked(passed) == passed
    return passed is not None


READERS: Mapping[str, Reader] = {
    "csv": lambda content, folder: read_file(content, folder, "csv"),
    "xlsx": lambda content, folder: read_file(content, folder, "xlsx"),
    "ods": lambda content, folder: read_file(content, folder, "ods"),
    "parquet": lambda content, folder: read_file(content, folder, "parquet"),
    "json": read_iv3,
    "xml": read_message,
    "intake": look_at,
    "kies": pass_message,
}


def _loose(folder: Path) -> Path:
    return folder if folder.is_dir() else loose_schemas(folder)


def _keeps(raw: RawFile | None, faults: Iterable[Fault], names: list[str]) -> bool:
    """What a reader promises: a result or a fault, all columns, text, and a number for each row."""
    faults = list(faults)
    _silent(map(str, faults))
    if raw is None:
        assert faults
        return False
    # Beside the columns that are needed, names of other columns may be told.
    _silent(note for note in raw.notes if not note.startswith("Niet gelezen"))
    assert list(raw.texts.columns) == names
    assert len(raw.texts) == len(raw.rows)
    assert all(pd.api.types.is_string_dtype(kind) for kind in raw.texts.dtypes)
    assert not raw.texts.isna().to_numpy().any()
    assert bool(np.all(np.diff(raw.rows) > 0)) or len(raw.rows) < 2
    return not faults


def _silent(texts: Iterable[str]) -> None:
    assert all(MARK not in text for text in texts)
