"""A kernel that was not forked, for as long as no warm process can: slower, and with the same restrictions.

python -P -m socdom.dashboard.kernels.ordinary <connection file>
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from socdom.dashboard.kernels.environment import EDITION_VARIABLE
from socdom.dashboard.kernels.limits import set_limits
from socdom.dashboard.kernels.process import KERNEL_NAME, name_process


def main(connection_file: str, own_user: str) -> None:
    """Load what a page needs, shut the door, and be a kernel."""
    name_process(KERNEL_NAME)
    set_limits(own_user=own_user == "1")
    # Fonts are looked for at the first import, and then kept for kernels that come after.
    import socdom.dashboard.widgets  # noqa: F401
    from socdom.dashboard.kernels.page_kernel import start_kernel
    from socdom.dashboard.kernels.surroundings import shut_in

    own = Path(connection_file).parent
    os.environ["HOME"] = str(own)
    shut_in(Path(os.environ[EDITION_VARIABLE]), own)
    start_kernel(Path(connection_file)).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
