"""A series of an edition, judged: what is taken from the edition, and what is no series to judge."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from socdom.editions.additions import SignalsRecord
from socdom.editions.definition import Definition
from socdom.editions.model import Break
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.judgement import judge as judge_module
from socdom.judgement import reasons
from socdom.judgement.judge import judge, judgements, series_of
from socdom.judgement.model import Adjustment, Method, Rule, Verdict
from tests.lib.rich_edition import write_rich
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition

UP_AND_DOWN = (100.0, 90, 110, 95, 90, 110, 95, 105, 90, 105, 110, 95, 100, 110, 90, 100)


def edition_of(
    folder: Path, values, form: str = "aantal", statuses=(), last: str = "2020Q4", **changes
) -> Edition:
    """An edition of one series that ends in `last`."""
    catalogue = [description(form, **changes)]
    states = (*("definitief",) * (len(values) - len(statuses)), *statuses)
    rows = [
        figure(period, value, status, numerator=value if form == "aantal" else None)
        for period, value, status in zip(periods(len(values), last), values, states, strict=True)
    ]
    return small_edition(folder, rows, catalogue)


def test_a_count_is_judged_with_its_rounding(tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "e", UP_AND_DOWN)
    found = judge(edition, "proef")
    assert (found.verdict, found.method) == (Verdict.STEADY, Method.XMR)
    assert (found.indicator, found.area) == ("proef", GEMEENTE)
    assert found.until == "2020Q4"
    assert found.stretches[0].centre == pytest.approx(np.mean(UP_AND_DOWN))
    series = series_of(edition, edition.descriptions["proef"], edition.series("proef", lookback=False))
    assert series.step == edition.meta.protection.round_to == 5
    assert series.counts == UP_AND_DOWN


def test_quarters_before_those_of_the_charts_take_part(tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "e", UP_AND_DOWN)
    assert edition.meta.lookback < 16
    assert len(judge(edition, "proef").points) == 16


def test_a_signal_knows_its_series(tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "e", (*UP_AND_DOWN, 200.0))
    signal = judge(edition, "proef").signal
    assert signal is not None
    assert (signal.indicator, signal.area, signal.rule, signal.direction) == (
        "proef",
        GEMEENTE,
        Rule.OUTSIDE,
        "omhoog",
    )
    assert (signal.since, signal.until) == ("2020Q4", "2020Q4")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"last": "2020"}, reasons.YEARLY),
        ({"moment": "jaar", "form": "euro"}, reasons.WITHIN_YEAR),
        ({"protection": "verschil", "form": "euro"}, reasons.OF_CHANGE),
    ],
)
def test_what_is_no_series_to_judge_says_why(tmp_path: Path, settings: dict, reason: str) -> None:
    edition = edition_of(tmp_path / "e", UP_AND_DOWN, **settings)
    found = judge(edition, "proef")
    assert (found.verdict, found.reason) == (Verdict.NOT_JUDGED, reason)
    assert found.points == ()
    assert judgements(edition) == ()


def test_another_area_is_judged_by_itself_and_elsewhere_is_not(tmp_path: Path) -> None:
    rows = [figure(period, value) for period, value in zip(periods(16), UP_AND_DOWN, strict=True)]
    rows += [
        figure(period, 1000 + value, area="WK999901")
        for period, value in zip(periods(16), UP_AND_DOWN, strict=True)
    ]
    rows += [
        figure(period, value, area="NL01") for period, value in zip(periods(16), UP_AND_DOWN, strict=True)
    ]
    edition = small_edition(tmp_path / "e", rows, names={"WK999901": "Veenpoort", "NL01": "Nederland"})
    assert judge(edition, "proef", "WK999901").stretches[0].centre == pytest.approx(
        1000 + np.mean(UP_AND_DOWN)
    )
    assert judge(edition, "proef", "NL01").reason == reasons.ELSEWHERE
    assert judge(edition, "proef", "GM0001").reason == reasons.ELSEWHERE


def test_an_indicator_without_figures(tmp_path: Path) -> None:
    rows = [figure("2020Q4", 100.0)]
    edition = small_edition(tmp_path / "e", rows, [description(), description(id="leeg")])
    assert judge(edition, "leeg").reason == reasons.NO_QUARTERS


def test_an_incomplete_quarter_is_no_fall(tmp_path: Path) -> None:
    whole = judge(edition_of(tmp_path / "a", UP_AND_DOWN, last="2020Q3"), "proef")
    found = judge(edition_of(tmp_path / "b", (*UP_AND_DOWN, 10.0), statuses=("onvolledig",)), "proef")
    assert found.verdict is Verdict.STEADY
    assert found.signal is None
    assert found.until == "2020Q3"
    assert found.stretches == whole.stretches
    assert found.points[-1].complete is False
    assert found.reason == reasons.UNSETTLED


def test_where_bills_come_late_a_provisional_quarter_waits_too(tmp_path: Path) -> None:
    values, statuses = (*UP_AND_DOWN, 60.0, 10.0), ("voorlopig", "onvolledig")
    late = Definition(kind="Amount", method="bedrag/1", provisional=2, incomplete=1)
    found = judge(
        edition_of(tmp_path / "a", values, "euro", statuses, definition=late, protection="bedrag"), "proef"
    )
    assert found.until == "2020Q2"
    assert found.signal is None
    assert [point.complete for point in found.points[-3:]] == [True, False, False]
    soon = Definition(kind="Events", method="aantal/1", provisional=2)
    assert (
        judge(edition_of(tmp_path / "b", values, "euro", statuses, definition=soon), "proef").until
        == "2020Q3"
    )


def test_a_hidden_newest_figure_is_not_judged(tmp_path: Path) -> None:
    found = judge(edition_of(tmp_path / "e", (*UP_AND_DOWN, None)), "proef")
    assert found.verdict is Verdict.NOT_SHOWN
    assert found.signal is None


def test_a_break_of_a_year_begins_in_its_first_quarter(tmp_path: Path) -> None:
    broken = (Break(period="2019", label="Nieuwe telwijze", text="Andere telling."),)
    found = judge(edition_of(tmp_path / "e", (*UP_AND_DOWN, *UP_AND_DOWN), breaks=broken), "proef")
    assert found.stretches[0].last == "2018Q4"
    assert found.verdict is Verdict.TOO_FEW
    assert "sinds de breuk" in found.reason


@pytest.mark.parametrize(
    ("kind", "moment"), [("Stock", "stand"), ("PersonsActive", "periode"), ("Amount", "periode")]
)
def test_what_is_mostly_the_same_people_is_a_stock(tmp_path: Path, kind: str, moment: str) -> None:
    values = tuple(float(5 * round(x)) for x in np.r_[np.linspace(80, 90, 8), np.linspace(90, 78, 8)])
    definition = Definition(kind=kind, method="x/1")
    edition = edition_of(tmp_path / "a", values, definition=definition, moment=moment)
    assert judge(edition, "proef").adjustment is Adjustment.CHANGE
    flow = edition_of(
        tmp_path / "b", values, definition=Definition(kind="Inflow", method="x/1"), moment="periode"
    )
    series = series_of(flow, flow.descriptions["proef"], flow.series("proef", lookback=False))
    assert not series.stock


def rate_edition(folder: Path, form: str, protection: str = "aandeel") -> Edition:
    sizes = (500.0, 900.0) * 8
    scale = 100 if form == "procent" else 1000
    rows = [
        figure(period, scale * share / 1000, numerator=share / 1000 * size, denominator=size)
        for period, share, size in zip(periods(16), UP_AND_DOWN, sizes, strict=True)
    ]
    return small_edition(folder, rows, [description(form, protection=protection)])


@pytest.mark.parametrize(
    ("form", "kind", "step"), [("procent", "aandeel", 5 / 7), ("per_1000", "per inwoner", 50 / 7)]
)
def test_a_rate_has_the_rounding_of_its_count_and_limits_of_laney(
    tmp_path: Path, form: str, kind: str, step: float
) -> None:
    edition = rate_edition(tmp_path / "e", form)
    series = series_of(edition, edition.descriptions["proef"], edition.series("proef", lookback=False))
    assert (series.kind, series.denominators) == (kind, (500.0, 900.0) * 8)
    assert series.step == pytest.approx(step)
    found = judge(edition, "proef")
    assert found.method is Method.LANEY
    assert found.stretches[0].centre == pytest.approx(series.scale * sum(series.counts) / (8 * 1400))


@pytest.mark.parametrize(
    ("form", "protection", "step"),
    [("weken", "duur", 1 / 7), ("dagen", "duur", 1.0), ("euro", "bedrag", 1000.0), ("euro", "prijs", 0.01),
     ("procent", "aandeel_bedrag", 0.1), ("aantal", "openbaar", 0.0)],
)  # fmt: skip
def test_the_rounding_of_other_figures(tmp_path: Path, form: str, protection: str, step: float) -> None:
    edition = edition_of(
        tmp_path / "e",
        UP_AND_DOWN,
        form,
        protection=protection,
        **({"counted": ""} if form == "procent" else {}),
    )
    series = series_of(edition, edition.descriptions["proef"], edition.series("proef", lookback=False))
    assert series.step == pytest.approx(step)
    assert series.kind == "getal"


def with_baseline(edition: Edition, *records: BaselineRecord) -> Edition:
    (edition.folder / "signals.json").write_text(
        SignalsRecord(baselines=records).model_dump_json(), encoding="utf-8"
    )
    return Edition(edition.folder)


def decided(first: str, last: str, when: date, **changes: str) -> BaselineRecord:
    return BaselineRecord(
        indicator="proef", first=first, last=last, who="college", when=when, why="Rustige jaren.", **changes
    )


def test_the_newest_decision_on_limits_is_told_with_them(tmp_path: Path) -> None:
    values = (*UP_AND_DOWN, *UP_AND_DOWN[:4])
    old = decided("2016Q1", "2018Q4", date(2019, 5, 1))
    new = decided("2016Q1", "2019Q2", date(2020, 5, 1))
    edition = with_baseline(
        edition_of(tmp_path / "e", values),
        new,
        old,
        decided("2016Q1", "2020Q4", date(2020, 9, 1), area="WK999901"),
    )
    line = judge(edition, "proef").stretches[-1]
    assert line.baseline == new
    assert line.trial is False
    assert line.centre == pytest.approx(np.mean(values[:14]))


def test_a_decision_across_a_break_is_not_used_and_that_is_said(tmp_path: Path) -> None:
    broken = (Break(period="2018Q1", label="Nieuwe telwijze", text="Andere telling."),)
    plain = edition_of(tmp_path / "e", (*UP_AND_DOWN, *UP_AND_DOWN[:8]), breaks=broken)
    edition = with_baseline(plain, decided("2016Q1", "2019Q4", date(2020, 5, 1)))
    found = judge(edition, "proef")
    assert found.stretches[-1].baseline is None
    assert reasons.BASELINE_ELSEWHERE in found.reason


def test_a_judgement_is_made_once_and_goes_with_its_edition(tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "e", UP_AND_DOWN)
    assert judge(edition, "proef") is judge(edition, "proef", GEMEENTE)
    assert judge(Edition(edition.folder), "proef") == judge(edition, "proef")
    kept = len(judge_module._JUDGED)
    del edition
    gc.collect()
    assert len(judge_module._JUDGED) < kept


def test_all_series_of_a_rich_edition_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    edition = write_rich(tmp_path)
    found = judgements(edition)
    order = [item.id for item in [*edition.indicators(), *edition.policy_indicators()]]
    assert [item.indicator for item in found] == [
        name for name in order if name in {item.indicator for item in found}
    ]
    assert found
    for item in found:
        assert item.area == edition.meta.code
        assert item.verdict is not Verdict.NOT_JUDGED
        assert [point.value for point in item.points if point.value is not None] == [
            figure.value for figure in edition.series(item.indicator, lookback=False) if figure.shown
        ]
