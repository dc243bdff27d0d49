"""Counts on disk: added to, never half, nothing lost when several write or one is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from socdom.usage.cells import DEVICE, Act, Answer, Cell
from socdom.usage.store import add, read, thin

SEEN = Cell("2026-11-22", Act.SEEN, "jeugd")
LATER = Cell("2026-12-01", Act.SEEN, "jeugd")
_ADDS = """
import sys
from collections import Counter
from pathlib import Path
from socdom.usage.cells import Act, Cell
from socdom.usage.store import add
for turn in range(int(sys.argv[2])):
    add(Path(sys.argv[1]), Counter({Cell("2026-11-22", Act.SEEN, "jeugd"): 1}))
    print(turn, flush=True)
"""


def adding(folder: Path, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _ADDS, str(folder), str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_is_added_is_added_to_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "beheer" / "gebruik"
    add(folder, Counter({SEEN: 2, LATER: 1}))
    add(folder, Counter({SEEN: 3}))
    assert read(folder) == Counter({SEEN: 5, LATER: 1})
    assert json.loads((folder / "2026-11.json").read_text()) == {"2026-11-22 gezien jeugd": 5}


def test_only_the_group_may_look_along(tmp_path: Path) -> None:
    add(tmp_path, Counter({SEEN: 1}))
    assert (tmp_path / "2026-11.json").stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there_has_no_counts(tmp_path: Path) -> None:
    assert read(tmp_path / "geen") == Counter()


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"2026-11-22 gezien": 1}', '{"2026-11-22 gezien jeugd": -1}', '{"2026-12 gezien over": 1}'],
)
def test_a_damaged_month_is_set_aside_and_counting_goes_on(tmp_path: Path, text: str) -> None:
    (tmp_path / "2026-11.json").write_text(text)
    add(tmp_path, Counter({LATER: 1}))
    assert read(tmp_path) == Counter({LATER: 1})
    add(tmp_path, Counter({SEEN: 1}))
    assert read(tmp_path) == Counter({LATER: 1, SEEN: 1})
    assert (tmp_path / "2026-11.json.onleesbaar").read_text() == text


def test_a_month_that_was_written_is_not_added_again(tmp_path: Path) -> None:
    (tmp_path / "2026-12.json").mkdir()
    counts = Counter({SEEN: 1, LATER: 1})
    with pytest.raises(OSError, match="2026-12"):
        add(tmp_path, counts)
    assert counts == Counter({LATER: 1})


def test_after_eighteen_months_days_become_months(tmp_path: Path) -> None:
    device = Cell("2025-04-30", DEVICE, "tablet")
    answer = Cell("2025-04", Answer.NO, "over")
    old = Counter(
        {
            Cell("2025-04-01", Act.SEEN, "over"): 4,
            Cell("2025-04-30", Act.SEEN, "over"): 3,
            device: 7,
            answer: 2,
        }
    )
    young = Counter({Cell("2025-05-01", Act.SEEN, "over"): 5})
    add(tmp_path, Counter(old + young))
    thin(tmp_path, date(2026, 11, 30))
    kept = Counter({Cell("2025-04", Act.SEEN, "over"): 7, Cell("2025-04", DEVICE, "tablet"): 7, answer: 2})
    assert read(tmp_path) == kept + young
    before = (tmp_path / "2025-04.json").stat().st_mtime_ns
    thin(tmp_path, date(2026, 11, 30))
    assert (tmp_path / "2025-04.json").stat().st_mtime_ns == before


def test_two_servers_at_once_lose_nothing(tmp_path: Path) -> None:
    servers = [adding(tmp_path, 40) for _ in range(2)]
    assert [server.wait(timeout=60) for server in servers] == [0, 0]
    for server in servers:
        server.communicate()
    assert read(tmp_path) == Counter({SEEN: 80})


def test_a_server_that_is_killed_leaves_whole_counts(tmp_path: Path) -> None:
    written = 0
    for lines in (3, 11, 26):
        server = adding(tmp_path, 10_000)
        assert server.stdout is not None
        for _ in range(lines):
            server.stdout.readline()
        os.kill(server.pid, signal.SIGKILL)
        said = lines + len(server.communicate()[0].split())
        now = read(tmp_path)[SEEN]
        # It may have been stopped between writing and saying so.
        assert written + said <= now <= written + said + 1
        written = now
    add(tmp_path, Counter({SEEN: 1}))
    assert read(tmp_path)[SEEN] == written + 1
