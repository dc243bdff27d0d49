"""A copy of a workplace, everything lost, and back: the same files, and a run that finds nothing changed."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import pwd
import shutil
import sqlite3
import stat
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import pytest

from socdom import pipeline
from socdom.editions.releases import releases
from socdom.errors import EditionError, NotEqualError, ParameterError, SocdomError, StorageError
from socdom.parameters import Places
from socdom.pipeline.copies import archive as archives
from socdom.pipeline.copies import units
from socdom.pipeline.copies.archive import read_archive
from socdom.pipeline.copies.backup import CopyMade
from socdom.pipeline.copies.contents import kept_paths
from socdom.pipeline.copies.manifest import File
from socdom.pipeline.lock import PUTTING_BACK, exclusive
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import read_vintage, vintages
from tests.lib.small_town import QUARTER, SLUG
from tests.lib.tiny_workplace import keep_two, make_tiny, say_otherwise

NOW = datetime(2021, 3, 1, 2, 30, tzinfo=UTC)
BOMB = "data/nullen"
SESSION, INVITATION = "sessie-van-iemand", "uitnodiging-van-iemand"


@dataclass(frozen=True)
class Kept:
    """A workplace with something of everything, and a copy of it."""

    places: Places
    copy: CopyMade
    key: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("bewaard")
    places = make_tiny(folder)
    _add_kept(places)
    pipeline.quarter(QUARTER, SLUG, places=places)
    pipeline.quarter(QUARTER, SLUG, definitive=True, places=places)
    pipeline.refresh(SLUG, places=places)
    copy = pipeline.backup(SLUG, folder / "kopie", key_folder=folder / "kluis", now=NOW, places=places)
    assert copy.key is not None
    return Kept(places, copy, copy.key)


def _add_kept(places: Places) -> None:
    """What a tiny workplace has none of: kept deliveries, what was fetched, accounts and a journal."""
    keep_two(places)
    fetched = places.snapshots / "cbs" / "85984NED" / "2021-01-02"
    fetched.mkdir(parents=True)
    (fetched / "tabel.json").write_text("{}")
    (places.data / SLUG / "aanval.json").write_text("[]")
    (places.parameters / SLUG / "nog-leeg").mkdir()
    access = places.kept(SLUG) / "toegang"
    access.mkdir(parents=True, mode=0o700)
    (places.kept(SLUG) / "journaal.json").write_text('{"tasks": {}}')
    store = sqlite3.connect(access / "accounts.sqlite", isolation_level=None)
    store.execute("pragma journal_mode = wal")
    for table, word in (("accounts", "griffie"), ("sessions", SESSION), ("invitations", INVITATION)):
        store.execute(f"create table {table} (word text)")
        store.execute(f"insert into {table} values (?)", (word,))
    store.close()


def empty_place(folder: Path, kept: Kept, *, key: bool = True) -> Places:
    """A workplace with the program's notebooks and nothing else; the key as well where it is asked."""
    places = Places.from_environment(
        {
            "SOCDOM_ROOT": str(folder / "plek"),
            "SOCDOM_DATA": str(folder / "data"),
            "SOCDOM_SLEUTEL": str(folder / "s" / "k"),
        }
    )
    shutil.copytree(kept.places.notebooks, places.notebooks)
    if key:
        places.key.parent.mkdir(mode=0o700)
        shutil.copy2(kept.places.key, places.key)
    return places


def tree(places: Places) -> dict[str, tuple[str, int]]:
    """Every file and link of a workplace but notebooks, locks and what is never copied: content or target, and rights."""
    found = {}
    for base in (places.rendered, places.parameters, places.data, places.kept(SLUG)):
        for path in sorted(base.rglob("*")):
            name = f"{base.name}/{path.relative_to(base).as_posix()}"
            if path.is_symlink():
                found[name] = (os.readlink(path), 0)
            elif (
                path.is_file()
                and path.name not in (".bezig",)
                and path.suffix not in (".sqlite", ".sqlite-wal", ".sqlite-shm")
            ):
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found[name] = (digest, stat.S_IMODE(path.stat().st_mode))
    return found


def older(places: Places) -> set[str]:
    """What stands in the store and leads nowhere any more; it is not copied."""
    store = places.rendered / SLUG / ".edities"
    linked = {path.resolve().name for path in (places.rendered / SLUG).iterdir() if path.is_symlink()}
    return {path.name for path in store.iterdir()} - linked


