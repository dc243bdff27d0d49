"""What a document tells its reader to type, and whether the command takes it."""

from __future__ import annotations

import re
import shlex

from typer.main import get_command

from socdom.cli import app

_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_PLACES = re.compile(r"<[^>]*>")


def typed_lines(text: str) -> list[str]:
    """Every line to type in Markdown: of its blocks without a language, and between backticks in a sentence."""
    blocks = [body.replace("\\\n", " ") for _, kind, body in _BLOCK.findall(text) if kind == ""]
    lines = [line.strip() for body in blocks for line in body.splitlines()]
    prose = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return [line for line in [*lines, *re.findall(r"`([^`\n]+)`", prose)] if line]


def typed_commands(text: str) -> list[str]:
    """Calls of socdom, without what goes before; words between < and > are filled in, abridged ones left out."""
    found = [re.search(r"(?:^|sudo )socdom ([a-z-].*)", line) for line in typed_lines(text)]
    words = {_PLACES.sub("x", match[1]) for match in found if match}
    return sorted(line for line in words if "…" not in line and line != "--help")


def give(words: str) -> None:
    """Let the command read `words`; what is no command or option of it fails."""
    command, args = get_command(app), shlex.split(words, comments=True)
    # Typer has its own click, so a group is known by what it has.
    while hasattr(command, "commands"):
        assert args[0] in command.commands, f"socdom {words}: deze opdracht is er niet"
        command, args = command.commands[args[0]], args[1:]
    if "--help" not in args:
        command.make_context("socdom", args)
