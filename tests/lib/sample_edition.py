"""A small edition with invented figures, made by hand: for tests of everything that reads an edition.

It holds every state a page can meet: provisional, incomplete, hidden, missing, a break, an event, explained and not
explained, a rate, a count, a share, a duration, money, and an area that is hidden.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from socdom.disclosure.policy import CBS5
from socdom.editions.additions import Additions
from socdom.editions.model import (
    AreaRecord,
    Break,
    Description,
    Dimension,
    DuidingRecord,
    EditionMeta,
    Event,
)
from socdom.editions.write import staged, write_content, write_manifest
from socdom.pipeline.protection import record_of
from socdom.quarters import Quarter, quarter_range
from tests.lib.inventories import inventory_of
from tests.lib.policy_figures import policy_descriptions, policy_rows

GEMEENTE = "GM9999"
WIJKEN = {
    "WK999901": "Veenpoort",
    "WK999902": "Noorderlinde",
    "WK999903": "Centrum",
    "WK999909": "Stationskwartier",
    "WK999905": "De Hagen",
    "WK999906": "Lindepark",
    "WK999907": "Waterrijk",
    "WK999908": "Buitengebied",
}
QUARTERS = [str(q) for q in quarter_range(Quarter(2018, 1), Quarter(2020, 4))]

_COMMON = {
    "why": "De gemeenteraad stelt het beleid vast en wil weten hoeveel mensen hulp krijgen.",
    "reading": "Elke inwoner telt een keer mee, ook met meer vormen van hulp.",
    "pitfalls": ("Kwartalen mag u niet bij elkaar optellen.",),
    "source": "Eigen registratie gemeente",
    "written_by": "analist sociaal domein",
    "checked_by": "beleidsadviseur",
    "reviewed": date(2020, 9, 1),
    "next_review": date(2021, 9, 1),
}
_CORONA = (
    Event(
        period="2020Q2", label="Coronamaatregelen vanaf maart 2020", text="Coronamaatregelen vanaf maart 2020"
    ),
)
_TARIEF = (Break(period="2019Q1", label="Nieuwe regel eigen bijdrage", text="Nieuwe regel eigen bijdrage"),)


def descriptions() -> list[Description]:
    """One description per shape of indicator."""
    make = Description
    return [
        make(id="jeugdhulp_gebruik", title="Jongeren met jeugdhulp", short="Jongeren met jeugdhulp", theme="jeugd",
             unit="procent", basis="van alle jongeren tot 18 jaar", says="{} van de jongeren tot 18 jaar krijgt jeugdhulp",
             counted="jongeren", format="procent", decimals=1, scale=100, kind="persons_active", events=_CORONA,
             protection="personen", law="Jeugdwet", key_figure=True,
             dimensions={"vorm": Dimension(title="Vorm van hulp", labels={"zonder": "Zonder verblijf", "met": "Met verblijf"})},
             **_COMMON),
        make(id="jeugdhulp_wachttijd", title="Wachttijd voor jeugdhulp", short="Wachttijd jeugdhulp", theme="jeugd",
             unit="weken", basis="van besluit tot start, middelste waarde", says="Jongeren wachten {} op jeugdhulp",
             format="weken", decimals=1, kind="duration", protection="duur", law="Jeugdwet", key_figure=True, **_COMMON),
        make(id="jeugd_kosten", title="Kosten van jeugdhulp", short="Kosten jeugdhulp", theme="jeugd", unit="euro",
             basis="hulp in dit kwartaal", says="De gemeente betaalde {} voor jeugdhulp in dit kwartaal", format="euro",
             kind="amount", protection="bedrag", law="Jeugdwet", **_COMMON),
        make(id="wmo_clienten", title="Inwoners met Wmo-hulp", short="Inwoners met Wmo-hulp", theme="wmo",
             unit="per 1.000 inwoners", basis="per 1.000 inwoners", says="{} inwoners hebben Wmo-hulp",
             counted="inwoners", format="per_1000", decimals=1, scale=1000, kind="persons_active", breaks=_TARIEF,
             protection="personen", law="Wmo 2015", key_figure=True, **_COMMON),
        make(id="wmo_instroom", title="Inwoners die Wmo-hulp krijgen voor het eerst", short="Nieuw met Wmo-hulp", theme="wmo",
             unit="inwoners", basis="nieuw in dit kwartaal", says="{} inwoners kregen voor het eerst Wmo-hulp",
             counted="inwoners", format="aantal", kind="inflow", protection="personen", law="Wmo 2015", **_COMMON),
        make(id="bijstand_huishoudens", title="Huishoudens met bijstand", short="Huishoudens met bijstand", theme="inkomen",
             unit="huishoudens", basis="eind van het kwartaal", says="{} huishoudens krijgen bijstand",
             counted="huishoudens", format="aantal", moment="stand", kind="stock", protection="personen",
             law="Participatiewet", key_figure=True, **_COMMON),
        make(id="schuldhulp_lopend", title="Huishoudens met hulp bij schulden", short="Hulp bij schulden", theme="schulden",
             unit="huishoudens", basis="eind van het kwartaal", says="{} huishoudens krijgen hulp bij schulden",
             counted="huishoudens", format="aantal", moment="stand", kind="stock", protection="personen",
             law="Wet gemeentelijke schuldhulpverlening", key_figure=True, **_COMMON),
        make(id="lasten_jeugd", title="Uitgaven voor jeugdhulp", short="Uitgaven jeugdhulp", theme="geld", unit="euro",
             basis="vanaf 1 januari", says="De gemeente gaf {} uit aan jeugdhulp", format="euro", moment="jaar",
             kind="budget", protection="openbaar", key_figure=True, **_COMMON),
        make(id="begroting_jeugd", title="Begroting voor jeugdhulp", short="Begroting jeugdhulp", theme="geld", unit="euro",
             basis="heel het jaar", says="De begroting voor jeugdhulp is {}", format="euro", moment="jaar",
             kind="budget", protection="openbaar", **_COMMON),
        *policy_descriptions(),
    ]  # fmt: skip


def _row(indicator: str, period: str, area: str, numerator: float | None, denominator: float | None, value: float | None,
         unit: str, status: str, dimension: str = "", category: str = "") -> dict[str, object]:  # fmt: skip
    return {
        "indicator": indicator, "period": period, "area": area, "dimension": dimension, "category": category,
        "numerator": numerator, "denominator": denominator, "value": value, "unit": unit, "status": status, "method": "test",
    }  # fmt: skip


def _status(period: str, newest: str = "voorlopig") -> str:
    return newest if period == QUARTERS[-1] else "definitief"


def figures() -> pd.DataFrame:
    """Invented protected figures: counts are multiples of 5, rates come from them."""
    rows: list[dict[str, object]] = []
    youths, inhabitants = 13000.0, 62000.0
    jeugd = [1405, 1415, 1405, 1430, 1445, 1470, 1455, 1480, 1495, 1415, 1455, 1510]
    wmo = [3650, 3680, 3720, 3740, 4310, 4320, 4330, 4345, 4350, 4320, 4340, 4365]
    bijstand = [1520, 1510, 1500, 1490, 1470, 1455, 1440, 1425, 1420, 1450, 1455, 1450]
    for i, period in enumerate(QUARTERS):
        status = _status(period)
        rows += [
            _row("jeugdhulp_gebruik", period, GEMEENTE, jeugd[i], youths, jeugd[i] / youths * 100, "procent", status),
            _row("jeugdhulp_wachttijd", period, GEMEENTE, None, None, 5.8 + 0.25 * i, "weken", status),
            _row("jeugd_kosten", period, GEMEENTE, 4_100_000 + 30_000 * i if i < 11 else 2_900_000, None,
                 4_100_000 + 30_000 * i if i < 11 else 2_900_000, "euro", _status(period, "onvolledig")),
            _row("wmo_clienten", period, GEMEENTE, wmo[i], inhabitants, wmo[i] / inhabitants * 1000, "per 1.000 inwoners", status),
            _row("wmo_instroom", period, GEMEENTE, *((None, None, None) if i == 2 else (200.0 + 5 * i, None, 200.0 + 5 * i)),
                 "inwoners", "ontbreekt" if i == 2 else status),
            _row("bijstand_huishoudens", period, GEMEENTE, bijstand[i], None, bijstand[i], "huishoudens", status),
            _row("schuldhulp_lopend", period, GEMEENTE, 210.0, None, 210.0, "huishoudens", status),
            _row("lasten_jeugd", period, GEMEENTE, 4.4e6 * (i % 4 + 1), None, 4.4e6 * (i % 4 + 1), "euro", status),
            _row("begroting_jeugd", period, GEMEENTE, 16.8e6, None, 16.8e6, "euro", "definitief"),
            _row("jeugdhulp_gebruik", period, GEMEENTE, jeugd[i] - 200, youths, (jeugd[i] - 200) / youths * 100, "procent", status,
                 "vorm", "zonder"),
            _row("jeugdhulp_gebruik", period, GEMEENTE, 230.0, youths, 230 / youths * 100, "procent", status, "vorm", "met"),
        ]  # fmt: skip
        for n, code in enumerate(WIJKEN):
            count, young = 300.0 - 35 * n, 1900.0 - 50 * n
            hidden = code == "WK999908"
            rows.append(
                _row("jeugdhulp_gebruik", period, code, None if hidden else count, young, None if hidden else count / young * 100,
                     "procent", "geheim" if hidden else status)
            )  # fmt: skip
            rows.append(
                _row(
                    "bijstand_huishoudens",
                    period,
                    code,
                    120.0 + 5 * n,
                    None,
                    120.0 + 5 * n,
                    "huishoudens",
                    status,
                )
            )
    return pd.DataFrame([*rows, *policy_rows()])


def areas() -> list[AreaRecord]:
    """The fictional municipality and its wijken, and Nederland."""
    wijken = [AreaRecord(code=c, name=n, level="wijk", parent=GEMEENTE) for c, n in WIJKEN.items()]
    land = AreaRecord(code="NL01", name="Nederland", level="land")
    return [AreaRecord(code=GEMEENTE, name="Lindeveen", level="gemeente"), *wijken, land]


def duiding() -> list[DuidingRecord]:
    """One explanation, with a part that is not filled in."""
    return [
        DuidingRecord(
            indicator="jeugdhulp_gebruik",
            rol="beleidsadviseur jeugd",
            datum=date(2021, 2, 18),
            parts={
                "Waarom?": "**Waarschijnlijk:** in het voorjaar van 2020 begonnen minder jongeren met hulp.",
                "Wat betekent het voor inwoners en geld?": "Jongeren wachten langer op hulp.",
                "Wat doet het college?": "Het college praat in maart met de vijf grootste aanbieders.",
                "Wat weten we nog niet?": "",
            },
        )
    ]


def meta(**changes: object) -> EditionMeta:
    """About the sample edition; pass changes to test another state."""
    values: dict[str, object] = {
        "slug": "lindeveen", "name": "Lindeveen", "code": GEMEENTE, "fictional": True, "profile": "met duiding",
        "accent": "#12436D", "goal_colour": "#801650", "griffie_email": "griffie@lindeveen.example", "answer_days": 5,
        "period": "2020Q4", "kind": "kwartaal", "edition": "kern", "lookback": 12, "figures_as_of": date(2021, 2, 15),
        "version": "1.0", "state": "concept", "pc_document": "Jaarstukken 2020", "own_registration": True,
        "protection": record_of(CBS5),
    }  # fmt: skip
    return EditionMeta(**{**values, **changes})


def write_sample(
    rendered: Path,
    name: str = "2020Q4",
    *,
    explained: list[DuidingRecord] | None = None,
    additions: Additions | None = None,
    rows: pd.DataFrame | None = None,
    **changes: object,
) -> Path:
    """Write the sample edition under `rendered/lindeveen/<name>`; returns that path.

    Args:
        explained: what people wrote about figures; one explanation when None.
        additions: signals that are followed, goals and the like.
        rows: other numbers for the same figures.
    """
    shown = figures() if rows is None else rows
    home = rendered / "lindeveen"
    with staged(home, name) as folder:
        write_content(
            folder,
            meta=meta(**changes),
            inventory=inventory_of(shown, descriptions()),
            figures=shown,
            descriptions=descriptions(),
            areas=areas(),
            duiding=duiding() if explained is None else explained,
            developments="## Nieuw dit kwartaal\n\nDe teams gebruiken de cijfers nu elke maand.\n",
            additions=additions,
        )
        write_manifest(folder, fingerprint="test", inputs={}, parameters={})
    return home / name