def test_what_comes_back_is_what_was_there_and_a_run_finds_nothing_changed(
    made: Kept, tmp_path: Path
) -> None:
    places = empty_place(tmp_path, made)
    done = pipeline.restore(made.copy.path, places=places)
    wanted = {
        name: value
        for name, value in tree(made.places).items()
        if not any(f"/{gone}/" in name for gone in (*older(made.places), "leveringen"))
    }
    assert tree(places) == wanted
    assert not done.faults
    assert [len(read_vintage(one).persons) for one in vintages(places.data / SLUG / "vintages")] == [1, 1]
    frozen = places.rendered / SLUG / f"{QUARTER}-v1.0"
    assert stat.S_IMODE(frozen.resolve().stat().st_mode) == 0o555
    assert stat.S_IMODE((places.data / SLUG / "vintages").stat().st_mode) == 0o700
    for again in (
        pipeline.refresh(SLUG, places=places),
        pipeline.quarter(QUARTER, SLUG, definitive=True, places=places),
    ):
        assert again.reused
    assert {path.name for path in places.root.iterdir()} == {"beheer", "notebooks", "parameters", "rendered"}
    assert not list(places.root.glob("*/.terugzetten")) + list(places.data.glob(".terugzetten"))


def test_the_next_release_is_held_against_the_register_of_before(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made)
    pipeline.restore(made.copy.path, places=places)
    before = releases(places.rendered / SLUG)
    say_otherwise(places, 71)
    pipeline.refresh(SLUG, places=places)
    after = releases(places.rendered / SLUG)
    assert after[: len(before)] == before
    assert len(after) > len(before)


def test_nobody_is_logged_in_or_invited_by_an_old_copy(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made)
    done = pipeline.restore(made.copy.path, places=places)
    file = places.kept(SLUG) / "toegang" / "accounts.sqlite"
    with closing(sqlite3.connect(file)) as store:
        kept = {
            table: store.execute(f"select * from {table}").fetchall()
            for table in ("accounts", "sessions", "invitations")
        }
    assert kept == {"accounts": [("griffie",)], "sessions": [], "invitations": []}
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(
        (made.places.kept(SLUG) / "toegang" / "accounts.sqlite").stat().st_mode
    )
    inside = gzip.decompress(made.copy.path.read_bytes())
    assert SESSION.encode() not in inside
    assert INVITATION.encode() not in inside
    assert any("Loop de lijst met accounts na" in note for note in done.notes)


def test_neither_key_nor_deliveries_nor_drawings_are_in_it(made: Kept) -> None:
    inside = gzip.decompress(made.copy.path.read_bytes())
    assert made.places.key.read_bytes() not in inside
    names = _names(made.copy.path)
    assert names[0] == "inhoud.json"
    assert names[1:] == sorted(names[1:])
    assert not [name for name in names if "leveringen" in name or ".getekend" in name or ".bezig" in name]
    assert made.key.read_bytes() == made.places.key.read_bytes()
    for path in (made.copy.path, made.key):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_same_workplace_at_the_same_time_gives_the_same_bytes(made: Kept, tmp_path: Path) -> None:
    again = pipeline.backup(SLUG, tmp_path / "kopie", now=NOW, places=made.places)
    # The database is written anew for each copy, and tells how often it was.
    assert again.path.name == made.copy.path.name == f"socdom-{SLUG}-20210301-023000.tar.gz"
    first, second = (dict(one.manifest.files) for one in (made.copy, again))
    database = "beheer/toegang/accounts.sqlite"
    assert first.pop(database).checksum
    second.pop(database)
    assert first == second
    assert made.copy.manifest.links == again.manifest.links


def test_the_key_can_come_back_with_it_and_only_the_right_one(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made, key=False)
    wrong = tmp_path / "ander"
    load_key(wrong)
    with pytest.raises(ParameterError, match="een andere sleutel dan die bij de reservekopie hoort"):
        pipeline.restore(made.copy.path, key=wrong, places=places)
    assert not places.rendered.exists() or not list(places.rendered.iterdir())
    bare = pipeline.restore(made.copy.path, places=places)
    assert any("De sleutel is er nog niet" in note for note in bare.notes)
    done = pipeline.restore(made.copy.path, key=made.key, places=places)
    assert done.placed == ()
    assert places.key.read_bytes() == made.places.key.read_bytes()
    assert stat.S_IMODE(places.key.stat().st_mode) == 0o600


def test_nothing_is_put_over_what_is_there(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made)
    pipeline.restore(made.copy.path, places=places)
    (places.parameters / SLUG / "gemeente.yml").write_text("naam: Anders\n", encoding="utf-8")
    (places.data / SLUG / "aanval.json").write_text("[1]")
    shutil.rmtree(places.kept(SLUG))
    before = tree(places)
    with pytest.raises(EditionError) as refused:
        pipeline.restore(made.copy.path, places=places)
    told = str(refused.value)
    assert "2 punten" in told
    assert "aanval.json: hier staat al iets anders" in told
    assert f"parameters/{SLUG}: hier staat al iets anders" in told
    assert tree(places) == before


