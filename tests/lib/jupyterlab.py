"""A running JupyterLab on a workplace, for tests that drive a notebook as an analyst does."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Page

from socdom.pipeline.lab import command
from tests.lib.browser import PATIENCE, free_port, wait_until

_TOKEN = "proef"
_RUN_MENU = 3  # Bestand, Bewerk, Weergave, Uitvoeren


@contextmanager
def running_lab(
    root: Path, home: Path, *, variables: Mapping[str, str] = MappingProxyType({}), port: int = 0
) -> Iterator[str]:
    """JupyterLab as `socdom lab` starts it, until the block ends; gives its address, which ends in "/".

    Args:
        root: the workplace, which becomes SOCDOM_ROOT.
        home: folder for its settings and workspaces, so that those of the machine are neither read nor changed.
        variables: further environment.
        port: a free one for 0.
    """
    port = port or free_port()
    started = command(root, ip="127.0.0.1", port=port, open_browser=False)
    own = {
        name: str(home / name.lower())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    process = subprocess.Popen(
        [*started, f"--IdentityProvider.token={_TOKEN}", f"--LabApp.workspaces_dir={home / 'tabs'}",
         f"--LabApp.user_settings_dir={home / 'instellingen'}"],
        cwd=root, env={**os.environ, "SOCDOM_ROOT": str(root), "HOME": str(home), **own, **variables},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_until(lambda: process.poll() is None and _answers(address), "JupyterLab start niet")
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:  # a kernel that does not answer holds it up
            process.kill()
            process.wait()


def open_notebook(page: Page, address: str, path: str) -> None:
    """Open a notebook, alone on the screen, and wait for its kernel."""
    page.goto(f"{address}doc/tree/{path}?token={_TOKEN}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE * 1000)
    wait_for_kernel(address, path)


def wait_for_kernel(address: str, path: str) -> None:
    """Wait until the page of a notebook can ask something of its kernel.

    What is asked of a kernel that is not there yet is dropped without a word, and the page calls that one idle.
    """
    wait_until(lambda: _is_connected(address, path), "de kernel van het notebook start niet")


def run_all(page: Page) -> None:
    """Run every cell, through the menu; keys that follow each other fast get lost."""
    page.locator(".lm-MenuBar-item").nth(_RUN_MENU).click()
    page.locator("li[data-command='runmenu:run-all']").click()


def _is_connected(address: str, path: str) -> bool:
    """Whether a page is connected to the kernel of a notebook, and the kernel waits for work."""
    with urllib.request.urlopen(f"{address}api/sessions?token={_TOKEN}", timeout=PATIENCE) as answer:
        kernels = [session["kernel"] for session in json.load(answer) if session["path"] == path]
    return any(kernel["connections"] and kernel["execution_state"] == "idle" for kernel in kernels)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}api", timeout=PATIENCE) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError):
        return False
