"""The server's own connection to a kernel, ready as soon as the kernel is."""

from __future__ import annotations

import asyncio
from queue import Empty
from typing import Any

from jupyter_client.asynchronous import AsyncKernelClient

_DIED, _SILENT = "Het rekenproces is gestopt.", "Het rekenproces antwoordt niet."
_AGAIN = 1.0  # seconds after which the question is asked again
_CONNECTED = 0.2  # seconds in which a message arrives, unless the connection came too late for it


class PromptClient(AsyncKernelClient):
    """Waits for a kernel without a pause.

    jupyter_client 8.10 ends its wait by reading the messages of the kernel until none came for 0,2 seconds. Here the
    kernel's own "idle" after our question is the last one: what it says comes in order.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Until the kernel has answered and its messages arrive.

        Raises:
            RuntimeError: it ended, or did not answer in time (seconds).
        """
        try:
            async with asyncio.timeout(timeout):
                while not await self._answers():
                    if not await self._async_is_alive():
                        raise RuntimeError(_DIED)
        except TimeoutError:
            raise RuntimeError(_SILENT) from None

    async def _answers(self) -> bool:
        asked = self.kernel_info()
        try:
            reply = await self.get_shell_msg(timeout=_AGAIN)
            while not _is_end(await self.get_iopub_msg(timeout=_CONNECTED), asked):
                pass
        except Empty:
            return False
        self._handle_kernel_info_reply(reply)
        return True


def _is_end(message: dict[str, Any], asked: str) -> bool:
    content, parent = message["content"], message["parent_header"]
    return content.get("execution_state") == "idle" and parent["msg_id"] == asked
