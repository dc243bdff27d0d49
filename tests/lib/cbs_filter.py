"""The part of the filter language of OData that CBS answers, over a frame of text."""

from __future__ import annotations

import re

import pandas as pd

_TOKEN = re.compile(r"\s*(\(|\)|,|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*)")


def select(frame: pd.DataFrame, text: str) -> pd.Series:
    """Which rows a filter keeps: eq, ne, and, or, not, startswith, substringof (v3) and contains (v4).

    Raises:
        ValueError: the filter is not right, or asks for a column that is not there.
    """
    tokens = _tokens(text)
    mask, rest = _either(frame, tokens)
    if rest:
        raise ValueError(f"unexpected {rest[0]}")
    return mask


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"cannot read {text[at:]!r}")
        tokens.append(match[1])
        at = match.end()
    return tokens


def _either(frame, tokens):
    mask, tokens = _both(frame, tokens)
    while tokens[:1] == ["or"]:
        other, tokens = _both(frame, tokens[1:])
        mask = mask | other
    return mask, tokens


def _both(frame, tokens):
    mask, tokens = _one(frame, tokens)
    while tokens[:1] == ["and"]:
        other, tokens = _one(frame, tokens[1:])
        mask = mask & other
    return mask, tokens


def _one(frame, tokens):
    if not tokens:
        raise ValueError("the filter ends too soon")
    first, tokens = tokens[0], tokens[1:]
    if first == "not":
        mask, tokens = _one(frame, tokens)
        return ~mask, tokens
    if first == "(":
        mask, tokens = _either(frame, tokens)
        return mask, _after(tokens, ")")
    if first in ("startswith", "substringof", "contains"):
        tokens = _after(tokens, "(")
        one, tokens = tokens[0], _after(tokens[1:], ",")
        two, tokens = tokens[0], _after(tokens[1:], ")")
        if first == "substringof":
            one, two = two, one
        column, value = _column(frame, one), _text(two)
        found = (
            column.str.startswith(value) if first == "startswith" else column.str.contains(value, regex=False)
        )
        return found.fillna(False).astype(bool), tokens
    operator, value = tokens[0], _text(tokens[1])
    if operator not in ("eq", "ne"):
        raise ValueError(f"CBS does not know {operator}")
    equal = _column(frame, first).eq(value)
    return (equal if operator == "eq" else ~equal), tokens[2:]


def _after(tokens, expected):
    if tokens[:1] != [expected]:
        raise ValueError(f"{expected} is missing")
    return tokens[1:]


def _column(frame, name):
    if name not in frame:
        raise ValueError(f"no property {name}")
    return frame[name].astype(str)


def _text(token):
    if not token.startswith("'"):
        raise ValueError(f"{token} is no text")
    return token[1:-1].replace("''", "'")
