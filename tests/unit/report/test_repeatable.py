"""The same edition gives the same documents, byte for byte: elsewhere, later, for another user, on another machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from socdom.report.documents import DOCUMENTS
from socdom.report.surroundings import surroundings
from tests.lib.imports import ROOT, modules
from tests.unit.report.conftest import NOTEBOOKS, write_whole

# One processor, another working folder, and told on the screen what was made.
ELSEWHERE = """
import os, sys
from pathlib import Path
from socdom.report.make import make_documents
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
for path in make_documents(Path(sys.argv[1]), Path(sys.argv[2]), progress=lambda line: print("!", line)):
    print(path.name)
"""
PUBLIC = ("report", "blocks", "charts", "narrative", "judgement", "editions")
CHANGEABLE = re.compile(
    r"\.(today|now|utcnow)\(|\btime\.time\(|\b(uuid\d|getpid|getuser|gethostname|expanduser)\(|\bimport random\b"
)


@pytest.mark.slow
def test_another_folder_time_zone_language_user_and_machine_give_the_same_bytes(
    report_folder: Path, tmp_path: Path
) -> None:
    folder = write_whole(tmp_path / "élders")
    home = tmp_path / "thuis"
    home.mkdir()
    other = {
        "TZ": "Pacific/Kiritimati",
        "LANG": "nl_NL.UTF-8",
        "LC_ALL": "nl_NL.UTF-8",
        "PYTHONHASHSEED": "4711",
        "HOME": str(home),
        "USER": "iemand-anders",
        "LOGNAME": "iemand-anders",
        "TMPDIR": str(home),
        # Only to spare time: where matplotlib and fontconfig keep which fonts there are.
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
    }
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, folder, NOTEBOOKS],
        env={**os.environ, **other},
        cwd=home,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told = [line for line in run.stdout.splitlines() if line.startswith("!")]
    made = {line for line in run.stdout.splitlines() if not line.startswith("!")}
    assert made == set(DOCUMENTS)
    differ = [
        name for name in sorted(made) if (folder / name).read_bytes() != (report_folder / name).read_bytes()
    ]
    assert differ == []
    assert any("rapport PDF maken" in line for line in told)
    assert told[-1] == "! Documenten maken: 3 van 3 klaar"
    assert list(home.iterdir()) == [], "temporary files, or settings of a user"


def test_nothing_on_the_public_side_asks_for_the_clock_the_user_or_chance() -> None:
    """Two runs on one day would not show it."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for name, path in modules().items()
        if name.startswith(tuple(f"socdom.{part}" for part in PUBLIC))
        for match in CHANGEABLE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_surroundings_do_not_follow_the_user() -> None:
    one = surroundings(
        {"PATH": "/bin", "TZ": "Asia/Tokyo", "LANG": "nl_NL", "SOCDOM_DATA": "/d", "OMP_NUM_THREADS": "8"}
    )
    other = surroundings({"PATH": "/bin", "LC_ALL": "tr_TR.UTF-8", "XDG_CONFIG_HOME": "/k"})
    assert one == other
    assert one["PATH"] == "/bin"
