"""The texts in a file, by its kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from socdom.plain_language.code import code_texts
from socdom.plain_language.dutch_or_not import is_dutch
from socdom.plain_language.markdown import markdown_texts
from socdom.plain_language.model import Text, Voice
from socdom.plain_language.templates import template_texts

KINDS = (".md", ".txt", ".yml", ".yaml", ".j2", ".html", ".ipynb", ".py")


def file_texts(path: Path, place: str, voice: Voice) -> Iterator[Text]:
    """The Dutch texts in a file of one of `KINDS`; nothing in a file of another kind.

    Args:
        path: the file, in utf-8.
        place: its name as the user knows it.
        voice: who speaks in it.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not utf-8, or not what its name says.
    """
    read = _READERS.get(path.suffix)
    if read is None:
        return
    try:
        yield from read(place, path.read_text(encoding="utf-8-sig"), voice)
    except (SyntaxError, yaml.YAMLError) as error:
        raise ValueError(type(error).__name__) from None


def _yml_texts(place: str, source: str, voice: Voice) -> Iterator[Text]:
    """The Dutch values, not the names of fields."""
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    yield from _values(place, root, voice) if root else ()


def _values(place: str, node: yaml.Node, voice: Voice) -> Iterator[Text]:
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _values(place, value, voice)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _values(place, value, voice)
    elif is_dutch(node.value):
        yield Text(place, node.start_mark.line + 1, node.value.strip(), voice)


def _notebook_texts(place: str, source: str, voice: Voice) -> Iterator[Text]:
    """The text cells; a line of a notebook is no line that a reader can find, so its cells are counted."""
    for number, cell in enumerate(json.loads(source)["cells"], start=1):
        content = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for text in markdown_texts(f"{place}, cel {number}", content, voice):
                yield Text(text.place, 0, text.content, voice)


_READERS: dict[str, Callable[[str, str, Voice], Iterator[Text]]] = {
    ".md": markdown_texts,
    ".txt": markdown_texts,
    ".yml": _yml_texts,
    ".yaml": _yml_texts,
    ".j2": template_texts,
    ".html": template_texts,
    ".ipynb": _notebook_texts,
    ".py": code_texts,
}
