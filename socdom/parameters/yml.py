"""Text in yml, in which a name may stand once: of two the parser silently keeps the last."""

from __future__ import annotations

from typing import Any

import yaml


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
    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if isinstance(key, yaml.ScalarNode) and lines.setdefault(key.value, line) != line:
                raise TwiceError(key.value, (lines[key.value], line))
        return super().construct_mapping(node, deep)


def load_yml(text: str) -> Any:
    """What stands in a text, as `yaml.safe_load` gives it.

    Raises:
        TwiceError: a name stands twice under the same heading.
        yaml.YAMLError: it is no yml, or lists stand in lists too deep to read.
        ValueError: a date that does not exist.
    """
    try:
        return yaml.load(text, _Loader)
    except RecursionError:
        raise yaml.YAMLError("too deep") from None
