"""The table of packages in docs/onderdelen.md: what the lock names, with the licence each package states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tests.supply.licences import licence_of
from tests.supply.lock import LOCK, ROOT, Locked, read_lock

PAGE = ROOT / "docs" / "onderdelen.md"
UNKNOWN = "onbekend"

_HEAD = "| pakket | versie | licentie | nodig |\n|---|---|---|---|\n"
_TABLE = re.compile(re.escape(_HEAD) + r"(?P<rows>(?:\|.*\n)*)")
_WHERE = (
    ("sys_platform == 'win32'", "Windows"),
    ("os_name == 'nt'", "Windows"),
    ("sys_platform == 'darwin'", "macOS"),
    ("sys_platform == 'linux'", "Linux"),
)


def told(page: Path = PAGE) -> dict[tuple[str, str], str]:
    """The licence in the table, by name and version."""
    found = _TABLE.search(page.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{page.name} heeft geen tabel met pakketten")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in found["rows"].splitlines()]
    return {(name, version): licence for name, version, licence, _ in rows}


def renewed(page: Path = PAGE, lock: Path = LOCK) -> str:
    """The page with the table as the lock and the installed packages have it now.

    A package that is not installed here, such as one for Windows, keeps the licence that was written down before.
    """
    before = {name: licence for (name, _), licence in told(page).items()}
    table = _HEAD + "".join(_rows(read_lock(lock), before))
    return _TABLE.sub(lambda _: table, page.read_text(encoding="utf-8"))


def installed_licence(name: str) -> str | None:
    """The licence of a package that is installed here, `UNKNOWN` when it does not say; None when it is not here."""
    try:
        return licence_of(distribution(name)) or UNKNOWN
    except PackageNotFoundError:
        return None


def _rows(lines: Iterable[Locked], before: dict[str, str]) -> Iterable[str]:
    for line in lines:
        licence = installed_licence(line.name) or before.get(line.name, UNKNOWN)
        yield f"| {line.name} | {line.version} | {licence} | {_where(line.marker)} |\n"


def _where(marker: str) -> str:
    """Where a package is needed, in a word."""
    systems = [words for condition, words in _WHERE if condition in marker]
    if systems:
        return systems[0]
    return "hangt af van het systeem" if marker else "overal"
