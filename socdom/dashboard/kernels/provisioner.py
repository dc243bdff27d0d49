"""How jupyter_client gets a kernel: forked from a warm process, or started as an ordinary one."""

from __future__ import annotations

import shutil
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from socdom.dashboard.kernels.environment import EDITION_VARIABLE
from socdom.dashboard.kernels.orders import Order


class ForkedProvisioner(LocalProvisioner):
    """A kernel of `PageKernels`; registered in pyproject.toml as "socdom-forked".

    Both kinds are held in the same way, so that all of jupyter_client works on both: to poll, interrupt, end, restart.
    """

    @property
    def _kernels(self) -> Any:
        """The manager of all kernels, which has the warm processes and knows the user."""
        return self.parent.parent

    @property
    def _connection_file(self) -> Path:
        return Path(self.parent.connection_file)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the process; the sockets are there when it was forked, and are to come when not."""
        own = str(self._connection_file.parent)
        environment = {**kwargs["env"], "TMPDIR": own, "IPYTHONDIR": own}
        account = self._kernels.account
        if account:
            account.give(self._connection_file.parent)
            account.give(self._connection_file)
        forked = await self._kernels.warm.fork(
            Order(
                kernel=self.kernel_id,
                connection_file=str(self._connection_file),
                edition=environment[EDITION_VARIABLE],
                environment=environment | {"HOME": own},
            )
        )
        if forked is None:
            # What it prints when it cannot start would be read by nobody, or by the wrong one.
            kwargs |= {
                "env": environment,
                "cwd": environment[EDITION_VARIABLE],
                "stdout": DEVNULL,
                "stderr": DEVNULL,
            }
            kwargs |= account.popen() if account else {}
            return await super().launch_kernel([*cmd, str(int(account is not None))], **kwargs)
        self.process, self.pid, self.pgid = forked, forked.pid, None
        return self.connection_info

    async def cleanup(self, restart: bool = False) -> None:
        """Leave nothing of a kernel that is gone."""
        await super().cleanup(restart=restart)
        if not restart:
            shutil.rmtree(self._connection_file.parent, ignore_errors=True)
