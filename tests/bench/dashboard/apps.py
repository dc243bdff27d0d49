"""The frameworks beside the dashboard: how each is started, and how a visitor chooses in it."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from playwright.async_api import Page

from tests.bench.apps.chart import EDITION_VARIABLE
from tests.bench.dashboard.servers import ROOT, Server, running

Choose = Callable[[Page, str], Awaitable[None]]
APPS = ROOT / "tests" / "bench" / "apps"
SHOWS = (
    "name => { const chart = find('.grafiek'); return chart && (!name || chart.dataset.gebied === name); }"
)


@dataclass(frozen=True)
class App:
    """A framework.

    Attributes:
        name: as its makers write it.
        command: what starts it; "PORT" and "FOLDER" are filled in.
        choose: chooses an area, as a visitor would.
        page: path of the page with the chart.
        ready: path that is asked for until it answers, where asking for the page would start a kernel.
        shows: JavaScript, a function: whether the page shows the chart of the area `name`; of any area for "".
        patience: seconds that it may take before it is at rest.
    """

    name: str
    command: tuple[str, ...]
    choose: Choose
    page: str = ""
    ready: str = ""
    shows: str = SHOWS
    patience: float = 60.0

    @contextmanager
    def running(self, edition: Path, folder: Path) -> Iterator[Server]:
        """The app with an edition, until the block ends."""
        own = folder / self.name.lower().replace(" ", "-").replace(",", "")
        own.mkdir(parents=True, exist_ok=True)
        _write_notebook(own / "grafiek.ipynb")
        command = [word.replace("FOLDER", str(own)) for word in self.command]
        with running(command, own, self.ready, **{EDITION_VARIABLE: str(edition)}) as server:
            yield server


async def native(page: Page, name: str) -> None:
    """Choose in a select of HTML itself."""
    await page.locator("select").first.select_option(name)


def listed(opens: str, option: str) -> Choose:
    """Choose in a list that opens: selectors of what opens it and of its options."""

    async def choose(page: Page, name: str) -> None:
        await page.locator(opens).first.click()
        await page.locator(option).get_by_text(name, exact=True).last.click()

    return choose


def _module(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *words)


_NO_KERNEL = "voila/static/favicon.ico"
_VOILA = _module(
    "voila", "FOLDER/grafiek.ipynb", "--no-browser", "--port=PORT", "--Voila.config_file_paths=",
    # The parts of other frameworks that happen to be installed are left out of the page.
    "--VoilaConfiguration.extension_allowlist=@voila-dashboards/widgets-manager8",
    "--VoilaConfiguration.extension_allowlist=@jupyter-widgets/jupyterlab-manager",
)  # fmt: skip
_STREAMLIT = _module(
    "streamlit", "run", str(APPS / "with_streamlit.py"), "--server.port=PORT", "--server.address=127.0.0.1",
    "--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false",
)  # fmt: skip

PAGE = "jeugd"  # the page with the figure of the chart, among all others of its theme
_SHOWS_PAGE = """name => {
  const chart = document.querySelector("#blokken svg.breed");
  return chart && (!name || (chart.getAttribute("aria-label").includes(name)
    && document.querySelector("#gekozen").textContent.includes(name)));
}"""
OURS = App(
    "socdom",
    _module("tests.bench.apps.with_socdom", "PORT"),
    native,
    page=PAGE,
    shows=_SHOWS_PAGE,
    patience=120.0,
)
BESIDE = (
    App("Voilà", _VOILA, native, ready=_NO_KERNEL),
    App("Voilà, preheated", (*_VOILA, "--preheat_kernel=True", "--pool_size=1"), native, ready=_NO_KERNEL),
    App("Streamlit", _STREAMLIT, listed("[data-testid=stSelectbox] button", "[role=option]")),
    App("Panel", _module("panel", "serve", str(APPS / "with_panel.py"), "--port=PORT"), native, "with_panel"),
    App(
        "Solara",
        _module("solara", "run", str(APPS / "with_solara.py"), "--port=PORT", "--no-open", "--production"),
        listed(".v-select__slot", ".v-list-item"),
    ),
    App("Dash", _module("tests.bench.apps.with_dash", "PORT"), listed("#wijk", "[role=option], label")),
)


def _write_notebook(path: Path) -> None:
    """The notebook of plain Voilà: one cell."""
    cell = nbformat.v4.new_code_cell((APPS / "with_voila.py").read_text(encoding="utf-8"), id="grafiek")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
