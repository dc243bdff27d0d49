"""The environment of a process that makes documents: only what it needs, and the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping

# What Python, pandas and matplotlib need to start. Not among them: SOCDOM_* (where person-level data stands)
# and XDG_CONFIG_HOME (where the key of the pseudonyms stands); nor what could make a document differ, such as
# the language and the time zone of the user.
PASSED_ON = ("PATH", "HOME", "TMPDIR", "PYTHONPATH", "MPLCONFIGDIR", "XDG_CACHE_HOME", "SYSTEMROOT")
_FIXED = {
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    # Documents are made side by side: a library that takes all processors for itself holds up the others.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


def surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment in which documents are made: PASSED_ON, and settings that are always the same."""
    return {**{name: environ[name] for name in PASSED_ON if name in environ}, **_FIXED}
