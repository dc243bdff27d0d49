"""The whole of single sign-on on this machine: a log-in, Apache that asks it, nginx, and the dashboard behind them."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.lib.apache import running_apache
from tests.lib.browser import Dashboard, free_port, running_dashboard
from tests.lib.nginx import NAME, SECRET, Nginx, running_nginx
from tests.lib.oidc_provider import running_provider

PEOPLE = {"anna": ["raad", "fractie"], "bob": ["sport"], "cees": []}
_BEHEER = """
toegang:
  wijze: sso
  sso:
    geheim: {secret}
    groepen: [raad, griffie]
"""


@dataclass(frozen=True)
class SignOn:
    """All of it.

    Attributes:
        nginx: what readers reach.
        dashboard: what stands behind it.
        provider: address of the log-in.
        folder: logs and files of all.
    """

    nginx: Nginx
    dashboard: Dashboard
    provider: str
    folder: Path

    @contextmanager
    def reader(self) -> Iterator[httpx.Client]:
        """A browser without a screen and without scripts: it keeps cookies, and does not go where it is led by itself."""
        context = ssl.create_default_context(cafile=str(self.nginx.certificate))
        headers = {"Accept": "text/html", "User-Agent": "Lezer"}
        with httpx.Client(base_url=self.nginx.address, verify=context, headers=headers, timeout=60) as client:
            yield client

    def log_in(self, client: httpx.Client, name: str, path: str) -> httpx.Response:
        """Open a page, say at the log-in who one is, and come back; the answer where that ends."""
        at_log_in = follow(client, client.get(path))
        assert str(at_log_in.url).startswith(self.provider), at_log_in.status_code
        return follow(client, client.post(at_log_in.url, data={"sub": name}))

    def logged(self) -> str:
        """All that nginx, Apache and the dashboard wrote down."""
        files = [self.folder / "apache" / "socdom-sso.log", self.folder / "dashboard.log"]
        return self.nginx.logged() + "".join(path.read_text(encoding="utf-8") for path in files)


def follow(client: httpx.Client, answer: httpx.Response) -> httpx.Response:
    """Go where one is led, until one is there."""
    for _ in range(10):
        if answer.next_request is None:
            return answer
        answer = client.send(answer.next_request)
    raise AssertionError("er komt geen eind aan")


@contextmanager
def running_sign_on(
    folder: Path,
    edition: Path,
    *,
    issuer: str = "",
    idle: int = 3600,
    people: Mapping[str, list[str]] = PEOPLE,
) -> Iterator[SignOn]:
    """All of it, until the block ends.

    Args:
        folder: empty.
        edition: what the dashboard serves.
        issuer: who the log-in says that it is; "" for the truth.
        idle: seconds without a request after which a session ends.
        people: name → groups.
    """
    folder.chmod(0o755)
    secret = folder / "proxygeheim"
    secret.write_text(f"{SECRET}\n", encoding="ascii")
    secret.chmod(0o640)
    parameters = folder / "parameters"
    parameters.mkdir()
    (parameters / "beheer.yml").write_text(_BEHEER.format(secret=secret), encoding="utf-8")
    port, sso = free_port(), free_port()
    with ExitStack() as stack:
        log = folder / "dashboard.log"
        dashboard = stack.enter_context(
            running_dashboard(edition, parameters=parameters, kept=folder / "bewaard", log=log)
        )
        provider = stack.enter_context(running_provider(people, issuer))
        address = f"https://{NAME}:{port}"
        stack.enter_context(
            running_apache(folder / "apache", sso, address=address, provider=provider, idle=idle)
        )
        nginx = stack.enter_context(running_nginx(folder / "nginx", dashboard.port, port=port, sso=sso))
        yield SignOn(nginx, dashboard, provider, folder)
