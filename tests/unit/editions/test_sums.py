"""The checksum list: the standard program agrees with it, and every way a folder can differ is named."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from socdom.editions.sums import SUMS, SumFaults, file_names, sum_faults, write_sums
from tests.lib.sample_edition import write_sample

FILES = {"b.txt": "twee", "a.txt": "een", "map/c d.txt": "drie"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    write_sums(tmp_path)
    return tmp_path


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_standard_program_reads_it(folder: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "-c", SUMS], cwd=folder, capture_output=True, text=True, env={"LC_ALL": "C"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.splitlines()) == sorted(f"{name}: OK" for name in FILES)


def test_a_folder_as_it_was_made_has_no_fault(folder: Path) -> None:
    assert sum_faults(folder) == SumFaults()
    assert not sum_faults(folder)


def test_every_difference_is_named(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("anders", encoding="utf-8")
    (folder / "map" / "nieuw.txt").write_text("", encoding="utf-8")
    assert sum_faults(folder) == SumFaults(("a.txt",), ("b.txt",), ("map/nieuw.txt",))


@pytest.mark.parametrize("content", [None, b"", b"geen lijst\n", b"\xff\xfe"])
def test_a_list_that_is_gone_or_damaged_says_nothing(folder: Path, content: bytes | None) -> None:
    (folder / SUMS).unlink()
    if content is not None:
        (folder / SUMS).write_bytes(content)
    assert sum_faults(folder) is None


def test_every_edition_has_one_of_all_its_files(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    assert sum_faults(place) == SumFaults()
    assert "manifest.json" in file_names(place)
