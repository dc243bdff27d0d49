"""Which files a kernel needs, and the closing of all others."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

from socdom.dashboard.kernels.sandbox import restrict
from socdom.editions.drawn import drawings_folder

_PACKAGE = Path(__file__).resolve().parents[2]
# Libraries, fonts, time zones and languages of the system: software, and nothing that somebody keeps there.
_SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/fonts",
    "/usr/share/fontconfig",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/timezone",
    "/dev/urandom",
)
_NOTHING = Path(os.devnull)


def shut_in(edition: Path, own: Path) -> int:
    """Restrict this process to the edition, its drawings, the software and a folder of its own.

    Args:
        edition: folder of the edition, to read.
        own: folder to write in.

    Returns:
        as `restrict`.
    """
    return restrict([edition, drawings_folder(edition), *software()], [own, _NOTHING])


def software() -> list[Path]:
    """Files of Python, of the installed packages, of socdom and of the system."""
    python = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    shared = {sysconfig.get_config_var("LIBDIR"), str(Path(sys.base_prefix) / "lib")}
    found = {Path(path).resolve() for path in (*python, *shared, *_SYSTEM) if path}
    return sorted({*found, _PACKAGE})
