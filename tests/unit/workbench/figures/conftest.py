"""An edition with every shape of figure, as the actual one of a workplace with one municipality."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.workbench.gemeente import Gemeente
from tests.lib.rich_edition import write_rich

GEMEENTE_YML = """
naam: Lindeveen
code: GM9999
fictief: true
vandaag: 2021-02-15
griffie: {email: griffie@lindeveen.example}
bronnen: {leveringen: true}
"""


@pytest.fixture(scope="package")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    root = tmp_path_factory.mktemp("werkplek")
    own = root / "parameters" / "lindeveen"
    own.mkdir(parents=True)
    (own / "gemeente.yml").write_text(GEMEENTE_YML, encoding="utf-8")
    write_rich(root / "rendered", "actueel", kind="actueel", state="actueel", version="0")
    write_rich(root / "rendered", "2020Q4")
    return Places(root=root, data=root / "data", open_data=None, key=root / "sleutel")


@pytest.fixture(scope="package")
def hier(places: Places) -> Gemeente:
    return Gemeente("lindeveen", places)


@pytest.fixture(scope="package")
def edition(hier: Gemeente) -> Edition:
    return hier.edition()


@pytest.fixture(scope="package")
def rows(places: Places) -> pd.DataFrame:
    """What stands in the file, read by pandas alone."""
    return pd.read_parquet(places.rendered / "lindeveen" / "actueel" / "figures.parquet")
