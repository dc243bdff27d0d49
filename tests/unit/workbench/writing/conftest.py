"""A workplace with the rich edition as the current one, and a text of a quarter before."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.workbench.writing.desk import Desk
from tests.lib.rich_edition import write_rich

SLUG, QUARTER = "lindeveen", "2020Q4"
_GEMEENTE = "naam: Lindeveen\ncode: GM9999\ngriffie:\n  email: a@b.example\nbronnen:\n  leveringen: true\n"
_LAST_TIME = """\
---
indicator: wmo_clienten
rol: adviseur Wmo
datum: 2020-11-10
status: goedgekeurd
---
## Waarom?

Er kwamen meer aanvragen binnen.
"""


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return write_rich(tmp_path_factory.mktemp("schrijven") / "rendered", "actueel")


@pytest.fixture
def places(rendered: Edition, tmp_path: Path) -> Places:
    own = tmp_path / "parameters" / SLUG
    (own / "2020Q3" / "duiding").mkdir(parents=True)
    (own / "2020Q3" / "duiding" / "wmo.md").write_text(_LAST_TIME, encoding="utf-8")
    (own / "gemeente.yml").write_text(_GEMEENTE, encoding="utf-8")
    (tmp_path / "rendered").symlink_to(rendered.folder.parents[2])
    return Places.from_environment({"SOCDOM_ROOT": str(tmp_path)})


@pytest.fixture
def desk(places: Places) -> Desk:
    return Desk(places, SLUG, QUARTER)
