"""What the server starts for a notebook, whatever kernel the notebook names: ours."""

from __future__ import annotations

import sys
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

PROVISIONER = "socdom-forked"
_NAME = "python3"


class PageKernelSpecs(KernelSpecManager):
    """One kernel; those that are installed on the machine do not exist here."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Name → folder of its files, which it has not."""
        return {_NAME: ""}

    def get_all_specs(self) -> dict[str, Any]:
        return {_NAME: {"resource_dir": "", "spec": self.get_kernel_spec(_NAME).to_dict()}}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel behind a page; the command is that of an ordinary one."""
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", "socdom.dashboard.kernels.ordinary", "{connection_file}"],
            display_name="Python 3",
            language="python",
            metadata={"kernel_provisioner": {"provisioner_name": PROVISIONER}},
        )
