"""What takes long to make, made once for all processes that share out the tests; each gets a copy of its own."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from socdom.whole_files import in_turn

_TOLD = "gemaakt.pickle"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]) -> tuple[Path, Any]:
    """A folder as `make` fills it, and what that gives back; the second process waits for the first.

    Args:
        name: of what is made, for the names of the folders.
        make: fills an empty folder, and gives back something that can be pickled.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    shared = base / f"samen-{name}"
    shared.mkdir(exist_ok=True)
    with in_turn(shared):
        if not (shared / _TOLD).exists():
            shutil.rmtree(shared / name, ignore_errors=True)
            (shared / name).mkdir()
            (shared / _TOLD).write_bytes(pickle.dumps(make(shared / name)))
    own = factory.mktemp(name)
    shutil.copytree(shared / name, own, symlinks=True, dirs_exist_ok=True)
    return own, pickle.loads((shared / _TOLD).read_bytes())
