"""The temporary folder of a run: gone after it, and gone with the next run when it was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from socdom.workspace import workspace


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_gone_after_the_block(temporary: Path) -> None:
    with workspace() as folder:
        (folder / "kwartaalrapport.ipynb").write_text("{}")
        assert folder.parent == temporary
    assert not list(temporary.iterdir())


def test_what_a_killed_run_left_goes_and_that_of_a_run_that_goes_on_stays(temporary: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    left, busy, other = (
        temporary / f"socdom-{name}" for name in (f"{gone.pid}-abc", f"{os.getpid()}-abc", "iets")
    )
    for folder in (left, busy, other):
        folder.mkdir()
        (folder / "bestand").write_text("x")
    (temporary / "socdom-1-link").symlink_to(other)
    with workspace():
        assert not left.exists()
    assert (busy / "bestand").exists()
    assert (other / "bestand").exists()
