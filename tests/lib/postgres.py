"""A PostgreSQL of the tests' own, in a temporary folder and reached by a socket and by loopback; gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Debian keeps these out of the path.
_DEBIAN = Path("/usr/lib/postgresql")
# Nothing here has to outlive a power cut.
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "32MB"}
OWNER, OWNER_PASSWORD = "eigenaar", "wachtwoord-van-de-eigenaar"


@dataclass(frozen=True)
class Postgres:
    """A running server.

    Attributes:
        port: on 127.0.0.1, where every user needs a password.
        folder: of the socket; of the user that runs the server.
        process: the server.
    """

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def address(self, user: str = OWNER, database: str = "postgres") -> str:
        """Address without a password."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run statements as the owner of everything; the rows of the last one."""
        import psycopg

        with psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user=OWNER,
            password=OWNER_PASSWORD,
            dbname=database,
            autocommit=True,
        ) as connection:
            for statement in statements:
                cursor = connection.execute(statement)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    def stop(self) -> None:
        """End the server at once, as when its machine is switched off."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server that is stopped, and whose folder is removed, in whatever way the block ends."""
    programs = _programs()
    # Not below pytest's folder, which another user may not enter.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    process = None
    try:
        user = _user()
        (folder / "wachtwoord").write_text(OWNER_PASSWORD)
        for path in (folder, folder / "wachtwoord"):
            os.chown(path, user.pw_uid, user.pw_gid)
        common = [f"--username={OWNER}", f"--pwfile={folder / 'wachtwoord'}", "--auth=scram-sha-256"]
        locale = ["--encoding=UTF8", "--locale=C", "--no-sync"]
        made = subprocess.run(
            [programs / "initdb", f"--pgdata={folder / 'data'}", *common, *locale],
            **_as(user, folder),
            capture_output=True,
        )
        assert made.returncode == 0, made.stderr.decode()
        port = _free_port()
        options = [f"-c{name}={value}" for name, value in _FAST.items()]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [
                    programs / "postgres",
                    f"-D{folder / 'data'}",
                    f"-p{port}",
                    "-h127.0.0.1",
                    f"-k{folder}",
                    *options,
                ],
                **_as(user, folder),
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        server = Postgres(port, folder, process)
        _wait(server)
        yield server
    finally:
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGQUIT)
            process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Folder of the newest PostgreSQL on this machine."""
    found = [path.parent for path in _DEBIAN.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(path.parent.name))
    known = shutil.which("initdb")
    assert known, "PostgreSQL ontbreekt. Installeer het pakket postgresql; deze tests slaan niets over."
    return Path(known).resolve().parent


def _user() -> pwd.struct_passwd:
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    return pwd.getpwnam("nobody")


def _as(user: pwd.struct_passwd, folder: Path) -> dict[str, object]:
    identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    return {"cwd": folder, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}, **identity}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait(server: Postgres) -> None:
    import psycopg

    for _ in range(300):
        assert server.process.poll() is None, (server.folder / "log").read_text()
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError((server.folder / "log").read_text())
