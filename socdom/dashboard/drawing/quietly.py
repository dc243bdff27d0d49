"""The process that draws ahead: whatever else the machine has to do comes first. Started by the server only.

    python -m socdom.dashboard.drawing.quietly <folder of an edition>

It reads the edition and the software, writes its drawings, and reaches nothing else. It ends with the server.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

from socdom.dashboard.kernels.process import end_with_parent, name_process
from socdom.errors import EditionError

_NAME = "socdom-draw"
_LEAST_SHARE = 19


def main(place: str) -> None:
    """Draw for an edition; what cannot be drawn or kept here is drawn when somebody asks for it."""
    name_process(_NAME)
    end_with_parent(os.getppid())
    with suppress(OSError, AttributeError):
        os.nice(_LEAST_SHARE)
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    with suppress(EditionError, OSError):
        _draw(Path(place))


def _draw(place: Path) -> None:
    # Only now, as the least of all: to import takes seconds of the processor.
    import socdom.charts.canvas  # noqa: F401
    from socdom.dashboard.drawing.ahead import draw
    from socdom.dashboard.kernels.sandbox import restrict
    from socdom.dashboard.kernels.surroundings import software
    from socdom.editions.drawn import drawings_folder, forget_drawings
    from socdom.editions.read import Edition

    edition, folder = Edition(place), drawings_folder(place)
    forget_drawings(folder.parent.parent)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    restrict([edition.folder, *software()], [folder])
    gc.collect()
    gc.freeze()
    draw(edition, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