@pytest.mark.parametrize("at", ["register", "gegevens"])
def test_what_broke_off_holds_every_run_back_and_is_finished_by_the_same_command(
    made: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    places = empty_place(tmp_path, made)
    last = {"register": ".uitgaven", "gegevens": "vintages"}[at]
    real = units.put

    def killed(unit: units.Unit) -> None:
        if unit.place.name.startswith(last):
            raise _Killed
        real(unit)

    with monkeypatch.context() as patched:
        patched.setattr("socdom.pipeline.copies.restore.put", killed)
        patched.setattr("socdom.pipeline.copies.restore.sweep", lambda staging: None)
        with pytest.raises(_Killed):
            pipeline.restore(made.copy.path, places=places)
    assert (places.rendered / PUTTING_BACK / SLUG).is_file()
    # Parameters come last: without them nothing runs either.
    with pytest.raises(ParameterError):
        pipeline.refresh(SLUG, places=places)
    with (
        pytest.raises(EditionError, match="niet afgemaakt. Draai socdom restore opnieuw"),
        exclusive(places.rendered / SLUG),
    ):
        pass
    pipeline.restore(made.copy.path, places=places)
    assert pipeline.refresh(SLUG, places=places).reused
    assert not (places.rendered / PUTTING_BACK).exists()


class _Killed(BaseException):
    """What kill -9 does, with nothing swept up after it."""


def _names(path: Path) -> list[str]:
    with tarfile.open(path) as tar:
        return tar.getnames()


def _members(path: Path) -> Iterator[tuple[tarfile.TarInfo, bytes]]:
    with tarfile.open(path) as tar:
        for member in tar:
            content = tar.extractfile(member)
            yield member, content.read() if content else b""


def _rewritten(
    made: Kept, target: Path, change: Callable[[list[tuple[tarfile.TarInfo, bytes]]], None]
) -> Path:
    """A copy somebody changed by hand."""
    members = list(_members(made.copy.path))
    change(members)
    with tarfile.open(target, "w:gz") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return target


def _listed(members: list[tuple[tarfile.TarInfo, bytes]], name: str, content: bytes) -> None:
    """Put a file in it and on its list as well, as somebody would who knows how it is made."""
    told = json.loads(members[0][1])
    told["files"][name] = {
        "mode": 0o644,
        "size": len(content),
        "checksum": hashlib.sha256(content).hexdigest(),
    }
    members[0] = (members[0][0], json.dumps(told).encode())
    members.append((tarfile.TarInfo(name), content))


def _special(kind: bytes, link: str = "") -> Callable[[list[tuple[tarfile.TarInfo, bytes]]], None]:
    def change(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
        _listed(members, "data/vintages/extra", b"")
        member = members[-1][0]
        member.type, member.linkname = kind, link

    return change


def _link_out(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    _linked(members, "../../../etc")


def _linked(members: list[tuple[tarfile.TarInfo, bytes]], edition: str) -> None:
    told = json.loads(members[0][1])
    told["links"]["actueel"] = edition
    members[0] = (members[0][0], json.dumps(told).encode())


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda members: members.append((tarfile.TarInfo("parameters/extra"), b"x")), id="not on the list"
        ),
        pytest.param(lambda members: members.append(members[2]), id="twice"),
        pytest.param(lambda members: members.pop(), id="missing"),
        pytest.param(
            lambda members: members.__setitem__(2, (members[2][0], members[2][1] + b"x")), id="longer"
        ),
        pytest.param(
            lambda members: members.__setitem__(2, (members[2][0], b"x" * len(members[2][1]))), id="changed"
        ),
        pytest.param(lambda members: _listed(members, "../buiten", b"x"), id="out of the copy"),
        pytest.param(lambda members: _listed(members, "data/../../buiten", b"x"), id="out of its part"),
        pytest.param(lambda members: _listed(members, "/tmp/buiten", b"x"), id="absolute"),
        pytest.param(lambda members: _listed(members, "elders/bestand", b"x"), id="no part"),
        pytest.param(lambda members: _listed(members, "rendered", b"x"), id="a part"),
        pytest.param(lambda members: _listed(members, "data/aanval.json/x", b"x"), id="under a file"),
        pytest.param(lambda members: _listed(members, f"data/{'x' * 256}", b"x"), id="long name"),
        pytest.param(lambda members: _linked(members, "geen"), id="no such edition"),
        pytest.param(_special(tarfile.SYMTYPE, "/etc/passwd"), id="symbolic link"),
        pytest.param(_special(tarfile.LNKTYPE, "inhoud.json"), id="hard link"),
        pytest.param(_special(tarfile.CHRTYPE), id="device"),
        pytest.param(_special(tarfile.FIFOTYPE), id="pipe"),
        pytest.param(_special(tarfile.DIRTYPE), id="folder"),
        pytest.param(_link_out, id="edition elsewhere"),
        pytest.param(lambda members: members.reverse(), id="list not first"),
        pytest.param(lambda members: members.clear(), id="empty"),
    ],
)
def test_a_copy_that_was_changed_is_refused_before_anything_is_placed(
    made: Kept, tmp_path: Path, change: Callable[[list[tuple[tarfile.TarInfo, bytes]]], None]
) -> None:
    path = _rewritten(made, tmp_path / "kopie.tar.gz", change)
    _refused(path, empty_place(tmp_path, made), tmp_path)


