"""Known leaks from a file instead of a service: the export of OSV, asked as pip-audit asks OSV itself.

pip-audit has no way of its own to look things up without a network, but it takes another address of OSV. So a server on
loopback answers from the export (`all.zip` of the ecosystem PyPI, or a folder with its JSON files), and nothing leaves the machine.
"""

from __future__ import annotations

import json
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ECOSYSTEM = "PyPI"


class Advisories:
    """What an export says of packages.

    Raises:
        ValueError: the file or folder holds no advisory about a package of this ecosystem.
        OSError, zipfile.BadZipFile: it cannot be read.
    """

    def __init__(self, source: Path) -> None:
        self._of: dict[str, list[dict]] = defaultdict(list)
        for record in map(json.loads, _texts(source)):
            for one in _affected(record):
                # pip-audit looks for the name as the lock writes it.
                one["package"]["name"] = canonicalize_name(one["package"]["name"])
            for name in {one["package"]["name"] for one in _affected(record)}:
                self._of[name].append(record)
        if not self._of:
            raise ValueError("er staan geen adviezen in over pakketten van Python")

    def about(self, name: str, version: str) -> list[dict]:
        """The advisories that one version of a package falls under; those that were withdrawn are left out."""
        asked = canonicalize_name(name)
        return [
            record
            for record in self._of.get(asked, [])
            if "withdrawn" not in record
            and any(_falls_under(one, asked, version) for one in _affected(record))
        ]


@contextmanager
def answering(advisories: Advisories) -> Iterator[str]:
    """Answer on loopback as OSV does, until the block ends; gives the address to ask."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found = advisories.about(asked["package"]["name"], asked["version"])
            body = json.dumps({"vulns": found} if found else {}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing: pip-audit tells what was found."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()


def _texts(source: Path) -> Iterator[bytes]:
    if source.is_dir():
        yield from (path.read_bytes() for path in sorted(source.glob("*.json")))
        return
    with zipfile.ZipFile(source) as archive:
        yield from (archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".json"))


def _affected(record: dict) -> list[dict]:
    return [one for one in record.get("affected", []) if one.get("package", {}).get("ecosystem") == ECOSYSTEM]


def _falls_under(affected: dict, name: str, version: str) -> bool:
    if affected["package"]["name"] != name:
        return False
    ranges = [one for one in affected.get("ranges", []) if one["type"] == "ECOSYSTEM"]
    return version in affected.get("versions", []) or any(_within(one["events"], version) for one in ranges)


def _within(events: list[dict], version: str) -> bool:
    """Whether a version lies in a range; by the rule of OSV the last event at or before it decides."""
    asked, inside = Version(version), False
    for event in sorted(events, key=_moment):
        kind, moment = next(iter(event.items()))
        if kind == "introduced" and (moment == "0" or Version(moment) <= asked):
            inside = True
        elif (kind == "fixed" and Version(moment) <= asked) or (
            kind == "last_affected" and Version(moment) < asked
        ):
            inside = False
    return inside


def _moment(event: dict) -> Version:
    try:
        return Version(next(iter(event.values())))
    except InvalidVersion:
        return Version("0")
