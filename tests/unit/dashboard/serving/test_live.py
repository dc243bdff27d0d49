"""The start of a kernel for a page, without a kernel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from voila.notebook_renderer import NotebookRenderer

from socdom.dashboard.kernels.manager import PageKernels
from socdom.dashboard.serving.latest import Latest
from tests.lib.browser import NOTEBOOKS
from tests.lib.rules import asking, built
from tests.lib.sample_edition import write_sample


def test_an_edition_that_comes_in_between_gives_no_kernel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is of the edition before; numbers of two editions would stand on it."""
    folder = write_sample(tmp_path)
    started = []

    async def refresh(renderer: NotebookRenderer, **options: Any) -> None:
        await initialize(renderer, **options)
        monkeypatch.setattr(Latest, "folder", lambda latest: tmp_path / "actueel-nieuw")

    async def start_kernel(manager: PageKernels, **options: Any) -> str:
        started.append(options)
        raise RuntimeError

    initialize = NotebookRenderer.initialize
    monkeypatch.setattr(NotebookRenderer, "initialize", refresh)
    monkeypatch.setattr(PageKernels, "start_kernel", start_kernel)
    with built(folder, NOTEBOOKS) as app, asking(app.app) as visitor:
        page = {"X-Editie": folder.resolve().name}
        answer = visitor.fetch("/kies/jeugd", method="POST", body=b"", headers=page)
    assert answer.code == 409
    assert started == []
