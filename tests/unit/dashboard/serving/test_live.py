"""The start of a kernel for a page, without a kernel."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
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


@pytest.mark.parametrize(("edition", "told"), [("actueel-nieuw", 409), ("", 500)])
def test_a_notebook_that_fails_because_its_edition_went_is_told_as_that(
    edition: str, told: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_sample(tmp_path)

    async def start_kernel(manager: PageKernels, **options: Any) -> str:
        return "een-kernel"

    async def fails(renderer: NotebookRenderer, *options: Any) -> str:
        if edition:
            monkeypatch.setattr(Latest, "folder", lambda latest: tmp_path / edition)
        raise FileNotFoundError

    async def ended(manager: PageKernels, number: str) -> None:
        gone.append(number)

    gone: list[str] = []
    monkeypatch.setattr(PageKernels, "start_kernel", start_kernel)
    monkeypatch.setattr(PageKernels, "get_kernel", lambda manager, number: SimpleNamespace())
    monkeypatch.setattr(NotebookRenderer, "generate_content_str", fails)
    monkeypatch.setattr("socdom.dashboard.serving.live.end_kernel", ended)
    with built(folder, NOTEBOOKS) as app, asking(app.app) as visitor:
        page = {"X-Editie": folder.resolve().name}
        answer = visitor.fetch("/kies/jeugd", method="POST", body=b"", headers=page)
    assert answer.code == told
    assert gone == ["een-kernel"]
