"""What docs/beheer.md tells an administrator to type can be typed, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from socdom.parameters.beheer import Beheer
from socdom.parameters.models import Gemeente
from tests.lib.typed import give, typed_commands, typed_lines

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


@pytest.mark.parametrize("words", typed_commands(TEXT))
def test_every_command_can_be_given_so(words: str) -> None:
    give(words)


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {match[1] for line in typed_lines(TEXT) if (match := re.match(r"make ([a-z-]+)", line))}
    assert {"audit", "sbom"} <= named
    assert named <= targets


def test_every_file_of_the_programme_is_there() -> None:
    # `/opt/socdom/docs`, `socdom/share/deploy/overstappen`, `.ci/setup`, `docs/onderdelen.md`, `CHANGELOG.md`.
    words = [word.rstrip(".,:") for line in [*typed_lines(TEXT), TEXT] for word in line.split()]
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


def test_every_debian_package_is_on_the_page_of_parts() -> None:
    installs = [line for line in typed_lines(TEXT) if " apt install " in line]
    named = {word for line in installs for word in line.partition(" install ")[2].split()}
    assert {"nginx-light", "python3-venv"} <= named
    page = (ROOT / "docs" / "onderdelen.md").read_text(encoding="utf-8")
    assert {name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)} == set()
