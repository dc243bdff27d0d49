"""Which edition is served when another one comes in its place, or goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from socdom.dashboard.serving.latest import Latest
from socdom.errors import EditionError
from tests.lib.sample_edition import write_sample


def test_a_newer_edition_is_served_at_once(tmp_path: Path) -> None:
    latest = Latest(write_sample(tmp_path, version="1.0"))
    assert latest().meta.version == "1.0"
    place = write_sample(tmp_path, version="1.1")
    assert latest().meta.version == "1.1"
    assert latest.folder() == place.resolve()


@pytest.mark.parametrize(
    "name", ["figures.parquet", "cijfers.csv", "inventory.json", "expected.json", "manifest.json"]
)
def test_a_newer_edition_that_was_changed_is_not_served(tmp_path: Path, name: str) -> None:
    first = write_sample(tmp_path, version="1.0").resolve()
    latest = Latest(tmp_path / "lindeveen" / "2020Q4")
    changed = write_sample(tmp_path, version="1.1") / name
    content = changed.read_bytes()
    changed.write_bytes(content + b" {")
    assert (latest().meta.version, latest.folder()) == ("1.0", first)
    write_sample(tmp_path, version="1.2")
    assert latest().meta.version == "1.2"


def test_an_edition_that_was_changed_is_not_served_from_the_start(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    (place / "cijfers.csv").write_bytes(b"iets anders")
    with pytest.raises(EditionError, match="een bestand van deze editie ontbreekt of is veranderd"):
        Latest(place)


def test_an_edition_that_was_taken_away_has_no_files(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    latest = Latest(place)
    shutil.move(place, tmp_path / "elders")
    assert not latest.folder().exists()
    assert latest().meta.version == "1.0"
    shutil.move(tmp_path / "elders", place)
    assert latest.folder() == place.resolve()
