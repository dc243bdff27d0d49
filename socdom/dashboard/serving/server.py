"""Serve the dashboard: a standalone Voilà, for one edition, until it is stopped."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.kernels.user import require_kernel_user
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.dashboard.places import page_file
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.quiet_logs import keep_quiet
from socdom.errors import Fault, ServerError
from socdom.notify.log_lines import log_as_json, log_event, server_logging, wants_lines

DEFAULT_PORT = 8866
_SHARE = Path(__file__).parents[2] / "share" / "jupyter"


def serve(
    edition_folder: Path,
    notebooks: Path,
    operations: Operations,
    *,
    port: int = DEFAULT_PORT,
    ip: str = "127.0.0.1",
    open_browser: bool = False,
    kernel_user: str = "",
    draw_ahead: bool = True,
    announce: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the pages of an edition until Ctrl-C or a request to end.

    Never as an extension of a Jupyter server: that would let every visitor run code.

    Args:
        edition_folder: `rendered/<gemeente>/<name>`; a newer edition in its place is served at once.
        notebooks: folder with the notebooks of the theme pages.
        operations: who may look, what is counted, and where that is kept.
        kernel_user: user of the system for the kernels behind pages; "" for the one that starts the server.
        draw_ahead: whether a quiet process draws what readers may choose, and keeps it beside the edition.
        announce: called with the address as soon as the server listens.

    Raises:
        EditionError: there is no complete edition in the folder, or a file of it was changed.
        ServerError: the port is taken, pages or notebooks are missing, kernels cannot run as that user, or one would
            log in without TLS.
        StorageError: the accounts cannot be read or written.
    """
    latest = Latest(edition_folder)
    _require_pages(edition_folder, notebooks)
    _require_free(ip, port)
    if kernel_user:
        require_kernel_user(kernel_user, edition_folder)
    offer_template()
    # Voilà takes seconds to import, so only who serves pays for it.
    from socdom.dashboard.serving.access.ready import require_ready
    from socdom.dashboard.serving.app import DashboardApp, settings

    require_ready(operations, latest().documents.dashboard)
    for chatter in ("tornado.access", "tornado.general"):
        logging.getLogger(chatter).setLevel(logging.ERROR)
    keep_quiet()
    config = settings(
        latest, operations, notebooks, port=port, ip=ip, open_browser=open_browser, kernel_user=kernel_user
    )
    gemeente = latest().meta.slug
    if wants_lines():
        log_as_json()
        config.Voila.logging_config = server_logging()
    log_event("dashboard-begint", gemeente=gemeente)
    app = DashboardApp(latest, operations, announce, draw_ahead=draw_ahead, config=config)
    app.initialize([])
    app.start()
    log_event("dashboard-stopt", gemeente=gemeente)


def _require_pages(edition_folder: Path, notebooks: Path) -> None:
    wanted = [edition_folder / page_file(page) for page in (*FINISHED_PAGES.values(), *BY_ADDRESS)]
    faults = [
        Fault(
            path.name, "deze pagina ontbreekt in de editie", remedy="Maak de editie opnieuw: socdom refresh."
        )
        for path in wanted
        if not path.is_file()
    ]
    faults += [
        Fault(f"{address}.ipynb", "dit notebook ontbreekt", remedy=f"Zet het in de map {notebooks.name}.")
        for address in BY_ADDRESS
        if not (notebooks / f"{address}.ipynb").is_file()
    ]
    if faults:
        raise ServerError(faults)


def _require_free(ip: str, port: int) -> None:
    """Fail in plain words before Voilà does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ip, port))
        except OSError:
            raise ServerError(
                Fault(
                    f"poort {port}",
                    "deze poort is bezet of niet toegestaan",
                    remedy=f"Kies een andere poort, bijvoorbeeld --poort {port + 1}.",
                )
            ) from None


def offer_template() -> None:
    """Let Voilà find the template in the package, without an install step."""
    known = os.environ.get("JUPYTER_PATH", "")
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(_SHARE), known]))
