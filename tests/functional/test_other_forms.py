"""The same town in other forms, and one delivery after another: the same figures, and vintages only of what is new."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
import yaml

from socdom import cli
from socdom.parameters import Places
from socdom.pipeline.inputs import current_inputs
from socdom.pipeline.progress import silent
from socdom.pipeline.taking_in import Intake
from tests.lib.small_town import SLUG, make_workplace
from tests.lib.written_files import write_csv, write_parquet, write_xlsx

pytestmark = pytest.mark.slow

REFUSED = 12


@pytest.fixture(scope="module", autouse=True)
def without_pages() -> Iterator[None]:
    """The pages take longest, and are of no matter here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("socdom.pipeline.publish.write_pages", lambda edition, folder: None)
        patch.delenv("SOCDOM_DEBUG", raising=False)
        yield


def socdom(places: Places, *words: str) -> tuple[int, str]:
    """Exit code of a command, and all it says."""
    own = {"SOCDOM_ROOT": places.root, "SOCDOM_DATA": places.data, "SOCDOM_SLEUTEL": places.key}
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        for name, path in own.items():
            patch.setenv(name, str(path))
        patch.setattr("sys.argv", ["socdom", *words, "--gemeente", SLUG])
        with pytest.raises(SystemExit) as end:
            cli.main()
    return int(end.value.code or 0), " ".join(said.getvalue().split())


def refreshed(places: Places) -> str:
    code, said = socdom(places, "refresh")
    assert code == 0, said
    return said


def taken_in_again(places: Places) -> Intake:
    """What a run does with a delivery before it counts."""
    return current_inputs(places, SLUG).intake(silent)


def figures(places: Places) -> bytes:
    return (places.rendered / SLUG / "actueel" / "figures.parquet").read_bytes()


def kept(places: Places) -> list[str]:
    return sorted(path.name for path in (places.data / SLUG / "vintages").glob("[!.]*"))


@pytest.fixture(scope="module")
def plain(without_pages: None, tmp_path_factory: pytest.TempPathFactory) -> Places:
    places = make_workplace(tmp_path_factory.mktemp("gewoon"))
    refreshed(places)
    return places


def rows_of(path: Path) -> list[list[str]]:
    return [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]


def moved(path: Path) -> list[list[str]]:
    rows = rows_of(path)
    path.unlink()
    return rows


def typed(rows: list[list[str]]) -> list[list[object]]:
    """Days as days, as a spreadsheet has them, and nothing where nothing stands."""
    days = [
        place for place, name in enumerate(rows[0]) if name in ("toewijzingsdatum", "begindatum", "einddatum")
    ]
    return [rows[0]] + [
        [
            datetime.strptime(cell, "%d-%m-%Y") if cell and place in days else cell or None
            for place, cell in enumerate(row)
        ]
        for row in rows[1:]
    ]


def in_other_forms(places: Places) -> None:
    folder = places.deliveries(SLUG)
    wmo = typed(moved(folder / "voorzieningen_wmo.csv"))
    half = len(wmo) // 2
    write_xlsx(folder / "wmo_a.xlsx", [["Export"], [], *wmo[:half]])
    write_xlsx(folder / "wmo_b.xlsx", [["Export"], [], wmo[0], *wmo[half:]])
    write_parquet(folder / "voorzieningen_jeugd.parquet", typed(moved(folder / "voorzieningen_jeugd.csv")))
    clients = moved(folder / "clienten.csv")
    sex = clients[0].index("geslacht")
    for row in clients[1:]:
        row[sex] = {"man": "M", "vrouw": "V"}[row[sex]]
    clients[0] = ["BSN cliënt" if name == "bsn" else name for name in clients[0]]
    write_csv(folder / "klanten.txt", clients, encoding="cp1252", separator="\t", ending="\r\n")
    base = folder.parent / "bron.sqlite"
    with sqlite3.connect(base) as connection:
        for name in ("aanvragen", "declaraties"):
            header, *rows = moved(folder / f"{name}.csv")
            pd.DataFrame(rows[::-1], columns=header).to_sql(name, connection, index=False)
    connection.close()
    path = places.parameters / SLUG / "gemeente.yml"
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    settings["bronnen"] |= {
        "bestanden": {
            "voorzieningen_wmo": {"bestand": "wmo_*.xlsx", "kopregel": 3},
            "clienten": {
                "bestand": "klanten.txt",
                "kolommen": {"bsn": "BSN cliënt"},
                "waarden": {"geslacht": {"M": "man", "V": "vrouw"}},
            },
        },
        "databases": [
            {
                "adres": f"sqlite:///{base}",
                "tabellen": {name: {"tabel": name} for name in ("aanvragen", "declaraties")},
            }
        ],
    }
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def test_other_forms_give_the_same_figures_and_a_lost_source_changes_nothing(
    plain: Places, tmp_path: Path
) -> None:
    places = make_workplace(tmp_path)
    places.key.parent.mkdir(mode=0o700)
    shutil.copy2(plain.key, places.key)
    # What the attack found safe before only saves time.
    shutil.copy2(plain.data / SLUG / "aanval.json", places.data / SLUG / "aanval.json")
    in_other_forms(places)
    refreshed(places)
    assert figures(places) == figures(plain)
    before = kept(places)
    base = places.data / SLUG / "bron.sqlite"
    base.rename(base.with_suffix(".weg"))
    assert socdom(places, "refresh")[0] == REFUSED
    assert figures(places) == figures(plain)
    assert kept(places) == before


def test_a_refused_delivery_changes_nothing_and_only_a_new_one_is_kept(plain: Places) -> None:
    first, shown = kept(plain), figures(plain)
    assert len(first) == 1
    path = plain.deliveries(SLUG) / "voorzieningen_wmo.csv"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace(";zin;", ";natura;", 1), encoding="utf-8")
    assert socdom(plain, "refresh")[0] == REFUSED
    assert (kept(plain), figures(plain)) == (first, shown)
    path.write_text(good, encoding="utf-8")
    assert taken_in_again(plain).warnings == ()
    assert kept(plain) == first
    path.write_text("\n".join(good.splitlines()[:-2]) + "\n", encoding="utf-8")
    record = plain.data / SLUG / "vintages" / first[0] / "vintage.json"
    record.write_text("{}", encoding="utf-8")
    assert f"Let op: bewaarde levering {first[0]}: vintage.json ontbreekt of is beschadigd" in refreshed(
        plain
    )
    second = kept(plain)
    assert len(second) == 2
    assert set(first) < set(second)
    path.write_text(good, encoding="utf-8")
    taken_in_again(plain)
    assert len(kept(plain)) == 3
