"""The Dutch texts in Python code: strings that are no docstring, no name and no English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from socdom.plain_language.dutch_or_not import is_dutch
from socdom.plain_language.model import FILLED_IN, Text, Voice
from socdom.plain_language.placeholders import fill_in
from socdom.plain_language.templates import template_texts

# A line of a yml file that is written out.
_FIELD = re.compile(r"(?m)^ *[a-z_]+:.*$")
_HTML = re.compile(r"</?[a-z][^<>]*>")


def code_texts(place: str, source: str, voice: Voice = Voice.FIXED) -> Iterator[Text]:
    """Every Dutch text in a module, in order; strings put side by side are one, and a value is `FILLED_IN`."""
    tree = ast.parse(source)
    apart = _not_for_readers(tree)
    for node in _strings(tree):
        content = fill_in(_content(node))
        if "\n" in content:
            content = _FIELD.sub("", content)
        if id(node) in apart or not is_dutch(content):
            continue
        if _HTML.search(content):
            for text in template_texts(place, content, voice):
                yield Text(place, node.lineno + text.line - 1, text.content, voice)
        else:
            yield Text(place, node.lineno, content, voice)


def _strings(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Strings; those inside an f-string belong to it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):
            yield child
            for value in child.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _strings(value)
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        else:
            yield from _strings(child)


def _content(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(_content(value) if isinstance(value, ast.Constant) else FILLED_IN for value in node.values)


def _not_for_readers(tree: ast.AST) -> set[int]:
    """Docstrings, messages of assertions, patterns of `re`, and lists of words that are split."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Assert) and node.msg is not None:
            found |= {id(child) for child in ast.walk(node.msg)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                found |= {id(child) for argument in node.args for child in ast.walk(argument)}
            elif node.func.attr == "split":
                found.add(id(node.func.value))
    return found
