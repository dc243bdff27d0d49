"""The manager of kernels: what they know, how many there may be, and when they end."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from jupyter_client.session import utcnow
from tornado.web import HTTPError

from socdom.dashboard.kernels import PageKernels, PageKernelSpecs, kernel_environment


def test_kernel_gets_a_short_list(tmp_path: Path) -> None:
    offered = {
        "PATH": "/usr/bin",
        "LANG": "nl_NL.UTF-8",
        "HOME": "/home/beheerder",
        "QUERY_STRING": "wijk=WK1",
        "SOCDOM_KEY": "sleutel",
        "SOCDOM_EDITION": "/elders",
        "DATABASE_URL": "geheim",
        "JUPYTER_TOKEN": "geheim",
        "PYTHONPATH": "geheim",
        "VOILA_REQUEST_URL": "http://intern/",
    }
    given = kernel_environment(offered, Path("/editie"), tmp_path)
    assert given["SOCDOM_EDITION"] == "/editie"
    assert given["QUERY_STRING"] == "wijk=WK1"
    assert given["LANG"] == "nl_NL.UTF-8"
    assert given["PATH"].endswith(":/usr/bin")
    assert given["HOME"] == str(tmp_path)
    assert not {"SOCDOM_KEY", "DATABASE_URL", "JUPYTER_TOKEN", "VOILA_REQUEST_URL", "PYTHONPATH"} & set(given)
    assert "geheim" not in given.values()


@pytest.mark.parametrize(
    ("connections", "silent", "state", "ends"),
    [
        (0, 25, "idle", True),
        (0, 15, "idle", False),
        (1, 45, "idle", False),
        (1, 55, "idle", True),
        (0, 55, "busy", False),
        (1, 65, "busy", True),
        (0, 55, "starting", False),
        (0, 65, "starting", True),
    ],
)
def test_kernel_ends_when_left_forgotten_or_hanging(
    connections: int, silent: int, state: str, ends: bool
) -> None:
    ended: list[str] = []
    kernel = SimpleNamespace(execution_state=state, last_activity=utcnow() - timedelta(seconds=silent))
    manager = SimpleNamespace(
        _kernels={"een": kernel},
        _kernel_connections={"een": connections},
        abandoned_after=PageKernels.abandoned_after.default_value,
        idle_after=PageKernels.idle_after.default_value,
        busy_after=PageKernels.busy_after.default_value,
        shutdown_kernel=ended.append,
    )
    asyncio.run(PageKernels.cull_kernel_if_idle(manager, "een"))  # type: ignore[arg-type]
    assert ended == (["een"] if ends else [])


def test_no_kernel_above_the_limit() -> None:
    with pytest.raises(HTTPError, match="503"):
        asyncio.run(PageKernels(limit=0).start_kernel(kernel_name="python3"))


def test_kernels_that_are_starting_count_for_the_limit() -> None:
    manager = PageKernels(limit=2)
    manager._kernels["een"] = SimpleNamespace()
    manager._pending_kernels["twee"] = SimpleNamespace()
    with pytest.raises(HTTPError, match="503"):
        asyncio.run(manager.start_kernel(kernel_name="python3"))


def test_no_kernel_of_the_machine_is_offered() -> None:
    specs = PageKernelSpecs()
    assert list(specs.get_all_specs()) == list(specs.find_kernel_specs()) == ["python3"]
    for name in ("python3", "julia"):
        found = specs.get_kernel_spec(name)
        assert found.metadata["kernel_provisioner"]["provisioner_name"] == "socdom-forked"
        assert "socdom.dashboard.kernels.ordinary" in found.argv
