"""Forked kernels as they run: they answer, are alike in nothing that must differ, reach nothing, and leave nothing."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.dashboard.kernels.memory import kernel_memory
from socdom.dashboard.kernels.parents import can_fork
from socdom.dashboard.kernels.sandbox import landlock_version
from tests.lib.page_kernels import Kernels, has_ended, is_gone, running_kernels, until
from tests.lib.sample_edition import write_sample

pytestmark = pytest.mark.skipif(not can_fork(), reason="dit systeem maakt geen kernels door te splitsen")
needs_landlock = pytest.mark.skipif(
    landlock_version() < 6, reason="dit systeem heeft geen (volledig) Landlock"
)

_PROBE = """
import os, random, signal, socket, sys
import numpy
from pathlib import Path

def refused(attempt):
    try:
        attempt()
    except OSError:
        return True
    return False

def command():
    if os.system("true"):
        raise OSError

secret, port, server, sibling = {secret!r}, {port}, {server}, {sibling!r}
own = Path(os.environ["TMPDIR"])
told = {{
    "variables": dict(os.environ),
    "folder": os.getcwd(),
    "program": sys.argv,
    "edition": not refused(lambda: Path("inventory.json").read_text()),
    "own": not refused(lambda: (own / "x").write_text("x")),
    "limits": [__import__("resource").getrlimit(kind)[0] for kind in {limits}],
    "refused": {{
        "a file outside": refused(lambda: Path(secret).read_text()),
        "the list of a folder outside": refused(lambda: os.listdir(Path(secret).parent)),
        "the files of the project": refused(lambda: os.listdir({project!r})),
        "a file in the edition": refused(lambda: Path("x").write_text("x")),
        "the folder of another kernel": refused(lambda: os.listdir(sibling)),
        "the list of kernels": refused(lambda: os.listdir(own.parent)),
        "open files of processes": refused(lambda: os.listdir("/proc/self/fd")),
        "a connection": refused(lambda: socket.create_connection(("127.0.0.1", port), 5)),
        "a port": refused(lambda: socket.socket().bind(("127.0.0.1", 0))),
        "a signal to the server": refused(lambda: os.kill(server, 0)),
        "a signal to its parent": refused(lambda: os.kill(os.getppid(), 0)),
        "a program": refused(command),
    }},
}}
"""
_ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def kernels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernels]:
    with running_kernels(write_sample(tmp_path_factory.mktemp("kernels"))) as found:
        found.warm_up()
        yield found


@pytest.fixture
def kernel(kernels: Kernels) -> Iterator[str]:
    number = kernels.start(
        {"SOCDOM_SLEUTEL": "geplant", "SOCDOM_DATA": "geplant", "QUERY_STRING": "wijk=WK1"}
    )
    yield number
    if number in kernels.manager:
        kernels.end(number)


def test_a_kernel_is_forked_and_can_show_widgets(kernels: Kernels, kernel: str) -> None:
    parent = kernels.manager.warm.current
    assert parent is not None
    status = Path(f"/proc/{kernels.pid(kernel)}/status").read_text().splitlines()
    assert f"PPid:\t{parent.pid}" in status
    assert "Name:\tsocdom-kernel" in status
    told = "import ipywidgets, matplotlib; d = ipywidgets.Dropdown(options=['a']); told = [bool(d.comm.comm_id), matplotlib.get_backend()]"
    assert kernels.ask(kernel, told) == [True, "agg"]


def test_the_edition_was_read_before_and_the_debugger_left_out(kernels: Kernels, kernel: str) -> None:
    code = (
        "import sys; from pathlib import Path; from socdom.dashboard.opened import opened; before = opened.cache_info().hits;"
        "edition = opened(Path.cwd().resolve());"
        "told = [opened.cache_info().hits - before, 'figures' in vars(edition), sys.modules.get('debugpy')]"
    )
    assert kernels.ask(kernel, code) == [1, True, None]


@needs_landlock
def test_a_kernel_reaches_nothing_outside(kernels: Kernels, kernel: str, tmp_path: Path) -> None:
    import resource

    secret = tmp_path / "geheim.txt"
    secret.write_text("geplant")
    sibling = kernels.start()
    limits = [resource.RLIMIT_CORE, resource.RLIMIT_NOFILE]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        told = kernels.ask(
            kernel,
            _PROBE.format(
                secret=str(secret),
                port=listening.getsockname()[1],
                server=os.getpid(),
                project=str(_ROOT),
                sibling=str(_own_folder(kernels, sibling)),
                limits=limits,
            ),
        )
    kernels.end(sibling)
    assert [what for what, refused in told["refused"].items() if not refused] == []
    assert told["edition"]
    assert told["own"]
    assert told["limits"][0] == 0
    assert told["limits"][1] < 1024


def test_a_kernel_knows_little(kernels: Kernels, kernel: str) -> None:
    told = kernels.ask(kernel, "import os; told = [dict(os.environ), os.getcwd()]")
    variables, folder = told
    assert folder == variables["SOCDOM_EDITION"] == str(kernels.edition)
    assert variables["QUERY_STRING"] == "wijk=WK1"
    assert "geplant" not in variables.values()
    own = str(_own_folder(kernels, kernel))
    assert {variables["HOME"], variables["TMPDIR"], variables["IPYTHONDIR"]} == {own}
    started_with = Path(f"/proc/{kernels.pid(kernel)}/environ").read_text()
    assert "geplant" not in started_with


def test_no_file_of_the_parent_stays_open(kernels: Kernels, kernel: str) -> None:
    links = [os.readlink(file) for file in Path(f"/proc/{kernels.pid(kernel)}/fd").iterdir()]
    own = str(_own_folder(kernels, kernel))
    assert [link for link in links if link.startswith("/") and not link.startswith((own, "/dev/null"))] == []
    assert not any("pidfd" in link for link in links)


def test_two_kernels_draw_other_numbers(kernels: Kernels, kernel: str) -> None:
    code = "import random, numpy; told = [random.random(), float(numpy.random.random())]"
    other = kernels.start()
    first, second = kernels.ask(kernel, code), kernels.ask(other, code)
    kernels.end(other)
    assert first[0] != second[0]
    assert first[1] != second[1]


def test_files_of_a_kernel_are_private_and_go_with_it(kernels: Kernels) -> None:
    number = kernels.start()
    folder, pid = _own_folder(kernels, number), kernels.pid(number)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "k.json").stat().st_mode & 0o777 == 0o600
    [memory] = kernel_memory([pid])
    assert 0 < memory.private < memory.pss < memory.rss
    kernels.end(number)
    assert not folder.exists()
    kernels.run(until(lambda: is_gone(pid), "een kernel blijft achter"))
    assert kernel_memory([pid]) == []


def test_a_kernel_can_be_interrupted_and_restarted(kernels: Kernels, kernel: str) -> None:
    manager = kernels.manager.get_kernel(kernel)
    first = kernels.pid(kernel)
    kernels.run(kernels.manager.interrupt_kernel(kernel))
    assert kernels.ask(kernel, "told = 1") == 1
    kernels.run(manager.restart_kernel(now=True))
    assert kernels.pid(kernel) != first
    assert kernels.ask(kernel, "told = 2") == 2


def test_a_kernel_that_ends_by_itself_is_noticed(kernels: Kernels, kernel: str) -> None:
    folder = _own_folder(kernels, kernel)
    process = kernels.manager.get_kernel(kernel).provisioner.process
    os.kill(kernels.pid(kernel), signal.SIGKILL)
    kernels.run(until(lambda: kernel not in kernels.manager, "een dode kernel blijft in de lijst"))
    kernels.run(until(lambda: not folder.exists(), "er blijven bestanden achter"))
    assert process.poll() == -signal.SIGKILL


def test_when_the_server_is_gone_all_is_gone(kernels: Kernels) -> None:
    """The last test with these processes. The end of a server, however it comes, closes its end of the socket."""
    number = kernels.start()
    warm = kernels.manager.warm
    assert warm.current is not None
    assert warm._watch is not None
    warm._watch.cancel()  # it would end them itself
    pids = [warm.current.pid, kernels.pid(number)]
    warm.current._socket.shutdown(socket.SHUT_RDWR)
    kernels.run(until(lambda: all(map(has_ended, pids)), "een proces blijft achter"))
    warm.end()
    kernels.run(until(lambda: all(map(is_gone, pids)), "een proces blijft achter als zombie"))


def _own_folder(kernels: Kernels, kernel: str) -> Path:
    return Path(kernels.manager.get_kernel(kernel).connection_file).parent


@needs_landlock
def test_the_workbench_of_the_analyst_gives_a_kernel_nothing(kernels: Kernels, kernel: str) -> None:
    code = f"""
import os
import socdom

def asked(question):
    try:
        return repr(question())
    except Exception as error:
        return type(error).__name__

os.environ["SOCDOM_ROOT"] = {str(_ROOT)!r}
told = [asked(socdom.gemeenten), asked(lambda: socdom.gemeente("lindeveen").edition()),
        asked(lambda: socdom.explain("wmo_clienten", gemeente="lindeveen"))]
"""
    told = kernels.ask(kernel, code)
    assert "lindeveen" not in told[0]
    assert set(told[1:]) <= {"ParameterError", "EditionError", "PermissionError"}
