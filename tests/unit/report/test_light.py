"""What takes seconds to import is imported by the processes that need it, and by nobody else."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("papermill", "nbconvert", "nbformat", "weasyprint", "matplotlib", "socdom.report.quarterly")


def test_neither_the_run_nor_the_kernel_of_a_letter_imports_what_is_heavy() -> None:
    source = (
        "import sys; import socdom.report.make; from socdom.report import Raadsinformatiebrief; "
        "print(*(name for name in sys.argv[1:] if name in sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", source, *HEAVY], stdout=subprocess.PIPE, text=True, check=True
    )
    assert told.stdout.split() == []
