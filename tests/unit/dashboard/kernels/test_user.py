"""Another user for the kernels: only where it can work, and told in Dutch where it cannot."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from socdom.dashboard.kernels.user import account, require_kernel_user
from socdom.errors import ServerError

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan een andere gebruiker zijn")


def _everybody_can_read(path: str) -> bool:
    return all(
        place.stat().st_mode & (stat.S_IXOTH if place.is_dir() else stat.S_IROTH)
        for place in (Path(path).resolve(), *Path(path).resolve().parents)
    )


def test_only_root_can_take_another_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(ServerError, match="--kernel-gebruiker: dit kan alleen als root"):
        require_kernel_user("nobody", tmp_path)


@as_root
@pytest.mark.parametrize(
    ("name", "rule"), [("geen-mens", "bestaat niet op deze computer"), ("root", "een andere zijn dan root")]
)
def test_a_user_that_will_not_do_is_refused(name: str, rule: str, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=rule) as error:
        require_kernel_user(name, tmp_path)
    assert error.value.exit_code == 16


@as_root
def test_a_user_who_cannot_read_the_edition_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inventory.json").write_text("{}")
    tmp_path.chmod(0o700)
    with pytest.raises(ServerError, match="kan de editie of de programma's van socdom niet lezen"):
        require_kernel_user("nobody", tmp_path)


def test_the_account_of_a_name_is_that_of_the_system() -> None:
    pwd = pytest.importorskip("pwd")
    found = account("nobody")
    assert found is not None
    assert (found.user, found.group) == pwd.getpwnam("nobody")[2:4]
    assert found.popen()["user"] == found.user
    assert account("") is None


@as_root
@pytest.mark.skipif(
    not _everybody_can_read(sys.executable), reason="Python staat hier in een map van root alleen"
)
def test_a_user_who_can_read_all_is_taken() -> None:
    with TemporaryDirectory() as edition:
        Path(edition).chmod(0o755)
        (Path(edition) / "inventory.json").write_text("{}")
        require_kernel_user("nobody", Path(edition))


@as_root
def test_what_a_link_leads_to_keeps_its_owner(tmp_path: Path) -> None:
    """The folders of kernels are theirs: one of them could put a link in the place of a file that is about to be given."""
    secret, link = tmp_path / "geheim", tmp_path / "k.json"
    secret.write_text("geheim", encoding="utf-8")
    link.symlink_to(secret)
    found = account("nobody")
    assert found is not None
    found.give(link)
    assert (secret.stat().st_uid, link.lstat().st_uid) == (0, found.user)
