"""Two editions beside each other; what differs is worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.editions.additions import Additions, SignalsRecord
from socdom.editions.changes import ChangesRecord
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from socdom.editions.register import RegisterRecord, RegisterStep
from socdom.judgement.changes import compare_editions
from socdom.narrative.changes import change_lines
from tests.lib.small_edition import description, figure, periods, small_edition

HELP = {"2020Q1": 100.0, "2020Q2": 105.0, "2020Q3": 110.0}


def edition(
    folder: Path, figures: list[Figure], catalogue: list[Description] | None = None, **more: object
) -> Edition:
    return small_edition(folder, figures, catalogue, **more)  # type: ignore[arg-type]


def quarters(values: dict[str, float], **status: str) -> list[Figure]:
    return [figure(period, value, status.get(f"q{period}", "definitief")) for period, value in values.items()]


def compared(tmp_path: Path, before: list[Figure], now: list[Figure], **more: object) -> ChangesRecord:
    old = edition(tmp_path / "old", before, period="2020Q3", figures_as_of=date(2020, 11, 15))
    return compare_editions(old, edition(tmp_path / "new", now, **more))


def test_the_same_figures_with_a_quarter_more(tmp_path: Path) -> None:
    found = compared(tmp_path, quarters(HELP), quarters({**HELP, "2020Q4": 115.0}))
    assert found == ChangesRecord(before="2020Q3", figures_as_of=date(2020, 11, 15), new_periods=("2020Q4",))


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("voorlopig", "Het cijfer was voorlopig."),
        ("onvolledig", "Het cijfer was nog onvolledig."),
        ("definitief", "Nu tellen ook gegevens van na 15 november 2020 mee."),
    ],
)
def test_a_revised_figure_with_what_is_known_of_why(tmp_path: Path, status: str, reason: str) -> None:
    found = compared(tmp_path, quarters(HELP, q2020Q3=status), quarters({**HELP, "2020Q3": 120.0}))
    (item,) = found.revised
    assert (item.period, item.old, item.new, item.reason) == ("2020Q3", 110.0, 120.0, reason)


def test_a_difference_of_an_incomplete_quarter_is_not_told_as_it_was(tmp_path: Path) -> None:
    """660.000 less than a year earlier, while a fifth of the bills was still to come."""
    texts = [description("euro", protection="verschil")]
    was = [figure("2020Q2", -99_000.0, "voorlopig"), figure("2020Q3", -660_000.0, "onvolledig")]
    now = [figure("2020Q2", 49_000.0, "voorlopig"), figure("2020Q3", -14_000.0, "voorlopig")]
    before = edition(tmp_path / "old", was, texts, period="2020Q3")
    found = compare_editions(before, edition(tmp_path / "new", now, texts))
    assert [(item.period, item.old) for item in found.revised] == [("2020Q2", -99_000.0)]


def test_a_difference_that_no_reader_sees_is_no_revision(tmp_path: Path) -> None:
    assert compared(tmp_path, [figure("2020Q3", 110.0)], [figure("2020Q3", 110.4)]).revised == ()


def test_parts_of_the_municipality_are_not_listed_but_hiding_is_counted(tmp_path: Path) -> None:
    before = [figure("2020Q3", 110.0), figure("2020Q3", 40.0, dimension="vorm", category="pgb"),
              figure("2020Q2", None), figure("2020Q1", 90.0)]  # fmt: skip
    now = [figure("2020Q3", 110.0), figure("2020Q3", 45.0, dimension="vorm", category="pgb"),
           figure("2020Q2", 100.0), figure("2020Q1", None)]  # fmt: skip
    found = compared(tmp_path, before, now)
    assert (found.revised, found.hidden, found.shown) == ((), 1, 1)


def test_a_definition_that_changed_explains_its_revisions(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", quarters(HELP), [description()], period="2020Q3")
    now = edition(tmp_path / "new", quarters({**HELP, "2020Q1": 130.0}), [description(unit="cliënten")])
    found = compare_editions(old, now)
    assert [(item.indicator, item.what) for item in found.definitions] == [("proef", ("de eenheid",))]
    assert [item.reason for item in found.revised] == ["De telwijze is veranderd."]


def test_words_alone_are_no_other_definition(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", quarters(HELP), [description()], period="2020Q3")
    now = edition(tmp_path / "new", quarters(HELP), [description(reading="Anders verteld.")])
    assert compare_editions(old, now).definitions == ()


def test_an_indicator_that_came_and_one_that_went(tmp_path: Path) -> None:
    here, gone = description(), description(id="weg", title="Oude telling", short="Oud")
    new = description(id="nieuw", title="Nieuwe telling", short="Nieuw")
    rows = [figure("2020Q3", 110.0)]
    old = edition(
        tmp_path / "old", [*rows, figure("2020Q3", 50.0, indicator="weg")], [here, gone], period="2020Q3"
    )
    now = edition(tmp_path / "new", [*rows, figure("2020Q3", 60.0, indicator="nieuw")], [here, new])
    found = compare_editions(old, now)
    assert (found.new_indicators, found.gone_indicators) == (("Nieuwe telling",), ("Oude telling",))


def followed(*states: str) -> Additions:
    steps = tuple(
        RegisterStep(day=date(2020, 1 + number, 1), state=state, role="adviseur")
        for number, state in enumerate(states)
    )
    record = RegisterRecord(
        indicator="proef", rule="buiten de grenzen", direction="omhoog", since="2019Q4", steps=steps
    )
    return Additions(signals=SignalsRecord(followed=(record,)))


def test_a_signal_that_people_closed_since_is_told_once(tmp_path: Path) -> None:
    rows = quarters(HELP)
    old = edition(tmp_path / "old", rows, period="2020Q3", additions=followed("nieuw", "wordt bekeken"))
    now = edition(tmp_path / "new", rows, additions=followed("nieuw", "wordt bekeken", "afgesloten"))
    assert [item.kind for item in compare_editions(old, now).signals] == ["afgesloten"]
    assert compare_editions(now, now).signals == ()


CALM = [400.0, 405, 395, 410, 390, 405, 400, 395, 410, 400, 405, 395, 400, 410, 395]


@pytest.mark.parametrize(
    ("values", "settings", "kind"),
    [
        ([*CALM, 480.0, 400.0], {}, "voorbij"),
        ([*CALM, 405.0, 400.0], {}, "door herziening"),
        # That a series cannot be judged is no proof that there was nothing.
        ([*CALM, 480.0, None], {}, "niet te beoordelen"),
        ([*CALM, 480.0, 485.0], {"breaks": (Break(period="2020Q3", label="Telling", text="Anders."),)}, "niet te beoordelen"),
        ([*CALM, 480.0, 485.0], {"breaks": (Break(period="2020Q4", label="Telling", text="Anders."),)}, "niet te beoordelen"),
        ([*([400.0] * 15), 480.0, 480.0], {}, "niet te beoordelen"),
    ],
)  # fmt: skip
def test_a_signal_that_is_gone_with_what_is_known_of_why(
    tmp_path: Path, values: list[float | None], settings: dict, kind: str
) -> None:
    """2020Q3 lies at 480 beside 390 to 410."""

    def of(name: str, shown: list[float | None], last: str, **more: object) -> Edition:
        rows = [figure(period, value) for period, value in zip(periods(len(shown), last), shown, strict=True)]
        return small_edition(tmp_path / name, rows, [description(**more)], period=last)

    before = of("old", [*CALM, 480.0], "2020Q3")
    found = compare_editions(before, of("new", values, "2020Q4", **settings))
    assert [(item.kind, item.since) for item in found.signals] == [(kind, "2020Q3")]


def test_nothing_that_changed_is_said_aloud(tmp_path: Path) -> None:
    now = edition(tmp_path / "new", quarters(HELP))
    record = compare_editions(now, now)
    assert change_lines(now, record) == ("De cijfers zijn niet veranderd.", "Geen nieuwe signalen.")
