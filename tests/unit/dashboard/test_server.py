"""The server before it serves: what it needs, what its kernels know, what goes around every answer."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from jupyter_client.session import utcnow
from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError

from socdom.dashboard.headers import dutch_errors
from socdom.dashboard.kernels import PageKernels, kernel_environment
from socdom.dashboard.pages import write_pages
from socdom.dashboard.server import serve
from socdom.editions.read import Edition
from socdom.errors import EditionError, ServerError
from tests.lib.sample_edition import write_sample

NOTEBOOKS = Path(__file__).parents[3] / "notebooks" / "dashboard"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = write_sample(tmp_path)
    write_pages(Edition(place), place.resolve())
    return place


def test_taken_port_is_told_in_dutch(folder: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(ServerError, match=f"poort {port}: deze poort is bezet") as error:
            serve(folder, NOTEBOOKS, port=port)
    assert error.value.exit_code == 16
    assert f"--poort {port + 1}" in str(error.value)


def test_missing_pages_and_notebooks_are_told_at_once(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    with pytest.raises(ServerError) as error:
        serve(place, tmp_path)
    assert len(error.value.faults) == 8 + 7
    assert "overzicht.html" in str(error.value)
    assert "jeugd.ipynb" in str(error.value)


def test_no_edition_is_told(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        serve(tmp_path, NOTEBOOKS)


def test_pages_and_server_are_light_to_import() -> None:
    heavy = "{'voila', 'ipywidgets', 'jupyter_server', 'matplotlib', 'seaborn'}"
    code = f"import sys, socdom.dashboard.server; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_kernel_gets_a_short_list(tmp_path: Path) -> None:
    offered = {
        "PATH": "/usr/bin",
        "LANG": "nl_NL.UTF-8",
        "QUERY_STRING": "wijk=WK1",
        "SOCDOM_KEY": "sleutel",
        "SOCDOM_EDITION": "/elders",
        "DATABASE_URL": "geheim",
        "JUPYTER_TOKEN": "geheim",
        "VOILA_REQUEST_URL": "http://intern/",
    }
    given = kernel_environment(offered, Path("/editie"), tmp_path)
    assert given["SOCDOM_EDITION"] == "/editie"
    assert given["QUERY_STRING"] == "wijk=WK1"
    assert given["LANG"] == "nl_NL.UTF-8"
    assert given["PATH"].endswith(":/usr/bin")
    assert not {"SOCDOM_KEY", "DATABASE_URL", "JUPYTER_TOKEN", "VOILA_REQUEST_URL"} & set(given)
    assert "geheim" not in given.values()


@pytest.mark.parametrize(
    ("connections", "idle", "state", "ends"),
    [
        (0, 90, "idle", True),
        (0, 30, "idle", False),
        (1, 90, "idle", False),
        (1, 4000, "idle", True),
        (0, 90, "busy", False),
    ],
)
def test_kernel_ends_when_left_or_forgotten(connections: int, idle: int, state: str, ends: bool) -> None:
    ended: list[str] = []
    kernel = SimpleNamespace(execution_state=state, last_activity=utcnow() - timedelta(seconds=idle))
    manager = SimpleNamespace(
        _kernels={"een": kernel},
        _kernel_connections={"een": connections},
        abandoned_after=PageKernels.abandoned_after.default_value,
        idle_after=PageKernels.idle_after.default_value,
        shutdown_kernel=ended.append,
    )
    asyncio.run(PageKernels.cull_kernel_if_idle(manager, "een"))  # type: ignore[arg-type]
    assert ended == (["een"] if ends else [])


def test_no_kernel_above_the_limit() -> None:
    with pytest.raises(HTTPError, match="503"):
        asyncio.run(PageKernels(limit=0).start_kernel(kernel_name="python3"))


def test_kernels_that_are_starting_count_for_the_limit() -> None:
    manager = PageKernels(limit=2)
    manager._kernels["een"] = SimpleNamespace()
    manager._pending_kernels["twee"] = SimpleNamespace()
    with pytest.raises(HTTPError, match="503"):
        asyncio.run(manager.start_kernel(kernel_name="python3"))


def test_transform_replaces_error_pages_only() -> None:
    transform = dutch_errors(lambda status: f"<p>fout {status}</p>")(SimpleNamespace())  # type: ignore[arg-type]

    def answer(status: int, kind: str, finishing: bool = True) -> bytes:
        headers = HTTPHeaders({"Content-Type": kind, "Content-Length": "3"})
        _, headers, chunk = transform.transform_first_chunk(status, headers, b"abc", finishing)
        assert not finishing or headers["Content-Length"] == str(len(chunk))
        return chunk

    assert answer(404, "text/html; charset=UTF-8") == b"<p>fout 404</p>"
    assert answer(200, "text/html") == b"abc"
    assert answer(500, "application/json") == b"abc"
    assert answer(500, "text/html", finishing=False) == b"abc"
