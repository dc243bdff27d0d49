"""A made-up municipality of a few hundred people, with parameters and deliveries: whole runs in seconds.

Its BSN-like numbers begin with 9999 and every client's name is a marked text, so that a test can look for both in
whatever is published.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from socdom.parameters import Places
from socdom.quarters import Quarter, quarter_range

ROOT = Path(__file__).resolve().parents[2]
SLUG = "kleindorp"
CODE = "GM9998"
NAME_MARK = "Zoekmijniet"
BUURTEN = {"BU99980101": "WK999801", "BU99980102": "WK999801", "BU99980201": "WK999802"}
FIRST, LAST = Quarter(2019, 1), Quarter(2020, 4)
QUARTER = "2020Q4"

_GEMEENTE = f"""
naam: Kleindorp
code: {CODE}
fictief: true
vandaag: 2021-02-15
rapporten: ook concept
griffie:
  email: griffie@kleindorp.example
bronnen:
  leveringen: true
  leveringen_vanaf: 2019Q1
"""
_KWARTAAL = f"kwartaal: {QUARTER}\nterugblik: 8\ncijfers_per: 2021-02-15\ndocumenten: [rapport]\n"
_GEBIEDEN = f"""code;naam;niveau;ouder;geldig_van;geldig_tot;voorganger;grens
{CODE};Kleindorp;gemeente;;01-01-2010;;;
WK999801;Dorp;wijk;{CODE};01-01-2010;;;
WK999802;Buiten;wijk;{CODE};01-01-2010;;;
BU99980101;Kern;buurt;WK999801;01-01-2010;;;
BU99980102;Rand;buurt;WK999801;01-01-2010;;;
BU99980201;Veld;buurt;WK999802;01-01-2010;;;
"""


def make_workplace(folder: Path) -> Places:
    """Parameters, notebooks, deliveries and a place for the key, all in one folder."""
    home = folder / "plek" / "parameters" / SLUG
    (home / QUARTER).mkdir(parents=True)
    (home / "gemeente.yml").write_text(_GEMEENTE, encoding="utf-8")
    (home / "gebieden.csv").write_text(_GEBIEDEN, encoding="utf-8")
    (home / QUARTER / "kwartaal.yml").write_text(_KWARTAAL, encoding="utf-8")
    (home / "2018Q4").mkdir()
    early = _KWARTAAL.replace(QUARTER, "2018Q4")
    (home / "2018Q4" / "kwartaal.yml").write_text(early, encoding="utf-8")
    (home / QUARTER / "ontwikkelingen.md").write_text("## Nieuw\n\nTekst.\n", encoding="utf-8")
    shutil.copytree(ROOT / "notebooks", folder / "plek" / "notebooks")
    places = places_in(folder)
    write_deliveries(places.deliveries(SLUG))
    return places


def places_in(folder: Path) -> Places:
    """Where everything is of a workplace that was made in this folder, or copied to it."""
    return Places.from_environment(
        {
            "SOCDOM_ROOT": str(folder / "plek"),
            "SOCDOM_DATA": str(folder / "data"),
            "SOCDOM_SLEUTEL": str(folder / "sleutel" / "k"),
        }
    )


def write_deliveries(folder: Path) -> None:
    """All files of a delivery, the same at every call."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(7)
    for name, (header, rows) in _files(rng).items():
        lines = [";".join(header), *(";".join(str(value) for value in row) for row in rows)]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _day(value: date | None) -> str:
    return value.strftime("%d-%m-%Y") if value else ""


