"""A process that has imported everything and forks a run of `socdom` for each order: hundreds of runs in little time.

`python -m tests.lib.warm_runs` reads an order a line (JSON: words, environment, folder, log) and says the number of the
process, and when it has ended its exit code. A run is a session of its own, so that all its processes can be found.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import Any, NoReturn


def main() -> None:
    """Serve orders until the line is closed."""
    import socdom.pipeline
    import socdom.pipeline.unattended
    import socdom.report.workbook.write  # noqa: F401
    from socdom import cli
    from socdom.indicators import catalogue

    catalogue()
    del cli
    print("klaar", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _run(order)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run(order: dict[str, Any]) -> NoReturn:
    from socdom.cli import main as socdom

    os.setsid()
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.environ.update(order["environment"])
    tempfile.tempdir = None  # it may have been looked up before
    os.chdir(order["folder"])
    sys.argv = ["socdom", *order["words"]]
    code = 70
    try:
        socdom()
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
