"""The process that draws ahead, as the server holds it: one, for the edition that is served."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from socdom.editions.drawn import drawings_folder

_KEPT = ("LANG", "LC_ALL", "TZ", "HOME", "TMPDIR", "SYSTEMROOT")
_PATIENCE = 1.0  # seconds


class Drawer:
    """Draws for the edition that is served, and begins anew when another one takes its place.

    Without it, or where it cannot write, everything works: charts are then drawn when they are asked for.
    """

    def __init__(self, edition: Callable[[], Path]) -> None:
        """A drawer that has nothing to do yet.

        Args:
            edition: gives the folder of the edition that is served, links followed.
        """
        self._edition = edition
        self._folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """See which edition is served, and draw for that one; to be called at the start and now and then."""
        folder = self._edition()
        if folder == self._folder or not folder.is_dir():
            return
        self.stop()
        self._folder = folder
        with suppress(OSError):
            # It must be there before a kernel is told what it may read.
            drawings_folder(folder).mkdir(mode=0o755, parents=True, exist_ok=True)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "socdom.dashboard.drawing.quietly", str(folder)],
                env=_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    @property
    def busy(self) -> bool:
        """Whether it is drawing now."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End it, within about a second; what was drawn is kept."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


def _environment() -> dict[str, str]:
    """Nothing of the server but its language and its home, where libraries keep lists of fonts."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "MPLBACKEND": "agg", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