def _files(rng: random.Random) -> dict[str, tuple[list[str], list[tuple[object, ...]]]]:
    numbers = [n for n in (f"9999{t:05d}" for t in range(6000)) if _passes(n)][:300]
    people = [
        (n, date(rng.randint(1940, 2014), rng.randint(1, 12), rng.randint(1, 28)), rng.choice(list(BUURTEN)))
        for n in numbers
    ]
    wmo = [p for p in people if p[1].year < 1990]
    jeugd = [p for p in people if p[1].year > 2003]
    wmo_rows = [_provision(rng, f"W{i}", p, rng.choice(("01", "02", "07")), "19") for i, p in enumerate(wmo)]
    jeugd_rows = [
        (*_provision(rng, f"J{i}", p, rng.choice(("45", "54", "35")), "31"), rng.choice(("01", "02", "05")))
        for i, p in enumerate(jeugd)
    ]
    start = date(2018, 1, 1)
    return {
        "clienten.csv": (
            ["bsn", "naam", "geboortedatum", "geslacht", "huishoudnummer", "buurtcode", "van", "tot"],
            [(n, f"{NAME_MARK}{i}", _day(born), ("man", "vrouw")[i % 2], f"H{i // 2}", buurt, _day(start), "") for i, (n, born, buurt) in enumerate(people)],
        ),
        "voorzieningen_wmo.csv": (_PROVISION_HEADER, wmo_rows),
        "voorzieningen_jeugd.csv": ([*_PROVISION_HEADER, "verwijzer"], jeugd_rows),
        "aanvragen.csv": (
            ["aanvraagnummer", "bsn", "wet", "ontvangen", "besluit", "uitkomst"],
            [(f"A{i}", row[1], law, _shift(row[6], -40 - i % 20), _shift(row[6], -10), "toegekend")
             for i, (row, law) in enumerate([(r, "wmo") for r in wmo_rows] + [(r, "jeugd") for r in jeugd_rows])],
        ),
        "uitkeringen.csv": (
            ["uitkeringsnummer", "huishoudnummer", "bsn", "begindatum", "einddatum", "reden_beeindiging"],
            [(f"U{i}", f"H{i}", people[2 * i][0], _day(date(2018, 6, 1) + timedelta(days=9 * i)),
              _day(date(2020, 5, 1)) if i % 4 == 0 else "", "werk" if i % 4 == 0 else "") for i in range(60)],
        ),
        "reintegratie.csv": (
            ["reintegratienummer", "bsn", "soort", "begindatum", "einddatum", "reden_beeindiging"],
            [(f"R{i}", people[2 * i][0], ("scholing", "beschut werk", "begeleiding")[i % 3], _day(date(2018, 9, 1) + timedelta(days=15 * i)),
              _day(date(2020, 8, 31)) if i % 3 == 0 else "", "werk" if i % 3 == 0 else "") for i in range(48)],
        ),
        "vroegsignalen.csv": (
            ["signaalnummer", "bsn", "huishoudnummer", "ontvangen", "soort", "contactdatum", "uitkomst"],
            [(f"V{i}", people[2 * i + 20][0], f"H{i + 10}", _day(date(2019, 1, 10) + timedelta(days=7 * i)), ("huur", "zorgverzekering")[i % 2],
              _day(date(2019, 1, 25) + timedelta(days=7 * i)) if i % 5 else "", ("", "hulp", "geen hulp nodig", "wil geen hulp", "geen contact")[i % 5]) for i in range(100)],
        ),
        "schuldhulp.csv": (
            ["trajectnummer", "bsn", "huishoudnummer", "aanmelddatum", "begindatum", "einddatum", "reden_beeindiging"],
            [(f"T{i}", people[2 * i + 100][0], f"H{i + 50}", _day(date(2019, 1, 5) + timedelta(days=20 * i)),
              _day(date(2019, 2, 1) + timedelta(days=20 * i)), "", "") for i in range(25)],
        ),
        "declaraties.csv": (
            ["declaratienummer", "voorzieningnummer", "bsn", "wet", "productcategorie", "aanbieder", "dienst_van", "ontvangen", "volume", "eenheid", "bedrag"],
            [(f"D{i}-{m}", row[0], row[1], "wmo" if row[0][0] == "W" else "jeugd", row[2], row[4], _day(date(2020, m, 1)),
              _day(date(2020, m, 1) + timedelta(days=60)), 4, "04", "1.234,50") for i, row in enumerate(wmo_rows + [r[:-1] for r in jeugd_rows]) for m in (7, 10)],
        ),
        "bevolking.csv": (
            ["buurtcode", "kwartaal", "leeftijd_van", "leeftijd_tot", "geslacht", "aantal"],
            [(b, q, low, high, s, 60) for b in BUURTEN for q in quarter_range(FIRST, LAST)
             for low, high in ((0, 11), (12, 14), (15, 17), (18, 22), (23, 64), (65, 74), (75, 84), (85, "")) for s in ("man", "vrouw")],
        ),
        "huishoudens.csv": (["buurtcode", "kwartaal", "aantal"], [(b, q, 300) for b in BUURTEN for q in quarter_range(FIRST, LAST)]),
        "begroting.csv": (
            ["taakveld", "kwartaal", "soort", "begroot", "gerealiseerd"],
            [(t, q, side, "1.000.000,00", f"{240_000 * q.number},00") for t in ("6.3", "6.6", "6.71", "6.72", "6.81", "6.82")
             for q in quarter_range(FIRST, LAST) for side in ("lasten", "baten")],
        ),
    }  # fmt: skip


_PROVISION_HEADER = [
    "voorzieningnummer", "bsn", "productcategorie", "leveringsvorm", "aanbieder", "toewijzingsdatum", "begindatum", "einddatum", "reden_beeindiging", "reden_wijziging",
]  # fmt: skip


def _provision(
    rng: random.Random, number: str, person: tuple[str, date, str], category: str, reason: str
) -> tuple[object, ...]:
    begin = date(2018, 3, 1) + timedelta(days=rng.randint(0, 900))
    ended = rng.random() < 0.4
    last = begin + timedelta(days=rng.randint(30, 300)) if ended else None
    form = "pgb" if rng.random() < 0.2 else "zin"
    return (number, person[0], category, form, rng.choice(("Aanbieder A", "Aanbieder B")), _day(begin - timedelta(days=10)),
            _day(begin), _day(last), reason if ended else "", "" if ended else "04")  # fmt: skip


def _shift(day: object, days: int) -> str:
    read = date(*(int(part) for part in reversed(str(day).split("-"))))
    return _day(read + timedelta(days=days))


def _passes(number: str) -> bool:
    weights: Iterable[int] = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(d) * w for d, w in zip(number, weights, strict=True)) % 11 == 0
