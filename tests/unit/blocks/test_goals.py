"""The page Doelen en afspraken, and its table for the short report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom import blocks
from socdom.editions.additions import Additions
from socdom.editions.goals import GoalRecord, GoalsRecord, PromiseRecord
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, small_edition

EVIL = "<script>alert(1)</script> & co"
GOALS = (
    GoalRecord(goal="Mensen wachten hooguit acht weken.", indicator="proef", target=8.0, by="2020Q4", direction="lager",
               document="Programmabegroting 2020", page=34, decided=date(2019, 11, 14)),
    GoalRecord(goal="Mensen wachten hooguit zes weken.", indicator="proef", target=6.0, by="2021", direction="lager",
               document="Programmabegroting 2021", decided=date(2020, 11, 12)),
    GoalRecord(goal="Wie wacht, weet waarop.", indicator="proef", document="Programmabegroting 2021"),
    GoalRecord(goal=f"Iedereen doet mee {EVIL}.", document="Nota"),
)  # fmt: skip


def promise(number: str, state: str, day: date, **changes: object) -> PromiseRecord:
    values = {
        "kind": "toezegging", "number": number, "title": f"Titel van {number}", "day": day, "state": state,
        "state_day": date(2021, 1, 20), "text": f"Tekst bij {number}.",
    }  # fmt: skip
    return PromiseRecord(**{**values, **changes})


PROMISES = (
    promise("T-1", "afgedaan", date(2020, 1, 9)),
    promise("T-2", "in uitvoering", date(2020, 5, 9), indicator="proef"),
    promise("T-3", "open", date(2020, 2, 9), theme="wmo"),
    promise("T-4", "open", date(2020, 3, 9), document="Besluitenlijst"),
    promise("M-1", "vervallen", date(2020, 3, 9), kind="motie"),
)


def edition(folder: Path, record: GoalsRecord) -> Edition:
    figures = [figure("2019Q4", 9.0), figure("2020Q4", 7.5, "voorlopig")]
    return small_edition(folder / "e", figures, [description("weken")], additions=Additions(goals=record))


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Edition:
    return edition(tmp_path_factory.mktemp("goals"), GoalsRecord(goals=GOALS, promises=PROMISES))


def test_a_goal_has_its_document_figure_target_and_state(full, parse):
    tree = parse(blocks.goals_page(full, links={"jeugd": "jeugd"}))
    first, second, third, fourth = tree.xpath(".//section[@aria-labelledby='doelen']/ul/li")
    assert first.find(".//h3").text_content() == "Mensen wachten hooguit acht weken."
    text = first.text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert "Programmabegroting 2020, pagina 34. De raad besloot op 14 november 2019." in text
    assert "hooguit 8 weken, in het 4e kwartaal 2020" in text
    assert first.find_class("oordeel")[0].text_content() == "Behaald*"
    assert first.xpath(".//a/@href") == ["jeugd#f-proef-gm9999"]
    assert second.find_class("oordeel")[0].text_content() == "Voldoet nog niet*"
    assert (
        "dichter bij de streefwaarde" not in second.text_content()
    )  # decided in the year of the figure itself
    assert "geen streefwaarde vastgesteld" in third.text_content()
    assert third.text_content().count("streefwaarde vastgesteld") == 1
    assert "nog geen cijfer" in fourth.text_content() or "nog niet met een cijfer" in fourth.text_content()


def test_texts_of_people_are_escaped(full, parse):
    assert "<script>" not in blocks.goals_page(full)
    assert EVIL in parse(blocks.goals_page(full)).text_content()


def test_without_links_there_are_none(full, parse):
    assert parse(blocks.goals_page(full)).xpath(".//a") == []


def test_open_promises_come_first_and_closed_ones_are_folded(full, parse):
    tree = parse(blocks.goals_page(full, links={"wmo": "wmo"}))
    (part,) = tree.xpath(".//section[@aria-labelledby='afspraken-toezegging']")
    seen = [item.find(".//h4").text_content() for item in part.xpath("./ul/li")]
    assert seen == ["Titel van T-4", "Titel van T-3", "Titel van T-2"]
    (folded,) = part.findall("details")
    assert folded.find("summary").text_content() == "Afgedaan of vervallen (1): Toezeggingen van het college"
    assert "Titel van T-1" in folded.text_content()
    assert "9 februari 2020" in part.text_content()
    assert part.xpath(".//a/@href") == ["wmo"]
    (motions,) = tree.xpath(".//section[@aria-labelledby='afspraken-motie']")
    assert "Er staat niets open." in motions.text_content()


def test_headings_are_in_order_and_ids_unique(full, parse):
    tree = parse(blocks.goals_page(full, heading_level=3))
    levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 3
    assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False))
    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))


def test_an_edition_without_goals_says_so_kindly(tmp_path, parse):
    found = edition(tmp_path, GoalsRecord())
    text = parse(blocks.goals_page(found)).text_content()
    assert "De gemeente heeft nog geen doelen ingevuld." in text
    assert "De gemeente heeft nog geen toezeggingen en moties ingevuld." in text
    assert "Toezeggingen van het college" not in text
    assert blocks.goals_brief(found) == ""


def test_the_short_table_has_goals_and_what_is_open(full, parse):
    tree = parse(blocks.goals_brief(full))
    assert [h.text_content() for h in tree.iter("h3")] == ["Doelen en afspraken"]
    rows = [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr[td]")]
    told = [[text.replace("\N{NO-BREAK SPACE}", " ").strip() for text in row] for row in rows]
    assert told[0] == [
        "Mensen wachten hooguit acht weken. Programmabegroting 2020, p. 34",
        "hooguit 8 weken in 4e kw. 2020",
        "Behaald: 7,5 weken* (4e kw. 2020)",
    ]
    assert [row[0] for row in told[2:]] == [
        f"Titel van {name} Toezegging {name}" for name in ("T-4", "T-3", "T-2")
    ]
    assert told[2][1:] == ["9 maart 2020", "Open op 20 januari 2021"]
    left_out = "2 doelen hebben geen streefwaarde. 2 afspraken zijn afgedaan of vervallen. Dat staat in het dashboard."
    assert left_out in tree.text_content()


def test_the_whole_table_has_goals_without_a_target_too(full, parse):
    tree = parse(blocks.goals_brief(full, whole=True))
    rows = [[cell.text_content().strip() for cell in row] for row in tree.xpath(".//tbody/tr[td]")]
    assert rows[3][1:] == ["– geen streefwaarde", "Nog niet gemeten"]
    assert len(rows) == len(GOALS) + 3
    assert "geen streefwaarde." not in tree.text_content()


def test_the_short_table_with_closed_promises_alone(tmp_path, parse):
    found = edition(tmp_path, GoalsRecord(promises=PROMISES[:1]))
    tree = parse(blocks.goals_brief(found))
    assert not tree.xpath(".//table")
    assert "1 afspraak is afgedaan of vervallen." in tree.text_content()
