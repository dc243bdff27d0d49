"""What is looked at before a server with a log-in starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.access.store import FILE, FOLDER
from socdom.dashboard.serving.access.ready import require_ready
from socdom.dashboard.serving.operations import Operations
from socdom.errors import ServerError, StorageError
from socdom.parameters.beheer import Beheer
from socdom.parameters.toegang import Toegang


def accounts(kept: Path) -> Operations:
    return Operations(Beheer(toegang=Toegang(wijze="accounts")), kept)


@pytest.mark.parametrize("address", ["", "https://dashboard.lindeveen.example/sociaal-domein"])
def test_a_file_for_accounts_is_ready_from_the_start(tmp_path: Path, address: str) -> None:
    require_ready(accounts(tmp_path), address)
    assert (tmp_path / FOLDER / FILE).is_file()


def test_a_password_goes_over_no_line_without_tls(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="inloggen kan alleen over https"):
        require_ready(accounts(tmp_path), "http://dashboard.lindeveen.example")
    for kind in (None, "open"):
        chosen = Operations(Beheer(toegang=Toegang(wijze=kind)), tmp_path)
        require_ready(chosen, "http://dashboard.lindeveen.example")
    assert list(tmp_path.iterdir()) == []


def test_accounts_that_cannot_be_read_stop_the_server_and_not_the_first_reader(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("geen map")
    with pytest.raises(StorageError, match="accounts kunnen niet worden gelezen"):
        require_ready(accounts(tmp_path), "")
