"""Whether a leak is known in a package of the lock, with pip-audit; what it says becomes a sentence and an exit code."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.supply.advisories import Advisories, answering
from tests.supply.lock import LOCK

NONE_KNOWN, FOUND, NOT_ASKED = 0, 1, 3
_PATIENCE = 900

_NO_ANSWER = """\
Er is niet gekeken: de lijst met bekende lekken is niet bereikbaar.
Dit vraagt een verbinding met OSV, de open lijst van bekende lekken (osv.dev).
Kan dat niet vanaf deze computer? Haal dan op een andere computer het bestand all.zip op.
OSV biedt het aan onder PyPI. Kijk daarna zo:
  make audit ADVIEZEN=/pad/naar/all.zip"""


def audit(advisories: Path | None = None, lock: Path = LOCK, service: str | None = None) -> int:
    """Ask for every package of the lock that this machine installs, and tell what is known.

    Args:
        advisories: export of OSV to look in; without it OSV itself is asked.
        service: another address that answers as OSV does.

    Returns:
        NONE_KNOWN, FOUND, or NOT_ASKED when there was no answer for all of them.
    """
    if advisories is None:
        return _tell(_asked(lock, service))
    try:
        known = Advisories(advisories)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        print(
            "Er is niet gekeken: het bestand met adviezen is niet te lezen. Haal het opnieuw op.",
            file=sys.stderr,
        )
        return NOT_ASKED
    with answering(known) as address:
        return _tell(_asked(lock, address))


def _asked(lock: Path, address: str | None) -> list[dict] | None:
    """What pip-audit says of each package; None when it could not ask.

    The lock is complete and exact, so pip has nothing to work out and nothing is installed.
    """
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(lock),
        "--disable-pip",
        "--require-hashes",
    ]
    command += [
        "--vulnerability-service",
        "osv",
        "--format",
        "json",
        "--progress-spinner",
        "off",
        "--timeout",
        "10",
    ]
    command += ["--osv-url", address] if address else []
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        return json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None


def _tell(packages: list[dict] | None) -> int:
    if not packages or any("vulns" not in one for one in packages):
        print(_NO_ANSWER, file=sys.stderr)
        return NOT_ASKED
    leaks = [(one, leak) for one in packages for leak in one["vulns"]]
    if not leaks:
        print(f"Gekeken naar {len(packages)} pakketten: er is geen lek bekend.")
        return NONE_KNOWN
    print(f"Bekende lekken: {len(leaks)}. Wat u dan doet, staat in docs/beheer.md bij Lekken.")
    for one, leak in leaks:
        mended = ", ".join(leak["fix_versions"]) or "nog niet"
        print(f"  {one['name']} {one['version']}: {leak['id']}, verholpen in: {mended}")
    return FOUND
