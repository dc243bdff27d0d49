"""A real JupyterHub on loopback with Debian's proxy, set up with our example; whoever has the password may log in."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.lib.browser import PATIENCE, free_port, wait_until

EXAMPLE = Path(__file__).resolve().parents[2] / "socdom/share/deploy/jupyterhub/jupyterhub_config.voorbeeld"
GEMEENTE, PREFIX = "lindeveen", "/services/lindeveen/"
READER, STRANGER, PASSWORD = "raadslid", "buitenstaander", "samen-lezen-1"
_PATIENCE = 180.0  # seconds; on a busy machine a hub takes a minute to start
_ROUND_IT = """
c = get_config()
load_subconfig({example!r})
public, inside, api = {ports}
c.JupyterHub.bind_url = f"http://127.0.0.1:{{public}}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{{inside}}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{{api}}"
c.ConfigurableHTTPProxy.command = ["configurable-http-proxy"]
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allowed_users = {{{reader!r}, {stranger!r}}}
c.JupyterHub.load_groups["lezers-lindeveen"]["users"] = [{reader!r}]
c.JupyterHub.log_level = "ERROR"
"""


@dataclass(frozen=True)
class Hub:
    """A hub that runs, and what the dashboard must know of it.

    Attributes:
        port: where visitors come.
        dashboard: port that the hub passes the requests for the dashboard on to.
        variables: environment of the dashboard.
    """

    port: int
    dashboard: int
    variables: dict[str, str]

    @property
    def address(self) -> str:
        """The dashboard, as a visitor knows it."""
        return f"http://localhost:{self.port}{PREFIX}"

    @contextmanager
    def visitor(self, name: str = "") -> Iterator[httpx.Client]:
        """A browser without a screen; logged in at the hub when there is a name."""
        with httpx.Client(follow_redirects=True, timeout=PATIENCE) as client:
            if name:
                self._log_in(client, name)
            yield client

    def _log_in(self, client: httpx.Client, name: str) -> None:
        form = client.get(f"http://localhost:{self.port}/hub/login")
        token = re.search(r'name="_xsrf" value="([^"]+)"', form.text)
        assert token, form.text
        said = {"username": name, "password": PASSWORD, "_xsrf": token[1]}
        answer = client.post(f"http://localhost:{self.port}/hub/login?next=/hub/home", data=said)
        assert answer.status_code == 200, answer.text


@contextmanager
def running_hub(folder: Path) -> Iterator[Hub]:
    """A hub until the block ends.

    Args:
        folder: to keep its database, cookies and the token of the service in.
    """
    public, inside, api, dashboard = (free_port() for _ in range(4))
    token = folder / "hubsleutel"
    token.write_text("0123456789abcdef" * 4 + "\n", encoding="utf-8")
    config = folder / "hub.py"
    words = {"reader": READER, "stranger": STRANGER, "password": PASSWORD}
    config.write_text(
        _ROUND_IT.format(example=str(EXAMPLE), ports=(public, inside, api), **words), encoding="utf-8"
    )
    # Where Debian keeps what its proxy needs; a Node.js from elsewhere does not look there by itself.
    shared = {
        "NODE_PATH": "/usr/share/nodejs",
        "SOCDOM_GEMEENTE": GEMEENTE,
        "SOCDOM_HUBSLEUTEL": str(token),
        "SOCDOM_POORT": str(dashboard),
    }
    command = [sys.executable, "-W", "ignore", "-m", "jupyterhub", "-f", str(config)]
    with (folder / "hub.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **shared}, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_until(lambda: process.poll() is not None or _answers(public), "de hub start niet", _PATIENCE)
            assert process.poll() is None, (folder / "hub.log").read_text()
            variables = {
                "JUPYTERHUB_SERVICE_NAME": GEMEENTE,
                "JUPYTERHUB_SERVICE_PREFIX": PREFIX,
                "JUPYTERHUB_CLIENT_ID": f"service-{GEMEENTE}",
                "JUPYTERHUB_API_URL": f"http://127.0.0.1:{inside}/hub/api",
                "SOCDOM_HUBSLEUTEL": str(token),
            }
            yield Hub(public, dashboard, variables)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=PATIENCE)
            # A hub that was stopped while it started leaves its proxy behind.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/hub/login").status_code == 200
    except httpx.HTTPError:
        return False


def require_proxy() -> None:
    """The proxy of the hub, which Debian has; these tests skip nothing."""
    from shutil import which

    if not which("configurable-http-proxy"):
        pytest.fail("Installeer het pakket node-configurable-http-proxy.")
