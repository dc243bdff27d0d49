"""Whose kernel it is: only who has the key, and the name it was given to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tornado.web import HTTPError

from socdom.dashboard.serving.owners import Owner, owner_of, shown_key


class _Kernels(dict[str, Any]):
    def get_kernel(self, number: str) -> Any:
        return self[number]


# A key that is the same in every process: the tests are told apart by it.
ANN = Owner("ann", "ann", key="Fqp0vMNu1MHsocubtPXx8ykn8SYkvvP62cgdbGJJx28")
KERNELS = _Kernels(
    {"een": SimpleNamespace(owner=ANN), "start": SimpleNamespace(owner=None), "vreemd": SimpleNamespace()}
)


def test_the_owner_gets_it() -> None:
    assert owner_of(KERNELS, "een", "ann", ANN.key) is ANN


@pytest.mark.parametrize(
    ("number", "user", "key"),
    [("een", "ann", ""), ("een", "ann", "x"), ("een", "bob", ANN.key), ("een", "ann", ANN.key + "a"), ("een", "", ""),
     ("een", "ann", "é"), ("start", "", ""), ("start", "ann", ANN.key), ("vreemd", "", ""), ("geen", "ann", ANN.key)],
)  # fmt: skip
def test_for_everybody_else_it_does_not_exist(number: str, user: str, key: str) -> None:
    with pytest.raises(HTTPError) as refused:
        owner_of(KERNELS, number, user, key)
    assert (refused.value.status_code, refused.value.log_message) == (404, None)


def test_a_key_is_long_its_own_and_never_printed() -> None:
    keys = {Owner("ann", "ann").key for _ in range(50)}
    assert len(keys) == 50
    assert min(map(len, keys)) >= 43  # 256 bits in letters of 6
    assert ANN.key not in repr(ANN)


def test_the_key_is_one_of_the_protocols() -> None:
    assert shown_key(["v1.kernel.websocket.jupyter.org", "sleutel.abc"]) == "abc"
    assert shown_key(["v1.kernel.websocket.jupyter.org"]) == ""