def test_a_file_that_unpacks_to_more_than_its_list_says_is_not_unpacked(made: Kept, tmp_path: Path) -> None:
    path = _rewritten(made, tmp_path / "kopie.tar.gz", lambda members: members.append(_zeros(members)))
    received = io.BytesIO()

    @contextmanager
    def receive(name: str, file: File) -> Iterator[IO[bytes]]:
        with (tmp_path / "ander").open("wb") as other:
            yield received if name == BOMB else other

    with pytest.raises(NotEqualError):
        read_archive(path, receive)
    assert received.getvalue() == b""


def _zeros(members: list[tuple[tarfile.TarInfo, bytes]]) -> tuple[tarfile.TarInfo, bytes]:
    _listed(members, BOMB, b"x")
    return members.pop()[0], bytes(10_000_000)


def test_a_link_where_the_dashboard_writes_does_not_bring_the_key_into_a_copy(made: Kept) -> None:
    link = made.places.kept(SLUG) / "toegang" / "verwijzing"
    link.symlink_to(made.places.key)
    try:
        names = [name for name, _ in kept_paths(made.places, SLUG)]
    finally:
        link.unlink()
    assert "beheer/toegang/accounts.sqlite" in names
    assert "beheer/toegang/verwijzing" not in names


@pytest.mark.parametrize("kept", [0, 1, 500, -1, -9])
def test_half_a_copy_is_refused(made: Kept, tmp_path: Path, kept: int) -> None:
    path = tmp_path / "kopie.tar.gz"
    path.write_bytes(made.copy.path.read_bytes()[:kept])
    _refused(path, empty_place(tmp_path, made), tmp_path)


def _refused(path: Path, places: Places, tmp_path: Path) -> None:
    for act in (
        lambda: pipeline.check_copy(path, places=places),
        lambda: pipeline.restore(path, places=places),
    ):
        with pytest.raises(NotEqualError):
            act()
    assert not [file for file in places.data.rglob("*") if file.is_file()]
    assert not list(places.rendered.rglob("*")) + list(places.parameters.rglob("*"))
    assert {file.name for file in tmp_path.iterdir()} <= {"plek", "data", "s", "kopie.tar.gz"}


def test_old_copies_go_and_others_stay(made: Kept, tmp_path: Path) -> None:
    other = tmp_path / "socdom-kleindorp-oost-20200101-000000.tar.gz"
    other.write_bytes(b"x")
    for number in range(4):
        pipeline.backup(SLUG, tmp_path, keep=2, now=NOW + timedelta(days=number), places=made.places)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [
        f"socdom-{SLUG}-20210303-023000.tar.gz",
        f"socdom-{SLUG}-20210304-023000.tar.gz",
        other.name,
    ]


def test_what_is_damaged_is_copied_and_told_and_no_good_copy_goes(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made)
    pipeline.restore(made.copy.path, places=places)
    pipeline.backup(SLUG, tmp_path / "kopie", keep=1, now=NOW, places=places)
    (places.rendered / SLUG / "actueel" / "cijfers.csv").write_bytes(b"x")
    (places.rendered / SLUG / ".uitgaven" / "register").write_bytes(b"x")
    made_now = pipeline.backup(SLUG, tmp_path / "kopie", keep=1, now=NOW + timedelta(days=1), places=places)
    with pytest.raises(NotEqualError, match="2 punten"):
        made_now.require_whole()
    assert len(list((tmp_path / "kopie").iterdir())) == 2
    back = empty_place(tmp_path / "elders", made)
    with pytest.raises(NotEqualError, match="het register van eerdere uitgaven is beschadigd"):
        pipeline.restore(made_now.path, places=back).require_whole()


