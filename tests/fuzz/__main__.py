"""Fuzz a reader for a while: `python -m tests.fuzz csv SECONDS`, with a key of `READERS`.

Coverage steers what is tried next. What makes a reader fail is written to a file and ends the run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=[
        "socdom.sources.files",
        "socdom.sources.messages",
        "socdom.sources.standard",
        "socdom.dashboard.serving.messages",
    ]
):
    from tests.fuzz.readers import READERS
from tests.fuzz.samples import SAMPLES

_LONGEST = 20_000


def main() -> None:
    """Run until the time is up."""
    name, seconds = sys.argv[1:]
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    seeds = folder / "zaad"
    seeds.mkdir()
    (seeds / name).write_bytes(SAMPLES[name]())

    def once(content: bytes) -> None:
        READERS[name](content, folder)

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        f"-artifact_prefix={folder}/",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
