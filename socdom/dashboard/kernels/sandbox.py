"""What a process behind a page may still do: Landlock, the restriction of Linux that a process takes upon itself.

A kernel runs what visitors choose. It reads the edition and the software, writes in a folder of its own, and reaches
nothing else: no file, no TCP address, no process outside. What Landlock does not know stays possible: other packets,
and the mode, owner and time of files of its own user, wherever they are. Landlock only takes away, for good, and for
every process that is started later; it needs no rights and no set-up of the machine. Where a system has none, or an
older one, as much is restricted as it can.

Source: https://docs.kernel.org/userspace-api/landlock.html. The numbers below are fixed for all architectures.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress
from enum import IntFlag
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # system calls
_WHICH_VERSION = 1
_PATH_BENEATH = 1
_SET_NO_NEW_PRIVS = 38  # prctl


class Access(IntFlag):
    """Rights on files and folders, as the system numbers them."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13
    TRUNCATE = 1 << 14
    IOCTL_DEV = 1 << 15


_READ = Access.READ_FILE | Access.READ_DIR
_CHANGE = (
    Access.WRITE_FILE
    | Access.TRUNCATE
    | Access.REMOVE_DIR
    | Access.REMOVE_FILE
    | Access.MAKE_DIR
    | Access.MAKE_REG
    | Access.MAKE_SOCK
)
_OF_A_FILE = Access.EXECUTE | Access.WRITE_FILE | Access.READ_FILE | Access.TRUNCATE | Access.IOCTL_DEV
# Version of Landlock → how many rights on files it knows, counted from the first.
_KNOWN_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP = 0b11  # to bind, to connect
_OUTSIDE = 0b11  # abstract sockets and signals to processes that are not restricted in the same way
_WITH_TCP, _WITH_SCOPES = 4, 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def landlock_version() -> int:
    """The version of Landlock on this system; 0 where there is none."""
    found = _call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_WHICH_VERSION))
    return max(found, 0)


def restrict(readable: Iterable[Path], writable: Iterable[Path]) -> int:
    """Take everything away from this process but a few files and folders; for good.

    To be called while the process has one thread: the restriction holds for the thread that asks, and for what it
    starts.

    Args:
        readable: files and folders that may be read, with all that is in them; what does not exist is passed over.
        writable: the same, to read, write, make and remove in.

    Returns:
        the version of Landlock that holds, 0 where the system has none and nothing is restricted.
    """
    version = landlock_version()
    if not version:
        return 0
    known = _known(version)
    rules = _Ruleset(known, _TCP if version >= _WITH_TCP else 0, _OUTSIDE if version >= _WITH_SCOPES else 0)
    ruleset = _call(
        _CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), ctypes.c_uint32(0)
    )
    if ruleset < 0:
        return 0
    try:
        for path in readable:
            _allow(ruleset, path, _READ & known)
        for path in writable:
            _allow(ruleset, path, (_READ | _CHANGE) & known)
        _no_new_privileges()
        return version if _call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0)) == 0 else 0
    finally:
        os.close(ruleset)


def _known(version: int) -> Access:
    count = _KNOWN_RIGHTS[min(version, max(_KNOWN_RIGHTS))]
    return Access((1 << count) - 1)


def _allow(ruleset: int, path: Path, access: Access) -> None:
    with suppress(OSError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = _Beneath(access if path.is_dir() else access & _OF_A_FILE, place)
            _call(
                _ADD_RULE,
                ctypes.c_int(ruleset),
                ctypes.c_int(_PATH_BENEATH),
                ctypes.byref(rule),
                ctypes.c_uint32(0),
            )
        finally:
            os.close(place)


def _no_new_privileges() -> None:
    # Without it a program with more rights could be started, and the system refuses the restriction.
    ctypes.CDLL(None).prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _call(number: int, *arguments: object) -> int:
    """A system call; -1 when it is refused, or where there is no Linux."""
    try:
        return int(ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(number), *arguments))
    except (AttributeError, OSError):
        return -1
