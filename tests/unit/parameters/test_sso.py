"""What can be said in `beheer.yml` about a proxy and its log-in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import socdom
from socdom.errors import ParameterError
from socdom.parameters.beheer import load_beheer
from socdom.parameters.sso import HeaderName
from socdom.parameters.toegang import Toegang


def read(folder: Path, text: str) -> Toegang:
    (folder / "beheer.yml").write_text(text, encoding="utf-8")
    return load_beheer(folder).toegang


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    toegang = read(tmp_path, "toegang:\n  wijze: sso\n")
    assert toegang.sso.geheim == "/etc/socdom/proxygeheim"
    assert (toegang.sso.kop, toegang.sso.groepen) == ("X-Forwarded-User", ())


@pytest.mark.parametrize(
    ("text", "believed"),
    [("wijze: open", False), ("wijze: accounts", False), ("wijze: accounts\n  proxy: true", True), ("wijze: sso", True)],
)  # fmt: skip
def test_a_proxy_is_believed_when_it_is_told_or_when_it_knows_who_asks(
    tmp_path: Path, text: str, believed: bool
) -> None:
    assert read(tmp_path, f"toegang:\n  {text}\n").behind_proxy is believed


@pytest.mark.parametrize(
    "line",
    [
        'kop: ""',
        "kop: X_Forwarded_User",
        'kop: "X-User: a"',
        "kop: X-Mijn-Naam",
        "groepenkop: X-Mijn-Groepen",
        'groepen: ["raad,griffie"]',
        'groepen: [""]',
        "uitloggen: https://kwaad.example/",
        "uitloggen: //kwaad.example/",
        "minuten: 0",
        'geheim: ""',
        "gebruikers: [anna@lindeveen.example]",
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ParameterError):
        read(tmp_path, f"toegang:\n  wijze: sso\n  sso:\n    {line}\n")


def test_a_header_that_is_believed_never_comes_from_a_visitor() -> None:
    passed_on = Path(socdom.__file__).parent / "share" / "deploy" / "nginx" / "doorgeven.conf"
    ours = set(re.findall(r"^proxy_set_header (\S+) ", passed_on.read_text(), re.MULTILINE))
    assert len(get_args(HeaderName)) > 4
    assert set(get_args(HeaderName)) <= ours
