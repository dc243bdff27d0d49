"""The two scripts that put nginx and its log-in in place on a server, in a folder in the place of that server."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.lib.nginx import DEPLOY

PLACE, SIGN_ON = DEPLOY / "nginx" / "plaatsen", DEPLOY / "sso" / "aanzetten"


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A server with Debian's nginx and Apache, and socdom."""
    for folder in ("nginx/sites-enabled", "apache2/sites-available", "socdom"):
        (tmp_path / "etc" / folder).mkdir(parents=True)
    return tmp_path


def run(script: Path, server: Path, *said: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PLAATSEN_IN": str(server)}
    return subprocess.run([script, *said], env=environment, capture_output=True, text=True, timeout=60)


def test_nginx_is_placed_and_a_new_version_leaves_the_name(server: Path) -> None:
    assert run(PLACE, server, "dashboard.lindeveen.example").returncode == 0
    folder = server / "etc" / "nginx" / "socdom"
    name = folder / "naam.conf"
    assert "server_name dashboard.lindeveen.example;" in name.read_text(encoding="utf-8")
    assert os.readlink(server / "etc/nginx/sites-enabled/socdom") == "/etc/nginx/socdom/socdom.conf"
    # Every file that another one takes in is there.
    asked = set(re.findall(r"include /etc/nginx/socdom/([a-z-]+\.conf)", "".join(
        path.read_text(encoding="utf-8") for path in folder.glob("*.conf"))))  # fmt: skip
    assert asked - {path.name for path in folder.iterdir()} == {"geheim.conf"}

    name.write_text("# eigen\n", encoding="utf-8")
    (folder / "tls.conf").write_text("# oud\n", encoding="utf-8")
    assert run(PLACE, server).returncode == 0
    assert name.read_text(encoding="utf-8") == "# eigen\n"
    assert (folder / "tls.conf").read_bytes() == (DEPLOY / "nginx" / "tls.conf").read_bytes()


@pytest.mark.parametrize(
    "said", ["", "dashboard", "https://a.nl/", "a.nl/x", "-a.nl", "A.nl", "a..nl", "a.nl;b", "a b.nl"]
)
def test_what_is_no_name_is_refused_before_anything_is_written(server: Path, said: str) -> None:
    refused = run(PLACE, server, said)
    assert refused.returncode == 2
    assert refused.stderr.startswith("plaatsen: ")
    assert not (server / "etc" / "nginx" / "socdom").exists()


def test_signing_on_shares_one_secret_that_others_cannot_read(server: Path) -> None:
    run(PLACE, server, "dashboard.lindeveen.example")
    assert run(SIGN_ON, server).returncode == 0
    ours, theirs = server / "etc/socdom/proxygeheim", server / "etc/nginx/socdom/geheim.conf"
    secret = ours.read_text(encoding="ascii").strip()
    assert re.fullmatch("[0-9a-f]{64}", secret)
    assert theirs.read_text(encoding="ascii") == f'set $socdom_secret "{secret}";\n'
    assert [path.stat().st_mode & 0o777 for path in (ours, theirs)] == [0o640, 0o600]
    assert (server / "etc/nginx/socdom/inloggen/sso.conf").resolve() == server / "etc/nginx/socdom/sso.conf"
    apache = (server / "etc/apache2/sites-available/socdom-sso.conf").read_text(encoding="utf-8")
    assert "Define SOCDOM_ADRES https://dashboard.lindeveen.example\n" in apache
    assert not list((server / "etc").rglob("*.??????"))

    cookies = (server / "etc/socdom/sso/koekjes").read_bytes()
    assert run(SIGN_ON, server).returncode == 0
    assert ours.read_text(encoding="ascii").strip() not in ("", secret)
    assert (server / "etc/socdom/sso/koekjes").read_bytes() == cookies
    # Placing nginx anew leaves the secret, and keeps it from others.
    assert run(PLACE, server).returncode == 0
    assert theirs.stat().st_mode & 0o777 == 0o600


def test_signing_on_comes_after_nginx(server: Path) -> None:
    refused = run(SIGN_ON, server)
    assert refused.returncode == 2
    assert "Gebruik eerst nginx/plaatsen." in refused.stderr
    assert not (server / "etc/socdom/proxygeheim").exists()
