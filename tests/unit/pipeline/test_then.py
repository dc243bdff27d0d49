"""A workplace as it was then: beside the real one, telling what cannot be had any more, and gone afterwards."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socdom.editions.releases import mark, record, releases, withdraw_last
from socdom.editions.write import staged
from socdom.parameters import Places
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.then import workplace_of_then
from tests.lib.sample_edition import figures
from tests.lib.small_town import SLUG, make_workplace

META: dict[str, Any] = {"period": "2020Q4", "replaces": ""}
DAY = date(2021, 2, 15)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """With one release, and an edition of the quarter before."""
    places = make_workplace(tmp_path)
    with staged(places.rendered / SLUG, "2020Q3") as folder:
        (folder / "manifest.json").write_text('{"files": {}}', encoding="utf-8")
    record(places.rendered / SLUG, name="2020Q3", kind="kwartaal", figures_as_of=DAY, figures=figures())
    return places


def manifest(places: Places, **changes: object) -> dict[str, Any]:
    """Of an edition that was made beside that of the quarter before."""
    home = places.rendered / SLUG
    mark_of_then = hashlib.sha256((home / "2020Q3" / "manifest.json").read_bytes()).hexdigest()
    inputs = {"vorige editie/2020Q3/manifest.json": mark_of_then, "leveringen/clienten.csv": "0"}
    return {"inputs": inputs, "releases": mark(home), **changes}


def left(places: Places) -> list[str]:
    return [path.name for path in (places.data / SLUG).iterdir() if path.name.startswith(".")]


def test_it_has_the_deliveries_of_now_and_the_editions_and_releases_of_then(places: Places) -> None:
    told = manifest(places)
    record(places.rendered / SLUG, name="actueel", kind="actueel", figures_as_of=DAY, figures=figures())
    with workplace_of_then(places, SLUG, told, META) as (then, reasons):
        home = then.rendered / SLUG
        assert reasons == []
        assert [item.name for item in releases(home)] == ["2020Q3"]
        assert [path.name for path in home.iterdir() if path.is_symlink()] == ["2020Q3"]
        assert (home / "2020Q3").resolve() == (places.rendered / SLUG / "2020Q3").resolve()
        assert (then.deliveries(SLUG) / "clienten.csv").is_file()
        assert (then.parameters / SLUG / "gemeente.yml").is_file()
    assert left(places) == []
    assert (places.deliveries(SLUG) / "clienten.csv").is_file()


def test_what_is_of_persons_stays_closed_in_it(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of the attack, and the kept deliveries where a file system has no second names."""
    monkeypatch.setattr("os.link", _refuse)
    kept = vintages_home(places, SLUG) / "2021-02-15-0"
    kept.mkdir(parents=True, mode=0o700)
    for file in (kept / "vintage.json", places.data / SLUG / "aanval.json"):
        file.write_text("[]", encoding="utf-8")
        file.chmod(0o600)
    monkeypatch.setattr("socdom.pipeline.then._kept_until", lambda *_: [kept.name])
    with workplace_of_then(places, SLUG, manifest(places), META) as (then, _):
        assert then.root.parent.stat().st_mode & 0o077 == 0
        copies = [*then.data.rglob("vintage.json"), *then.data.rglob("aanval.json")]
        assert [file.stat().st_mode & 0o077 for file in copies] == [0, 0]


def _refuse(*_: object) -> None:
    raise OSError


def test_what_cannot_be_had_any_more_is_told(places: Places) -> None:
    told = manifest(places, inputs={"eerdere editie/2020Q1/manifest.json": "0"})
    withdraw_last(places.rendered / SLUG, "Fout")
    with workplace_of_then(places, SLUG, told, {**META, "replaces": "1.0"}) as (_, reasons):
        assert [reason.place for reason in reasons] == ["register van uitgaven", "2020Q1", "2020Q4-v1.0"]


def test_an_edition_of_before_the_number_of_releases_was_told(places: Places) -> None:
    with workplace_of_then(places, SLUG, manifest(places, releases={}), META) as (_, reasons):
        assert [reason.place for reason in reasons] == ["register van uitgaven"]


@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError])
def test_nothing_is_left_of_a_run_that_breaks_off(places: Places, fault: type[BaseException]) -> None:
    with pytest.raises(fault), workplace_of_then(places, SLUG, manifest(places), META):
        raise fault
    assert left(places) == []


def test_what_a_killed_run_left_goes_with_the_next(places: Places) -> None:
    leftover = places.data / SLUG / ".controle-oud"
    (leftover / "map").mkdir(parents=True)
    (leftover / "map").chmod(0o555)
    with workplace_of_then(places, SLUG, manifest(places), META):
        assert not leftover.exists()
