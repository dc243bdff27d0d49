"""The finished pages beside the same HTML from a plain server of files, and what `import socdom` costs."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from playwright.async_api import Browser

from tests.bench.dashboard.apps import OURS, PAGE
from tests.bench.dashboard.browser import painted, visitor
from tests.bench.dashboard.plan import Plan
from tests.bench.dashboard.results import Entry, median
from tests.bench.dashboard.servers import Server, running
from tests.bench.entries import Target

_PAGES = ("", PAGE)
_FETCHES = 50
_FILES = re.compile(r"(?:href|src)=\"(static/[^\"?#]+)")
_FONTS = re.compile(r"url\(\"?(fonts/[^)\"]+)")


async def page_entries(browser: Browser, plan: Plan) -> AsyncIterator[Entry]:
    """First content and last byte of finished pages; readers who start nothing; the import."""
    copy = plan.folder / "kopie"
    plain = (sys.executable, "-m", "http.server", "PORT", "--bind", "127.0.0.1", "--directory", str(copy))
    with OURS.running(plan.edition, plan.folder) as ours:
        _copy_pages(ours, _PAGES, copy)
        with running(plain, plan.folder / "bestanden") as other:
            await ours.rest(OURS.patience)
            processes = len(ours.processes())
            for page in _PAGES:
                servers = [(ours, page), (other, f"{page or 'index'}.html")]
                what, size = (
                    f"/{page}",
                    f"{plan.loads} loads, {(copy / servers[1][1]).stat().st_size // 1000} kB",
                )
                mine, its = await _first_content(browser, servers, plan.loads)
                bounds = (Target("value", at_most=0.3), Target("ratio", at_most=2))
                yield Entry(f"first content of {what}", size, mine, "s", {"plain server": its}, bounds)
                mine, its = (seconds * 1000 for seconds in _fetched(servers, _FETCHES))
                yield Entry(f"last byte of {what}", f"{_FETCHES} times", mine, "ms", {"plain server": its})
            started = len(ours.processes()) - processes
            readers = f"{2 * plan.loads} readers"
            yield Entry(
                "processes that readers start", readers, started, "", targets=(Target("value", at_most=0),)
            )
    pandas = {"import pandas": _imported("pandas")}
    bound = (Target("value", at_most=0.3),)
    yield Entry("import socdom", "quickest of 5", _imported("socdom"), "s", pandas, bound)


def _copy_pages(server: Server, addresses: Sequence[str], folder: Path) -> None:
    """Fetch finished pages and the files they name to a folder, for a plain server."""
    for address in addresses:
        page = _get(server, address)
        _write(folder / f"{address or 'index'}.html", page)
        for name in set(_FILES.findall(page.decode())):
            _write(folder / name, _get(server, name))
            if name.endswith(".css"):
                for font in set(_FONTS.findall((folder / name).read_text(encoding="utf-8"))):
                    _write(folder / "static" / font, _get(server, f"static/{font}"))


async def _first_content(browser: Browser, servers: Sequence[tuple[Server, str]], loads: int) -> list[float]:
    """Median seconds until something is painted, for pages of several servers in turn, nothing in the cache."""
    taken: list[list[float]] = [[] for _ in servers]
    for _ in range(loads):
        for (server, path), seconds in zip(servers, taken, strict=True):
            async with visitor(browser, "() => false") as page:
                seconds.append(await painted(page, server.address + path))
    return [median(seconds) for seconds in taken]


def _fetched(servers: Sequence[tuple[Server, str]], times: int) -> list[float]:
    """Median seconds until the last byte of a page, compressed where the server does that, for pages of several servers in turn."""
    taken: list[list[float]] = [[] for _ in servers]
    for _ in range(times):
        for (server, path), seconds in zip(servers, taken, strict=True):
            start = time.perf_counter()
            _get(server, path, "gzip")
            seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]


def _imported(module: str, times: int = 5) -> float:
    """Seconds that an import takes in a new process; the quickest."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    told = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True) for _ in range(times)
    ]
    return min(float(one.stdout) for one in told)


def _get(server: Server, path: str, encoding: str = "identity") -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", f"/{path}", headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        assert answer.status == 200, f"{path}: {answer.status}"
        return answer.read()
    finally:
        connection.close()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
