"""What cannot be written is told in Dutch; what has another cause is not hidden behind it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from socdom.errors import StorageError
from socdom.pipeline.storage import writing

FOLDER = Path("rendered") / "kleindorp"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EROFS, "hier mag socdom niet schrijven"),
        (errno.EACCES, "hier mag socdom niet schrijven"),
    ],
)
def test_a_disk_that_cannot_be_written_on_is_told(number: int, told: str) -> None:
    with pytest.raises(StorageError, match=f"kleindorp: {told}") as error, writing(FOLDER):
        raise OSError(number, "niet voor de lezer")
    assert error.value.exit_code == 17
    assert "niet voor de lezer" not in str(error.value)


def test_the_file_is_named_where_the_system_names_it() -> None:
    with pytest.raises(StorageError, match="geschreven. kaart.csv: de schijf is vol"), writing(FOLDER):
        raise OSError(errno.ENOSPC, "vol", "kaart.csv")


def test_another_fault_of_the_system_passes() -> None:
    with pytest.raises(FileNotFoundError), writing(FOLDER):
        raise FileNotFoundError(errno.ENOENT, "weg", "kaart.csv")


def test_a_file_that_may_not_be_read_is_not_told_as_one_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "doelen.yml"
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda *args: False)
    with pytest.raises(StorageError, match="doelen.yml: dit bestand mag socdom niet lezen"), writing(FOLDER):
        raise OSError(errno.EACCES, "dicht", str(path))
