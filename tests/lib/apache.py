"""Debian's Apache with mod_auth_openidc and the configuration of the project, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.lib.browser import PATIENCE, wait_until
from tests.lib.nginx import DEPLOY

APACHE = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MODULES = Path("/usr/lib/apache2/modules")
_LOADED = (
    "mpm_event", "authn_core", "authz_core", "authz_user", "auth_openidc", "alias", "headers", "rewrite",
)  # fmt: skip
_MAIN = """
ServerRoot {folder}
PidFile {folder}/apache.pid
Mutex file:{folder}
{modules}
Define APACHE_LOG_DIR {folder}
ErrorLog {folder}/hoofd.log
ServerName localhost
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 8
ServerLimit 1
{user}
Include {folder}/socdom-sso.conf
"""


@contextmanager
def running_apache(
    folder: Path, port: int, *, address: str, provider: str, idle: int = 3600
) -> Iterator[None]:
    """What asks the log-in of the municipality, until the block ends.

    Args:
        folder: empty; for its configuration and logs.
        port: where it listens.
        address: of the dashboard, as readers know it.
        provider: address of the log-in.
        idle: seconds without a request after which a session ends.
    """
    assert APACHE, (
        "Apache ontbreekt. Installeer apache2-bin en libapache2-mod-auth-openidc; niets wordt overgeslagen."
    )
    folder.mkdir()
    config = _configure(folder, port, address=address, provider=provider, idle=idle)
    command = [APACHE, "-f", str(config)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=PATIENCE)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen([*command, "-DFOREGROUND"], stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: process.poll() is None and _answers(port), "Apache start niet")
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _configure(folder: Path, port: int, *, address: str, provider: str, idle: int) -> Path:
    """The file of the project with what an administrator fills in, and what Debian has around it."""
    filled = {
        "Define SOCDOM_ADRES https://dashboard.gemeente.example": f"Define SOCDOM_ADRES {address}",
        "Define SOCDOM_AANBIEDER https://login.gemeente.example": f"Define SOCDOM_AANBIEDER {provider}",
        "Define SOCDOM_GEHEIMEN /etc/socdom/sso": f"Define SOCDOM_GEHEIMEN {folder}",
        "127.0.0.1:4180": f"127.0.0.1:{port}",
        "OIDCSessionInactivityTimeout 3600": f"OIDCSessionInactivityTimeout {idle}",
    }
    text = (DEPLOY / "sso" / "apache.conf").read_text(encoding="utf-8")
    for old, new in filled.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "socdom-sso.conf").write_text(text, encoding="utf-8")
    for name in ("client", "koekjes"):
        (folder / name).write_text(f"geheim van {name}\n", encoding="utf-8")
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in _LOADED)
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    config = folder / "apache.conf"
    config.write_text(_MAIN.format(folder=folder, modules=modules, user=user), encoding="utf-8")
    return config


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 403
    except OSError:
        return False
    finally:
        connection.close()
