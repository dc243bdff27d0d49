"""Text in yml, in which a name may stand once: of two the parser silently keeps the last."""

from __future__ import annotations

from typing import Any

import yaml

# Ten lines that repeat each other tenfold with `*` would be a thousand million values.
_MOST = 200_000


class TwiceError(yaml.YAMLError):
    """A name stands twice under the same heading.

    Attributes:
        name: the name.
        lines: where it stands, from 1.
    """

    def __init__(self, name: str, lines: tuple[int, int]) -> None:
        super().__init__(name)
        self.name, self.lines = name, lines


class _Loader(yaml.SafeLoader):
    def get_single_node(self) -> Any:
        node = super().get_single_node()
        if node is not None and _size(node, {}) > _MOST:
            raise yaml.YAMLError("too large")
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if isinstance(key, yaml.ScalarNode) and lines.setdefault(key.value, line) != line:
                raise TwiceError(key.value, (lines[key.value], line))
        return super().construct_mapping(node, deep)


def _size(node: Any, known: dict[int, int]) -> int:
    """How many values a part holds, each counted as often as it is referred to; too many when it holds itself."""
    if id(node) not in known:
        known[id(node)] = _MOST
        inner = [] if isinstance(node, yaml.ScalarNode) else node.value
        parts = [part for pair in inner for part in (pair if isinstance(pair, tuple) else (pair,))]
        known[id(node)] = 1 + sum(_size(part, known) for part in parts)
    return known[id(node)]


def load_yml(text: str) -> Any:
    """What stands in a text, as `yaml.safe_load` gives it.

    Raises:
        TwiceError: a name stands twice under the same heading.
        yaml.YAMLError: it is no yml, lists stand in lists too deep to read, or parts repeat others without end.
        ValueError: a date that does not exist.
    """
    try:
        return yaml.load(text, _Loader)
    except RecursionError:
        raise yaml.YAMLError("too deep") from None
