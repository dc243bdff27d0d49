"""A notebook runs in a kernel of its own, and a failure leaves nothing behind and tells no value."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest

from socdom.errors import RenderError
from socdom.report.execute import run_notebook
from socdom.report.kernel import kernel_config, kernel_environment

NOTEBOOKS = Path(__file__).resolve().parents[2] / "fixtures" / "notebooks"
PARAMETERS = {"kwartaal": "2019Q3", "aantal": 5}
# Stands in the notebook that fails; in a real one it could be a BSN.
VALUE = "999990019"


def outputs(notebook: Path) -> list[nbformat.NotebookNode]:
    return nbformat.read(notebook, as_version=4).cells[-1].outputs


@pytest.mark.slow
def test_parameters_reach_the_cells_and_every_cell_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    executed = run_notebook(
        NOTEBOOKS / "runs.ipynb",
        PARAMETERS,
        tmp_path,
        working_folder=tmp_path,
        progress=lambda done, total: told.append((done, total)),
    )
    assert executed == tmp_path / "runs.ipynb"
    assert outputs(executed)[0].data["text/html"] == "<p>2019Q3 5</p>"
    assert told == sorted(told)
    assert told[-1] == (4, 4)


@pytest.mark.slow
def test_kernel_has_this_interpreter_and_no_way_to_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("SOCDOM_DATA", "SOCDOM_SLEUTEL", "SOCDOM_ROOT", "XDG_CONFIG_HOME", "WACHTWOORD"):
        monkeypatch.setenv(name, "geheim")
    # Another kernel with the usual name must not be taken.
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    executed = run_notebook(
        NOTEBOOKS / "shows_environment.ipynb", PARAMETERS, tmp_path, working_folder=tmp_path
    )
    interpreter, *names = outputs(executed)[0].text.strip().split("|")
    assert interpreter == sys.executable
    assert not {name for name in names if name.startswith(("SOCDOM", "WACHTWOORD", "JUPYTER_PATH"))}
    assert capfd.readouterr().err == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fails_in_cell.ipynb", "fails_in_cell.ipynb, cel 6: deze cel liep vast (KeyError)"),
        (
            "kernel_stops.ipynb",
            "kernel_stops.ipynb: het rekenproces van het notebook stopte, meestal door te weinig geheugen. "
            "Sluit andere programma's en maak de editie opnieuw.",
        ),
        ("takes_too_long.ipynb", "takes_too_long.ipynb: het notebook moet binnen 3 seconden klaar zijn"),
    ],
)
def test_failure_is_short_and_leaves_nothing(
    tmp_path: Path, name: str, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(RenderError) as caught:
        run_notebook(NOTEBOOKS / name, PARAMETERS, tmp_path, working_folder=tmp_path, timeout=3)
    text = str(caught.value)
    assert message in text
    assert "Traceback" not in text
    assert VALUE not in text
    assert caught.value.__cause__ is None
    assert not list(tmp_path.iterdir())
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_failed_notebook_is_kept_only_where_asked(tmp_path: Path) -> None:
    edition, kept = tmp_path / "editie", tmp_path / "data" / "mislukt"
    edition.mkdir()
    with pytest.raises(RenderError, match="fails_in_cell-mislukt.ipynb"):
        run_notebook(
            NOTEBOOKS / "fails_in_cell.ipynb", PARAMETERS, edition, working_folder=edition, keep_failed=kept
        )
    assert not list(edition.iterdir())
    assert [path.name for path in kept.iterdir()] == ["fails_in_cell-mislukt.ipynb"]
    assert VALUE in (kept / "fails_in_cell-mislukt.ipynb").read_text(encoding="utf-8")
    assert [path.stat().st_mode & 0o077 for path in (kept, *kept.iterdir())] == [0, 0]


def test_environment_passes_on_only_what_is_named(tmp_path: Path) -> None:
    offered = {"PATH": "/bin", "SOCDOM_SLEUTEL": "x", "HOME": "/h", "XDG_CONFIG_HOME": "/where/the/key/is"}
    environment = kernel_environment(offered, tmp_path)
    assert environment["PATH"] == "/bin"
    assert not [name for name in environment if name.startswith("SOCDOM")]
    for own in ("IPYTHONDIR", "XDG_CONFIG_HOME", "MATPLOTLIBRC"):
        assert environment[own].startswith(str(tmp_path))


def test_long_path_falls_back_to_a_network_socket(tmp_path: Path) -> None:
    assert kernel_config(Path("/tmp/x")).ReportKernelManager.transport == "ipc"
    assert "transport" not in kernel_config(tmp_path / ("x" * 120)).ReportKernelManager
