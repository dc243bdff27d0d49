"""The addresses of the dashboard: finished pages, documents, house style and theme pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from voila.static_file_handler import MultiStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

from socdom.dashboard.fetched import archived_file, saved_name, set_file_headers
from socdom.dashboard.latest import Latest
from socdom.dashboard.menu import THEME_OF_ADDRESS
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.dashboard.state import is_offered
from socdom.dashboard.stored import PAGE_FOLDER
from socdom.editions.download_name import download_name

Rule = tuple[str, type[RequestHandler], dict[str, Any]]


class Visitor(IdentityProvider):
    """Everybody who can reach the server is the same reader: no log-in page, no cookie.

    Who may reach the server is up to what stands before it.
    """

    def get_user(self, handler: Any) -> User:
        return User(username="lezer")

    def get_handlers(self) -> list[Any]:
        return []


class FinishedPage(RequestHandler):
    """A page that was written with the edition; read from the edition that is current at this request."""

    def initialize(self, current: Latest, page: str) -> None:
        self._path = current.folder() / PAGE_FOLDER / f"{page}.html"

    def get(self) -> None:
        if not self._path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.write(self._path.read_bytes())

    head = get


class Document(StaticFileHandler):
    """A document of the current edition; only the names that its inventory offers exist."""

    def initialize(self, current: Latest) -> None:
        super().initialize(path=str(current.folder()))
        self._edition = current()

    async def get(self, path: str, include_body: bool = True) -> None:
        if path not in self._edition.inventory.offered:
            raise HTTPError(404)
        await super().get(path, include_body)

    def set_extra_headers(self, path: str) -> None:
        set_file_headers(self, path, saved_name(self._edition, path))


class ArchivedFile(StaticFileHandler):
    """A file of a report on the page Rapporten; any other edition, and any other file of it, does not exist."""

    def initialize(self, current: Latest) -> None:
        super().initialize(path=str(current.place.parent))
        self._archive = current().archive

    async def get(self, path: str, include_body: bool = True) -> None:
        if archived_file(Path(self.root), self._archive, path) is None:
            raise HTTPError(404)
        await super().get(path, include_body)

    def set_extra_headers(self, path: str) -> None:
        name, _, file = path.partition("/")
        edition = self._archive.find(name)
        set_file_headers(self, file, download_name(file, edition) if edition else file)


class ThemePage(TornadoVoilaHandler):
    """A theme page: one of the notebooks, by its own short address; no kernel starts for a choice there is not.

    What is not offered does not exist: the answer is the same whether there are figures of it anywhere or not.
    """

    def initialize(self, current: Latest, **kwargs: Any) -> None:
        super().initialize(**kwargs)
        self._current = current

    async def get(self, path: str) -> None:
        if not is_offered(self._current(), THEME_OF_ADDRESS[path], self.request.query):
            raise HTTPError(404)
        await super().get(f"{path}.ipynb")


class KernelState(KernelHandler):
    """Tells a page that its kernel is there; it cannot be ended or changed by this way."""

    SUPPORTED_METHODS = ("GET",)


def page_rules(base: str, current: Latest, static: Sequence[Path]) -> list[Rule]:
    """Addresses of everything that needs no kernel.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served.
        static: folders with the house style and our scripts.
    """
    pages: list[Rule] = [
        (f"{base}{address}", FinishedPage, {"current": current, "page": page})
        for address, page in FINISHED_PAGES.items()
    ]
    return [
        *pages,
        (f"{base}rapporten/([0-9Qv.-]+/[a-z.-]+)", ArchivedFile, {"current": current}),
        (f"{base}bestanden/([a-z.-]+)", Document, {"current": current}),
        (f"{base}static/(.*)", MultiStaticFileHandler, {"paths": [str(folder) for folder in static]}),
    ]
