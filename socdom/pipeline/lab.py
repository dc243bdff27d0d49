"""JupyterLab for an analyst: a process of its own, with a log-in of its own, never on the address of the council.

It opens in Dutch on the start page and asks nothing of the internet. That holds for this lab only: what an analyst set
in another JupyterLab is read, wins where it is about looks, and is not changed.
"""

from __future__ import annotations

import ipaddress
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socdom.dashboard.serving.server import DEFAULT_PORT as PORT_OF_DASHBOARD
from socdom.errors import Fault, ServerError
from socdom.parameters import Places

DEFAULT_PORT = 8888
START_PAGE = "notebooks/analysis/start.md"
# Tabs of last time are kept under this name, apart from those of another project.
WORKSPACE = "socdom"
# Settings and looks that come with socdom.
_OWN = Path(__file__).resolve().parents[1] / "share" / "lab"
ON_THIS_MACHINE = "127.0.0.1"
# Where an analyst's own settings stand, and the names that a log-in has had in them.
_FILES = ("jupyter_server_config", "jupyter_lab_config")
_SECTIONS = ("IdentityProvider", "PasswordIdentityProvider", "ServerApp", "LabApp", "NotebookApp")
_SET_PASSWORD = "Stel een wachtwoord in: .venv/bin/jupyter lab password."


@dataclass(frozen=True)
class LogIn:
    """How the settings of an analyst let somebody in.

    Attributes:
        password: a password was set.
        token: somebody must show the code that is made at every start, or one that was set; False when that was
            switched off.
    """

    password: bool = False
    token: bool = True


def lab(
    *,
    places: Places | None = None,
    open_browser: bool = True,
    ip: str = ON_THIS_MACHINE,
    port: int = DEFAULT_PORT,
    log_in: Callable[[], LogIn] | None = None,
    call: Callable[..., int] = subprocess.call,
) -> int:
    """Open JupyterLab on the notebooks; returns its exit code.

    Args:
        ip: number of this machine to listen on; another than that of the machine itself takes a password.
        log_in: how the settings let somebody in; default those of Jupyter on this machine.
        call: starts a command with an environment, and waits.

    Raises:
        ServerError: there are no notebooks, anybody could come in, or the port is that of the dashboard.
    """
    places = places or Places.from_environment()
    faults = list(_faults(ip, port, (log_in or read_log_in)()))
    if not places.notebooks.is_dir():
        remedy = "Start socdom in de map van het project."
        faults.append(Fault(str(places.notebooks), "deze map ontbreekt", remedy=remedy))
    if faults:
        raise ServerError(faults)
    return call(
        command(places.root, ip=ip, port=port, open_browser=open_browser),
        env={**os.environ, "SOCDOM_ROOT": str(places.root)},
    )


def command(root: Path, *, ip: str, port: int, open_browser: bool) -> list[str]:
    """The command that starts JupyterLab.

    Args:
        root: folder that it shows.
    """
    found = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--notebook-dir={root}",
        f"--ServerApp.ip={ip}",
        f"--ServerApp.port={port}",
        f"--LabApp.default_url=/lab/workspaces/{WORKSPACE}/tree/{START_PAGE}",
        *_looks(),
        *_shut(),
        # Voilà as an extension would let whoever reaches a page run code; pages are served by `dashboard` only.
        "--ServerApp.jpserver_extensions={'voila.server_extension': False}",
        # What a page of another site asks for is refused, whatever the settings say.
        "--ServerApp.allow_origin=",
        "--ServerApp.allow_origin_pat=",
        "--ServerApp.allow_credentials=False",
        "--ServerApp.disable_check_xsrf=False",
        "--ServerApp.allow_unauthenticated_access=False",
    ]
    found += [] if open_browser else ["--no-browser"]
    return found + (["--allow-root"] if os.geteuid() == 0 else [])


def _looks() -> list[str]:
    """Dutch, a page of text shown as a page, and the colours of the house; an analyst's own settings go before."""
    return [
        f"--LabApp.app_settings_dir={_OWN / 'settings'}",
        "--LabApp.custom_css=True",
        f"--ServerApp.tornado_settings={{'static_custom_path': [{str(_OWN / 'custom')!r}]}}",
    ]


def _shut() -> list[str]:
    """No news, no question whether there is a newer version, and no list of extensions: all of them go outside."""
    return [
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]


def read_log_in() -> LogIn:
    """How the settings of Jupyter on this machine let somebody in."""
    # Only who opens JupyterLab pays for it.
    from jupyter_core.application import JupyterApp
    from traitlets.config import Config

    config = Config()
    for name in _FILES:
        app = JupyterApp(config_file_name=name)
        app.load_config_file()
        config.merge(app.config)
    password, token = False, True
    for section in (config.get(name, {}) for name in _SECTIONS):
        password = password or bool(section.get("hashed_password") or section.get("password"))
        token = token and section.get("token") != ""
    return LogIn(password, token)


def _faults(ip: str, port: int, log_in: LogIn) -> list[Fault]:
    found = []
    if port == PORT_OF_DASHBOARD:
        rule = "deze poort is van het dashboard"
        found.append(Fault(f"poort {port}", rule, remedy=f"Kies een andere, bijvoorbeeld {DEFAULT_PORT}."))
    if not _is_loopback(ip) and not log_in.password:
        rule = "buiten deze computer vraagt JupyterLab om een wachtwoord"
        found.append(Fault(f"adres {ip}", rule, remedy=_SET_PASSWORD))
    elif not (log_in.password or log_in.token):
        rule = "uw instellingen laten iedereen binnen: token is leeg en er is geen wachtwoord"
        found.append(Fault("instellingen van Jupyter", rule, remedy=_SET_PASSWORD))
    return found


def _is_loopback(ip: str) -> bool:
    try:
        return ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return ip == "localhost"
