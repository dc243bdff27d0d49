"""Every state of a figure beside the one a year earlier, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import narrative
from socdom.editions.model import Break, Description
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, small_edition

NOW, BEFORE = "2020Q4", "2019Q4"
NBSP = "\N{NO-BREAK SPACE}"
TARIFF = Break(period="2020Q1", label="Nieuwe indeling van de hulp", text="Nieuwe indeling van de hulp")


def edition(
    folder: Path,
    now: tuple | None,
    before: tuple | None,
    texts: Description | None = None,
    base: float = 10000.0,
) -> Edition:
    """An edition with a figure and the one a year earlier, each (value, status); rates get their numerator."""
    texts = texts or description()
    rows = [figure("2018Q4", 1.0, numerator=1.0)]
    for period, cell in ((NOW, now), (BEFORE, before)):
        if cell is not None:
            value, status = cell
            count = (
                None
                if value is None or texts.format in ("euro", "weken")
                else round(value * base / texts.scale)
            )
            count = value if texts.scale == 1 and texts.counted else count
            rows.append(figure(period, value, status, numerator=count, denominator=base))
    return small_edition(folder / "e", rows, [texts])


CASES = [
    ("up", (1450.0, "voorlopig"), (1425.0, "definitief"), f"25{NBSP}inwoners meer dan een jaar eerder.", "Hoger dan vorig jaar"),
    ("down", (1400.0, "definitief"), (1425.0, "definitief"), f"25{NBSP}inwoners minder dan een jaar eerder.",
     "Lager dan vorig jaar"),
    ("same", (1425.0, "definitief"), (1425.0, "definitief"), "Ongeveer gelijk aan een jaar eerder.", "Geen duidelijk verschil"),
    ("within rounding", (1430.0, "definitief"), (1425.0, "definitief"), "Ongeveer gelijk aan een jaar eerder.",
     "Geen duidelijk verschil"),
    ("unfinished", (1200.0, "onvolledig"), (1425.0, "definitief"),
     "Dit cijfer is nog onvolledig: er komen nog gegevens bij. Vergelijken kan nog niet.", "Nog onvolledig"),
    ("hidden", (None, "geheim"), (1425.0, "definitief"), "Dit cijfer wordt niet getoond. Zo is niemand te herkennen.",
     "Niet getoond"),
    ("missing", (None, "ontbreekt"), (1425.0, "definitief"), "Over deze periode is er geen cijfer.", "Geen cijfer"),
    ("impossible", (None, "onmogelijk"), None, "Over deze periode is er geen cijfer.", "Geen cijfer"),
    ("no year before", (1450.0, "definitief"), None, "Geen vergelijking: er is geen cijfer van een jaar eerder.",
     "Geen vergelijking"),
    ("year before hidden", (1450.0, "definitief"), (None, "geheim"),
     "Geen vergelijking: het cijfer van een jaar eerder wordt niet getoond.", "Geen vergelijking"),
    ("year before unfinished", (1450.0, "definitief"), (900.0, "onvolledig"),
     "Geen vergelijking: het cijfer van een jaar eerder is onvolledig.", "Geen vergelijking"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "now", "before", "change", "label"), CASES, ids=[case[0] for case in CASES])
def test_states(tmp_path: Path, name: str, now: tuple, before: tuple, change: str, label: str) -> None:
    found = edition(tmp_path, now, before)
    assert narrative.change(found, "proef") == change
    assert narrative.judgement(found, "proef") == label


def test_no_comparison_across_a_break(tmp_path: Path) -> None:
    found = edition(tmp_path, (1450.0, "definitief"), (1425.0, "definitief"), description(breaks=(TARIFF,)))
    told = narrative.change(found, "proef")
    assert (
        told
        == "Geen vergelijking: sinds het 1e kwartaal 2020 is de reeks anders. Nieuwe indeling van de hulp."
    )
    assert narrative.judgement(found, "proef") == "Geen vergelijking"
    assert not any("Een jaar eerder" in sentence for sentence in narrative.summary(found, "proef"))


def test_a_break_before_both_figures_does_not_matter(tmp_path: Path) -> None:
    old = Break(period="2019Q1", label="Oud", text="Oud")
    found = edition(tmp_path, (1450.0, "definitief"), (1425.0, "definitief"), description(breaks=(old,)))
    assert narrative.judgement(found, "proef") == "Hoger dan vorig jaar"
    assert not any("2018" in sentence for sentence in narrative.summary(found, "proef"))


@pytest.mark.parametrize(
    ("form", "now", "before", "change"),
    [
        (
            "procent",
            11.6,
            11.4,
            f"0,2{NBSP}procentpunt hoger dan een jaar eerder. Dat zijn 20{NBSP}inwoners meer.",
        ),
        (
            "procent",
            11.0,
            11.4,
            f"0,4{NBSP}procentpunt lager dan een jaar eerder. Dat zijn 40{NBSP}inwoners minder.",
        ),
        (
            "per_1000",
            70.4,
            66.4,
            f"4,0{NBSP}per{NBSP}1.000 hoger dan een jaar eerder. Dat zijn 40{NBSP}inwoners meer.",
        ),
        ("weken", 8.5, 6.9, f"1,6{NBSP}weken langer dan een jaar eerder."),
        ("weken", 6.9, 8.5, f"1,6{NBSP}weken korter dan een jaar eerder."),
        ("dagen", 12.0, 13.0, f"1,0{NBSP}dagen korter dan een jaar eerder."),
        ("euro", 17_940_000.0, 16_830_000.0, f"€{NBSP}1,1{NBSP}mln. meer dan een jaar eerder."),
        ("euro", 17_940_000.0, 17_960_000.0, "Ongeveer gelijk aan een jaar eerder."),
    ],
)
def test_forms(tmp_path: Path, form: str, now: float, before: float, change: str) -> None:
    found = edition(tmp_path, (now, "definitief"), (before, "definitief"), description(form))
    assert narrative.change(found, "proef") == change


def test_one_person_is_not_a_plural(tmp_path: Path) -> None:
    exact = description(protection="openbaar")
    found = edition(tmp_path, (3.0, "definitief"), (2.0, "definitief"), exact)
    assert narrative.change(found, "proef") == "1 meer dan een jaar eerder."


def test_a_rate_that_rises_while_persons_fall_says_both(tmp_path: Path) -> None:
    rows = [
        figure(NOW, 12.0, numerator=1080.0, denominator=9000.0),
        figure(BEFORE, 11.0, numerator=1100.0, denominator=10000.0),
    ]
    found = small_edition(tmp_path / "e", rows, [description("procent")])
    told = f"1,0{NBSP}procentpunt hoger dan een jaar eerder. Het gaat wel om 20{NBSP}inwoners minder."
    assert narrative.change(found, "proef") == told


def test_a_rate_within_the_rounding_of_its_count_is_about_equal(tmp_path: Path) -> None:
    rows = [
        figure(NOW, 13.0, numerator=150.0, denominator=11500.0),
        figure(BEFORE, 12.5, numerator=145.0, denominator=11600.0),
    ]
    found = small_edition(tmp_path / "e", rows, [description("per_1000")])
    assert narrative.judgement(found, "proef") == "Geen duidelijk verschil"


def test_the_count_in_place_of_the_rate(tmp_path: Path) -> None:
    found = edition(tmp_path, (11.6, "definitief"), (11.0, "definitief"), description("procent"))
    assert (
        narrative.finding(found, "proef", unit="count")
        == "Inwoners met hulp: 1.160, meer dan een jaar eerder"
    )
    assert narrative.change(found, "proef", unit="count") == f"60{NBSP}inwoners meer dan een jaar eerder."


@pytest.mark.parametrize(
    ("form", "now", "before", "heading"),
    [
        ("procent", 11.6, 11.4, "11,6% van de inwoners krijgt hulp, iets meer dan een jaar eerder"),
        ("procent", 9.0, 11.4, "9,0% van de inwoners krijgt hulp, minder dan een jaar eerder"),
        ("aantal", 1450.0, 1450.0, "1.450 inwoners krijgen hulp, ongeveer gelijk aan een jaar eerder"),
        ("weken", 8.5, 6.9, f"De hulp vraagt 8,5{NBSP}weken, langer dan een jaar eerder"),
    ],
)
def test_headings(tmp_path: Path, form: str, now: float, before: float, heading: str) -> None:
    found = edition(tmp_path, (now, "voorlopig"), (before, "definitief"), description(form))
    assert narrative.finding(found, "proef") == heading


def test_a_heading_that_is_too_long_takes_the_short_name(tmp_path: Path) -> None:
    wordy = description(
        "procent", says="{} van alle inwoners van de gemeente die jonger zijn dan achttien jaar krijgt hulp"
    )
    found = edition(tmp_path, (11.6, "definitief"), (11.4, "definitief"), wordy)
    assert narrative.finding(found, "proef") == "Inwoners met hulp: 11,6%, iets meer dan een jaar eerder"


@pytest.mark.parametrize(
    ("cell", "heading"),
    [
        ((None, "geheim"), "Inwoners met hulp: niet getoond"),
        ((None, "ontbreekt"), "Inwoners met hulp: geen cijfer"),
        ((1200.0, "onvolledig"), "Inwoners met hulp: 1.200, nog onvolledig"),
    ],
)
def test_headings_without_a_finding(tmp_path: Path, cell: tuple, heading: str) -> None:
    assert narrative.finding(edition(tmp_path, cell, (1425.0, "definitief")), "proef") == heading


def test_an_area_is_named(sample: Edition) -> None:
    assert "Veenpoort" in narrative.finding(sample, "jeugdhulp_gebruik", area="WK999901")
    hidden = narrative.finding(sample, "jeugdhulp_gebruik", area="WK999908")
    assert hidden == "Jongeren met jeugdhulp in Buitengebied: niet getoond"


def test_an_earlier_quarter(sample: Edition) -> None:
    assert (
        narrative.change(sample, "bijstand_huishoudens", "2019Q4")
        == f"65{NBSP}huishoudens minder dan een jaar eerder."
    )


def test_the_first_quarter_has_nothing_before_it(sample: Edition) -> None:
    assert narrative.judgement(sample, "bijstand_huishoudens", "2018Q1") == "Geen vergelijking"


def test_a_quarter_that_is_not_there(sample: Edition) -> None:
    assert (
        narrative.finding(sample, "bijstand_huishoudens", "2030Q1") == "Huishoudens met bijstand: geen cijfer"
    )


def test_summary_in_full(sample: Edition) -> None:
    assert narrative.summary(sample, "jeugdhulp_gebruik") == (
        "11,6 procent van de jongeren tot 18 jaar krijgt jeugdhulp.",
        f"Dat zijn 1.510{NBSP}jongeren.",
        "Een jaar eerder was dat 11,4 procent.",
        f"Het verschil is 0,2{NBSP}procentpunt.",
        f"Dat zijn 30{NBSP}jongeren meer.",
        "In het 1e kwartaal 2018 was dat 10,8 procent.",
        "Dit cijfer is voorlopig en kan nog veranderen.",
    )


def test_summary_of_a_hidden_figure_says_only_that(sample: Edition) -> None:
    told = narrative.summary(sample, "jeugdhulp_gebruik", area="WK999908")
    assert told == ("Dit cijfer wordt niet getoond.", "Zo is niemand te herkennen.")


def test_amounts_that_add_up_within_the_year_are_not_set_beside_another_quarter(sample: Edition) -> None:
    assert not any("1e kwartaal" in sentence for sentence in narrative.summary(sample, "lasten_jeugd"))


def test_the_quarter_is_named_in_the_sentence(tmp_path: Path) -> None:
    booked = description("euro", says="{} is geboekt tot en met het kwartaal")
    found = edition(tmp_path, (15.0e6, "definitief"), None, booked)
    assert narrative.summary(found, "proef")[0].endswith("is geboekt tot en met het 4e kwartaal 2020.")


def test_figures_of_a_year(tmp_path: Path) -> None:
    rows = [figure("2022", 1640.0), figure("2023", 1790.0)]
    texts = description("euro", protection="openbaar", moment="jaar", says="{} per inwoner ging naar hulp")
    found = small_edition(tmp_path / "e", rows, [texts])
    assert narrative.change(found, "proef") == f"€{NBSP}150 meer dan een jaar eerder."
    assert (
        narrative.finding(found, "proef")
        == f"€{NBSP}1.790 per inwoner ging naar hulp, meer dan een jaar eerder"
    )
