"""Repairs of defects in Voilà and what it is built on, each with its reason and the version it is for.

To be looked at again at every upgrade: a repair that is no longer needed goes. The tests of this module show each
defect in the plain library, where that is cheap, and that it is gone here (`test_voila_defects.py`).

| | defect (voila 0.5.13, jupyter_server 2.21.1, jupyter_client 8.10) | here |
|---|---|---|
| D1 | a page waits for ever when an Output widget is filled while it is made | `WakingChannel` |
| D2 | kernels stay when a page closes: its last request is refused (403) | it ends with its socket (`sockets`) |
| D3 | one binary message in the older framing hangs the server and fills its memory | not Voilà's socket (`sockets`) |
| D4 | `allow_tracebacks=False` breaks the connection at the first error | `SilentKernel` |
| D5 | a page asks another host for its letters | no page of Voilà is served |
| D6 | every extension of JupyterLab that is installed comes into the page | no page of Voilà is served |
| D7 | `/logout` answers 500 | it does not exist (`app`) |
| D8 | two kernels that start at once want the same TCP port | `SilentKernel.transport` |
| D9 | a page of which the making fails waits for ever | not Voilà's handler (`live`) |
| | pictures beside the notebooks are served without a log-in; a visitor chooses the template | not offered (`app`) |
| | the authorizer is not asked for pages; a kernel has no owner | `guard`, `owners` |
"""

from __future__ import annotations

from typing import Any

import zmq
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Any as AnyTrait
from traitlets import CaselessStrEnum, Type

from socdom.dashboard.kernels.client import PromptClient


class WakingChannel(AsyncZMQSocketChannel):
    """A channel to a kernel on which one can send while one waits for an answer.

    jupyter_client 8.10 sends on an asyncio socket around asyncio ("shadow"). To send takes in what has arrived, and
    uses up the signal that something did: who waits for an answer that came just then is never woken. nbclient 0.11
    does so for every update of an Output widget, while it waits for the end of the cell. After sending we look whether
    something came, in the way of pyzmq, which then wakes who waits.
    """

    def send(self, msg: dict[str, Any]) -> None:
        super().send(msg)
        if self.socket is not None:
            self.socket.get(zmq.EVENTS)


class PageClient(PromptClient):
    """The server's own connection to the kernel of a page."""

    shell_channel_class = Type(WakingChannel)
    control_channel_class = Type(WakingChannel)


class SilentKernel(ServerKernelManager):
    """A kernel whose errors can be kept from the visitor, and that knows whose it is.

    jupyter_server 2.21.1 looks for `traceback_replacement_message` on the kernel, while it is defined on the
    manager of all kernels: with `allow_tracebacks=False` the first error breaks the connection. Without that
    setting a visitor reads source lines and values from every error.

    Kernels are reached through sockets in a private folder: with TCP two at once may want the same port.

    Attributes:
        owner: the page it was started for (`owners.Owner`); nobody can reach it while there is none.
    """

    owner = AnyTrait(None, allow_none=True)
    transport = CaselessStrEnum(["tcp", "ipc"], default_value="ipc", config=True)

    traceback_replacement_message = "Er ging iets mis. Laad de pagina opnieuw."
