"""Who owns a file: kept by name, because numbers are others on another machine; only root can give files away."""

from __future__ import annotations

import grp
import os
import pwd
from contextlib import suppress
from pathlib import Path


def names_of(told: os.stat_result) -> tuple[str, str]:
    """Names of user and group; "" for one without a name."""
    user = group = ""
    with suppress(KeyError):
        user = pwd.getpwuid(told.st_uid).pw_name
    with suppress(KeyError):
        group = grp.getgrgid(told.st_gid).gr_name
    return user, group


def give_to(path: Path, user: str, group: str) -> None:
    """Give a file or folder to a user and group by name; a name this machine does not know changes nothing."""
    if os.geteuid() != 0:
        return
    uid = gid = -1
    with suppress(KeyError):
        uid = pwd.getpwnam(user).pw_uid
    with suppress(KeyError):
        gid = grp.getgrnam(group).gr_gid
    os.chown(path, uid, gid, follow_symlinks=False)


def give_as(path: Path, like: Path) -> None:
    """Give a folder with all in it, or a file, to who owns another one; for root, who works in another's place."""
    if os.geteuid() != 0:
        return
    told = like.stat()
    os.chown(path, told.st_uid, told.st_gid, follow_symlinks=False)
    for parent, folders, files in os.walk(path):
        for name in (*folders, *files):
            os.chown(Path(parent) / name, told.st_uid, told.st_gid, follow_symlinks=False)
