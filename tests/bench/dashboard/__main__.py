"""`make bench-dashboard`: measure the dashboard, print a table, and write build/bench-dashboard.json.

Everything on one machine in one run: the servers, the visitors and their browser share its cores, so that ratios count
and seconds are a hint. A target that is not met is told and is no error.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser

from tests.bench.dashboard.beside import beside_entries
from tests.bench.dashboard.browser import chromium
from tests.bench.dashboard.crowds import crowd_entries
from tests.bench.dashboard.edition import drawing_entries, made_edition
from tests.bench.dashboard.plan import FULL, SMALL, Plan
from tests.bench.dashboard.results import Entry, table
from tests.bench.dashboard.still import page_entries

BUILD = Path("build")
_PARTS: dict[str, Callable[[Browser, Plan], AsyncIterator[Entry]]] = {
    "tekenen": drawing_entries,
    "paginas": page_entries,
    "naast": beside_entries,
    "bezoekers": crowd_entries,
}


def main() -> None:
    """Measure everything that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.dashboard", description=__doc__)
    parser.add_argument("--klein", action="store_true", help="1, 5 and 10 visitors, a minute each")
    parser.add_argument("--editie", type=Path, help="folder of an edition; made anew without it")
    parser.add_argument(
        "--deel", choices=sorted(_PARTS), action="append", help="only this part; tekenen first"
    )
    asked = parser.parse_args()
    folder = BUILD / "bench"
    edition = (asked.editie or made_edition(folder / "kwartaal")).resolve()
    plan = (SMALL if asked.klein else FULL).on(edition, (folder / "dashboard").resolve())
    load = os.getloadavg()[0]
    entries = asyncio.run(_measured(plan, asked.deel or list(_PARTS)))
    machine = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": {"before": load, "after": os.getloadavg()[0]},
    }
    result = {"machine": machine, "entries": [entry.as_json() for entry in entries]}
    target = BUILD / "bench-dashboard.json"
    target.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(machine, table(entries), sep="\n\n")


async def _measured(plan: Plan, parts: list[str]) -> list[Entry]:
    entries = []
    async with chromium() as browser:
        for part in parts:
            async for entry in _PARTS[part](browser, plan):
                entries.append(entry)
                print(entry, flush=True)
    return entries


if __name__ == "__main__":
    main()
