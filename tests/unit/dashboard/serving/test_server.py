"""The server before it serves: what it needs, what its kernels know, what goes around every answer."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders

from socdom.dashboard.pages import write_pages
from socdom.dashboard.serving.headers import dutch_errors
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import serve
from socdom.editions.read import Edition
from socdom.errors import EditionError, ServerError
from socdom.parameters.beheer import Beheer
from tests.lib.sample_edition import write_sample

NOTEBOOKS = Path(__file__).parents[4] / "notebooks" / "dashboard"
OPERATIONS = Operations(Beheer(), Path("niets bewaard"))


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
            serve(folder, NOTEBOOKS, OPERATIONS, port=port)
    assert error.value.exit_code == 16
    assert f"--poort {port + 1}" in str(error.value)


def test_missing_pages_and_notebooks_are_told_at_once(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    with pytest.raises(ServerError) as error:
        serve(place, tmp_path, OPERATIONS)
    named = {fault.place for fault in error.value.faults}
    assert {name for name in named if name.endswith(".ipynb")} == {
        path.name for path in NOTEBOOKS.glob("*.ipynb")
    }
    assert {"overzicht.html", "themas.html", "uitleg.html", "jeugd.html"} <= named


def test_no_edition_is_told(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        serve(tmp_path, NOTEBOOKS, OPERATIONS)


def test_pages_and_server_are_light_to_import() -> None:
    heavy = "{'voila', 'ipywidgets', 'jupyter_server', 'matplotlib', 'seaborn'}"
    code = f"import sys, socdom.dashboard.serving.server; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_transform_replaces_error_pages_only() -> None:
    transform = dutch_errors(lambda status, request: f"<p>fout {status}</p>")(SimpleNamespace())  # type: ignore[arg-type]

    def answer(status: int, kind: str, finishing: bool = True) -> bytes:
        headers = HTTPHeaders({"Content-Type": kind, "Content-Length": "3"})
        _, headers, chunk = transform.transform_first_chunk(status, headers, b"abc", finishing)
        assert not finishing or headers["Content-Length"] == str(len(chunk))
        return chunk

    assert answer(404, "text/html; charset=UTF-8") == b"<p>fout 404</p>"
    assert answer(200, "text/html") == b"abc"
    assert answer(500, "application/json") == b"abc"
    assert answer(500, "text/html", finishing=False) == b"abc"
