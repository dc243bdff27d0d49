"""The pieces of page that only the long report has: small figures, years, the look-back, profiles, tables, meanings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from socdom import blocks
from socdom.blocks.meanings import meanings
from socdom.editions.changes import SignalChange
from socdom.editions.lookback import (
    LookbackRecord,
    ToldEdition,
    ToldExpected,
    ToldFigure,
    ToldGoal,
    ToldPromise,
    ToldSignal,
)
from socdom.editions.read import Edition
from socdom.editions.write import write_lookback
from tests.lib.agreed import additions
from tests.lib.rich_edition import write_rich
from tests.lib.sample_edition import write_sample
from tests.lib.small_edition import description, figure, periods, small_edition

DAY = date(2020, 11, 15)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("sample"), additions=additions()))


def page(text: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{text}</div>")


def rows(text: str, number: int = 0) -> list[list[str]]:
    table = page(text).xpath("//table")[number]
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("th|td")]
        for row in table.xpath("tbody/tr")
    ]


# Small figures


def test_a_small_figure_says_its_finding_and_draws_its_line(sample: Edition) -> None:
    found = page(blocks.small_figures(sample, sample.indicators("wmo"), table="b-"))
    assert [item.get("id") for item in found.iter("h4")] == ["f-wmo_clienten-gm9999", "f-wmo_instroom-gm9999"]
    assert len(found.xpath("//svg[@role='img'][starts-with(@aria-label, 'Lijngrafiek')]")) == 2
    assert found.xpath("//a/@href") == ["#b-wmo_clienten", "#b-wmo_instroom"]


@pytest.mark.parametrize(
    ("status", "value", "told"),
    [
        ("voorlopig", 12.0, "4e kwartaal 2020, voorlopig."),
        ("geheim", None, "4e kwartaal 2020, niet getoond."),
    ],
)
def test_one_period_is_no_line(tmp_path: Path, status: str, value: float | None, told: str) -> None:
    edition = small_edition(tmp_path, [figure("2020Q4", value, status)])
    text = blocks.small_figures(edition, edition.indicators())
    assert "<svg" not in text
    assert told in text


def test_no_figures_no_row(sample: Edition) -> None:
    assert blocks.small_figures(sample, []) == ""


# The annex


def test_the_annex_has_the_newest_five_periods_with_their_marks(tmp_path: Path) -> None:
    quarters = [figure(period, 100.0 + at) for at, period in enumerate(periods(7))]
    quarters[-1] = figure("2020Q4", 106.0, "voorlopig")
    quarters[4] = figure("2020Q2", None)
    edition = small_edition(tmp_path, quarters)
    text = blocks.annex(edition, {"x": ("Proef", edition.indicators())})
    assert rows(text) == [["Inwoners met hulp aantal", "102", "103", ". geheim", "105", "106*", "voorlopig"]]
    assert [head.text_content() for head in page(text).xpath("//thead//th")][1].replace(
        "\xa0", " "
    ) == "4e kw. 2019"
    assert "* Voorlopig cijfer." in text
    assert "om mensen te beschermen" in text


def test_years_and_quarters_have_a_table_each_and_a_gap_is_a_dash(tmp_path: Path) -> None:
    texts = [description(), description(id="jaar", short="Per jaar")]
    figures = [figure("2020Q4", 5.0), *(figure(y, 9.0, indicator="jaar") for y in ("2018", "2020"))]
    text = blocks.annex(small_edition(tmp_path, figures, texts), {"x": ("Proef", texts)})
    assert [c.text_content() for c in page(text).iter("caption")] == [
        "Proef, per kwartaal",
        "Proef, per jaar",
    ]
    assert rows(text, 1)[0][:3] == ["Per jaar aantal", "9", "9"]


def test_a_row_of_the_annex_leads_to_its_figure_where_there_is_one(sample: Edition) -> None:
    place = "f-wmo_clienten-gm9999"
    text = blocks.annex(sample, {"wmo": ("Wmo", sample.indicators("wmo"))}, places=frozenset({place}))
    assert page(text).xpath("//tbody//a/@href") == [f"#{place}"]
    assert blocks.annex(sample, {"x": ("Leeg", [])}) == ""


def test_a_break_between_the_periods_is_told_in_the_row(tmp_path: Path) -> None:
    edition = Edition(write_sample(tmp_path))
    text = blocks.annex(edition.over_years(5), {"wmo": ("Wmo", edition.indicators("wmo"))})
    assert "trendbreuk" not in text  # it was in 2019Q1, before the newest five quarters


# Profiles of wijken


def test_a_profile_stands_beside_the_whole_and_the_range(sample: Edition) -> None:
    text = blocks.wijk_profiles(sample)
    first = page(text).xpath("//section[h3[starts-with(., 'Veenpoort')]]")[0]
    cells = [" ".join(c.text_content().split()) for c in first.xpath(".//tbody/tr[1]/*")]
    # 300 of 1.900 young people in Veenpoort; the lowest that is shown is 90 of 1.600.
    assert cells[:4] == ["Jongeren met jeugdhulp", "15,8%*", "11,6%*", "5,6% – 15,8%"]
    assert not first.xpath(".//svg[not(@aria-hidden='true')]")


def test_what_is_hidden_in_a_wijk_is_not_in_its_profile_nor_in_the_range(sample: Edition) -> None:
    hidden = page(blocks.wijk_profiles(sample)).xpath("//section[h3[starts-with(., 'Buitengebied')]]")[0]
    assert hidden.xpath("string(.//tbody/tr[1]/td[1])").split() == [".", "geheim"]
    assert not hidden.xpath(".//tbody/tr[1]//circle[@class='punt']")
    assert len(hidden.xpath(".//tbody/tr[1]//circle[@class='lid']")) == 7


def test_without_wijken_there_are_no_profiles(tmp_path: Path) -> None:
    assert blocks.wijk_profiles(small_edition(tmp_path, [figure("2020Q4", 5.0)])) == ""


# Years


def test_years_have_a_line_for_every_key_figure_and_one_table(sample: Edition) -> None:
    text = blocks.over_years(sample)
    keys = [d.id for d in sample.indicators() if d.key_figure]
    assert [item.get("aria-labelledby") for item in page(text).iter("figure")] == [
        f"j-{name}" for name in keys
    ]
    wijk = next(row for row in rows(text) if row[0].startswith("Inwoners met Wmo-hulp"))
    assert wijk[1:4] == ["60,3", "70,1", "70,4*"]  # 3.740, 4.345 and 4.365 of 62.000 inhabitants
    assert wijk[-1] == "2019"  # the break


def test_years_go_back_as_far_as_is_asked(tmp_path: Path) -> None:
    figures = [figure(period, 100.0 + at) for at, period in enumerate(periods(24))]
    for years, first in ((2, "2019"), (6, "2015")):
        edition = small_edition(
            tmp_path / first, figures, [description(key_figure=True)], lookback=4, lookback_years=years
        )
        heads = [head.text_content() for head in page(blocks.over_years(edition)).xpath("//thead//th")]
        assert heads[1] == first
        assert f"van het 1e kwartaal {first}" in blocks.over_years(edition)


def test_one_period_has_no_line_over_years(tmp_path: Path) -> None:
    assert (
        blocks.over_years(small_edition(tmp_path, [figure("2020Q4", 5.0)], [description(key_figure=True)]))
        == ""
    )


# The look-back


def _told(name: str, **more: object) -> ToldEdition:
    return ToldEdition.model_validate({"edition": name, "figures_as_of": DAY, "version": "1.0", **more})


def _looking_back(folder: Path, *editions: ToldEdition, **more: object) -> str:
    edition = Edition(write_sample(folder, additions=additions(), **more))
    write_lookback(edition.folder, LookbackRecord(editions=editions))
    return blocks.lookback(Edition(edition.folder))


def test_the_first_edition_says_that_there_is_nothing_to_look_back_on(sample: Edition) -> None:
    assert "Er is geen eerdere uitgave" in blocks.lookback(sample)


def test_words_are_of_the_edition_before_and_of_a_year_ago(tmp_path: Path) -> None:
    names = ("2020Q3", "2020Q2", "2019Q4")
    text = _looking_back(tmp_path, *(_told(name, lines=(f"Zin uit {name}.",)) for name in names))
    assert [item.text_content() for item in page(text).xpath("//blockquote//li")] == [
        "Zin uit 2020Q3.",
        "Zin uit 2019Q4.",
    ]


def test_every_part_of_a_look_back(tmp_path: Path) -> None:
    amount = ToldExpected(indicator="jeugd_kosten", period="2020Q2", expected=4.2e6, low=4e6, high=4.4e6, outcome=4.1e6,
                          status="voorlopig")  # fmt: skip
    signal = ToldSignal(indicator="wmo_clienten", title="Wmo", rule="buiten de grenzen", direction="omhoog",
                        since="2019Q2", now="voorbij")  # fmt: skip
    text = _looking_back(
        tmp_path,
        _told(
            "2020Q3",
            figures=(
                ToldFigure(indicator="jeugdhulp_gebruik", period="2020Q3", old=None, new=None, status="geheim"),
                ToldFigure(indicator="bijstand_huishoudens", period="2020Q3", old=1440.0, new=1455.0,
                           status="definitief", reason="Het cijfer was voorlopig."),
            ),
            expected=(amount,),
            signals=(signal,),
            closed=(SignalChange(kind="afgesloten", indicator="wmo_clienten", rule="buiten de grenzen",
                                 direction="omhoog", since="2019Q2"),),
            goals=(ToldGoal(goal="Hooguit 10.", old="Voldoet nog niet", new=""),),
            promises=(ToldPromise(kind="motie", number="M-1", title="Meten", old="open", new="afgedaan"),),
        ),
    )  # fmt: skip
    figures, expected, signals, goals, promises = (rows(text, number) for number in range(5))
    assert figures[0][2:4] == ["– tonen wij niet meer", "nu geheim"]
    assert figures[1][2:] == ["1.440", "1.455", "Het cijfer was voorlopig."]
    assert expected[0][2:] == ["€ 4,2 mln.", "€ 4,0 mln. tot € 4,4 mln.", "€ 4,1 mln.", "2,4% te hoog", "Ja"]
    assert signals[0][:3] == ["Wmo: hoger", "3e kw. 2020", "Niet meer in het nieuwste cijfer"]
    assert goals[0] == ["Hooguit 10.", "Voldoet nog niet", "Niet meer in de lijst"]
    assert promises[0] == ["Meten (motie M-1)", "Open", "Afgedaan"]


def test_a_signal_of_more_editions_is_told_once_with_the_first_that_gave_it(tmp_path: Path) -> None:
    signal = {"indicator": "wmo_clienten", "title": "Wmo", "rule": "buiten de grenzen", "direction": "omhoog",
              "since": "2019Q2"}  # fmt: skip
    editions = (
        _told("2020Q3", signals=({**signal, "now": "voorbij"},)),
        _told("2020Q2", signals=({**signal, "now": "er nog"},)),
    )
    (row,) = rows(_looking_back(tmp_path, *editions))
    assert row[1:3] == ["2e kw. 2020", "Niet meer in het nieuwste cijfer"]


# Meanings


def test_every_indicator_has_its_meaning_once(tmp_path: Path) -> None:
    edition = Edition(write_rich(tmp_path).folder)
    found = page(meanings(edition)).xpath("//dl/div/@id")
    own = [d.id for theme in edition.themes() for d in edition.indicators(theme)]
    assert found == [f"begrip-{name}" for name in (*own, *(d.id for d in edition.policy_indicators()))]


def test_what_holds_for_many_figures_is_said_once(sample: Edition) -> None:
    text = meanings(sample)
    assert text.count("Kwartalen mag u niet bij elkaar optellen.") == 1
    assert "9 cijfers" in text
