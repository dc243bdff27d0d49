"""The page Signalen and the signals of the short report."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from socdom.blocks import signals_brief, signals_page
from socdom.dutch import NBSP
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.judgement.model import Verdict
from socdom.judgement.register import register
from tests.lib.signals import judgement, record, with_signals

NAMES = (
    "jeugdhulp_gebruik",
    "jeugdhulp_wachttijd",
    "wmo_clienten",
    "bijstand_huishoudens",
    "schuldhulp_lopend",
)
LIMITS = BaselineRecord(
    indicator="jeugdhulp_wachttijd", first="2016Q1", last="2018Q4", who="Stuurgroep jeugd", when=date(2019, 2, 20),
    why="Dit zijn de jaren van de afspraken.", answers={"Is de reden bekend?": "ja <b>"},
)  # fmt: skip


@pytest.fixture
def made(monkeypatch, sample_folder: Path):
    """Signals of these indicators → an edition that has them; the last of them is followed."""

    def edition(*names: str, followed=(), baselines=(), **meta) -> Edition:
        judged = [judgement(name, "omhoog") for name in names]
        others = [
            judgement("jeugd_kosten", verdict=Verdict.TOO_SMALL, reason="De aantallen zijn klein."),
            judgement("wmo_instroom"),
        ]
        found = with_signals(monkeypatch, sample_folder, [*judged, *others], followed, baselines)
        found.meta = found.meta.model_copy(update=meta)
        return found

    return edition


def texts(root, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in root.iterfind(path)]


def facts(item) -> dict[str, str]:
    return {row.find("dt").text: row.find("dd").text for row in item.iterfind("dl/div")}


def test_silence_is_said_aloud(made, parse) -> None:
    page = parse(signals_page(made()))
    assert texts(page, ".//h2")[0] == "Geen nieuwe signalen"
    assert "In het laatste jaar is geen signaal afgesloten." in page.text_content()
    assert "Er zijn nog geen grenzen vastgezet." in page.text_content()
    assert page.find(".//ul[@class='lijst signalen']") is None
    assert texts(parse(signals_brief(made())), ".//h3") == ["Geen nieuwe signalen"]


def test_a_signal_stands_with_all_that_belongs_to_it(made, parse) -> None:
    page = parse(signals_page(made("jeugdhulp_wachttijd"), links={"jeugd": "jeugd"}))
    (item,) = page.iterfind(".//ul[@class='lijst signalen']/li")
    link = item.find(".//h3/a")
    assert link.text == "Wachttijd jeugdhulp: al langer hoger"
    assert link.get("href") == "jeugd#f-jeugdhulp_wachttijd-gm9999"
    assert f"Jongeren wachten 8,6{NBSP}weken op jeugdhulp." in item.text_content()
    assert item.find(".//span[@class='oordeel']").text == "Nog niet bekeken"
    assert facts(item) == {
        "Thema": "Jeugd",
        "Regel": "Zeven op rij aan één kant. Zeven of meer cijfers op rij liggen boven het gemiddelde, of eronder.",
        "Sinds": "2e kwartaal 2019",
        "Nieuwste cijfer": "4e kwartaal 2020, voorlopig",
        # How large the signal is can be seen without the chart.
        "Wat is gewoon": f"In het 4e kwartaal 2020 is een cijfer tussen 102,0{NBSP}weken en 109,0{NBSP}weken gewoon. "
        f"Het gemiddelde is 105,5{NBSP}weken.",
        "Hoe zeker": "Voorlopige grenzen, uit 12 kwartalen.",
        "Wie kijkt ernaar": "Nog niet opgeschreven",
    }
    summary = item.find("details/summary")
    assert summary.text_content() == "Bekijk de grafiek: Wachttijd jeugdhulp: al langer hoger"
    assert item.find("details/figure").get("aria-labelledby") == item.find(".//h3").get("id")
    assert sum("svg" in str(element.tag) for element in item.find("details/figure")) == 2, "wide and narrow"


def test_without_a_page_of_its_theme_there_is_no_link(made, parse) -> None:
    page = parse(signals_page(made("jeugdhulp_wachttijd"), links={"wmo": "wmo"}))
    assert page.find(".//h3/a") is None


def test_what_people_did_is_shown_with_role_and_day(made, parse) -> None:
    steps = ((date(2020, 11, 18), "nieuw"), (date(2021, 2, 18), "verklaard"))
    text = "**Vast te stellen:** ja.\n\n# Kop\n\n<script>x</script>"
    edition = made(
        "jeugdhulp_wachttijd", followed=[record("jeugdhulp_wachttijd", "omhoog", *steps, text=text)]
    )
    (item,) = parse(signals_page(edition)).iterfind(".//ul[@class='lijst signalen']/li")
    assert facts(item)["Door wie"] == "beleidsadviseur jeugd"
    assert facts(item)["Laatste stap"] == "18 februari 2021"
    assert texts(item, ".//div[@class='gedaan']/p") == ["Wat is ermee gedaan? Geschreven door mensen."]
    assert texts(item, ".//ol/li/p[1]") == [
        "Opgemerkt door de beleidsadviseur jeugd, 18 november 2020",
        "Verklaard door de beleidsadviseur jeugd, 18 februari 2021",
    ]
    assert texts(item, ".//ol/li/p/strong")[1] == "Vast te stellen:"
    assert texts(item, ".//ol//h4") == ["Kop", "Kop"]
    assert item.find(".//script") is None


def test_without_duiding_facts_stay_and_texts_go(made, parse) -> None:
    steps = ((date(2020, 11, 18), "nieuw"), (date(2021, 2, 18), "wordt bekeken"))
    edition = made(
        "jeugdhulp_wachttijd",
        followed=[record("jeugdhulp_wachttijd", "omhoog", *steps, text="Wij vragen het na.")],
        profile="zonder duiding",
    )
    html = signals_page(edition)
    (item,) = parse(html).iterfind(".//ul[@class='lijst signalen']/li")
    assert "Wij vragen" not in html
    assert "Geschreven door mensen" not in html
    assert facts(item)["Wie kijkt ernaar"] == "beleidsadviseur jeugd"
    assert len(texts(item, ".//ol/li")) == 2


def test_closed_signals_stand_apart(made, parse) -> None:
    closing = ((date(2019, 12, 1), "nieuw"), (date(2021, 1, 5), "afgesloten"))
    edition = made("wmo_clienten", followed=[record("jeugdhulp_wachttijd", "omhoog", *closing)])
    present, closed = parse(signals_page(edition)).findall(".//ul[@class='lijst signalen']")
    assert texts(present, "li//h3") == ["Inwoners met Wmo-hulp: al langer hoger"]
    assert texts(closed, "li//h3") == ["Wachttijd jeugdhulp: al langer hoger"]
    assert closed.find(".//span[@class='oordeel']").text == "Afgesloten"
    assert closed.find(".//details") is None, "a series that is not judged has no chart"


def test_the_rules_and_what_is_not_judged_are_told(made, parse) -> None:
    edition = made("jeugdhulp_wachttijd")
    page = parse(signals_page(edition))
    assert len(page.findall(".//section[@aria-labelledby='signalen-regels']/dl/div")) == 6
    reasons = page.findall(".//section[@aria-labelledby='signalen-niet']//details")
    counts = [int(re.search(r"\((\d+) cijfers?\)", r.find("summary").text_content())[1]) for r in reasons]
    titles = [text for reason in reasons for text in texts(reason, ".//li")]
    assert counts == [len(reason.findall(".//li")) for reason in reasons]
    assert sorted(titles) == sorted(
        d.title for d in edition.indicators() if d.id not in ("jeugdhulp_wachttijd", "wmo_instroom")
    )
    assert "Kosten van jeugdhulp" in texts(reasons[1], ".//li")


def test_limits_that_were_decided_on_say_who_when_and_why(made, parse) -> None:
    page = parse(signals_page(made(baselines=[LIMITS])))
    (limits,) = page.findall(".//section[@aria-labelledby='signalen-grenzen']/dl/div")
    assert " ".join(limits.text_content().split()) == (
        "Wachttijd jeugdhulp Uit het 1e kwartaal 2016 tot en met het 4e kwartaal 2018. "
        "Besluit van de stuurgroep jeugd op 20 februari 2019. Dit zijn de jaren van de afspraken. "
        "Is de reden bekend? ja <b>"
    ).replace("jeugdhulp Uit", "jeugdhulpUit").replace("2019. Dit", "2019.Dit").replace(
        "afspraken. Is", "afspraken.Is"
    )


def test_the_short_report_counts_what_it_leaves_out(made, parse, monkeypatch) -> None:
    monkeypatch.setattr("socdom.blocks.signals._IN_BRIEF", 3)
    brief = parse(signals_brief(made(*NAMES)))
    assert texts(brief, ".//h3") == ["5 signalen, nog niet bekeken"]
    assert len(brief.findall(".//tbody/tr")) == 3
    assert texts(brief, ".//p[@class='klein noot']") == [
        "Nog 2 signalen staan op de pagina Signalen van het dashboard."
    ]
    assert texts(parse(signals_brief(made("jeugdhulp_wachttijd"))), ".//p[@class='klein noot']") == []


def test_the_short_report_has_the_signals_of_key_figures_first(made, parse, monkeypatch) -> None:
    monkeypatch.setattr("socdom.blocks.signals._IN_BRIEF", 2)
    edition = made(*NAMES)
    last = register(edition).open[-1].indicator
    for name, description in edition.descriptions.items():
        edition.descriptions[name] = description.model_copy(update={"key_figure": name == last})
    heads = texts(parse(signals_brief(edition)), ".//tbody/tr/th")
    assert len(heads) == 2
    assert heads[0].startswith(edition.descriptions[last].short)


def test_a_municipality_with_years_only_is_told_kindly(open_edition: Edition, parse) -> None:
    page = parse(signals_page(open_edition))
    assert texts(page, ".//h2") == ["Geen signalen: alleen cijfers per jaar"]
    assert "Die beoordelen wij niet op signalen" in page.text_content()
    assert signals_brief(open_edition) == ""


@pytest.mark.parametrize("number", [0, 1, len(NAMES)])
def test_headings_ids_and_references_are_in_order(made, parse, number: int) -> None:
    closing = ((date(2019, 12, 1), "nieuw"), (date(2021, 1, 5), "afgesloten"))
    edition = made(*NAMES[:number], followed=[record("jeugd_kosten", "omlaag", *closing)], baselines=[LIMITS])
    page = parse(signals_page(edition))
    levels = [int(e.tag[1]) for e in page.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.iter():
        assert set((element.get("aria-labelledby") or "").split()) <= set(ids)


def test_the_same_edition_gives_the_same_page(made) -> None:
    edition = made(*NAMES)
    assert signals_page(edition) == signals_page(edition)
