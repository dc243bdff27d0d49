"""Voilà with our settings in code: no configuration file, no switch in an address, no file by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from nbformat import NotebookNode
from tornado.web import GZipContentEncoding, RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.static_file_handler import AllowListFileHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from socdom.blocks.assets import static_folder
from socdom.dashboard.frame import error_page, frame
from socdom.dashboard.handlers import KernelState, ThemePage, Visitor, page_rules
from socdom.dashboard.headers import SafetyHeaders, dutch_errors
from socdom.dashboard.kernels import PageKernels
from socdom.dashboard.latest import Latest
from socdom.dashboard.menu import THEME_OF_ADDRESS
from socdom.dashboard.stored import PAGE_FOLDER, preview_name
from socdom.dashboard.voila_patches import KernelSocket, SilentKernel
from socdom.editions.model import THEMES

TEMPLATE = "raad"
SHARE = Path(__file__).parents[1] / "share"
TEMPLATE_STATIC = SHARE / "jupyter" / "voila" / "templates" / TEMPLATE / "static"
WIDGET_EXTENSIONS = ["@voila-dashboards/widgets-manager8", "@jupyter-widgets/jupyterlab-manager"]
# Lists of files, files of the notebook folder and notebooks by path are not offered at all.
_CLOSED = (TornadoVoilaTreeHandler, VoilaContentsHandler, AllowListFileHandler, TornadoVoilaHandler)
_REPLACED = {VoilaKernelWebsocketHandler: KernelSocket, KernelHandler: KernelState}


def settings(latest: Latest, notebooks: Path, *, port: int, ip: str, open_browser: bool) -> Config:
    """All settings of the server.

    Args:
        latest: the edition that is served.
        notebooks: folder with the notebooks of the theme pages.
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
        # The page asks for the end of its kernel when it closes, and has no cookie to show. Nothing can be
        # changed here without the number of a kernel, which only the page itself knows.
        tornado_settings={"disable_check_xsrf": True},
    )
    config.VoilaConfiguration.update(
        template=TEMPLATE,
        allow_template_override="NO",
        allow_theme_override="NO",
        file_allowlist=[],
        strip_sources=True,
        show_tracebacks=False,
        extension_allowlist=WIDGET_EXTENSIONS,
        multi_kernel_manager_class=PageKernels,
        prelaunch_hook=_frame_in_notebook(latest),
    )
    config.VoilaExporter.language_code = "nl"
    config.VoilaExecutor.timeout = 120
    config.PageKernels.update(
        allow_tracebacks=False,
        cull_idle_timeout=60,
        cull_interval=15,
        kernel_manager_class=f"{SilentKernel.__module__}.{SilentKernel.__name__}",
        edition_folder=latest.folder,
    )
    return config


def _frame_in_notebook(latest: Latest) -> Callable[..., None]:
    """A hook that hands head, header and footer of the page to the template, through metadata."""

    def hook(handler: RequestHandler, notebook: NotebookNode, cwd: str) -> None:
        address = handler.path_args[0]
        parts = frame(latest(), address, THEMES[THEME_OF_ADDRESS[address]])
        start = "" if handler.request.query else _preview(latest.folder(), address)
        notebook.metadata["raad"] = {
            "head": parts.head,
            "top": parts.top,
            "bottom": parts.bottom,
            "preview": start,
        }

    return hook


def _preview(folder: Path, address: str) -> str:
    """What the page shows until its kernel is there; nothing for a theme without figures."""
    path = folder / PAGE_FOLDER / f"{preview_name(address)}.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


class DashboardApp(Voila):
    """The server: finished pages at the root, theme pages by name, and Voilà's own parts for the widgets."""

    def __init__(self, latest: Latest, announce: Callable[[str], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._latest = latest
        self._announce = announce

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, with headers and Dutch error pages around every answer."""
        errors = dutch_errors(lambda status: error_page(status, self._latest()))
        return {**super().init_settings(), "transforms": [errors, SafetyHeaders, GZipContentEncoding]}

    def init_handlers(self) -> list[Any]:
        """Our pages first; of Voilà's own only what the widgets of a theme page need."""
        base = self.server_url
        static = (static_folder(), TEMPLATE_STATIC)
        voila = [rule for rule in super().init_handlers() if rule[1] not in _CLOSED]
        offered = [(path, _REPLACED.get(handler, handler), *rest) for path, handler, *rest in voila]
        names = "|".join(sorted(map(re.escape, THEME_OF_ADDRESS)))
        theme = (
            f"{base}({names})",
            ThemePage,
            {
                "current": self._latest,
                "template_paths": self.template_paths,
                "config": self.config,
                "voila_configuration": self.voila_configuration,
            },
        )
        return [*page_rules(base, self._latest, static), theme, *offered]

    def listen(self) -> None:
        """Serve until stopped; says where once the server answers."""
        from tornado.ioloop import IOLoop

        IOLoop.current().add_callback(lambda: self._announce(self.connection_url))
        super().listen()
