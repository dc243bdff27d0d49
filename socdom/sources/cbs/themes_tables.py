"""The tables of CBS that each theme reads, as data: which years, which keys, and what follows from them.

What is certain, and what is not. Seen in answers or on pages of CBS: titles, dimensions and topics of 83262NED
(whole), 85043NED, 82015NED, 84134NED, 84897NED, 86113NED, 83577NED, 85637NED, 85994NED, 86193NED; the keys of types of
Wmo help, forms of jeugdzorg and combinations of laws. In tables per wijk a topic stands twice under one name: first
as a number, then relative. Not seen: the key of the total in the dimension of 82015NED (so a total is also found by
its title), dimension names of 85896NED and 85099NED (taken to be as in the table before), and whether the tables of
uitkeringen before 2020 give inhabitants from 15 years (without them there is no rate for that year).
A measure is found by its stem, so the number behind it may differ.

Years: half-years are never read. A client who has help in both halves counts in both, and once in the year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Keys CBS uses for "everything" in many tables: sexes, kinds of persons.
_PERSONS = MappingProxyType({"Geslacht": "T001038", "KenmerkenVanPersonen": "T009002"})


@dataclass(frozen=True)
class ThemeTable:
    """One table of a theme.

    Attributes:
        first, last: years it is read for; `last` 9999 while CBS adds years.
        parts: name of the dimension a series is split by; "" when it is not.
    """

    table: str
    first: int
    last: int = 9999
    parts: str = ""


@dataclass(frozen=True)
class ThemeSeries:
    """A series that follows from the tables of a theme.

    Attributes:
        name: as indicators know it.
        count: stems of the measure that is counted, the first that is there.
        rate: stems of the rate CBS publishes beside it; then the value of an area is that rate.
        per: stems of the measure it is divided by, where the same table has it.
        households: divided by households of KWB on 1 January of the year.
        scale: what the quotient is multiplied by.
        base: key of the total in the dimension that splits the table.
        whole: key whose number and rate tell what the rate is a part of; that of `base` when empty. The more persons
            behind it, the less rounding matters.
        categories: key of that dimension → category of the breakdown `dimension`.
        without: keys whose numbers are taken off those of `base` before it is divided by `base`.
        least: smallest denominator for which there is a value; below it rounding by CBS says more than the figure.
        grouped: whether the reference group has figures.
        sums: keys of `categories` the reference group has figures for, () for all; those of another age group than the
            total have not.
    """

    name: str
    count: tuple[str, ...]
    rate: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    households: bool = False
    scale: float = 1
    base: str = ""
    whole: str = ""
    dimension: str = ""
    categories: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    least: float = 0
    grouped: bool = True
    sums: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A theme of `bronnen.cbs`.

    Attributes:
        label: Dutch name.
        tables: oldest first; for a year in two tables the later one counts.
        totals: dimension → key of the total, asked for and kept.
        asked: keys of the dimension `parts` that are asked for; () for all.
        region: name of the dimension with regions.
        levels: "GM", and "WK" and "BU" where the tables have them.
        municipalities: whether those of the whole country are asked for, to sum the reference group.
        kind: of the periods: "JJ" or "MM".
        measures: wanted stems where the table has many more; () for all.
        per_quarter: figures of quarters (last month) or of years.
    """

    label: str
    tables: tuple[ThemeTable, ...]
    series: tuple[ThemeSeries, ...]
    totals: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    region: str = "RegioS"
    levels: tuple[str, ...] = ("GM",)
    municipalities: bool = True
    kind: str = "JJ"
    measures: tuple[str, ...] = ()

    @property
    def per_quarter(self) -> bool:
        return self.kind == "MM"


def _benefit(name: str, stem: str) -> ThemeSeries:
    # CBS rounds persons and inhabitants to 10; below 100 inhabitants a rate is no more than rounding.
    return ThemeSeries(name, (stem,), per=("InwonersVanaf15Jaar",), scale=1000, least=100)


_YOUTH_WITHIN_23 = ("A045560", "A042503", "A027918")

THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        "bevolking": Theme(
            "inwoners",
            (ThemeTable("37230ned", 2002),),
            (ThemeSeries("cbs_inwoners", ("BevolkingAanHetEindeVanDePeriode",), grouped=False),),
            municipalities=False,
            kind="MM",
            measures=("BevolkingAanHetEindeVanDePeriode",),
        ),
        "wmo": Theme(
            "Wmo-cliënten",
            (
                ThemeTable("83262NED", 2015, 2020, "TypeMaatwerkarrangement"),
                ThemeTable("85043NED", 2019, 2023, "TypeMaatwerkvoorziening"),
                ThemeTable("85896NED", 2024, parts="TypeMaatwerkvoorziening"),
            ),
            (
                ThemeSeries(
                    "cbs_wmo",
                    ("WmoClienten",),
                    rate=("WmoClientenPer1000Inwoners",),
                    scale=1000,
                    base="T001024",
                    dimension="wmo_cbs",
                    categories={
                        "A019507": "hulp_bij_huishouden",
                        "A019506": "ondersteuning_thuis",
                        "A019509": "hulpmiddelen_diensten",
                        "A019508": "verblijf_opvang",
                    },
                ),
            ),
            totals=_PERSONS,
            asked=("T001024", "A019506", "A019507", "A019508", "A019509"),
        ),
        "jeugd": Theme(
            "jongeren met jeugdzorg",
            (
                ThemeTable("84134NED", 2015, 2020, "VormenVanJeugdzorg"),
                ThemeTable("85099NED", 2021, parts="VormenVanJeugdzorg"),
            ),
            (
                ThemeSeries(
                    "cbs_jeugdzorg",
                    ("JongerenMetJeugdzorg",),
                    rate=("JongerenMetJeugdzorgRelatief",),
                    scale=100,
                    base="A045561",
                    dimension="jeugdzorg_cbs",
                    categories={
                        "A045560": "jeugdhulp",
                        "A042503": "zonder_verblijf",
                        "A027918": "met_verblijf",
                        "A027919": "bescherming",
                        "A027920": "reclassering",
                    },
                    # Protection is of all under 18, probation of all from 12 to 23: another whole than the total has.
                    sums=_YOUTH_WITHIN_23,
                ),
                ThemeSeries(
                    "cbs_jeugdhulp_verblijf",
                    ("JongerenMetJeugdzorg",),
                    rate=("JongerenMetJeugdzorgRelatief",),
                    scale=100,
                    base="A027918",
                    whole="A045561",
                ),
            ),
            asked=("A045561", "A045560", "A042503", "A027918", "A027919", "A027920"),
        ),
        "bijstand": Theme(
            "bijstandsuitkeringen",
            (ThemeTable("82015NED", 2011),),
            (
                ThemeSeries(
                    "cbs_bijstand",
                    ("AantalBijstandsuitkeringen", "Bijstandsuitkeringen"),
                    households=True,
                    scale=1000,
                ),
            ),
            kind="MM",
        ),
        "uitkeringen": Theme(
            "personen met een uitkering",
            tuple(
                ThemeTable(table, year, year)
                for year, table in (
                    (2015, "83173NED"),
                    (2016, "83577NED"),
                    (2017, "83759NED"),
                    (2018, "84417NED"),
                    (2019, "84692NED"),
                    (2020, "84897NED"),
                    (2021, "85042NED"),
                    (2022, "85317NED"),
                    (2023, "85586NED"),
                    (2024, "86003NED"),
                    (2025, "86113NED"),
                )
            ),
            (
                _benefit("cbs_personen_bijstand", "Bijstandsuitkering"),
                _benefit("cbs_personen_ww", "Werkloosheidsuitkering"),
                _benefit("cbs_personen_ao", "Arbeidsongeschiktheidsuitkering"),
            ),
            region="WijkenEnBuurten",
            levels=("GM", "WK", "BU"),
            kind="MM",
        ),
        "stapeling": Theme(
            "huishoudens met hulp uit meer wetten",
            tuple(
                ThemeTable(table, year, year, "SoortVoorzieningSociaalDomein")
                for year, table in (
                    (2016, "83619NED"),
                    (2017, "83817NED"),
                    (2018, "84420NED"),
                    (2019, "86193NED"),
                    (2021, "86195NED"),
                    (2022, "85375NED"),
                    (2023, "85637NED"),
                    (2024, "85994NED"),
                )
            ),
            (
                ThemeSeries(
                    "cbs_stapeling",
                    ("HuishoudensMetVoorzieningen",),
                    scale=100,
                    base="T001287",
                    # All households less those with one law only. The four combinations themselves are often secret.
                    without=("A041708", "A041709", "A041710"),
                    # Four numbers rounded to 5 are at most 10 wrong together: a tenth of 100.
                    least=100,
                ),
            ),
            asked=("T001287", "A041708", "A041709", "A041710"),
            region="Wijken",
            levels=("GM", "WK"),
        ),
    }
)
