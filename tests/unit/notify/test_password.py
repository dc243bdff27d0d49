"""Where the password of the mail server comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.notify.password import read_password


def test_from_the_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("paard batterij é\r\n", encoding="utf-8")
    assert read_password({"SOCDOM_MAILWACHTWOORD": str(tmp_path / "geheim")}) == "paard batterij é"


def test_or_from_a_credential_of_systemd(tmp_path: Path) -> None:
    (tmp_path / "mailwachtwoord").write_text("nietje\n", encoding="utf-8")
    assert read_password({"CREDENTIALS_DIRECTORY": str(tmp_path)}) == "nietje"


@pytest.mark.parametrize("content", [b"", b"\n", b"twee\nregels\n", b"\xff\xfe", b"x" * 2000])
def test_what_is_no_password_is_refused_and_never_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "geheim").write_bytes(content)
    with pytest.raises(ParameterError) as refused:
        read_password({"SOCDOM_MAILWACHTWOORD": str(tmp_path / "geheim")})
    assert "regels" not in str(refused.value)
    assert str(tmp_path) not in str(refused.value)


def test_none_at_all(tmp_path: Path) -> None:
    for environ in (
        {},
        {"CREDENTIALS_DIRECTORY": str(tmp_path)},
        {"SOCDOM_MAILWACHTWOORD": str(tmp_path / "weg")},
    ):
        with pytest.raises(ParameterError, match="SOCDOM_MAILWACHTWOORD"):
            read_password(environ)
