"""Choosing on a page: a kernel for who begins to choose, and its end when the page closes.

`POST kies/<address>?<choice>` starts one. Voilà executes the notebook of the page; our template gives the number of the
kernel and of its widgets in place of a page, and we add the key of the page (`owners`). The page then speaks with its
widgets over Jupyter's websocket (`sockets`).
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from dataclasses import dataclass

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError
from voila._version import __version__ as voila_version
from voila.configuration import VoilaConfiguration
from voila.notebook_renderer import NotebookRenderer

from socdom.dashboard.choosing import BY_ADDRESS, ChoicePage
from socdom.dashboard.serving.guard import CHOICE, KERNEL, visitor_of
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.owners import Owner, owner_of
from socdom.dashboard.serving.sockets import end_kernel
from socdom.dashboard.serving.visits import Visits

_KERNEL_ID = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
KERNEL_SOCKET = rf"api/kernels/{_KERNEL_ID}/channels"
CLOSE = rf"sluit/{_KERNEL_ID}"
_LONGEST_KEY = 100  # bytes


class NotebookFailed(Exception):
    """The notebook of a page showed nothing in time; what it said is for its maker, who runs it in JupyterLab."""


@dataclass(frozen=True)
class Choosing:
    """What is needed to start a kernel for a page.

    Attributes:
        current: the edition that is served.
        visits: what each visitor has and may.
        voila: settings of Voilà.
        template_paths: folders of its templates.
        patience: seconds for a start, notebook included.
    """

    current: Latest
    visits: Visits
    voila: VoilaConfiguration
    template_paths: list[str]
    patience: float


class LiveChoice(JupyterHandler):
    """Starts the kernel of a page for a choice; none for a choice there is not, or for figures of before.

    A link or a search engine starts none either: one asks with POST.
    """

    resource = CHOICE

    def initialize(self, choosing: Choosing) -> None:
        self._choosing = choosing

    async def post(self, address: str) -> None:
        """The numbers of a kernel and its widgets, and the key; 409 when the page is of another edition."""
        about, current = BY_ADDRESS[address], self._choosing.current
        if not about.is_offered(current(), self.request.query):
            raise HTTPError(404)
        self._require_same_edition()
        visitor = visitor_of(self)
        with self._choosing.visits.start(visitor) as is_owned:
            owner = Owner(self.current_user.username, visitor)
            found = await self._started(about, owner, is_owned)
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps({**found, "sleutel": owner.key}))

    async def _started(self, about: ChoicePage, owner: Owner, is_owned: Callable[[], None]) -> dict[str, str]:
        """Execute the notebook in a kernel of its own; when that does not work out, no kernel is left.

        Not by Voilà's own handler: when its rendering fails, that one waits for ever for the rest (voila 0.5.13).
        """
        renderer = self._renderer(about)
        await renderer.initialize()
        name = renderer.notebook.metadata.kernelspec.name
        # While the notebook was read another edition may have come; from here to its kernel nothing can.
        self._require_same_edition()
        number = await self.kernel_manager.start_kernel(kernel_name=name, env=self._environment(about))
        kernel = self.kernel_manager.get_kernel(number)
        kernel.owner = owner  # type: ignore[attr-defined]
        is_owned()
        making = asyncio.ensure_future(renderer.generate_content_str(number, kernel))
        making.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            # nbclient 0.11 takes "stop" for the end of a cell and goes on with the next; so nobody waits for that.
            await asyncio.wait({making}, timeout=self._choosing.patience)
            found = json.loads(making.result()) if making.done() else {}
            if not found.get("pagina"):
                raise NotebookFailed
        except BaseException as error:
            making.cancel()
            await end_kernel(self.kernel_manager, number)
            if isinstance(error, Exception):
                # Of an edition that went while the notebook ran the files may have gone as well.
                self._require_same_edition()
            raise
        return found

    def _require_same_edition(self) -> None:
        """Refuse a kernel with other figures than those of the page, which would stand under one name."""
        if self.request.headers.get("X-Editie") != self._choosing.current.folder().name:
            raise HTTPError(409)

    def _renderer(self, about: ChoicePage) -> NotebookRenderer:
        return NotebookRenderer(
            voila_configuration=self._choosing.voila,
            traitlet_config=self.config,
            notebook_path=f"{about.address}.ipynb",
            template_paths=self._choosing.template_paths,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config={},
        )

    def _environment(self, about: ChoicePage) -> dict[str, str]:
        """Of the request the kernel hears the choice, in our own words, and nothing else."""
        choice = about.selection(self._choosing.current(), self.request.query)
        return {**os.environ, "QUERY_STRING": choice.query, "SERVER_SOFTWARE": f"voila/{voila_version}"}


class CloseKernel(JupyterHandler):
    """Ends the kernel of a page that closes. The page shows its key."""

    resource = KERNEL

    async def post(self, kernel_id: str) -> None:
        key = self.request.body[:_LONGEST_KEY].decode("ascii", "replace")
        owner_of(self.kernel_manager, kernel_id, self.current_user.username, key)
        await end_kernel(self.kernel_manager, kernel_id)
        self.set_status(204)
        self.finish()
