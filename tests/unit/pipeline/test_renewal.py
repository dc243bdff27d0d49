"""Another key for a whole workplace: all or nothing, at whatever moment it is broken off."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError, EditionError, ParameterError, SocdomError, StorageError
from socdom.parameters import Places
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.renewal import Present, Renewed, discard_previous_key, finish_renewal, renew_key
from socdom.sources.pseudonyms import load_key, pseudonyms
from socdom.sources.vintages import read_vintage, same_as_newest, vintages, write_vintage
from tests.lib.towns import town

TOWNS = ("dorp", "stad")
# Whoever is in both deliveries of a town, who left, and who came.
STAYED, LEFT, CAME = "999990019", "999990020", "999990032"
SOURCES = {name: {"clienten.csv": f"{name}".ljust(64, "0")} for name in TOWNS}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A workplace with two towns of two vintages each."""
    found = Places.from_environment(
        {"SOCDOM_ROOT": str(tmp_path / "plek"), "SOCDOM_SLEUTEL": str(tmp_path / "sleutels" / "sleutel")}
    )
    key = load_key(found.key)
    for name in TOWNS:
        for day, who, sources in (
            (date(2021, 2, 15), (STAYED, LEFT), {"clienten.csv": "f" * 64}),
            (date(2021, 5, 15), (CAME, STAYED), SOURCES[name]),
        ):
            people = pseudonyms(pd.Series(who), key, "person")
            tables = town(persons=[{"person": number, "birth_date": day} for number in people])
            write_vintage(
                vintages_home(found, name),
                tables,
                received=day,
                sources=sources,
                key=key,
                about={"plaats": name},
            )
    return found


def _present(places: Places, slug: str) -> Present:
    return Present({"person": pd.Series([STAYED, CAME])}, SOURCES[slug])


def _people(places: Places, slug: str) -> list[list[int]]:
    return [read_vintage(item).persons["person"].tolist() for item in vintages(vintages_home(places, slug))]


def _files(places: Places) -> dict[str, bytes]:
    """Everything on disk of the key and the vintages."""
    roots = (places.key.parent, places.data)
    return {
        str(path): path.read_bytes()
        for root in roots
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != ".bezig"
    }


def _numbers(key: bytes, *who: str) -> list[int]:
    return pseudonyms(pd.Series(who), key, "person").tolist()


def test_persons_of_now_are_known_again_and_of_before_are_not(places: Places) -> None:
    old = load_key(places.key)
    before = {slug: vintages(vintages_home(places, slug)) for slug in TOWNS}
    left = str(_numbers(old, LEFT)[0])
    assert renew_key(places, _present) == {slug: Renewed(2, 0) for slug in TOWNS}
    new = load_key(places.key)
    assert new != old
    for slug in TOWNS:
        gone = pseudonyms(pd.Series([left]), new, "person vervallen").tolist()
        assert _people(places, slug) == [[*_numbers(new, STAYED), *gone], _numbers(new, CAME, STAYED)]
        after = vintages(vintages_home(places, slug))
        for was, now in zip(before[slug], after, strict=True):
            assert (now.received, now.number, now.about) == (was.received, was.number, was.about)
            assert now.rows == was.rows
            assert now.key_id != was.key_id


def test_the_delivery_of_now_is_known_after_it(places: Places) -> None:
    renew_key(places, _present)
    key = load_key(places.key)
    for slug in TOWNS:
        assert same_as_newest(vintages_home(places, slug), SOURCES[slug], key)


def test_the_old_key_stays_until_it_is_thrown_away(places: Places) -> None:
    old = places.key.read_bytes()
    renew_key(places, _present)
    previous = places.key.with_name("sleutel.vorige")
    assert previous.read_bytes() == old
    assert stat.S_IMODE(previous.stat().st_mode) == stat.S_IMODE(places.key.stat().st_mode) == 0o600
    with pytest.raises(ParameterError, match="de vorige sleutel staat er nog"):
        renew_key(places, _present)
    assert discard_previous_key(places)
    assert not discard_previous_key(places)
    assert not previous.exists()
    renew_key(places, _present)


def test_nothing_else_is_left(places: Places) -> None:
    renew_key(places, _present)
    assert {path.name for path in places.key.parent.iterdir()} == {"sleutel", "sleutel.vorige", ".bezig"}
    for slug in TOWNS:
        assert [path.name for path in (places.data / slug).iterdir()] == ["vintages"]


def test_without_a_key_there_is_nothing_to_renew(places: Places) -> None:
    places.key.unlink()
    with pytest.raises(ParameterError, match="er is nog geen sleutel"):
        renew_key(places, _present)
    assert not places.key.exists()


def _refuse(places: Places, expected: type[SocdomError], text: str, present: Callable = _present) -> None:
    before = _files(places)
    with pytest.raises(expected, match=text):
        renew_key(places, present)
    assert _files(places) == before


