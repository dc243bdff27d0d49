"""The file with accounts of one municipality: SQLite, so that the server and a command can use it at the same time.

Kept: a mail address, the hash of a password, the month somebody last logged in, and of codes (invitations, sessions)
their hash and time. What is taken out is overwritten in the file. Who can read the file can log in nowhere with it.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from socdom.errors import Fault, StorageError

FOLDER, FILE = "toegang", "accounts.sqlite"
_VERSION = 1
_BYTES = 32  # of a code: 256 bits
_PATIENCE = 5.0  # seconds that one waits for another who writes
_TABLES = """
create table accounts (
    number text primary key,
    mail text not null unique,
    password text,
    last_month text not null default ''
) strict;
create table invitations (
    account text primary key references accounts (number) on delete cascade,
    code text not null unique,
    until integer not null
) strict;
create table sessions (
    code text primary key,
    account text not null references accounts (number) on delete cascade,
    begun integer not null,
    seen integer not null
) strict;
create index sessions_of on sessions (account);
"""

Store = sqlite3.Connection


def open_store(kept: Path) -> Store:
    """The accounts of a municipality; an empty file is made where there is none, for nobody but its owner.

    Args:
        kept: what the running system keeps of the municipality (`Places.kept`).

    Raises:
        StorageError: the file cannot be read or written, or a newer socdom made it.
    """
    folder = kept / FOLDER
    with _told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(folder / FILE)
        store = sqlite3.connect(folder / FILE, timeout=_PATIENCE, isolation_level=None)
        try:
            for setting in ("journal_mode = wal", "foreign_keys = on", "secure_delete = on"):
                store.execute(f"pragma {setting}")
            _make_tables(store, folder)
        except BaseException:
            store.close()
            raise
    return store


@contextmanager
def opened(kept: Path) -> Iterator[Store]:
    """The accounts of a municipality, for the time of a block.

    Raises:
        StorageError: as of `open_store`, also when that happens in the block.
    """
    with _told(kept / FOLDER), closing(open_store(kept)) as store:
        yield store


@contextmanager
def changing(store: Store) -> Iterator[None]:
    """All changes of a block, or none of them; nobody else changes anything in between."""
    store.execute("begin immediate")
    try:
        yield
    except BaseException:
        store.execute("rollback")
        raise
    store.execute("commit")


def clean(store: Store) -> None:
    """Take out of the file on disk what was removed; until then the log beside it may still hold it."""
    store.execute("pragma wal_checkpoint(truncate)")


def new_code() -> str:
    """A secret of 256 bits, as it may stand in an address or a cookie."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(code: str) -> str:
    """What is kept of a code. It is as random as a key, so it needs no salt and no slow hash."""
    return sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def _make_tables(store: Store, folder: Path) -> None:
    with changing(store):
        version = store.execute("pragma user_version").fetchone()[0]
        if version > _VERSION:
            remedy = "Gebruik de nieuwste versie van socdom."
            raise StorageError(
                Fault(str(folder / FILE), "dit bestand is van een nieuwere versie", remedy=remedy)
            )
        if version == 0:
            for statement in filter(str.strip, _TABLES.split(";")):
                store.execute(statement)
            store.execute(f"pragma user_version = {_VERSION}")


def _make_private(file: Path) -> None:
    """Before SQLite makes it, as that one asks nobody who may read; its other files get the same rights and owner."""
    if file.exists():
        return
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    if os.geteuid() == 0:
        owner = file.parent.stat()
        os.chown(file, owner.st_uid, owner.st_gid)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """A fault of the file in Dutch; what the database says of it could hold what is in it."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        kind = getattr(error, "sqlite_errorname", type(error).__name__)
        raise StorageError(
            Fault(
                str(folder),
                f"de accounts kunnen niet worden gelezen of geschreven ({kind})",
                remedy="Draai dit als de gebruiker van het dashboard, of zet een reservekopie terug.",
            )
        ) from None
