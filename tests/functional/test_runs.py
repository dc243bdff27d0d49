"""Whole runs on a small municipality: what comes out, what stays when something goes wrong, what a second run does."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.editions.read import Edition
from socdom.parameters import Places
from tests.lib.small_town import NAME_MARK, QUARTER, ROOT, SLUG, make_workplace

EXPECTED = {
    "figures.parquet", "cijfers.csv", "cijfers-open.csv", "cijfers-open.csv-metadata.json", "cijfers.xlsx", "edition.json", "inventory.json", "catalogue.json", "areas.json", "duiding.json", "ontwikkelingen.md",
    "manifest.json", "kwartaalrapport.html", "kwartaalrapport.pdf", "kwartaalrapport.ipynb",
}  # fmt: skip


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return make_workplace(tmp_path_factory.mktemp("klein"))


def environment(places: Places) -> dict[str, str]:
    return {
        **os.environ,
        "SOCDOM_ROOT": str(places.root),
        "SOCDOM_DATA": str(places.data),
        "SOCDOM_SLEUTEL": str(places.key),
        "PYTHONPATH": str(ROOT),
    }


def socdom(places: Places, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "socdom", *words],
        env=environment(places),
        cwd=places.root,
        capture_output=True,
        text=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    folder = folder.resolve()
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def place(workplace: Places) -> Path:
    done = socdom(workplace, "quarter", QUARTER, "--gemeente", SLUG)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return workplace.rendered / SLUG / QUARTER


def test_an_edition_is_complete(place: Path) -> None:
    names = set(contents(place))
    assert names >= EXPECTED
    # Only the edition of the dashboard has pages.
    assert not any(name.startswith("dashboard/") for name in names)
    edition = Edition(place)
    assert {"wmo", "jeugd", "inkomen", "schulden", "geld"} <= set(edition.themes())
    assert len(edition.descriptions) >= 12


def test_nothing_is_said_of_quarters_before_the_first_delivery(place: Path) -> None:
    edition = Edition(place)
    own = edition.figures[edition.figures["period"].str.contains("Q")]
    assert own["period"].min() == "2019Q1"


def test_every_count_follows_the_rule(place: Path) -> None:
    edition = Edition(place)
    protection = {d.id: d.protection for d in edition.indicators()}
    counts = edition.figures[edition.figures["indicator"].map(protection) == "personen"]["numerator"].dropna()
    assert len(counts) > 100
    assert (counts % 5 == 0).all()
    assert (counts >= 10).all()
    assert (edition.figures["status"] == "geheim").any()


def test_no_person_is_in_what_is_published(workplace: Places, place: Path) -> None:
    text = (workplace.deliveries(SLUG) / "clienten.csv").read_text(encoding="utf-8")
    numbers = [line.split(";")[0].encode() for line in text.splitlines()[1:]]
    for name, content in contents(place).items():
        assert NAME_MARK.encode() not in content, name
        assert not any(number in content for number in numbers), name


def test_a_second_run_takes_over_and_the_same_inputs_give_the_same_bytes(
    workplace: Places, place: Path, tmp_path: Path
) -> None:
    before = contents(place)
    again = socdom(workplace, "quarter", QUARTER, "--gemeente", SLUG)
    assert again.returncode == 0
    assert "niet veranderd" in again.stdout
    elsewhere = make_workplace(tmp_path)
    elsewhere.key.parent.mkdir(mode=0o700)  # the checksums of the deliveries are sealed with it
    shutil.copy2(workplace.key, elsewhere.key)
    assert socdom(elsewhere, "quarter", QUARTER, "--gemeente", SLUG).returncode == 0
    other = contents(elsewhere.rendered / SLUG / QUARTER)
    assert {name for name in before if before[name] != other.get(name)} == set()
    assert set(other) == set(before)


def test_the_manifest_leads_back_to_the_deliveries(place: Path) -> None:
    manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
    assert "leveringen/clienten.csv" in manifest["inputs"]
    assert f"parameters/{SLUG}/gemeente.yml" in manifest["inputs"]
    assert manifest["parameters"]["kwartaal"]["cijfers_per"] == "2021-02-15"
    assert set(manifest["versions"]) >= {"python", "socdom", "pandas", "matplotlib", "weasyprint"}


@pytest.fixture
def broken(workplace: Places, place: Path) -> Iterator[Path]:
    """A delivery with a fault; repaired afterwards."""
    path = workplace.deliveries(SLUG) / "voorzieningen_wmo.csv"
    good = path.read_bytes()
    lines = good.decode().splitlines()
    cells = lines[3].split(";")
    cells[6] = "32-13-2020"
    lines[3] = ";".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    yield path
    path.write_bytes(good)


def test_a_bad_delivery_stops_the_run_and_leaves_the_edition(
    workplace: Places, place: Path, broken: Path
) -> None:
    before = contents(place)
    for words in (("quarter", QUARTER), ("check",), ("refresh",)):
        done = socdom(workplace, *words, "--gemeente", SLUG)
        assert done.returncode == 12
        assert "voorzieningen_wmo.csv" in done.stderr
        assert "rij: 4" in done.stderr
        assert "32-13-2020" not in done.stderr + done.stdout
        assert "Traceback" not in done.stderr
    assert contents(place) == before


def test_a_file_that_is_not_declared_stops_the_run_and_leaves_the_edition(
    workplace: Places, place: Path
) -> None:
    """A cell of the report writes a table of its own into the folder of the edition."""
    before = contents(place)
    assert set(before) <= Edition(place).inventory.file_names
    notebook = workplace.notebooks / "report" / "kwartaalrapport.ipynb"
    good = notebook.read_bytes()
    content = json.loads(good)
    content["cells"][-1]["source"] = 'open("bijlage.csv", "w").write("1")'
    try:
        notebook.write_text(json.dumps(content), encoding="utf-8")
        done = socdom(workplace, "quarter", QUARTER, "--gemeente", SLUG)
    finally:
        notebook.write_bytes(good)
    assert done.returncode == 15
    assert "bijlage.csv: dit bestand staat niet in de lijst" in done.stderr
    assert contents(place) == before
    assert not list((workplace.rendered / SLUG / ".edities").glob("bezig-*"))


def test_a_run_killed_at_any_moment_leaves_the_edition_whole(workplace: Places, place: Path) -> None:
    before = contents(place)
    parameters = workplace.parameters / SLUG / QUARTER / "ontwikkelingen.md"
    good = parameters.read_text(encoding="utf-8")
    try:
        parameters.write_text(good + "\nAnders.\n", encoding="utf-8")
        for seconds in (1.5, 3.0, 4.5, 6.0):
            run = subprocess.Popen(
                [sys.executable, "-m", "socdom", "quarter", QUARTER, "--gemeente", SLUG],
                env=environment(workplace), cwd=workplace.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            time.sleep(seconds)
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            now = contents(place)
            whole_new = "Anders." in now["ontwikkelingen.md"].decode() and set(now) == set(before)
            assert now == before or whole_new
        parameters.write_text(good, encoding="utf-8")
        assert socdom(workplace, "quarter", QUARTER, "--gemeente", SLUG).returncode == 0
        assert contents(place) == before
        assert not list((workplace.rendered / SLUG / ".edities").glob("bezig-*"))
    finally:
        parameters.write_text(good, encoding="utf-8")


def test_refresh_makes_the_current_edition_with_the_report_beside_it(workplace: Places, place: Path) -> None:
    done = socdom(workplace, "refresh", "--gemeente", SLUG)
    assert done.returncode == 0, done.stderr
    current = Edition(workplace.rendered / SLUG / "actueel")
    assert (current.meta.kind, current.meta.period) == ("actueel", QUARTER)
    assert (current.folder / "kwartaalrapport.html").read_bytes() == (
        place / "kwartaalrapport.html"
    ).read_bytes()
    assert current.figures.equals(Edition(place).figures)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("quarter", "2020K4", "--gemeente", SLUG), 11, "ziet eruit als 2020Q4"),
        (("quarter", "2019Q1", "--gemeente", SLUG), 11, "2019Q1/kwartaal.yml: dit bestand ontbreekt"),
        (
            ("quarter", "2018Q4", "--gemeente", SLUG),
            11,
            "ligt voor het eerste kwartaal met leveringen, 2019Q1",
        ),
        (("quarter", QUARTER, "--gemeente", "kleindrop"), 11, "Bedoelt u kleindorp?"),
        (("dashboard", "--gemeente", "nergens"), 11, "deze gemeente is niet ingericht"),
        (("quarter", QUARTER), 2, "--gemeente ontbreekt"),
        (("kwartaal",), 2, "Deze opdracht bestaat niet"),
    ],
)
def test_faults_have_a_dutch_message_and_an_exit_code(
    workplace: Places, words: tuple[str, ...], code: int, message: str
) -> None:
    done = socdom(workplace, *words)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_check_counts_what_was_delivered(workplace: Places) -> None:
    done = socdom(workplace, "check", "--gemeente", SLUG)
    assert done.returncode == 0, done.stderr
    lines = (workplace.deliveries(SLUG) / "clienten.csv").read_text(encoding="utf-8").splitlines()
    found = re.search(r"^clienten +([\d.]+) ", done.stdout, re.MULTILINE)
    assert found is not None
    assert int(found[1].replace(".", "")) == len(lines) - 1
    assert not re.search(r"\b9\d{8}\b", done.stdout)


def test_the_catalogue_is_written_as_page_table_and_data(workplace: Places) -> None:
    done = socdom(workplace, "catalogue")
    assert done.returncode == 0, done.stderr
    folder = workplace.rendered / "catalogus"
    data = json.loads((folder / "catalogus.json").read_text(encoding="utf-8"))["indicatoren"]
    with (folder / "catalogus.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file, delimiter=";"))
    page = (folder / "catalogus.html").read_text(encoding="utf-8")
    assert [row["indicator"] for row in table] == [item["id"] for item in data]
    assert len(data) >= 12
    assert all(item["title"] in page for item in data)


def test_two_runs_at_once_do_not_mix(workplace: Places, place: Path) -> None:
    from socdom.errors import EditionError
    from socdom.pipeline.lock import exclusive

    with exclusive(workplace.rendered / SLUG), pytest.raises(EditionError, match="socdom is al bezig"):
        with exclusive(workplace.rendered / SLUG):
            pass
