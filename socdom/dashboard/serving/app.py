"""Voilà with our settings in code: no configuration file, no switch in an address, no file by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from socket import gethostname
from typing import Any

from tornado.web import GZipContentEncoding
from traitlets.config import Config
from voila.app import Voila

from socdom.blocks.assets import static_folder
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.drawing.drawer import Drawer
from socdom.dashboard.frame import error_page
from socdom.dashboard.overdue import with_notice
from socdom.dashboard.serving.answering import answering_rules
from socdom.dashboard.serving.guard import ReaderRights, Visitor, guarded, require_guarded, served_names
from socdom.dashboard.serving.handlers import NotFound, page_rules
from socdom.dashboard.serving.headers import SafetyHeaders, dutch_errors
from socdom.dashboard.serving.kernel_settings import kernel_settings
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.live import CLOSE, KERNEL_SOCKET, Choosing, CloseKernel, LiveChoice
from socdom.dashboard.serving.messages import LARGEST
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.sockets import KernelSocket
from socdom.dashboard.serving.visits import Visits

TEMPLATE = "raad"
_PATIENCE = 30  # seconds for a notebook, and for each cell of it
_LOOK_FOR_AN_EDITION = 15_000  # milliseconds
# A reader sends short questions and nothing else: who is slow or large is not a reader.
_OF_A_REQUEST = {
    "max_header_size": 16 * 1024,
    "max_body_size": LARGEST,
    "max_buffer_size": 4 * LARGEST,
    "idle_connection_timeout": 60,
    "body_timeout": 10,
}
_OF_A_SOCKET = {"websocket_max_message_size": LARGEST, "ws_ping_interval": 20_000}  # bytes, milliseconds


def settings(
    latest: Latest, notebooks: Path, *, port: int, ip: str, open_browser: bool, kernel_user: str = ""
) -> Config:
    """All settings of the server.

    Args:
        latest: the edition that is served.
        notebooks: folder with the notebooks of the theme pages.
        kernel_user: as of `kernel_settings`.
    """
    config = Config()
    config.Voila.update(
        root_dir=str(notebooks),
        port=port,
        ip=ip,
        port_retries=0,
        open_browser=open_browser,
        config_file_paths=[],
        log_level="ERROR",
        identity_provider_class=Visitor,
        authorizer_class=ReaderRights,
        # There is no cookie that another site could make use of; the door refuses what another site asks for, and a
        # kernel is reached with its key only.
        tornado_settings={"disable_check_xsrf": True, "log_function": lambda handler: None, **_OF_A_SOCKET},
    )
    config.VoilaConfiguration.update(
        template=TEMPLATE,
        allow_template_override="NO",
        allow_theme_override="NO",
        file_allowlist=[],
        strip_sources=True,
        show_tracebacks=False,
    )
    config.VoilaExecutor.timeout = _PATIENCE
    config.merge(kernel_settings(latest.folder, kernel_user))
    return config


class DashboardApp(Voila):
    """The server: finished pages at the root, theme pages by name, and Voilà's own parts for the widgets."""

    def __init__(
        self,
        latest: Latest,
        operations: Operations,
        announce: Callable[[str], None],
        *,
        draw_ahead: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._latest = latest
        self._operations = operations
        self._announce = announce
        self._draw_ahead = draw_ahead

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, with headers and Dutch error pages around every answer."""
        errors = dutch_errors(self._error_page)
        found = super().init_settings()
        # A second wall behind `messages`: what comes through is one of these.
        self.kernel_manager.allowed_message_types = ["comm_open", "comm_msg"]
        own = {"localhost", gethostname()}
        return {
            **found,
            "transforms": [errors, SafetyHeaders, GZipContentEncoding],
            "is_served_name": served_names(own, lambda: self._latest().documents.dashboard),
        }

    def _error_page(self, status: int) -> str:
        edition = self._latest()
        return with_notice(error_page(status, edition), edition.meta, date.today())

    def init_handlers(self) -> list[Any]:
        """Our pages, and of Voilà the websocket to a kernel. What is not in this list is not offered."""
        base = self.server_url
        names = "|".join(sorted(map(re.escape, BY_ADDRESS)))
        visits = Visits(self._owned)
        choosing = Choosing(self._latest, visits, self.voila_configuration, self.template_paths, _PATIENCE)
        rules = [
            *answering_rules(base, self._latest),
            *page_rules(base, self._latest, static_folder()),
            (rf"{base}kies/({names})", LiveChoice, {"choosing": choosing}),
            (base + CLOSE, CloseKernel),
            (base + KERNEL_SOCKET, KernelSocket),
            (r".*", NotFound),
        ]
        return guarded(rules)

    def _owned(self) -> list[str]:
        """For every kernel there is, the visitor it is for."""
        kernels = map(self.kernel_manager.get_kernel, self.kernel_manager.list_kernel_ids())
        return [kernel.owner.visitor for kernel in kernels if kernel.owner]

    def listen(self) -> None:
        """Serve until stopped; says where once the server answers."""
        from tornado.ioloop import IOLoop, PeriodicCallback

        require_guarded(self.app)
        self.app.listen = partial(self.app.listen, **_OF_A_REQUEST)
        IOLoop.current().add_callback(lambda: self._announce(self.connection_url))
        if self._draw_ahead:
            # Before a kernel hears what it may read: the folder of its drawings must be there.
            drawer = Drawer(self._latest.folder)
            drawer.look()
            PeriodicCallback(drawer.look, _LOOK_FOR_AN_EDITION).start()
        # After the first answers: to prepare takes seconds of the processor.
        IOLoop.current().add_callback(self.kernel_manager.warm_up)
        super().listen()