def test_a_damaged_vintage_refuses_it(places: Places) -> None:
    folder = vintages(vintages_home(places, "stad"))[0].folder
    (folder / "persons.parquet").write_bytes(b"x")
    _refuse(places, DeliveryError, "zijn weg of veranderd: persons.parquet")
    (folder / "vintage.json").unlink()
    _refuse(places, DeliveryError, "vintage.json ontbreekt of is beschadigd")


def test_a_delivery_of_other_people_refuses_it(places: Places) -> None:
    def other(places: Places, slug: str) -> Present:
        return Present({"person": pd.Series([LEFT])}, {})

    _refuse(places, DeliveryError, "staan er 2 niet in de levering van nu", other)


def test_a_delivery_that_cannot_be_read_refuses_it(places: Places) -> None:
    def unreadable(places: Places, slug: str) -> Present:
        raise DeliveryError("clienten.csv: dit bestand ontbreekt.")

    _refuse(places, DeliveryError, "dit bestand ontbreekt", unreadable)


def test_a_full_disk_refuses_it(places: Places) -> None:
    def full(places: Places, slug: str) -> Present:
        if slug == "stad":
            raise OSError(28, "vol")
        return _present(places, slug)

    _refuse(places, StorageError, "de schijf is vol", full)


def test_it_waits_for_no_run_and_no_run_for_it(places: Places) -> None:
    with exclusive(places.rendered / "stad"):
        _refuse(places, EditionError, "socdom is al bezig")
    places.key.with_name("sleutel.nieuw").write_bytes(b"n" * 32)
    with exclusive(places.key.parent), pytest.raises(EditionError, match="De sleutel wordt nu vernieuwd"):
        finish_renewal(places)


class _Crash(BaseException):
    """The machine is switched off."""


# Everything through which something on the disk comes, goes or changes its name.
_CHANGES = ("mkdir", "rename", "replace", "link", "unlink", "rmdir", "fsync")


@contextmanager
def _crash_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> Iterator[None]:
    """From a moment on nothing changes on the disk any more, also not by cleaning up."""
    left = [moment]

    def broken(real: Callable) -> Callable:
        def change(*arguments: object, **given: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise _Crash
            return real(*arguments, **given)

        return change

    with monkeypatch.context() as patched:
        for name in _CHANGES:
            patched.setattr(os, name, broken(getattr(os, name)))
        yield


def _broken_off_everywhere(places: Places, monkeypatch: pytest.MonkeyPatch, step: int) -> tuple[int, int]:
    """Break the renewal off at every so manieth change; after each the next run must find a whole state."""
    backup = places.root.parent / "kopie"
    for root in (places.key.parent, places.data):
        shutil.copytree(root, backup / root.name)
    old, before = load_key(places.key), _files(places)
    found = {True: 0, False: 0}
    for moment in range(0, 10_000, step):
        try:
            with _crash_at(monkeypatch, moment):
                renew_key(places, _present)
        except _Crash:
            pass
        else:
            return found[True], found[False]
        # As any run begins.
        finish_renewal(places)
        renewed = load_key(places.key) != old
        found[renewed] += 1
        if renewed:
            assert [_people(places, slug)[1] for slug in TOWNS] == [
                _numbers(load_key(places.key), CAME, STAYED)
            ] * 2
            assert {path.name for path in places.key.parent.iterdir()} == {
                "sleutel",
                "sleutel.vorige",
                ".bezig",
            }
        else:
            drafts = {name for name in _files(places) if ".sleutel.nieuw-" in name}
            assert {n: c for n, c in _files(places).items() if n not in drafts} == before
        for slug in TOWNS:
            assert [path.name for path in (places.data / slug).iterdir()] == ["vintages"]
            assert len(vintages(vintages_home(places, slug))) == 2
        for root in (places.key.parent, places.data):
            shutil.rmtree(root)
            shutil.copytree(backup / root.name, root)
    raise AssertionError("it never ended")


def test_broken_off_at_any_moment_it_is_the_old_or_the_new(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = _broken_off_everywhere(places, monkeypatch, 31)
    assert new > 1
    assert old > 1


@pytest.mark.long
def test_broken_off_at_every_moment_it_is_the_old_or_the_new(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = _broken_off_everywhere(places, monkeypatch, 1)
    assert new > 50
    assert old > 50


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan een bestand weggeven")
def test_root_who_renews_leaves_all_to_who_owned_it(places: Places) -> None:
    other, mode = 65534, 0o400
    for path in (places.key, *places.data.rglob("*")):
        os.chown(path, other, other)
    places.key.chmod(mode)
    renew_key(places, _present)
    told = [path.stat() for path in (places.key, *places.data.rglob("*"))]
    assert {(one.st_uid, one.st_gid) for one in told} == {(other, other)}
    assert stat.S_IMODE(places.key.stat().st_mode) == mode
