"""Goals of the parameters held against the indicators of an edition."""

from __future__ import annotations

from datetime import date

import pytest

from socdom.errors import ParameterError
from socdom.parameters.doelen import Afspraak, Doel, Doelen
from socdom.pipeline.goals import checked_goals
from tests.lib.small_edition import description

KNOWN = [
    description("procent", id="aandeel"),
    description("weken", id="wachttijd"),
    description("per_1000", id="per_duizend"),
    description("aantal", id="aantal"),
    description("procent", id="benutting", counted="", protection="openbaar"),
    description("euro", id="verschil", protection="verschil"),
]
YEARLY = frozenset({"wachttijd"})


def doel(**changes: object) -> Doel:
    values = {
        "doel": "Mensen wachten korter.", "indicator": "aandeel", "streefwaarde": 10, "op": "2021", "richting": "lager",
        "document": "Begroting", "bladzijde": 3, "besloten": date(2020, 11, 12),
    }  # fmt: skip
    return Doel(**{**values, **changes})


def promise(**changes: object) -> Afspraak:
    values = {
        "nummer": "T-1", "titel": "De raad krijgt bericht", "datum": date(2020, 1, 1), "stand": "open",
        "stand_op": date(2020, 2, 1), "tekst": "Wij denken dat het lukt.", "thema": "jeugd",
    }  # fmt: skip
    return Afspraak(**{**values, **changes})


def faults(*goals: Doel, promises: tuple[Afspraak, ...] = ()) -> list[str]:
    with pytest.raises(ParameterError) as caught:
        checked_goals(Doelen(doelen=goals, toezeggingen=promises), "lindeveen", "met duiding", KNOWN, YEARLY)
    return [str(fault) for fault in caught.value.faults]


def test_what_is_written_goes_into_the_record():
    doelen = Doelen(doelen=(doel(),), toezeggingen=(promise(),), moties=(promise(nummer="M-1"),))
    found = checked_goals(doelen, "lindeveen", "met duiding", KNOWN, YEARLY)
    (goal,) = found.goals
    assert (goal.goal, goal.indicator, goal.target, goal.by) == (
        "Mensen wachten korter.",
        "aandeel",
        10,
        "2021",
    )
    assert (goal.direction, goal.page, goal.decided) == ("lager", 3, date(2020, 11, 12))
    assert [(item.kind, item.number, item.text) for item in found.promises] == [
        ("toezegging", "T-1", "Wij denken dat het lukt."),
        ("motie", "M-1", "Wij denken dat het lukt."),
    ]


def test_without_duiding_number_date_and_state_stay_and_the_text_goes():
    found = checked_goals(Doelen(moties=(promise(),)), "lindeveen", "zonder duiding", KNOWN, YEARLY)
    (item,) = found.promises
    assert (item.number, item.state, item.day, item.title) == (
        "T-1",
        "open",
        date(2020, 1, 1),
        "De raad krijgt bericht",
    )
    assert "lukt" not in found.model_dump_json()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (doel(indicator="aandel"), "doel 1, indicator: een cijfer dat deze editie heeft; gevonden: aandel. Bedoelt u aandeel?"),
        (doel(indicator="xyz"), "Kies een cijfer uit de catalogus"),
        (doel(streefwaarde=120), "doel 1, streefwaarde: een streefwaarde van ten hoogste 100; gevonden: 120."),
        (doel(indicator="per_duizend", streefwaarde=1500), "ten hoogste 1.000; gevonden: 1500"),
        (doel(streefwaarde=10.25), "een streefwaarde met hooguit 1 decimaal, zoals het cijfer zelf; gevonden: 10,25"),
        (doel(indicator="aantal", streefwaarde=10.5), "hooguit 0 decimalen"),
        (doel(indicator="verschil"), "dit cijfer is zelf een verschil"),
        (doel(indicator="wachttijd", op="2021Q4"), "doel 1, op: dit cijfer is er per jaar, dus hier hoort een jaar. Schrijf 2021."),
    ],
)  # fmt: skip
def test_a_goal_that_cannot_be(wrong, message):
    (told,) = faults(wrong)
    assert message in told
    assert told.startswith("parameters/lindeveen/doelen.yml, ")


def test_more_than_the_budget_can_be_spent():
    goals = (
        doel(indicator="benutting", streefwaarde=120),
        doel(doel="Korter wachten.", indicator="wachttijd"),
    )
    assert len(checked_goals(Doelen(doelen=goals), "lindeveen", "met duiding", KNOWN, YEARLY).goals) == 2


def test_all_faults_come_at_once():
    told = faults(
        doel(),
        doel(op="2022", streefwaarde=120),
        promises=(promise(thema="jeug"), promise(nummer="T-2", thema="", indicator="wachttijt")),
    )
    assert len(told) == 3
    assert "doel 2" in told[0]
    assert "toezegging 1, thema: een thema dat deze editie heeft; gevonden: jeug. Bedoelt u jeugd?" in told[1]
    assert "toezegging 2, indicator" in told[2]
    assert "Bedoelt u wachttijd?" in told[2]
