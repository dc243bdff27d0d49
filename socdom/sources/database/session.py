"""A connection that only reads: from the address in the parameters to a transaction in which nothing changes."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.parameters.bronnen import Database
from socdom.sources.database.faults import refused

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection

# A server that is gone is noticed within a minute or two; the names are those of libpq and of the drivers of MySQL.
_CONNECT = {"connect_timeout": 15}
_LIBPQ = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "postgresql": _CONNECT | _LIBPQ,
    "mysql": _CONNECT,
    "mariadb": _CONNECT,
}
# All tables of a database as they were at one moment, and no change; where a database has no words for it the rights
# of the user must do it.
_OPTIONS: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    "mysql": {"isolation_level": "REPEATABLE READ"},
    "mariadb": {"isolation_level": "REPEATABLE READ"},
}
_MYSQL = ("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",)
_BEGIN: dict[str, tuple[str, ...]] = {
    "sqlite": ("PRAGMA query_only = ON", "BEGIN"),
    "mysql": _MYSQL,
    "mariadb": _MYSQL,
    "oracle": ("SET TRANSACTION READ ONLY",),
}


@contextmanager
def connected(
    database: Database, place: str, environ: Mapping[str, str] | None = None
) -> Iterator[Connection]:
    """An open connection in a transaction that only reads; it is rolled back at the end.

    Args:
        place: where in the parameters the database stands.
        environ: the environment a password may be in; None is that of the process.

    Raises:
        ParameterError: the address or the password is not right, or its driver is not there.
        DeliveryError: there is no database at the address now.
    """
    from sqlalchemy import NullPool, create_engine
    from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

    # At a finer level it logs rows, whatever the level of the program is.
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    url = _url(database, f"{place}.adres")
    try:
        url = _with_password(url, database.wachtwoord, f"{place}.wachtwoord", environ)
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True, **_how(url, f"{place}.adres"))
    except (ImportError, NoSuchModuleError, ArgumentError) as error:
        raise ParameterError(_driver_fault(url, error, f"{place}.adres")) from None
    try:
        connection = engine.connect().execution_options(**_OPTIONS.get(engine.dialect.name, {}))
        begin(connection)
    except DBAPIError:
        engine.dispose()
        raise refused(url, f"{place}.adres") from None
    try:
        yield connection
    finally:
        with suppress(DBAPIError):  # it is gone already
            connection.close()
        engine.dispose()


def begin(connection: Connection) -> None:
    """Begin a transaction that only reads, after what was going on is rolled back."""
    connection.rollback()
    _take_any_date(connection)
    for statement in _BEGIN.get(connection.dialect.name, ()):
        connection.exec_driver_sql(statement)


def _url(database: Database, place: str) -> URL:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(database.adres)
    except (ArgumentError, ValueError):
        remedy = "Schrijf het als postgresql+psycopg://gebruiker@server/database."
        raise ParameterError(Fault(place, "dit is geen adres van een database", remedy=remedy)) from None
    # The driver that comes with socdom.
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def _with_password(url: URL, where: str, place: str, environ: Mapping[str, str] | None) -> URL:
    """The address with its password, which stands nowhere else after this."""
    if not where:
        return url
    kind, _, name = where.partition(":")
    if kind == "omgeving":
        password = (os.environ if environ is None else environ).get(name)
        remedy = f"Zet het wachtwoord in de omgevingsvariabele {name}."
    else:
        password = _from_keyring(name, url.username or "", place)
        remedy = f"Zet het met: keyring set {name} {url.username or '(gebruiker)'}."
    if not password:
        raise ParameterError(Fault(place, "het wachtwoord van de database is er niet", remedy=remedy))
    return url.set(password=password)


def _from_keyring(name: str, user: str, place: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(name, user)
    except KeyringError:
        remedy = "Ontgrendel de sleutelring, of gebruik omgeving:NAAM."
        raise ParameterError(
            Fault(place, "de sleutelring van dit systeem is niet te lezen", remedy=remedy)
        ) from None


def _how(url: URL, place: str) -> dict[str, Any]:
    """How the engine opens a connection."""
    backend = url.get_backend_name()
    if backend != "sqlite":
        known = _ARGUMENTS.get(backend, {})
        if url.get_driver_name() not in ("psycopg", "psycopg2", "pymysql", "mysqldb", "mariadbconnector"):
            known = {}
        return {"connect_args": {name: value for name, value in known.items() if name not in url.query}}
    path = Path(url.database or "")
    if not path.is_file():
        rule = "er is geen databasebestand met deze naam"
        raise DeliveryError(Fault(place, rule, remedy="Lever het alsnog, of pas het adres aan."))
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    return {"creator": lambda: sqlite3.connect(address, uri=True)}


def _driver_fault(url: URL, error: Exception, place: str) -> Fault:
    if isinstance(error, ModuleNotFoundError) and error.name:
        remedy = f"Installeer het Python-pakket {error.name.partition('.')[0]} waarmee socdom draait."
        return Fault(place, f"voor {url.drivername} ontbreekt een pakket", remedy=remedy)
    if isinstance(error, ImportError):
        remedy = "Installeer wat dit pakket nog nodig heeft; de handleiding van het pakket noemt het."
        return Fault(place, f"het pakket voor {url.drivername} werkt op deze machine niet", remedy=remedy)
    remedy = "Schrijf het als postgresql+psycopg://gebruiker@server/database."
    return Fault(place, "deze soort database is niet bekend", remedy=remedy)


def _take_any_date(connection: Connection) -> None:
    """Let PostgreSQL give a date that Python has not ("infinity") as text, so that one row does not stop the rest."""
    if connection.dialect.driver != "psycopg":
        return
    from socdom.sources.database.any_date import take_any_date

    take_any_date(connection.connection.dbapi_connection)
