"""Looking at a delivered file from start to end: what comes out, and what is left alone."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
import yaml

from socdom.errors import DeliveryError, ParameterError, StorageError
from socdom.pipeline.look import intake
from tests.fixtures.bad_deliveries.small_delivery import ANNA, MARKED_NAME, write_small


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_small(tmp_path / "levering") / "clienten.csv"


def test_a_file_is_looked_at_and_the_mapping_written(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "voorstel.yml"
    looked = intake(file, out=out)
    assert (looked.delivery, looked.path) == ("clienten", out)
    assert out.read_text(encoding="utf-8") == looked.text
    assert set(yaml.safe_load(looked.text)["bronnen"]["bestanden"]) == {"clienten"}
    assert looked.notes[0] == "Gelezen als clienten: 4 rijen bekeken, 7 kolommen herkend."
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert intake(file) == type(looked)(looked.text, "clienten", looked.notes, None)


def test_a_mapping_that_is_there_stays(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "voorstel.yml"
    out.write_text("van mij", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"dit bestand bestaat al. Kies een andere naam"):
        intake(file, out=out)
    # Also when it appears while the file is looked at.
    monkeypatch.setattr(Path, "exists", lambda path: False)
    with pytest.raises(ParameterError, match="dit bestand bestaat al"):
        intake(file, out=out)
    assert out.read_text(encoding="utf-8") == "van mij"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["levering", "voorstel.yml"]


def test_a_full_disk_is_told_and_leaves_nothing(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    real = Path.open

    def opened(path: Path, mode: str = "r", **more: object) -> object:
        if mode != "x":
            return real(path, mode, **more)
        path.touch()
        return Full()

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(StorageError, match="de schijf is vol"):
        intake(file, out=tmp_path / "voorstel.yml")
    assert [path.name for path in tmp_path.iterdir()] == ["levering"]


def test_a_folder_that_is_not_there_is_told(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="deze map bestaat niet"):
        intake(file, out=tmp_path / "nergens" / "voorstel.yml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="dit bestand is er niet"):
        intake(tmp_path / "clienten.csv")


def test_a_file_without_a_row_of_names_shows_nobody(file: Path, tmp_path: Path) -> None:
    lines = file.read_text(encoding="utf-8-sig").splitlines()[1:]
    bare = tmp_path / "export.csv"
    bare.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DeliveryError) as error:
        intake(bare)
    assert "hier horen de namen van de kolommen" in str(error.value)
    assert ANNA not in str(error.value)
    assert MARKED_NAME not in str(error.value)
