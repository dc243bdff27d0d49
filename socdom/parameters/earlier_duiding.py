"""What was said about the same subject in an earlier quarter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from socdom.parameters.duiding import Duiding, read_duiding


@dataclass(frozen=True)
class Earlier:
    """An approved explanation and the quarter it was written for."""

    kwartaal: str
    duiding: Duiding


def earlier_duiding(folder: Path, kwartaal: str) -> dict[str, Earlier]:
    """Subject → its newest approved explanation of a quarter before this one.

    Args:
        folder: `parameters/<gemeente>`.
        kwartaal: "2020Q4".

    Raises:
        ParameterError: a file of an earlier quarter is not valid.
    """
    quarters = sorted(path.name for path in folder.glob("????Q?") if path.name < kwartaal)
    return {
        item.subject: Earlier(quarter, item)
        for quarter in quarters
        for item in read_duiding(folder / quarter / "duiding")
        if item.status == "goedgekeurd" and item.is_written
    }
