"""The addresses of everything that needs no kernel: finished pages, documents and house style."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tornado.web import HTTPError, RequestHandler, StaticFileHandler

from socdom.dashboard.access.bar import logged_in
from socdom.dashboard.choosing import BY_ADDRESS, ChoicePage
from socdom.dashboard.downloads.fetched import archived_file, saved_name
from socdom.dashboard.menu import STANDING
from socdom.dashboard.overdue import failed_refresh, today, with_notice
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.dashboard.places import page_file
from socdom.dashboard.serving.access.identity import Reader
from socdom.dashboard.serving.downloading import ADDRESS as VIEW_ADDRESS
from socdom.dashboard.serving.downloading import ViewDownload
from socdom.dashboard.serving.file_headers import set_file_headers
from socdom.dashboard.serving.guard import PUBLIC, to_root
from socdom.dashboard.serving.latest import Latest
from socdom.editions.download_name import download_name

_EDITION = 'data-editie=""'

Rule = tuple[str, type[RequestHandler], dict[str, Any]]


class NotFound(RequestHandler):
    """Every other address."""

    resource = PUBLIC

    def prepare(self) -> None:
        raise HTTPError(404)


class FinishedPage(RequestHandler):
    """A page that was written with the edition; read from the edition that is current at this request."""

    def initialize(self, current: Latest, page: str) -> None:
        self._current = current
        self._folder = current.folder()
        self._page = page
        self._path = self._folder / page_file(page)

    def get(self) -> None:
        if not self._path.is_file():
            raise HTTPError(404)
        html = self._path.read_text(encoding="utf-8")
        # Who chooses on a page must get figures of the edition of that page: the page says which one it is.
        self.show(html.replace(_EDITION, f'{_EDITION[:-1]}{self._folder.name}"', 1))

    def show(self, html: str) -> None:
        """Answer with a complete page.

        A warning is put in where its figures are older than they should be or could not be renewed, at its foot whether
        it was clear, and a button to log out for who is logged in.
        """
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        html = with_notice(
            html, self._current().meta, today(self), failed_refresh(self), link=self._page != STANDING
        )
        if isinstance(self.current_user, Reader):
            html = logged_in(html, to_root(self.request.path), self.xsrf_form_html())
        usage = self.settings.get("usage")
        self.write(usage.with_foot(html, self._page) if usage else html)

    head = get


class FinishedChoicePage(FinishedPage):
    """A page with choices, as it is without one; its script makes the choice that the address asks for.

    What is not offered does not exist: the answer is the same whether there are figures of it anywhere or not.
    """

    def initialize(self, current: Latest, about: ChoicePage) -> None:
        super().initialize(current, about.address)
        self._about = about

    def get(self) -> None:
        if not self._about.is_offered(self._current(), self.request.query):
            raise HTTPError(404)
        super().get()

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


class Asset(StaticFileHandler):
    """A file of the house style, our scripts, letters: nothing of an edition."""

    resource = PUBLIC


def page_rules(base: str, current: Latest, static: Path) -> list[Rule]:
    """Addresses of everything that needs no kernel.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served.
        static: folder with the house style and our scripts.
    """
    pages: list[Rule] = [
        (f"{base}{address}", FinishedPage, {"current": current, "page": page})
        for address, page in FINISHED_PAGES.items()
    ]
    choosing: list[Rule] = [
        (f"{base}{address}", FinishedChoicePage, {"current": current, "about": about})
        for address, about in BY_ADDRESS.items()
    ]
    return [
        *pages,
        *choosing,
        (f"{base}rapporten/([0-9Qv.-]+/[a-z.-]+)", ArchivedFile, {"current": current}),
        (f"{base}bestanden/([a-z.-]+)", Document, {"current": current}),
        (f"{base}{VIEW_ADDRESS}", ViewDownload, {"current": current}),
        (f"{base}static/(.*)", Asset, {"path": str(static)}),
    ]
