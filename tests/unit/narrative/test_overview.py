"""Main lines, leads and the note on status."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import narrative
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, small_edition

NBSP = "\N{NO-BREAK SPACE}"


def money(
    folder: Path, period: str, realised: float | None, planned: float, status: str = "definitief"
) -> Edition:
    spent = description("euro", id="lasten_jeugd", short="Lasten jeugd", theme="geld", moment="jaar", key_figure=True,
                        says="{} aan lasten is geboekt voor jeugdhulp", protection="openbaar")  # fmt: skip
    plan = description("euro", id="begroting_jeugd", short="Begroting jeugd", theme="geld", moment="jaar",
                       says="{} is begroot", protection="openbaar")  # fmt: skip
    rows = [
        figure(period, realised, status, indicator="lasten_jeugd"),
        figure(period, planned, indicator="begroting_jeugd"),
    ]
    return small_edition(folder / "e", rows, [spent, plan])


def whole(line: narrative.MainLine) -> str:
    return f"{line.before}{line.strong}{line.after}"


def test_one_main_line_per_theme(sample: Edition) -> None:
    lines = narrative.main_lines(sample)
    assert [line.theme for line in lines] == ["jeugd", "wmo", "inkomen", "schulden", "geld"]
    assert whole(lines[0]) == (
        f"11,6 procent van de jongeren tot 18 jaar krijgt jeugdhulp. Dat is 0,2{NBSP}procentpunt meer dan een jaar eerder."
    )
    assert lines[1].strong == f"70,4{NBSP}van de 1.000"
    assert whole(lines[2]) == "1.450 huishoudens krijgen bijstand. Dat zijn er 25 meer dan een jaar eerder."
    assert lines[2].strong == "1.450 huishoudens"
    assert whole(lines[3]).endswith("Dat is ongeveer hetzelfde als een jaar eerder.")


def test_fewer_main_lines_on_request(sample: Edition) -> None:
    assert len(narrative.main_lines(sample, limit=2)) == 2


@pytest.mark.parametrize(
    ("realised", "planned", "ending"),
    [
        (17.9e6, 16.8e6, f"Dat is €{NBSP}1,1{NBSP}mln. (6,5 procent) meer dan begroot."),
        (14.2e6, 14.4e6, f"Dat is €{NBSP}200.000 (1,4 procent) minder dan begroot."),
        (14.94e6, 14.96e6, "Dat is ongeveer gelijk aan de begroting."),
    ],
)
def test_a_whole_year_beside_its_budget(tmp_path: Path, realised: float, planned: float, ending: str) -> None:
    (line,) = narrative.main_lines(money(tmp_path, "2020Q4", realised, planned))
    assert whole(line).endswith(ending)


def test_part_of_a_year_is_a_share_of_the_budget(tmp_path: Path) -> None:
    edition = money(tmp_path, "2020Q3", 13.1e6, 16.8e6)
    (line,) = narrative.main_lines(edition)
    assert line.after.endswith(
        "Tot en met het 3e kwartaal is dat 78 procent van de begroting voor het hele jaar."
    )
    assert "begroot" not in narrative.lead(edition)
    assert (
        narrative.theme_lead(edition, "geld")
        == "De lasten voor jeugd zijn 78 procent van de begroting voor het hele jaar."
    )


def test_hidden_spending_is_not_set_beside_a_budget(tmp_path: Path) -> None:
    edition = money(tmp_path, "2020Q4", None, 16.8e6)
    assert not any(
        "begroot" in whole(line) and "16,8" not in whole(line) for line in narrative.main_lines(edition)
    )
    assert "dan begroot" not in narrative.lead(edition)


def test_lead_names_what_went_up_and_what_is_over_budget(sample: Edition) -> None:
    assert narrative.lead(sample) == (
        "Er zijn meer jongeren met jeugdhulp, meer inwoners met Wmo-hulp en meer huishoudens met bijstand dan een jaar eerder. "
        "Het cijfer voor hulp bij schulden is ongeveer even hoog als een jaar eerder. "
        "De uitgaven voor jeugdhulp zijn hoger dan begroot."
    )


@pytest.mark.parametrize(
    ("realised", "opening"),
    [
        (17.9e6, "De lasten voor jeugd zijn hoger dan begroot."),
        (14.2e6, "De lasten voor jeugd zijn lager dan begroot."),
        (16.8e6, "De lasten voor jeugd zijn ongeveer even hoog als begroot."),
    ],
)
def test_the_lead_of_a_whole_year_of_money(tmp_path: Path, realised: float, opening: str) -> None:
    edition = money(tmp_path, "2020Q4", realised, 16.8e6)
    assert narrative.lead(edition) == narrative.theme_lead(edition, "geld") == opening


def test_a_rate_is_no_number_of_people_when_the_population_moved_more(tmp_path: Path) -> None:
    texts = description("per_1000")
    more = figure("2020Q4", 70.4, numerator=1000.0, denominator=14205.0)
    rows = [more, figure("2019Q4", 66.4, numerator=1040.0, denominator=15663.0)]
    edition = one(tmp_path, texts, *rows)
    assert narrative.lead(edition) == "Het cijfer voor inwoners met hulp is hoger dan een jaar eerder."
    rows = [more, figure("2019Q4", 66.4, numerator=960.0, denominator=14458.0)]
    edition = one(tmp_path / "meer", texts, *rows)
    assert narrative.lead(edition) == "Er zijn meer inwoners met hulp dan een jaar eerder."


def one(
    folder: Path, texts: Description, *rows: Figure, names: dict[str, str] | None = None, **changes: object
) -> Edition:
    return small_edition(folder / "e", rows, [texts], names, **changes)


def test_an_unfinished_key_figure_is_not_compared(tmp_path: Path) -> None:
    edition = one(tmp_path, description(), figure("2020Q4", 900.0, "onvolledig"), figure("2019Q4", 1425.0))
    (line,) = narrative.main_lines(edition)
    assert whole(line) == "900 inwoners krijgen hulp. Dit cijfer is nog onvolledig."
    assert "Lager" not in narrative.lead(edition)
    assert narrative.theme_lead(edition, "jeugd") == "900 inwoners krijgen hulp, nog onvolledig."
    assert narrative.status_note(edition) == "Inwoners met hulp: dit cijfer is nog onvolledig."


def test_a_break_in_a_main_line(tmp_path: Path) -> None:
    texts = description(breaks=(Break(period="2020Q1", label="Nieuwe indeling", text="Nieuwe indeling"),))
    edition = one(tmp_path, texts, figure("2020Q4", 900.0), figure("2019Q4", 1425.0))
    (line,) = narrative.main_lines(edition)
    assert line.after.endswith("Vergelijken met een jaar eerder kan niet: de reeks is veranderd.")


def test_nothing_that_may_be_shown(tmp_path: Path) -> None:
    edition = one(tmp_path, description(), figure("2020Q4", None))
    assert narrative.main_lines(edition) == ()
    assert (
        narrative.theme_lead(edition, "jeugd")
        == "Over dit thema zijn er nu geen cijfers die we kunnen tonen."
    )
    assert narrative.status_note(edition) == "Er zijn nu geen cijfers die we kunnen tonen."


def test_figures_of_a_year_have_no_quarter_in_their_lead(tmp_path: Path) -> None:
    texts = description("euro", theme="geld", short="Lasten per inwoner", says="{} per inwoner ging naar hulp",
                        protection="openbaar", moment="jaar")  # fmt: skip
    edition = one(tmp_path, texts, figure("2022", 1640.0), figure("2023", 1790.0), own_registration=False)
    assert narrative.lead(edition) == "In 2023 waren de lasten per inwoner hoger dan een jaar eerder."
    (line,) = narrative.main_lines(edition)
    assert (
        whole(line) == f"€{NBSP}1.790 per inwoner ging naar hulp. Dat is €{NBSP}150 meer dan een jaar eerder."
    )
    assert narrative.status_note(edition) == "De cijfers over 2023 zijn definitief."


def test_status_of_the_newest_figures(tmp_path: Path, sample: Edition) -> None:
    assert narrative.status_note(sample) == (
        "De cijfers over het 4e kwartaal 2020 zijn voorlopig. Kosten jeugdhulp: dit cijfer is nog onvolledig."
    )


def beside_others(
    folder: Path, code: str, own: float, other: float, years: tuple[str, ...] = ("2023",)
) -> Edition:
    texts = description("euro", theme="geld", short="Lasten per inwoner", says="{} per inwoner ging naar hulp",
                        protection="openbaar", moment="jaar")  # fmt: skip
    rows = [figure(year, own - 100 * n) for n, year in enumerate(reversed(years))]
    rows += [figure(year, other, area=code) for year in years]
    return one(folder, texts, *rows, names={code: "Elders"}, own_registration=False)


@pytest.mark.parametrize(
    ("code", "place"),
    [("RG9999", "vergelijkbare gemeenten"), ("NL01", "heel Nederland")],
    ids=["group", "country"],
)
def test_without_a_year_earlier_other_municipalities_are_named(tmp_path: Path, code: str, place: str) -> None:
    edition = beside_others(tmp_path, code, 1167.0, 1408.0)
    (line,) = narrative.main_lines(edition)
    assert whole(line).endswith(f"Dit cijfer gaat over 2023. In {place} was dat €{NBSP}1.408.")
    assert (
        narrative.finding(edition, "proef")
        == f"€{NBSP}1.167 per inwoner ging naar hulp, minder dan in {place}"
    )
    assert narrative.lead(edition) == f"In 2023 waren de lasten per inwoner lager dan in {place}."
    assert narrative.change(edition, "proef") == f"Minder dan in {place}. Daar was dat €{NBSP}1.408."
    assert narrative.judgement(edition, "proef") == f"Lager dan in {place}"
    assert narrative.theme_lead(edition, "geld").endswith(f"ging naar hulp (2023), minder dan in {place}.")
    assert f"In {place} was dat €{NBSP}1.408." in narrative.summary(edition, "proef")


def test_equal_to_other_municipalities(tmp_path: Path) -> None:
    edition = beside_others(tmp_path, "RG9999", 1408.2, 1408.4)
    assert narrative.lead(edition) == (
        "In 2023 waren de lasten per inwoner ongeveer even hoog als in vergelijkbare gemeenten."
    )
    assert narrative.judgement(edition, "proef") == "Ongeveer even hoog als in vergelijkbare gemeenten"


def test_the_own_past_goes_before_other_municipalities(tmp_path: Path) -> None:
    edition = beside_others(tmp_path, "RG9999", 1167.0, 1408.0, ("2022", "2023"))
    assert narrative.finding(edition, "proef").endswith("meer dan een jaar eerder")
    assert "vergelijkbare" not in narrative.lead(edition)


def test_a_number_of_persons_is_not_set_beside_the_country(tmp_path: Path) -> None:
    rows = [figure("2020", 26222.0), figure("2020", 17407585.0, area="NL01")]
    edition = one(tmp_path, description(), *rows, names={"NL01": "Nederland"}, own_registration=False)
    assert "Nederland" not in narrative.lead(edition) + narrative.finding(edition, "proef")
    (line,) = narrative.main_lines(edition)
    assert line.after.endswith("Dit cijfer gaat over 2020.")


def test_unfinished_figures_share_a_sentence(tmp_path: Path) -> None:
    texts = [
        description(id=f"proef_{n}", short=short) for n, short in enumerate(("Kosten jeugd", "Wmo-kosten"))
    ]
    rows = [figure("2020Q4", 900.0, "onvolledig", indicator=item.id) for item in texts]
    edition = small_edition(tmp_path / "e", rows, texts)
    assert narrative.status_note(edition) == "Deze cijfers zijn nog onvolledig: kosten jeugd en Wmo-kosten."
