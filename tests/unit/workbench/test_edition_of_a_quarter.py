"""Asked of the edition of a quarter: what was published in it, and nothing of the deliveries of now."""

from __future__ import annotations

from datetime import date

import pytest

from socdom.editions.read import Edition
from socdom.editions.releases import record
from socdom.errors import EditionError, ParameterError
from socdom.parameters import Places
from socdom.workbench.gemeente import Gemeente
from tests.lib import sample_edition
from tests.lib.sample_edition import write_sample

SLUG, NAME = "lindeveen", "jeugdhulp_gebruik"
THEN, NOW = date(2021, 2, 15), date(2021, 3, 1)
_GEMEENTE = "naam: Lindeveen\ncode: GM9999\ngriffie:\n  email: a@b.example\nbronnen:\n  leveringen: true\n"


@pytest.fixture(scope="module")
def hier(tmp_path_factory: pytest.TempPathFactory) -> Gemeente:
    """A quarter and, two weeks later, a dashboard on which every figure is another; there are no deliveries."""
    root = tmp_path_factory.mktemp("werkplek")
    (root / "parameters" / SLUG).mkdir(parents=True)
    (root / "parameters" / SLUG / "gemeente.yml").write_text(_GEMEENTE, encoding="utf-8")
    places = Places.from_environment({"SOCDOM_ROOT": str(root)})
    rows = sample_edition.figures()
    for name, kind, day, figures in (
        ("2020Q4", "kwartaal", THEN, rows),
        ("actueel", "actueel", NOW, rows.assign(value=rows["value"] + 1)),
    ):
        record(places.rendered / SLUG, name=name, kind=kind, figures_as_of=day, figures=figures)
        state = {"kind": kind, "figures_as_of": day, "state": "concept" if kind == "kwartaal" else "actueel"}
        write_sample(places.rendered, name, rows=figures, **state)
    return Gemeente(SLUG, places)


def value_in(edition: Edition) -> str:
    figure = edition.figure(NAME)
    assert figure is not None
    return edition.descriptions[NAME].text(figure.value)


def test_an_explanation_is_of_that_edition_and_has_no_counts(hier: Gemeente) -> None:
    then, now = (repr(hier.explain(NAME, edition=name, internal=False)) for name in ("2020Q4", "actueel"))
    assert f"Cijfer  {value_in(hier.edition('2020Q4'))}" in then
    assert f"Cijfer  {value_in(hier.edition())}" in now
    assert "Staat er zo sinds  15 februari 2021" in then
    assert "Staat er zo sinds  1 maart 2021" in now
    assert "Op het dashboard" in now
    assert "Op het dashboard" not in then


def test_who_asks_for_the_steps_is_told_why_they_are_not_there(hier: Gemeente) -> None:
    told = hier.explain(NAME, edition="2020Q4")
    assert "uit het verschil kan blijken wie erbij kwam" in repr(told)
    assert "intern" not in told.html.lower()


def test_a_study_divides_what_was_published_in_it(hier: Gemeente) -> None:
    study = hier.signal(NAME, edition="2020Q4")
    edition = hier.edition("2020Q4")
    for period, value in zip((study.two.before, study.two.now), study.values, strict=True):
        figure = edition.figure(NAME, period)
        assert figure is not None
        assert figure.value == value
    told = repr(study)
    assert "Deze cijfers zijn beschermd. U mag ze delen." in told
    assert "zoals zij zijn gepubliceerd" in told
    assert study.flows is None


def test_of_the_edition_of_now_a_study_needs_the_deliveries(hier: Gemeente) -> None:
    with pytest.raises(ParameterError):
        hier.signal(NAME)


@pytest.mark.parametrize("asked", ["signal", "explain"])
def test_an_edition_that_is_not_there_is_told_with_those_that_are(hier: Gemeente, asked: str) -> None:
    with pytest.raises(EditionError, match="Kies uit 2020Q4, actueel"):
        getattr(hier, asked)(NAME, edition="2019Q4")
