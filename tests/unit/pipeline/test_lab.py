"""JupyterLab apart from the council: only on this machine, only for who logs in, never through the dashboard."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.errors import ServerError
from socdom.parameters import Places
from socdom.pipeline.lab import LogIn, command, lab, read_log_in
from tests.lib.browser import NOTEBOOKS, free_port, wait_until
from tests.lib.rules import asking, built

PASSWORD = '{"IdentityProvider": {"hashed_password": "argon2:$argon2id$v=19$m=10240,t=10,p=8$a$b"}}'


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "notebooks").mkdir()
    return Places(tmp_path, tmp_path / "data", None, tmp_path / "sleutel")


class Started:
    """Takes the place of the system: keeps what would be started."""

    command: tuple[str, ...] = ()

    def __call__(self, command: list[str], env: dict[str, str]) -> int:
        self.command = tuple(command)
        return 0


def test_it_listens_on_this_machine_and_no_setting_opens_it(places: Places) -> None:
    started = Started()
    assert lab(places=places, open_browser=False, log_in=LogIn, call=started) == 0
    assert {"--ServerApp.ip=127.0.0.1", "--ServerApp.port=8888", "--no-browser"} <= set(started.command)
    assert "--ServerApp.jpserver_extensions={'voila.server_extension': False}" in started.command
    assert not [word for word in started.command if "token" in word or "password" in word]


@pytest.mark.parametrize("ip", ["0.0.0.0", "::", "192.0.2.7", "raad.voorbeeld.nl"])
def test_outside_this_machine_it_takes_a_password(places: Places, ip: str) -> None:
    started = Started()
    with pytest.raises(ServerError, match="wachtwoord"):
        lab(places=places, ip=ip, log_in=LogIn, call=started)
    assert started.command == ()
    assert lab(places=places, ip=ip, log_in=lambda: LogIn(password=True), call=started) == 0
    assert f"--ServerApp.ip={ip}" in started.command


@pytest.mark.parametrize("ip", ["127.0.0.1", "::1", "localhost"])
def test_who_let_everybody_in_is_refused(places: Places, ip: str) -> None:
    with pytest.raises(ServerError, match="iedereen"):
        lab(places=places, ip=ip, log_in=lambda: LogIn(token=False), call=Started())


def test_the_port_of_the_dashboard_is_not_for_the_lab(places: Places) -> None:
    with pytest.raises(ServerError, match="van het dashboard"):
        lab(places=places, port=8866, log_in=LogIn, call=Started())


def test_all_faults_are_told_at_once(places: Places) -> None:
    places.notebooks.rmdir()
    with pytest.raises(ServerError) as told:
        lab(places=places, ip="0.0.0.0", port=8866, log_in=LogIn, call=Started())
    assert len(told.value.faults) == 3


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("", "", LogIn(password=False, token=True)),
        ("jupyter_server_config.json", PASSWORD, LogIn(password=True, token=True)),
        ("jupyter_server_config.py", "c.IdentityProvider.token = ''", LogIn(token=False)),
        ("jupyter_lab_config.py", "c.ServerApp.token = ''", LogIn(token=False)),
        ("jupyter_server_config.py", "c.IdentityProvider.token = 'eigen'", LogIn(token=True)),
        ("jupyter_server_config.py", "c.NotebookApp.password = 'argon2:x'", LogIn(password=True)),
    ],
)
def test_settings_of_the_analyst_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, expected: LogIn
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_NO_CONFIG", "")
    if file:
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert read_log_in() == expected


def test_no_address_of_the_dashboard_leads_to_it(sample_folder: Path) -> None:
    with built(sample_folder, NOTEBOOKS) as server, asking(server.app) as asked:
        for path in ("/lab", "/lab/tree/notebooks", "/tree", "/api/contents", "/api/kernels", "/terminals"):
            for method, body in (("GET", None), ("POST", b"{}")):
                assert asked.fetch(path, method=method, body=body).code == 404, path


@pytest.fixture
def running(tmp_path: Path) -> Iterator[int]:
    """The port of a JupyterLab that runs, with the code "geheim"."""
    port = free_port()
    opened = "c.ServerApp.allow_origin_pat = '.*'\nc.ServerApp.allow_credentials = True\n"
    (tmp_path / "jupyter_server_config.py").write_text(opened, encoding="utf-8")
    made = command(tmp_path, ip="127.0.0.1", port=port, open_browser=False)
    environ = {**os.environ, "JUPYTER_TOKEN": "geheim", "JUPYTER_CONFIG_DIR": str(tmp_path)}
    process = subprocess.Popen(
        made, cwd=tmp_path, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_until(
            lambda: process.poll() is not None or _status(port, "/login") == 200, "JupyterLab start niet"
        )
        yield port
    finally:
        process.terminate()
        process.wait(timeout=60)


@pytest.mark.long
def test_without_the_code_nothing_is_given(running: int) -> None:
    for path in (
        "/lab",
        "/api/contents",
        "/api/kernels",
        "/api/terminals",
        "/files/notebooks",
        "/voila/render/x.ipynb",
    ):
        assert _status(running, path) in (302, 403, 404), path
    assert _status(running, "/lab") == 302
    assert _status(running, "/api/contents?token=fout") == 403
    assert _status(running, "/api/contents?token=geheim") == 200


@pytest.mark.long
def test_a_page_of_another_site_is_given_nothing_whatever_the_settings_say(running: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running, timeout=20)
    connection.request("GET", "/login", headers={"Origin": "https://kwaad.example"})
    answer = connection.getresponse()
    connection.close()
    allowed = {name for name, _ in answer.getheaders() if name.lower().startswith("access-control-allow")}
    assert not allowed & {"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"}


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def test_it_is_started_with_the_python_of_socdom(tmp_path: Path) -> None:
    assert command(tmp_path, ip="127.0.0.1", port=1, open_browser=True)[:3] == [
        sys.executable,
        "-m",
        "jupyterlab",
    ]
