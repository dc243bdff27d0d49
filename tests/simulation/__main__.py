"""Print the tables of the study as they stand in socdom/judgement/study.py: `python -m tests.simulation 1000`."""

from __future__ import annotations

import sys

from tests.simulation.tables import ORDINARY, false_signals, found


def main(series: int) -> None:
    """Derive and print both tables, from so many series of each kind."""
    for (method, adjustment), rates in sorted(false_signals(series).items()):
        print(f"    (Method.{method.name}, Adjustment.{adjustment.name}): {rates},")
    for name in ORDINARY:
        print(f"    {found(name, series)!r},")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
