"""Downloads of exactly what a figure shows, made at the request from the edition that is served; nothing is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler

from socdom.blocks.actions import DOWNLOAD_FOLDER
from socdom.dashboard.downloads.view_asked import asked_view
from socdom.dashboard.downloads.view_file import csv_file, xlsx_file
from socdom.dashboard.serving.file_headers import set_file_headers
from socdom.dashboard.serving.latest import Latest
from socdom.editions.read import Edition

ADDRESS = rf"{DOWNLOAD_FOLDER}([a-z0-9_]{{1,80}})\.(csv|xlsx)"
# One at a time, beside the loop: who reads or chooses does not wait for who downloads.
_WORKERS = ThreadPoolExecutor(max_workers=1, thread_name_prefix="download")


class ViewDownload(RequestHandler):
    """The figures of one view as text or as a workbook; what no page offers does not exist."""

    def initialize(self, current: Latest) -> None:
        self._current = current

    async def get(self, indicator: str, suffix: str) -> None:
        made = await IOLoop.current().run_in_executor(
            _WORKERS, _made, self._current(), indicator, suffix, self.request.query
        )
        if made is None:
            raise HTTPError(404)
        name, content = made
        set_file_headers(self, name, name)
        self.write(content)

    head = get


def _made(edition: Edition, indicator: str, suffix: str, query: str) -> tuple[str, bytes] | None:
    """Name and content of the file; None for what is not offered."""
    asked = asked_view(edition, indicator, query)
    if asked is None:
        return None
    write = csv_file if suffix == "csv" else xlsx_file
    return f"{asked.name}.{suffix}", write(asked.file)
