"""Imports go down only, and nothing on the public side can reach a person."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lib.imports import ROOT, graph, imported, modules, reachable

PUBLIC_SIDE = (
    *("report", "dashboard", "blocks", "charts", "narrative", "judgement", "editions"),
    *("access", "usage", "notify", "schedule"),
)
PERSON_SIDE = (
    "sources",
    "tables",
    "measures",
    "indicators",
    "disclosure",
    "pipeline",
    "workbench",
    "attack",
    "oracle",
)
ONLY_IN = {
    "papermill": ("socdom.report",),
    "nbconvert": ("socdom.report",),
    "weasyprint": ("socdom.report",),
    "xlsxwriter": ("socdom.blocks.sheets",),
    "docx": ("socdom.report.letter",),
    "segno": ("socdom.report.letter",),
    "ipywidgets": ("socdom.dashboard.widgets", "socdom.dashboard.kernels", "socdom.workbench.writing"),
    "matplotlib": ("socdom.charts",),
    "seaborn": ("socdom.charts",),
    "pandera": ("socdom.tables",),
    "highspy": ("socdom.attack",),
    "httpx": ("socdom.sources.cbs",),
    "sqlalchemy": ("socdom.sources.database",),
    "keyring": ("socdom.sources.database",),
    "python_calamine": ("socdom.sources.files",),
    "voila": ("socdom.dashboard.serving",),
    "typer": ("socdom.cli", "socdom.command_help"),
    "rich": ("socdom.cli",),
    "pyphen": ("socdom.plain_language",),
}


def layers() -> dict[str, int]:
    """Package or module → layer, read from the table in ARCHITECTURE.md."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = re.search(r"## Layers.*?```\n(.*?)```", text, re.DOTALL)
    assert block, "ARCHITECTURE.md has no table of layers"
    found = {}
    for line in block[1].splitlines():
        number, *names = line.split()
        found |= dict.fromkeys(names, int(number))
    return found


def part(module: str) -> str:
    """The package or module right under socdom."""
    return module.split(".")[1]


LAYERS = layers()
GRAPH = graph()


def test_every_module_has_a_layer() -> None:
    parts = {part(name) for name in modules() if name not in ("socdom", "socdom.__main__")}
    assert parts <= set(LAYERS)
    assert set(LAYERS) <= parts, "ARCHITECTURE.md names a layer part that does not exist"


def test_imports_go_down_only() -> None:
    wrong = [
        f"{source} imports {target}"
        for source, targets in GRAPH.items()
        if source not in ("socdom", "socdom.__main__")
        for target in targets
        if part(source) != part(target)
        and LAYERS[part(target)] >= LAYERS[part(source)]
        and LAYERS[part(source)] > 0
    ]
    assert wrong == []


@pytest.mark.parametrize("public", PUBLIC_SIDE)
def test_the_public_side_reaches_no_person(public: str) -> None:
    for start in (name for name in GRAPH if part(f"{name}.") == public):
        reached = {part(name) for name in reachable(start, GRAPH)}
        assert reached.isdisjoint(PERSON_SIDE), start


def test_the_attack_shares_nothing_with_what_it_attacks() -> None:
    own = [name for name in GRAPH if part(f"{name}.") == "attack"]
    assert len(own) > 3
    reached = {part(name) for start in own for name in reachable(start, GRAPH)}
    assert reached <= {"attack", "editions", "areas", "quarters", "errors", "dutch", "person_numbers"}


def test_the_oracle_takes_nothing_of_the_engine_but_definitions() -> None:
    definitions = {"dimensions", "denominators", "indicator", "taakvelden"}
    used = {target for name in GRAPH if part(f"{name}.") == "oracle" for target in GRAPH[name]}
    engine = {target.split(".")[2] for target in used if target.startswith("socdom.measures.")}
    assert engine <= definitions
    assert {part(target) for target in used} <= {"oracle", "measures", "tables", "areas", "quarters"}


def test_a_kernel_behind_a_page_loads_nothing_of_the_person_side() -> None:
    code = (
        "import sys, socdom.dashboard, socdom.report; "
        "print([m for m in sys.modules if m.startswith('socdom.') and m.split('.')[1] in sys.argv[1:]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *PERSON_SIDE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_heavy_libraries_stay_in_their_place(library: str) -> None:
    users = [
        name
        for name, path in modules().items()
        if library in {found.split(".")[0] for found in imported(path)}
    ]
    allowed = ONLY_IN[library]
    assert [name for name in users if not any(name == a or name.startswith(f"{a}.") for a in allowed)] == []


def test_importing_socdom_loads_no_library() -> None:
    code = "import sys, socdom; print(sorted({m.split('.')[0] for m in sys.modules} & set(sys.argv[1:])))"
    heavy = ["pandas", "numpy", "matplotlib", "seaborn", "ipywidgets", "pydantic", "typer", "papermill"]
    done = subprocess.run(
        [sys.executable, "-c", code, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", [p for p in (ROOT / "socdom").rglob("*.py")], ids=lambda p: p.stem)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
