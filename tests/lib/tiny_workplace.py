"""A workplace without registrations or documents, only figures that the municipality keeps: a run takes a second."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from socdom.parameters import Places
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import write_vintage
from tests.lib.small_town import CODE, QUARTER, ROOT, SLUG, make_workplace
from tests.lib.towns import town

INDICATOR = 32
SERIES = ROOT / "parameters" / "lindeveen" / "beleidsindicatoren.csv"


def make_tiny(folder: Path) -> Places:
    """Parameters, notebooks and a place for the key; of a quarter that could be made definitive."""
    places = make_workplace(folder)
    own = places.parameters / SLUG
    settings = (own / "gemeente.yml").read_text(encoding="utf-8").split("bronnen:")[0]
    (own / "gemeente.yml").write_text(settings + "bronnen:\n  leveringen: false\n", encoding="utf-8")
    header, *rows = SERIES.read_text(encoding="utf-8").replace("GM9999", CODE).splitlines(keepends=True)
    # Of one indicator: what a run takes grows with their number.
    series = header + "".join(row for row in rows if row.startswith(f"{INDICATOR};"))
    (own / SERIES.name).write_text(series, encoding="utf-8")
    quarter = f"kwartaal: {QUARTER}\nterugblik: 8\ncijfers_per: 2021-02-15\ndocumenten: []\n"
    (own / QUARTER / "kwartaal.yml").write_text(quarter, encoding="utf-8")
    return places


def say_otherwise(places: Places, value: int) -> None:
    """Another last figure in what the municipality keeps itself, so that the next edition is another one."""
    path = places.parameters / SLUG / SERIES.name
    *lines, last = path.read_text(encoding="utf-8").splitlines()
    cells = last.split(";")
    cells[3] = str(value)
    path.write_text("\n".join([*lines, ";".join(cells)]) + "\n", encoding="utf-8")


def keep_two(places: Places) -> None:
    """Two kept deliveries, and the key they are made with."""
    key, home = load_key(places.key), places.data / SLUG / "vintages"
    for number, day in enumerate((date(2021, 3, 1), date(2021, 6, 1))):
        people = town(persons=[{"person": 7 + number, "birth_date": day}])
        write_vintage(home, people, received=day, sources={"a": "0" * 64}, key=key, about={})
