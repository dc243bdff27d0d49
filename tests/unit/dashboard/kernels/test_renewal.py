"""The whole story with real processes: a newer edition, a warm process that dies, one that hangs. Takes half a minute."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from socdom.dashboard.kernels.parents import can_fork
from tests.lib.page_kernels import is_gone, running_kernels, until
from tests.lib.sample_edition import write_sample

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not can_fork(), reason="dit systeem maakt geen kernels door te splitsen"),
]
_WHERE = """
import os
from pathlib import Path
from socdom.dashboard.opened import opened
told = [str(opened(Path(os.environ["SOCDOM_EDITION"])).folder), os.getppid()]
"""


def test_kernels_go_on_whatever_happens_to_what_makes_them(tmp_path: Path) -> None:
    old, new = (write_sample(tmp_path / name).resolve() for name in ("old", "new"))
    with running_kernels(old) as kernels:
        kernels.warm_up()
        warm = kernels.manager.warm

        def forks() -> int:
            return warm.current.pid if warm.current else 0

        first = forks()
        open_page = kernels.start()

        kernels.edition = new
        kernels.run(until(lambda: forks() not in (0, first), "de nieuwe editie wordt niet voorbereid"))
        second = forks()
        new_page = kernels.start()
        assert kernels.ask(open_page, _WHERE) == [str(old), first]
        assert kernels.ask(new_page, _WHERE) == [str(new), second]
        kernels.end(open_page)
        kernels.run(until(lambda: is_gone(first), "het oude proces blijft"))

        os.kill(second, signal.SIGKILL)
        replacement = kernels.start()
        assert kernels.ask(replacement, _WHERE) == [str(new), os.getpid()]
        kernels.run(until(lambda: new_page not in kernels.manager, "een dode kernel blijft in de lijst"))
        kernels.run(until(lambda: forks() not in (0, second), "er komt geen nieuw proces"))
        third = forks()
        last = kernels.start()
        assert kernels.ask(last, _WHERE) == [str(new), third]

        os.kill(third, signal.SIGSTOP)
        assert kernels.ask(kernels.start(), _WHERE) == [str(new), os.getpid()]
        assert kernels.ask(last, "told = 1") == 1
