"""Landlock and limits, each in a process of its own, as they hold for good."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from socdom.dashboard.kernels import sandbox
from socdom.dashboard.kernels.sandbox import landlock_version, restrict
from socdom.dashboard.kernels.surroundings import software

_TRY = """
import os, sys
from pathlib import Path
from socdom.dashboard.kernels.sandbox import restrict
readable, writable, outside = map(Path, sys.argv[1:])
version = restrict([readable, readable / "no such file"], [writable])
def attempt(what):
    try:
        what()
    except PermissionError:
        return "refused"
    return "done"
print(version, *[attempt(what) for what in (
    (readable / "a").read_text,
    lambda: (readable / "b").write_text("b"),
    lambda: (writable / "c").write_text("c"),
    (writable / "c").unlink,
    (outside / "a").read_text,
    lambda: os.truncate(outside / "a", 0),
    lambda: os.rename(writable / "d", outside / "d"),
    lambda: (writable / "e").symlink_to(outside),
)])
"""


@pytest.mark.skipif(landlock_version() < 3, reason="dit systeem heeft geen Landlock")
def test_only_what_is_named_can_be_read_and_written(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("readable", "writable", "outside")]
    for folder in folders:
        folder.mkdir()
        (folder / "a").write_text("a")
        (folder / "d").write_text("d")
    tried = subprocess.run(
        [sys.executable, "-c", _TRY, *map(str, folders)], capture_output=True, text=True, check=True
    )
    version, *found = tried.stdout.split()
    assert int(version) == landlock_version()
    assert found == ["done", "refused", "done", "done", "refused", "refused", "refused", "refused"]
    assert (tmp_path / "outside" / "a").read_text() == "a"


def test_without_landlock_nothing_is_restricted_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_call", lambda *arguments: -1)
    assert landlock_version() == 0
    assert restrict([], []) == 0
    assert Path(__file__).read_text()


def test_the_files_of_the_project_are_no_software() -> None:
    root = Path(__file__).parents[4]
    allowed = software()
    assert root / "socdom" in allowed
    for private in ("data", "parameters", "rendered", "tests"):
        assert not any((root / private).is_relative_to(path) for path in allowed)
    assert not any(path in (Path("/"), Path("/home"), Path("/etc"), Path("/tmp")) for path in allowed)


def test_limits_hold_for_the_process_and_its_children() -> None:
    code = (
        "import os, resource; from socdom.dashboard.kernels.limits import *; before = os.nice(0);"
        "set_limits(own_user=True); kinds = (resource.RLIMIT_AS, resource.RLIMIT_CORE, resource.RLIMIT_NPROC);"
        "print(*[resource.getrlimit(kind)[1] for kind in kinds], os.nice(0) - before, flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    space, core, processes, nice = map(int, done.stdout.split())
    assert 10**9 < space < 4 * 10**9
    assert core == 0
    assert 0 < processes <= 4096
    assert nice > 0 or nice == 19