def test_a_copy_never_comes_where_others_see_it_or_beside_its_key(made: Kept, tmp_path: Path) -> None:
    places = made.places
    for folder in (places.rendered / "kopie", places.parameters / SLUG, places.kept(SLUG), places.notebooks):
        with pytest.raises(ParameterError, match="--naar: een map waar geen pagina"):
            pipeline.backup(SLUG, folder, now=NOW, places=places)
    for key_folder in (tmp_path, tmp_path / "kluis"):
        with pytest.raises(ParameterError, match="--sleutel-naar: een andere map"):
            pipeline.backup(SLUG, tmp_path, key_folder=key_folder, now=NOW, places=places)
    assert not list(tmp_path.iterdir())


def test_without_room_nothing_is_written(made: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(9, 8, 1000))
    for act in (
        lambda: pipeline.backup(SLUG, tmp_path, now=NOW, places=made.places),
        lambda: pipeline.restore(made.copy.path, places=empty_place(tmp_path / "elders", made)),
    ):
        with pytest.raises(StorageError, match="te weinig ruimte"):
            act()
    assert [path.name for path in tmp_path.iterdir()] == ["elders"]
    assert not (tmp_path / "elders" / "data").exists()


def test_a_file_that_changes_while_it_is_copied_stops_the_copy(
    made: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = archives.write_archive

    def late(target: Path, manifest: object, sources: dict[str, Path]) -> None:
        changed = tmp_path / "veranderd"
        changed.write_bytes(b"anders")
        real(target, manifest, {**sources, f"parameters/{'gemeente.yml'}": changed})  # type: ignore[arg-type]

    monkeypatch.setattr("socdom.pipeline.copies.backup.write_archive", late)
    with pytest.raises(NotEqualError, match="veranderde tijdens het kopiëren"):
        pipeline.backup(SLUG, tmp_path / "kopie", now=NOW, places=made.places)
    assert list((tmp_path / "kopie").iterdir()) == []


def test_another_run_that_is_busy_is_waited_for(made: Kept, tmp_path: Path) -> None:
    with exclusive(made.places.rendered / SLUG):
        for act in (
            lambda: pipeline.backup(SLUG, tmp_path, now=NOW, places=made.places),
            lambda: pipeline.restore(made.copy.path, places=made.places),
        ):
            with pytest.raises(SocdomError, match="al bezig"):
                act()


def test_after_a_new_key_an_old_copy_says_that_it_belongs_to_the_old_one(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made, key=False)
    pipeline.restore(made.copy.path, key=made.key, places=places)
    assert pipeline.check_copy(made.copy.path, places=places).notes == ()
    places.key.unlink()
    load_key(places.key)
    assert "De sleutel van nu is een andere" in pipeline.check_copy(made.copy.path, places=places).notes[0]
    with pytest.raises(ParameterError, match="er staat al een andere sleutel"):
        pipeline.restore(made.copy.path, key=made.key, places=places)


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan een bestand weggeven")
def test_root_who_restores_gives_each_file_to_who_had_it(made: Kept, tmp_path: Path) -> None:
    places = empty_place(tmp_path, made)
    pipeline.restore(made.copy.path, places=places)
    job, web = pwd.getpwnam("daemon"), pwd.getpwnam("nobody")
    for base in (places.rendered / SLUG, places.data / SLUG, places.parameters / SLUG, places.kept(SLUG)):
        for path in (base, *base.rglob("*")):
            os.chown(path, job.pw_uid, job.pw_gid, follow_symlinks=False)
    access = places.kept(SLUG) / "toegang"
    for path in (access, *access.iterdir()):
        os.chown(path, web.pw_uid, web.pw_gid)
    copy = pipeline.backup(SLUG, tmp_path / "kopie", key_folder=tmp_path / "kluis", now=NOW, places=places)

    back = empty_place(tmp_path / "elders", made, key=False)
    pipeline.restore(copy.path, key=copy.key, places=back)
    roots = (back.rendered / SLUG, back.data / SLUG, back.parameters / SLUG, back.kept(SLUG))
    found = [path for root in roots for path in (root, *root.rglob("*")) if not path.is_symlink()]
    of_web = {path for path in found if path.is_relative_to(back.kept(SLUG) / "toegang")}
    assert of_web
    assert {path.stat().st_uid for path in of_web} == {web.pw_uid}
    assert {path.stat().st_uid for path in (*(set(found) - of_web), back.key)} == {job.pw_uid}
