"""Bills that come in after the dashboard was made: the pages of the next nights, through a whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.pipeline.inputs import current_inputs
from socdom.pipeline.progress import silent
from socdom.pipeline.publish import publish
from tests.lib.small_town import CODE, QUARTER, SLUG, make_workplace

FILE = "declaraties.csv"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return make_workplace(tmp_path_factory.mktemp("rekeningen"))


def night(places: Places, today: str) -> float:
    """The costs of Wmo help in the last quarter on the dashboard of a day ("2021-03-01"), in euros."""
    folder = places.parameters / SLUG
    for path, name in (
        (folder / "gemeente.yml", "vandaag"),
        (folder / QUARTER / "kwartaal.yml", "cijfers_per"),
    ):
        lines = path.read_text(encoding="utf-8").splitlines()
        changed = [f"{name}: {today}" if line.startswith(f"{name}:") else line for line in lines]
        path.write_text("\n".join(changed) + "\n", encoding="utf-8")
    done = publish(current_inputs(places, SLUG), silent)
    figures = Edition(done.folder).figures
    found = figures[
        figures["indicator"].eq("wmo_kosten") & figures["period"].eq(QUARTER) & figures["area"].eq(CODE)
        & figures["dimension"].eq("")
    ]  # fmt: skip
    return float(found["numerator"].iloc[0])


def add_bills(path: Path, number: int, euros: str, received: str) -> None:
    """Bills of the first clients with Wmo help, for October."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split(";")
    place = {
        name: header.index(name) for name in ("declaratienummer", "ontvangen", "bedrag", "wet", "dienst_van")
    }
    of_help = [line.split(";") for line in lines[1:]]
    of_help = [c for c in of_help if c[place["wet"]] == "wmo" and c[place["dienst_van"]] == "01-10-2020"]
    for cells in of_help[:number]:
        cells[place["declaratienummer"]] += f"-{received}"
        cells[place["ontvangen"]], cells[place["bedrag"]] = received, euros
        lines.append(";".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.long
def test_a_bill_of_one_client_waits_for_those_of_others(workplace: Places) -> None:
    path = workplace.deliveries(SLUG) / FILE
    first = night(workplace, "2021-02-15")
    assert first > 50_000
    add_bills(path, 1, "35.000,00", "20-02-2021")
    assert night(workplace, "2021-03-01") == first
    add_bills(path, 60, "4.000,00", "05-03-2021")
    # By now it is a small part of what came in, in each wijk and kind of help: all come in at once.
    assert abs(night(workplace, "2021-03-10") - (first + 275_000)) <= 1_000
