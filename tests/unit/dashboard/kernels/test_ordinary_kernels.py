"""A kernel while no process can fork: slower, and as restricted as a forked one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from socdom.dashboard.kernels.sandbox import landlock_version
from tests.lib.page_kernels import is_gone, running_kernels, until
from tests.lib.sample_edition import write_sample

_PROBE = """
import os, resource
from pathlib import Path
from IPython import get_ipython
told = {{"folder": os.getcwd(), "variables": dict(os.environ), "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "widgets": "jupyter.widget" in get_ipython().kernel.comm_manager.targets}}
try:
    told["outside"] = Path({secret!r}).read_text()
except OSError:
    told["outside"] = None
"""


def test_an_ordinary_kernel_is_shut_in_as_well(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geplant")
    with running_kernels(write_sample(tmp_path / "rendered")) as kernels:
        number = kernels.start({"SOCDOM_SLEUTEL": "geplant"})
        told = kernels.ask(number, _PROBE.format(secret=str(secret)))
        pid = kernels.pid(number)
        folder = Path(kernels.manager.get_kernel(number).connection_file).parent
        assert Path(f"/proc/{pid}/comm").read_text().strip() == "socdom-kernel"
        assert told["folder"] == str(kernels.edition)
        assert "geplant" not in told["variables"].values()
        assert told["variables"]["HOME"] == str(folder)
        assert told["core"] == 0
        assert told["widgets"]
        assert told["outside"] is None or not landlock_version()
        kernels.end(number)
        assert not folder.exists()
        kernels.run(until(lambda: is_gone(pid), "een kernel blijft achter"))


def test_a_kernel_that_ends_while_it_starts_leaves_no_trace(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with running_kernels(write_sample(tmp_path / "rendered")) as kernels:
        number = kernels.start()
        process = kernels.manager.get_kernel(number).provisioner.process
        os.kill(process.pid, signal.SIGKILL)
        kernels.run(until(lambda: number not in kernels.manager, "een dode kernel blijft in de lijst"))
        assert [path.name for path in Path(kernels.manager.connection_dir).glob("kernels/kernel-*")] == []
    assert "Traceback" not in "".join(capfd.readouterr())
