"""What docs/beheer.md tells an administrator to type can be typed, and what it names is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from socdom.cli import app
from socdom.parameters.beheer import Beheer
from socdom.parameters.models import Gemeente
from socdom.pipeline import check_language
from socdom.plain_language import Gravity

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", TEXT, re.MULTILINE | re.DOTALL)
_SERVER = {"/opt/socdom/": "", "/etc/nginx/socdom/": "socdom/share/deploy/nginx/"}
# On a server, or made by what the page tells to do.
_MADE = {
    "/etc/nginx/socdom/naam.conf",
    "/etc/nginx/socdom/inloggen",
    "/etc/nginx/socdom/inloggen/sso.conf",
    "/etc/nginx/socdom/geheim.conf",
}


def _lines() -> list[str]:
    """Every line to type: of the blocks, and between backticks in a sentence."""
    blocks = [body.replace("\\\n", " ") for _, kind, body in _BLOCKS if kind == ""]
    lines = [line.strip() for body in blocks for line in body.splitlines()]
    prose = re.sub(r"^ *```.*?^ *```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    return [line for line in [*lines, *re.findall(r"`([^`\n]+)`", prose)] if line]


def _commands() -> list[str]:
    """Calls of socdom, without what goes before; words between < and > are filled in."""
    found = [re.search(r"(?:^|sudo )socdom ([a-z-].*)", line) for line in _lines()]
    return sorted({re.sub(r"<[^>]*>", "x", match[1]) for match in found if match})


@pytest.mark.parametrize("words", [line for line in _commands() if "…" not in line and line != "--help"])
def test_every_command_can_be_given_so(words: str) -> None:
    command, args = get_command(app), shlex.split(words)
    # Typer has its own click, so a group is known by what it has.
    while hasattr(command, "commands"):
        assert args[0] in command.commands, f"socdom {words}: deze opdracht is er niet"
        command, args = command.commands[args[0]], args[1:]
    if "--help" not in args:
        command.make_context("socdom", args)


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {match[1] for line in _lines() if (match := re.match(r"make ([a-z-]+)", line))}
    assert {"audit", "sbom"} <= named
    assert named <= targets


def test_every_file_of_the_programme_is_there() -> None:
    # `/opt/socdom/docs`, `socdom/share/deploy/overstappen`, `.ci/setup`, `docs/onderdelen.md`, `CHANGELOG.md`.
    words = [word.rstrip(".,:") for line in [*_lines(), TEXT] for word in line.split()]
    named = {word.strip("`'") for word in words}
    paths = {_in_repository(word) for word in named if word not in _MADE} - {None}
    assert len(paths) > 10
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def _in_repository(word: str) -> str | None:
    for there, here in _SERVER.items():
        if word.startswith(there):
            return here + word.removeprefix(there)
    own = re.fullmatch(r"(?:socdom/share|\.ci|docs|notebooks)/[\w./-]+|[A-Z]+\.md|requirements\.lock", word)
    return word if own else None


def test_every_unit_is_there() -> None:
    names = set(re.findall(r"socdom-[a-z-]+@(?:dongen)?(?:\.timer|\.service)?", TEXT))
    assert {"socdom-dashboard@dongen", "socdom-run-due@dongen.timer"} <= names
    units = ROOT / "socdom" / "share" / "deploy" / "systemd"
    for name in names:
        base, _, rest = name.partition("@")
        kind = Path(rest).suffix or ".service"
        assert (units / f"{base}@{kind}").is_file(), name


def test_every_setting_is_accepted() -> None:
    blocks = [yaml.safe_load(body) for _, kind, body in _BLOCKS if kind == "yaml"]
    assert len(blocks) >= 5
    for block in blocks:
        if set(block) <= set(Beheer.model_fields):
            Beheer.model_validate(block)
        else:
            assert set(block) <= set(Gemeente.model_fields)
            Gemeente.model_validate({"naam": "Dongen", "code": "GM0766", "bronnen": {}, **block})


def test_the_defaults_it_tells_are_those_there_are() -> None:
    told = next(
        yaml.safe_load(body)["planning"]
        for _, kind, body in _BLOCKS
        if kind == "yaml" and "planning:" in body
    )
    defaults = Beheer().planning.model_dump()
    assert told == {name: defaults[name] for name in told}


@pytest.mark.parametrize("name", ["beheer.md", "onderdelen.md"])
def test_its_words_are_plain(name: str) -> None:
    looked = check_language([ROOT / "docs" / name])
    assert [remark for remark in looked.remarks if remark.gravity == Gravity.FAULT] == []
    assert looked.texts > 4


def test_every_debian_package_is_on_the_page_of_parts() -> None:
    installs = [line for line in _lines() if " apt install " in line]
    named = {word for line in installs for word in line.partition(" install ")[2].split()}
    assert {"nginx-light", "python3-venv"} <= named
    page = (ROOT / "docs" / "onderdelen.md").read_text(encoding="utf-8")
    assert {name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)} == set()
