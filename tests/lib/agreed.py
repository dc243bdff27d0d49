"""What people wrote and what changed, for the sample edition: signals that are followed, goals, promises and changes."""

from __future__ import annotations

from datetime import date

from socdom.editions.additions import Additions, SignalsRecord
from socdom.editions.changes import ChangedDefinition, ChangesRecord, RevisedFigure, SignalChange
from socdom.editions.goals import GoalRecord, GoalsRecord, PromiseRecord
from socdom.editions.model import DuidingRecord
from tests.lib.signals import record

FOLLOWED = ("jeugdhulp_gebruik", "jeugdhulp_wachttijd", "wmo_clienten", "wmo_instroom", "bijstand_huishoudens",
            "schuldhulp_lopend")  # fmt: skip
BUDGET = "Programmabegroting 2020"
_WRITTEN = {
    "Waarom?": "**Vast te stellen:** sinds 2019 geldt een vaste eigen bijdrage per maand. Het aantal aanvragen nam in "
    "2019 en 2020 toe.\n\n**Onbekend:** welk deel van de toename met de eigen bijdrage samenhangt.",
    "Wat betekent het voor inwoners en geld?": "Inwoners wachten langer op hulp. Hoeveel meer weten we als alle "
    "rekeningen binnen zijn.",
    "Wat doet het college?": "Het college praat in maart met de vijf grootste aanbieders over de instroom.",
    "Wat weten we nog niet?": "",
}


def additions() -> Additions:
    """Six signals that people follow, five goals with a target and one without, and promises of every state."""
    followed = tuple(record(name, since="2019Q2") for name in FOLLOWED)
    return Additions(
        signals=SignalsRecord(followed=followed), goals=GoalsRecord(goals=_goals(), promises=_promises())
    )


def _goals() -> tuple[GoalRecord, ...]:
    when = date(2019, 11, 14)
    return (
        GoalRecord(goal="In 2020 krijgt hooguit 10 procent van de jongeren jeugdhulp in een kwartaal.",
                   indicator="jeugdhulp_gebruik", target=10.0, by="2020", direction="lager", document=BUDGET, page=31,
                   decided=when),
        GoalRecord(goal="De helft van de jongeren wacht hooguit vier weken op jeugdhulp.",
                   indicator="jeugdhulp_wachttijd", target=4.0, by="2021Q4", direction="lager", document=BUDGET, page=34,
                   decided=when),
        GoalRecord(goal="Eind 2021 hebben hooguit 1.430 huishoudens bijstand.", indicator="bijstand_huishoudens",
                   target=1430.0, by="2021Q4", direction="lager", document=BUDGET, page=48, decided=when),
        GoalRecord(goal="Eind 2021 hebben minstens 150 huishoudens hulp bij hun schulden.", indicator="schuldhulp_lopend",
                   target=150.0, by="2021Q4", direction="hoger", document=BUDGET, page=51, decided=when),
        GoalRecord(goal="Ouderen kunnen langer zelfstandig thuis wonen, met Wmo-hulp die past.",
                   indicator="wmo_clienten", document=BUDGET, page=41, decided=when),
        GoalRecord(goal="Inwoners die hulp krijgen, voelen zich serieus genomen.", document=BUDGET, page=29),
    )  # fmt: skip


def _promises() -> tuple[PromiseRecord, ...]:
    make, day = PromiseRecord, date(2020, 11, 12)
    return (
        make(kind="toezegging", number="T-2020-18", title="Het college zoekt uit wie de nieuwe aanvragers zijn",
             day=date(2020, 6, 25), state="open", state_day=date(2021, 1, 19), text="In het voorjaar volgt een brief.",
             indicator="wmo_clienten", document="Besluitenlijst 25 juni 2020"),
        make(kind="toezegging", number="T-2020-31", title="De raad krijgt bericht over de wachttijd per aanbieder", day=day,
             state="in uitvoering", state_day=date(2021, 2, 9), theme="jeugd"),
        make(kind="toezegging", number="T-2020-02", title="Een bijeenkomst over schulden", day=day, state="afgedaan",
             state_day=date(2021, 1, 19)),
        make(kind="motie", number="M-2020-09", title="Vraag jongeren zelf wat zij van de hulp vinden", day=day,
             state="open", state_day=date(2021, 1, 19)),
    )  # fmt: skip


def changes() -> ChangesRecord:
    """Something of every kind of change."""
    return ChangesRecord(
        before="2020Q3",
        figures_as_of=date(2020, 11, 15),
        new_periods=("2020Q4",),
        new_indicators=("Langste wachttijden voor Wmo-hulp",),
        revised=(
            RevisedFigure(indicator="wmo_clienten", period="2020Q3", old=71.4, new=71.6, reason="Er kwamen gegevens bij."),
            RevisedFigure(indicator="jeugdhulp_gebruik", period="2020Q3", old=9.1, new=9.0, reason="Er kwamen gegevens bij."),
        ),
        hidden=1,
        definitions=(
            ChangedDefinition(indicator="wmo_instroom", title="Nieuwe inwoners met Wmo-hulp", what=("wie meetelt",)),
        ),
        signals=(
            SignalChange(kind="nieuw", indicator="jeugdhulp_gebruik", rule="zeven op rij aan één kant", direction="omhoog",
                         since="2019Q2"),
            SignalChange(kind="afgesloten", indicator="schuldhulp_lopend", rule="zeven op rij aan één kant",
                         direction="omlaag", since="2018Q4"),
        ),
    )  # fmt: skip


def much_duiding() -> list[DuidingRecord]:
    """An explanation of five key figures and of Geld, as long as people write them."""
    names = (
        "jeugdhulp_gebruik",
        "jeugdhulp_wachttijd",
        "wmo_clienten",
        "bijstand_huishoudens",
        "schuldhulp_lopend",
    )
    day = date(2021, 2, 18)
    found = [
        DuidingRecord(indicator=name, rol="beleidsadviseur", datum=day, parts=_WRITTEN) for name in names
    ]
    return [*found, DuidingRecord(thema="geld", rol="concerncontroller", datum=day, parts=_WRITTEN)]
