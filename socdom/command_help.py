"""Help and usage messages of the command line in Dutch; Typer has them in English only."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

# A type that says nothing to who types.
_NO_WORD = re.compile(r" <list\[(Path|str)\]>")
_HEADINGS = {"Options": "Opties", "Arguments": "Argumenten", "Commands": "Opdrachten"}


class _Dutch:
    """What a command and a group have in common: the words around their own texts."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        words = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT [...]"}
        return [words.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]  # type: ignore[misc]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        section, write_dl = formatter.section, formatter.write_dl
        formatter.section = lambda name: section(_HEADINGS.get(name, name))
        formatter.write_dl = lambda rows, *args, **kwargs: write_dl(
            [(_NO_WORD.sub("", name), text.replace("[required]", "[verplicht]")) for name, text in rows],
            *args,
            **kwargs,
        )
        super().format_help(ctx, formatter)  # type: ignore[misc]


class DutchCommand(_Dutch, TyperCommand):
    """A command with Dutch help."""


class DutchGroup(_Dutch, TyperGroup):
    """The group of commands with Dutch help."""


def usage_message(error: TyperException) -> str:
    """What is wrong with a command line, in Dutch, with the way to the help."""
    ctx, param = getattr(error, "ctx", None), getattr(error, "param", None)
    command = ctx.command_path if ctx else "socdom"
    if option := getattr(error, "option_name", ""):
        known = type(error).__name__ == "BadOptionUsage"
        text = (
            f"Bij de optie {option} hoort een waarde." if known else f"De optie {option} bestaat hier niet."
        )
    elif type(error).__name__ == "MissingParameter" and param is not None:
        text = f"{_typed_name(param)} ontbreekt."
    elif param is not None:
        text = f"De waarde van {_typed_name(param)} past niet."
    else:
        text = "Deze opdracht bestaat niet, of er staan woorden te veel."
    return f"{text} Zie: {command} --help."


def _typed_name(param: Any) -> str:
    """The name of a parameter as the user types it: "--gemeente", or "kwartaal" for an argument."""
    return next((name for name in param.opts if name.startswith("--")), param.metavar or param.opts[0])
