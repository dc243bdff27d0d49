"""Debian's nginx with the configuration of the project, on free ports of this machine."""

from __future__ import annotations

import datetime
import os
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.lib.browser import PATIENCE, free_port, wait_until

DEPLOY = Path(__file__).resolve().parents[2] / "socdom" / "share" / "deploy"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
NAME = "localhost"
SECRET = "5f" * 32
# What the programme has by itself and the folder of the project has not: where it runs, and the kinds of files.
_MAIN = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/log/hoofd.log notice;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {folder}/tmp/a; proxy_temp_path {folder}/tmp/b; fastcgi_temp_path {folder}/tmp/c;
    uwsgi_temp_path {folder}/tmp/d; scgi_temp_path {folder}/tmp/e;
    access_log {folder}/log/hoofd-toegang.log;
    include {folder}/socdom/socdom.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs.

    Attributes:
        port: of TLS.
        plain_port: of what leads there.
        folder: its configuration, and its logs in `log/`.
    """

    port: int
    plain_port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def certificate(self) -> Path:
        return self.folder / "keten.pem"

    def ask(
        self, path: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and bytes of the answer over TLS, the certificate checked."""
        with closing(self._connection()) as connection:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()

    def ask_again(self, path: str, times: int, visitor: str = "127.0.0.1") -> list[int]:
        """The status of each of many answers, over one connection and as fast as it goes.

        Args:
            visitor: the address of this machine that it comes from.
        """
        found = []
        with closing(self._connection(visitor)) as connection:
            for _ in range(times):
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                found.append(answer.status)
        return found

    def _connection(self, visitor: str = "127.0.0.1") -> HTTPSConnection:
        context = ssl.create_default_context(cafile=str(self.certificate))
        return HTTPSConnection(
            NAME, self.port, timeout=PATIENCE, context=context, source_address=(visitor, 0)
        )

    def logged(self) -> str:
        """All that its logs hold."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted((self.folder / "log").iterdir()))


@contextmanager
def running_nginx(folder: Path, dashboard: int, *, port: int = 0, sso: int = 0) -> Iterator[Nginx]:
    """nginx before a dashboard until the block ends.

    Args:
        folder: empty; for its configuration, certificate and logs.
        dashboard: port of the dashboard.
        port: of TLS; without one a free port.
        sso: port of what asks the log-in of the municipality; without one nobody is asked.
    """
    assert NGINX, "nginx ontbreekt. Installeer het pakket nginx-light; deze tests slaan niets over."
    nginx = Nginx(port or free_port(), free_port(), folder)
    _configure(nginx, dashboard, sso)
    command = [
        NGINX,
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "log" / "start.log"),
    ]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=PATIENCE)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: process.poll() is None and _listens(nginx), "nginx start niet")
        yield nginx
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _configure(nginx: Nginx, dashboard: int, sso: int) -> None:
    """The files of the project as an administrator puts them in place, with other folders and ports."""
    folder = nginx.folder
    for name in ("log", "tmp"):
        (folder / name).mkdir(parents=True)
    put_in_place(
        DEPLOY / "nginx",
        folder / "socdom",
        {
            "/etc/nginx/socdom": str(folder / "socdom"),
            "/var/log/nginx": str(folder / "log"),
            "127.0.0.1:8866": f"127.0.0.1:{dashboard}",
            "127.0.0.1:4180": f"127.0.0.1:{sso}",
            "listen 80;": f"listen 127.0.0.1:{nginx.plain_port};",
            "listen [::]:80;": "",
            "listen 443 ssl": f"listen 127.0.0.1:{nginx.port} ssl",
            "listen [::]:443 ssl http2;": "",
        },
    )
    example = (folder / "socdom" / "naam.voorbeeld").read_text(encoding="utf-8")
    filled = example.replace("dashboard.gemeente.example", NAME).replace("/etc/ssl/socdom", str(folder))
    (folder / "socdom" / "naam.conf").write_text(filled, encoding="utf-8")
    if sso:
        (folder / "socdom" / "inloggen").mkdir()
        (folder / "socdom" / "inloggen" / "sso.conf").symlink_to("../sso.conf")
        (folder / "socdom" / "geheim.conf").write_text(f'set $socdom_secret "{SECRET}";\n', encoding="utf-8")
    certificate(folder)
    main = _MAIN.format(folder=folder, user="user root;" if os.geteuid() == 0 else "")
    (folder / "nginx.conf").write_text(main, encoding="utf-8")


def put_in_place(source: Path, target: Path, other: dict[str, str]) -> None:
    """Copy a folder of the project with other folders and ports in it; each of these must be in it."""
    shutil.copytree(source, target)
    found = set()
    for path in (path for path in target.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8")
        for old, new in other.items():
            found |= {old} & {old if old in text else ""}
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    assert found == set(other), f"staat niet in {source.name}: {set(other) - found}"


def certificate(folder: Path) -> None:
    """A certificate of this machine for itself: `keten.pem`, with its key in `sleutel.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "keten.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "sleutel.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _listens(nginx: Nginx) -> bool:
    try:
        nginx.ask("/melding/druk.html")
    except OSError:
        return False
    return True
