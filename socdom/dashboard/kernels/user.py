"""Another user for the kernels, where the operator runs the server as root and has made one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socdom.errors import Fault, ServerError

_OPTION = "--kernel-gebruiker"
_TRY = "import sys; open(sys.argv[1]).close(); import socdom.editions.read"
_PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Account:
    """A user of the system that is not this one.

    Attributes:
        user: its number.
        group: number of its group.
        groups: numbers of the other groups it is in.
    """

    user: int
    group: int
    groups: tuple[int, ...]

    def popen(self) -> dict[str, Any]:
        """Arguments of `subprocess.Popen` that start a process as this user, before it runs anything."""
        return {"user": self.user, "group": self.group, "extra_groups": list(self.groups)}

    def give(self, path: Path) -> None:
        """Make this user the owner of a file or folder; never of what a link leads to, which may be of this user."""
        os.chown(path, self.user, self.group, follow_symlinks=False)


def account(name: str) -> Account | None:
    """The account of a name; None for no name.

    Raises:
        ServerError: there is no such user.
    """
    if not name:
        return None
    try:
        import pwd

        found = pwd.getpwnam(name)
    except (ImportError, KeyError):
        raise _refused(
            "deze gebruiker bestaat niet op deze computer", "Maak de gebruiker eerst aan."
        ) from None
    groups = os.getgrouplist(name, found.pw_gid)
    return Account(found.pw_uid, found.pw_gid, tuple(sorted(set(groups))))


def require_kernel_user(name: str, edition: Path) -> None:
    """Refuse a user under whose name no kernel could run.

    Raises:
        ServerError: the server does not run as root, there is no such user, it is root itself, or it cannot read
            the edition or the programs.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise _refused(
            "dit kan alleen als root het dashboard start",
            f"Start het dashboard als root of zonder {_OPTION}.",
        )
    kernels = account(name)
    if kernels is None or kernels.user == 0:
        raise _refused("deze gebruiker moet een andere zijn dan root", "Kies een gewone gebruiker.")
    if not _can_read(kernels, edition):
        raise _refused(
            "deze gebruiker kan de editie of de programma's van socdom niet lezen",
            "Geef deze gebruiker leesrecht op beide mappen.",
        )


def _can_read(kernels: Account, edition: Path) -> bool:
    try:
        tried = subprocess.run(
            [sys.executable, "-P", "-c", _TRY, str(edition.resolve() / "inventory.json")],
            env={"PATH": os.defpath},
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            **kernels.popen(),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return tried.returncode == 0


def _refused(rule: str, remedy: str) -> ServerError:
    return ServerError(Fault(_OPTION, rule, remedy=remedy))
