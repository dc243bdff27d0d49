"""`import socdom as sd`: few names, each with a tooltip an analyst can read, and completion and errors in a kernel."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

import socdom as sd

ROOT = Path(__file__).resolve().parents[2]
CALLED = [name for name in sd.__all__ if inspect.isroutine(getattr(sd, name))]
METHODS = [
    name
    for name, found in inspect.getmembers(sd.Gemeente, inspect.isroutine)
    if not name.startswith("_") and found.__module__.startswith("socdom")
]
GEMEENTE_YML = """
naam: Proefdorp
code: GM9998
fictief: true
griffie: {email: griffie@proefdorp.example}
bronnen: {leveringen: true}
"""


def test_there_are_few_names_and_each_is_there() -> None:
    assert len(sd.__all__) <= 20
    assert sorted(sd.__all__) == list(sd.__all__)
    assert {"gemeente", "gemeenten", "catalogue", "explain", "preview", "Gemeente", "Indicator"} <= set(
        sd.__all__
    )
    for name in sd.__all__:
        assert getattr(sd, name) is not None
    assert set(dir(sd)) == {*sd.__all__, "__version__"}


def test_a_name_that_is_not_there_is_told_the_nearest() -> None:
    with pytest.raises(sd.SocdomError, match=r"Bedoelt u sd\.gemeente\?"):
        _ = sd.gemeent
    with pytest.raises(sd.SocdomError, match="Kies uit"):
        _ = sd.xyz
    assert not hasattr(sd, "xyz")
    assert not hasattr(sd, "__path_of_nothing__")


@pytest.mark.parametrize(
    "asked",
    [*(getattr(sd, name) for name in CALLED), *(getattr(sd.Gemeente, name) for name in METHODS)],
    ids=[*CALLED, *(f"Gemeente.{name}" for name in METHODS)],
)
def test_every_name_has_a_tooltip_with_an_example_and_types(asked: Callable[..., Any]) -> None:
    told = inspect.getdoc(asked) or ""
    assert "Voorbeeld:" in told
    example = told.partition("Voorbeeld:")[2]
    compile(inspect.cleandoc(example), asked.__name__, "exec")
    assert asked.__name__ in example
    signature = inspect.signature(asked)
    assert signature.return_annotation is not signature.empty
    assert all(p.annotation is not p.empty for name, p in signature.parameters.items() if name != "self")


@pytest.mark.parametrize("name", [name for name in sd.__all__ if inspect.isclass(getattr(sd, name))])
def test_every_class_has_a_tooltip_with_an_example(name: str) -> None:
    told, _, example = (getattr(sd, name).__doc__ or "").partition("Voorbeeld:")
    assert told.strip()
    assert "sd." in example
    compile(inspect.cleandoc(example), name, "exec")


@pytest.mark.parametrize("name", sd.kinds.__all__)
def test_every_way_of_counting_has_a_dutch_tooltip_with_an_example_that_works(name: str) -> None:
    kind = getattr(sd.kinds, name)
    told, _, example = inspect.cleandoc(kind.__doc__ or "").partition("Voorbeeld:")
    assert re.search(r"\b(de|het|een|van|hoe|welk)\b", told.lower())
    assert not re.search(r"\b(the|of the|which|whether|and)\b", told)
    assert isinstance(eval(inspect.cleandoc(example), {"sd": sd}), kind)
    own = [field.name for field in fields(kind)]
    assert re.findall(r"^    (\w+): ", told, re.MULTILINE) == own  # each field is told, in its order


@pytest.mark.parametrize(
    "told", [sd.__doc__, *(getattr(sd.Gemeente, name).__doc__ for name in METHODS), sd.explain.__doc__]
)
def test_a_wijk_in_an_example_is_one_of_lindeveen(told: str) -> None:
    """Who copies an example gets an answer, not a message that there is no such wijk."""
    rows = (ROOT / "parameters" / "lindeveen" / "gebieden.csv").read_text(encoding="utf-8").splitlines()
    wijken = {row.split(";")[1] for row in rows if ";wijk;" in row}
    named = re.findall(r"\.(?:explain|signal)\([^)]*?\"([A-Z][a-z]+)\"", told)
    assert set(named) <= wijken


def test_nothing_of_the_workbench_is_loaded_before_it_is_used() -> None:
    code = "import sys, socdom as sd; dir(sd); print([m for m in sys.modules if m.startswith('socdom.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_kernel_behind_a_page_loads_no_workbench() -> None:
    code = (
        "import sys, socdom.dashboard.kernels.process, socdom.dashboard.choosing, socdom.dashboard.pages;"
        "print([m for m in sys.modules if m.startswith('socdom.workbench')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BlockingKernelClient]:
    """A kernel as JupyterLab starts one, with a workplace of one municipality."""
    root = tmp_path_factory.mktemp("werkplek")
    folder = root / "parameters" / "proefdorp"
    folder.mkdir(parents=True)
    (folder / "gemeente.yml").write_text(GEMEENTE_YML, encoding="utf-8")
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(
        cwd=str(ROOT), env={**os.environ, "SOCDOM_ROOT": str(root)}, stderr=subprocess.DEVNULL
    )
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        client.execute("import socdom as sd; g = sd.gemeente('proefdorp')", reply=True, timeout=60)
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def failing(client: BlockingKernelClient, code: str) -> list[str]:
    """What a cell that fails sends to be shown."""
    content = client.execute(code, reply=True, stop_on_error=False, timeout=60)["content"]
    assert content["status"] == "error"
    return list(content["traceback"])


@pytest.mark.slow
def test_completion_lists_exactly_the_public_names(kernel: BlockingKernelClient) -> None:
    found = kernel.complete("sd.", reply=True, timeout=60)["content"]["matches"]
    assert {name.removeprefix("sd.") for name in found} == set(sd.__all__)
    found = kernel.complete("g.fig", reply=True, timeout=60)["content"]["matches"]
    assert [name.removeprefix("g.") for name in found] == ["figures"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("sd.gemeente(", ["name: 'str' = ''", "Een gemeente van deze werkplek", 'sd.gemeente("lindeveen")']),
        ("g.figures(", ["since: 'str' = ''", "-> 'Figures'", "Een geheim cijfer is leeg"]),
    ],
)
def test_a_tooltip_has_signature_and_words(kernel: BlockingKernelClient, typed: str, told: list[str]) -> None:
    content = kernel.inspect(typed, reply=True, timeout=60)["content"]
    assert content["found"]
    plain = re.sub(r"\x1b\[[0-9;]*m", "", content["data"]["text/plain"])
    assert all(words in plain for words in told), plain


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "g.figures('wmo_clienten')",
            "De editie kan niet worden gebruikt. actueel: deze editie is er nog niet.",
        ),
        ("sd.gemeent", "Bedoelt u sd.gemeente?"),
        ("g.figurs", "Bedoelt u figures?"),
    ],
)
def test_an_error_is_a_short_dutch_message_without_a_traceback(
    kernel: BlockingKernelClient, typed: str, told: str
) -> None:
    shown = "\n".join(failing(kernel, typed))
    assert told in shown
    assert "Traceback" not in shown
    assert ".py" not in shown
    assert len(shown.splitlines()) <= 2
