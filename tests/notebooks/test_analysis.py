"""Every notebook of the analyst runs on the example municipality, and shows what was counted by another road."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from socdom import dutch
from socdom.parameters import Places
from tests.lib.lindeveen import QUARTER, ROOT, SLUG, make_lindeveen

NOTEBOOKS = sorted((ROOT / "notebooks" / "analysis").glob("*.ipynb"))
START = (ROOT / "notebooks" / "analysis" / "start.md").read_text(encoding="utf-8")
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
_BAR = "Intern: niet delen."
# A pseudonym is a number of 63 bits; a coordinate of a drawing has a point.
_PSEUDONYM = re.compile(r"(?<![\d.])\d{16,19}(?![\d.])")
_NINE_DIGITS = re.compile(r"(?<![\d.])\d{9}(?![\d.])")
pytestmark = pytest.mark.slow

Shown = dict[str, list[nbformat.NotebookNode]]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return make_lindeveen(tmp_path_factory.mktemp("lindeveen"))


@pytest.fixture(scope="module")
def shown(places: Places) -> Shown:
    """What the cells of each notebook show; all run in one kernel, so that libraries and deliveries are read once."""
    together = nbformat.v4.new_notebook()
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        for cell in [nbformat.v4.new_code_cell("%reset -f"), *cells]:  # each begins with nothing
            cell["id"] = f"{path.stem}-{len(together.cells)}"
            together.cells.append(cell)
    known = {"SOCDOM_ROOT": places.root, "SOCDOM_DATA": places.data, "SOCDOM_SLEUTEL": places.key}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in known.items():
            patch.setenv(name, str(value))
        patch.delenv("SOCDOM_BEHEER", raising=False)
        NotebookClient(
            together,
            kernel_name="python3",
            timeout=300,
            allow_errors=True,
            resources={"metadata": {"path": str(places.root)}},
        ).execute()
    found: Shown = {path.stem: [] for path in NOTEBOOKS}
    for cell in together.cells:
        found[cell["id"].rpartition("-")[0]] += cell.get("outputs", ())
    return found


def page(shown: Shown, name: str) -> str:
    """All HTML and text of a notebook, with ordinary spaces."""
    data = [output.get("data", {}) for output in shown[name]]
    return "\n".join(item.get("text/html", item.get("text/plain", "")) for item in data).replace("\xa0", " ")


@every_notebook
def test_it_runs_and_nothing_goes_to_the_log(path: Path, shown: Shown) -> None:
    assert shown[path.stem]
    told = [output.get("evalue") or output.get("text") for output in shown[path.stem]]
    assert [output.output_type for output in shown[path.stem] if "data" not in output] == [], told


@every_notebook
def test_no_number_of_a_person_is_shown(path: Path, shown: Shown, places: Places) -> None:
    text = page(shown, path.stem)
    with (places.deliveries(SLUG) / "clienten.csv").open(encoding="utf-8-sig") as file:
        numbers = {row["bsn"] for row in csv.DictReader(file, delimiter=";")}
    assert len(numbers) > 1000
    assert not set(_NINE_DIGITS.findall(text)) & numbers
    assert not _PSEUDONYM.findall(text)


@every_notebook
def test_the_start_page_says_whether_it_may_be_shared(path: Path, shown: Shown) -> None:
    (line,) = [line for line in START.splitlines() if f"({path.name})" in line]
    may = line.rstrip("| ").rpartition("| ")[2]
    assert may in ("Ja", "Nee", "Na publiceren")
    assert (_BAR in re.sub(r"<[^>]+>", "", page(shown, path.stem))) == (may == "Nee")


def test_a_delivery_is_shown_with_its_number_of_rows(shown: Shown, places: Places) -> None:
    lines = (places.deliveries(SLUG) / "clienten.csv").read_text(encoding="utf-8-sig").splitlines()
    assert dutch.number(len(lines) - 1) in page(shown, "levering_controleren")


def test_the_evaluation_has_all_its_parts(shown: Shown) -> None:
    assert len(shown["evaluatie"]) == 10
    assert "Alle aantallen zijn verzonnen." in page(shown, "evaluatie")


def test_figures_are_those_of_the_edition(shown: Shown, places: Places) -> None:
    figures = pd.read_parquet(places.rendered / SLUG / "actueel" / "figures.parquet")
    asked = figures.query("indicator == 'wmo_clienten' and area == 'GM9999' and dimension == ''")
    last = asked.set_index("period").loc[QUARTER, "value"]
    assert dutch.number(round(float(last))) in page(shown, "verkennen")
