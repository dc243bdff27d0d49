"""From the parameter to the rule that protects, and to what the edition and its page say of it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.disclosure.policy import CBS5, N10, Policy
from socdom.disclosure.settings import SETTINGS
from socdom.editions.model import FIGURE_COLUMNS
from socdom.editions.protection import ProtectionRecord
from socdom.editions.releases import record, withdraw_last
from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.parameters.models import Bescherming
from socdom.pipeline import check
from socdom.pipeline.inputs import quarter_inputs
from socdom.pipeline.protection import policy_from, record_of, require_same_rounding

ROOT = Path(__file__).resolve().parents[3]
DECISION = {"wie": "college", "wanneer": "2021-03-01", "waarom": "De raad vroeg erom.", "kenmerk": "Z-12"}


def asked(**values: object) -> Bescherming:
    return Bescherming.model_validate(values)


def test_the_keys_are_the_same_on_both_sides() -> None:
    assert set(Bescherming.model_fields) - {"regel", "besluit"} == set(SETTINGS)
    assert {field.name for field in fields(Policy)} == set(ProtectionRecord.model_fields) - {"decision"}


def test_the_rule_of_a_municipality() -> None:
    assert policy_from(Bescherming(), "ergens") == CBS5
    assert policy_from(asked(regel="n10"), "ergens") == N10
    assert policy_from(asked(grootste_client=40), "ergens").dominance_one == 0.4
    assert policy_from(asked(bedrag_onzeker=25), "ergens").amount_spread == 0.25
    assert policy_from(asked(decimaal_procent_vanaf=200), "ergens").share_decimals == ((200, 0), (None, 1))


def test_laxer_without_a_decision_is_refused_where_it_stands() -> None:
    with pytest.raises(ParameterError, match=r"parameters/ergens/gemeente\.yml, bescherming\.mediaan_vanaf"):
        policy_from(asked(mediaan_vanaf=8), "ergens")


def test_what_an_edition_says_of_its_rule() -> None:
    plain = record_of(CBS5)
    assert (plain.name, plain.hidden_up_to, plain.share_decimals, plain.decision) == (
        "cbs5", 7, ((100, 0), (None, 1)), None,
    )  # fmt: skip
    given = asked(mediaan_vanaf=8, besluit=DECISION)
    record = record_of(policy_from(given, "ergens"), given.besluit)
    assert record.decision is not None
    assert (record.decision.who, record.decision.when) == ("college", date(2021, 3, 1))
    assert record.decision.laxer == ("een mediaan vanaf 8 gevallen (gewoonlijk 10)",)
    assert ProtectionRecord.model_validate_json(record.model_dump_json()) == record


def _workplace(folder: Path, bescherming: str) -> Places:
    home = folder / "parameters" / "ergens"
    (home / "2020Q4").mkdir(parents=True)
    text = f"naam: Ergens\ncode: GM1234\ngriffie: {{email: g@e.example}}\nbronnen: {{leveringen: true}}\nbescherming: {bescherming}\n"
    (home / "gemeente.yml").write_text(text, encoding="utf-8")
    (home / "2020Q4" / "kwartaal.yml").write_text(
        "kwartaal: 2020Q4\ncijfers_per: 2021-02-15\n", encoding="utf-8"
    )
    return Places(folder, folder / "data", None, folder / "key")


def test_a_rule_that_is_too_lax_stops_a_run_before_a_delivery_is_opened(tmp_path: Path) -> None:
    places = _workplace(tmp_path, "{aanbieders_vanaf: 2}")
    with pytest.raises(ParameterError, match="bescherming.aanbieders_vanaf"):
        quarter_inputs(places, "ergens", "2020Q4")
    with pytest.raises(ParameterError, match="bescherming.aanbieders_vanaf"):
        check("ergens", places=places)


def test_the_inputs_of_a_run_know_the_rule(tmp_path: Path) -> None:
    inputs = quarter_inputs(_workplace(tmp_path, "n10"), "ergens", "2020Q4")
    assert inputs.policy == N10
    assert inputs.protection == record_of(N10)
    assert inputs.parameters()["gemeente"]["bescherming"]["regel"] == "n10"


def test_another_rounding_beside_an_earlier_release_is_refused(tmp_path: Path) -> None:
    figures = pd.DataFrame(columns=list(FIGURE_COLUMNS))
    require_same_rounding(N10, tmp_path, "proef")
    record(
        tmp_path, name="2020Q4", kind="kwartaal", figures_as_of=date(2021, 2, 15), figures=figures, round_to=5
    )
    require_same_rounding(CBS5, tmp_path, "proef")
    with pytest.raises(ParameterError, match="afgerond op 5"):
        require_same_rounding(N10, tmp_path, "proef")
    withdraw_last(tmp_path, "Nooit getoond")
    require_same_rounding(N10, tmp_path, "proef")
