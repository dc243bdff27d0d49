"""The file with accounts: closed to others, shared by two processes, and without what was taken out."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from socdom.access.accounts import invite, revoke
from socdom.access.store import FILE, FOLDER, Store, changing, hash_of, new_code, open_store, opened
from socdom.errors import StorageError
from tests.lib.access import START, WEEK

_ELSEWHERE = """
import sys
from datetime import timedelta
from pathlib import Path
from socdom.access.accounts import invite
from socdom.access.store import opened
with opened(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[3])):
        invite(store, [f"{sys.argv[2]}{number}@x.nl"], 0.0, timedelta(days=1))
"""


def test_nobody_but_its_owner_reads_it(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        invite(store, ["a@x.nl"], START, WEEK)
        folder = tmp_path / FOLDER
        assert folder.stat().st_mode & 0o777 == 0o700
        found = sorted(file.name for file in folder.iterdir())
        assert found == [FILE, f"{FILE}-shm", f"{FILE}-wal"]
        assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        command = [sys.executable, "-c", _ELSEWHERE, str(tmp_path)]
        others = [subprocess.Popen([*command, name, "60"]) for name in ("a", "b")]
        for number in range(60):
            invite(store, [f"c{number}@x.nl"], START, WEEK)
        assert [other.wait(60) for other in others] == [0, 0]
        assert store.execute("select count(*), count(distinct mail) from accounts").fetchone() == (180, 180)


def test_what_was_taken_out_is_in_no_file(tmp_path: Path) -> None:
    mails = [f"raadslid{number}@lindeveen.example" for number in range(40)]
    with opened(tmp_path) as store:
        invite(store, mails, START, WEEK)
        assert revoke(store, mails[:20]) == []
        held = b"".join(file.read_bytes() for file in (tmp_path / FOLDER).iterdir())
    assert [mail for mail in mails if mail.encode() in held] == mails[20:]


def _two_of_the_same(store: Store) -> None:
    with changing(store):
        for number in ("1", "2"):
            store.execute("insert into accounts (number, mail) values (?, 'a@x.nl')", (number,))


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(sqlite3.IntegrityError):
            _two_of_the_same(store)
        assert store.execute("select count(*) from accounts").fetchone() == (0,)


def test_a_file_that_is_none_is_told_without_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).write_text("jan@x.nl geen database" * 100)
    with pytest.raises(StorageError) as told:
        open_store(tmp_path)
    assert "SQLITE_NOTADB" in str(told.value)
    assert "jan@x.nl" not in str(told.value)


def test_a_fault_during_use_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="accounts kunnen niet"), opened(tmp_path) as store:
        store.execute("insert into accounts (number, mail) values ('1', null)")


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    file = sqlite3.connect(tmp_path / FOLDER / FILE)
    file.execute("pragma user_version = 99")
    file.close()
    with pytest.raises(StorageError, match="nieuwere versie"):
        open_store(tmp_path)


def test_codes_are_of_256_bits_and_never_the_same() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {43}  # 256 bits, six in a character
    assert not codes & set(map(hash_of, codes))
