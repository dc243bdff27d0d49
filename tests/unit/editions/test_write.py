"""Editions are put in place at once, the same bytes each time, and nothing hidden is in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socdom.editions.intact import checksum, is_intact
from socdom.editions.read import Edition
from socdom.editions.write import remove_leftovers, staged, write_content
from socdom.errors import EditionError
from tests.lib import sample_edition
from tests.lib.inventories import inventory_of
from tests.lib.sample_edition import write_sample


def _contents(folder: Path) -> dict[str, bytes]:
    folder = folder.resolve()
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    assert _contents(write_sample(tmp_path / "a")) == _contents(write_sample(tmp_path / "b"))


def test_the_manifest_holds_the_checksum_of_every_other_file(sample_folder: Path) -> None:
    files = json.loads((sample_folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    present = {name for name in _contents(sample_folder) if name not in ("manifest.json", "SHA256SUMS")}
    assert set(files) == present
    assert all(checksum(sample_folder / name) == value for name, value in files.items())


def test_a_run_that_breaks_off_leaves_the_old_edition(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    before = _contents(place)

    def break_off() -> None:
        with staged(place.parent, place.name) as folder:
            (folder / "figures.parquet").write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert _contents(place) == before
    assert remove_leftovers(place.parent) == 0


def test_a_killed_run_leaves_the_old_edition_and_its_remains_are_cleared(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    before = _contents(place)
    remains = place.parent / ".edities" / "bezig-2020Q4-xyz"
    remains.mkdir()
    (remains / "figures.parquet").write_bytes(b"half")
    assert _contents(place) == before
    assert remove_leftovers(place.parent) == 1
    assert not remains.exists()


def test_a_reader_keeps_the_edition_it_opened(tmp_path: Path) -> None:
    old = Edition(write_sample(tmp_path, version="1.0"))
    new = Edition(write_sample(tmp_path, version="1.1"))
    assert (old.meta.version, new.meta.version) == ("1.0", "1.1")
    assert len(old.figures) == len(new.figures)


def test_only_the_last_edition_before_this_one_is_kept(tmp_path: Path) -> None:
    for version in ("1.0", "1.1", "1.2", "1.3"):
        place = write_sample(tmp_path, version=version)
    assert len(list((place.parent / ".edities").iterdir())) == 2


def test_writing_the_present_edition_again_keeps_it(tmp_path: Path) -> None:
    first = write_sample(tmp_path).resolve()
    assert write_sample(tmp_path).resolve() == first


def test_a_damaged_edition_is_replaced_by_the_same_edition_whole(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    before = _contents(place)
    (place / "cijfers.csv").write_bytes(b"damaged")
    assert not is_intact(place)
    assert _contents(write_sample(tmp_path)) == before
    assert is_intact(place)
    # And once more: the name that was free the first time may be taken now.
    (place / "edition.json").unlink()
    assert _contents(write_sample(tmp_path)) == before
    assert len(list((place.parent / ".edities").iterdir())) == 2


def test_without_duiding_no_explanation_is_in_any_file(tmp_path: Path) -> None:
    place = write_sample(tmp_path, profile="zonder duiding")
    assert Edition(place).duiding == []
    assert not any(b"vijf grootste aanbieders" in content for content in _contents(place).values())


@pytest.mark.parametrize("name", ["figures.parquet", "edition.json", "catalogue.json", "manifest.json"])
def test_an_edition_that_misses_a_file_is_refused(tmp_path: Path, name: str) -> None:
    place = write_sample(tmp_path)
    (place / name).unlink()
    with pytest.raises(EditionError, match="geen volledige editie"):
        Edition(place)


def test_an_edition_of_another_version_is_refused(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    (place / "edition.json").write_text('{"later": 1}', encoding="utf-8")
    with pytest.raises(EditionError, match="andere versie van socdom"):
        Edition(place)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"status": "geheim"}, id="a hidden figure that holds its number"),
        pytest.param({"status": "bijna"}, id="an unknown status"),
        pytest.param({"value": None}, id="a shown figure without a value"),
    ],
)
def test_figures_that_break_the_contract_are_never_written(tmp_path: Path, change: dict[str, object]) -> None:
    figures = sample_edition.figures()
    for column, value in change.items():
        figures.loc[0, column] = value
    with pytest.raises(AssertionError):
        write_content(
            tmp_path,
            meta=sample_edition.meta(),
            inventory=inventory_of(sample_edition.figures(), sample_edition.descriptions()),
            figures=figures,
            descriptions=sample_edition.descriptions(),
            areas=sample_edition.areas(),
            duiding=[],
            developments="",
        )
    assert list(tmp_path.iterdir()) == []
