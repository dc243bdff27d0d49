"""Voilà with our settings in code: no configuration file, no switch in an address, no file by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import GZipContentEncoding
from traitlets.config import Config
from voila.app import Voila

from socdom.blocks.assets import static_folder
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.drawing.drawer import Drawer
from socdom.dashboard.frame import error_page
from socdom.dashboard.overdue import with_notice
from socdom.dashboard.serving.access.chosen import access_rules, asks_who, identity_provider, served
from socdom.dashboard.serving.access.watch import EVERY, end_of_unknown
from socdom.dashboard.serving.answering import answering_rules
from socdom.dashboard.serving.guard import ReaderRights, guarded, require_guarded, to_root
from socdom.dashboard.serving.handlers import NotFound, page_rules
from socdom.dashboard.serving.headers import PrivateAnswers, SafetyHeaders, dutch_errors
from socdom.dashboard.serving.health import failing_now, standing_rules
from socdom.dashboard.serving.kernel_settings import kernel_settings
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.live import CLOSE, KERNEL_SOCKET, Choosing, CloseKernel, LiveChoice
from socdom.dashboard.serving.messages import LARGEST
from socdom.dashboard.serving.notifying import ALIVE, READY, Notifier
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.prefix import leave_out
from socdom.dashboard.serving.sockets import KernelSocket
from socdom.dashboard.serving.using import Usage, count, using_rules
from socdom.dashboard.serving.visits import Visits
from socdom.dashboard.standing.kept_journal import KeptJournal

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
    latest: Latest,
    operations: Operations,
    notebooks: Path,
    *,
    port: int,
    ip: str,
    open_browser: bool,
    kernel_user: str = "",
) -> Config:
    """All settings of the server.

    Args:
        latest: the edition that is served.
        operations: who may look.
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
        identity_provider_class=identity_provider(operations),
        authorizer_class=ReaderRights,
        # Voilà's own parts have no token in a cookie; the door refuses what another site asks for, a kernel is reached
        # with its key only, and our forms have a token of their own (`access/posted.py`).
        tornado_settings={"disable_check_xsrf": True, "log_function": count, **_OF_A_SOCKET},
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
        self.operations = operations
        self._journal = KeptJournal(operations.folder)
        self._announce = announce
        self._draw_ahead = draw_ahead

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, with headers and Dutch error pages around every answer."""
        errors = dutch_errors(self._error_page)
        private = [PrivateAnswers] if asks_who(self.operations) else []
        found = super().init_settings()
        self._usage = Usage(self.operations, self.server_url)
        # A second wall behind `messages`: what comes through is one of these.
        self.kernel_manager.allowed_message_types = ["comm_open", "comm_msg"]
        return {
            **found,
            "transforms": [errors, SafetyHeaders, *private, GZipContentEncoding],
            "usage": self._usage,
            "not_renewed": failing_now(self._latest, self._journal),
            "behind_proxy": self.operations.beheer.toegang.behind_proxy,
            "is_served": served(self.operations, lambda: self._latest().documents.dashboard),
        }

    def _error_page(self, status: int, request: HTTPServerRequest) -> str:
        edition, root = self._latest(), to_root(request.path)
        if not self._is_known(request):
            return error_page(status, edition, root, bare=True)
        return with_notice(error_page(status, edition, root), edition.meta, date.today())

    def _is_known(self, request: HTTPServerRequest) -> bool:
        """Whether a page with a fault may say more than the name of the municipality."""
        try:
            return bool(self.app.settings["is_served"](request) and self.identity_provider.reader(request))
        except Exception:  # the fault may be that this cannot be known
            return False

    def init_handlers(self) -> list[Any]:
        """Our pages, and of Voilà the websocket to a kernel. What is not in this list is not offered."""
        base = self.server_url
        names = "|".join(sorted(map(re.escape, BY_ADDRESS)))
        visits = Visits(self._owned)
        choosing = Choosing(self._latest, visits, self.voila_configuration, self.template_paths, _PATIENCE)
        rules = [
            *access_rules(base, self._latest, self.operations),
            *using_rules(base, self._usage),
            *standing_rules(base, self._latest, self.operations, self._journal),
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
        if asks_who(self.operations):
            PeriodicCallback(
                lambda: end_of_unknown(self.kernel_manager, self.identity_provider), EVERY
            ).start()
        leave_out(self.app, self.identity_provider.prefix)
        notifier = Notifier()
        IOLoop.current().add_callback(notifier.tell, READY)
        if notifier.every:
            PeriodicCallback(lambda: notifier.tell(ALIVE), notifier.every).start()
        # After the first answers: to prepare takes seconds of the processor.
        IOLoop.current().add_callback(self.kernel_manager.warm_up)
        self._usage.begin()
        try:
            super().listen()
        finally:
            self._usage.close()
