"""What "Over de cijfers" tells of what stood out in this release, and of its sources."""

from __future__ import annotations

from socdom import blocks
from tests.unit.blocks.edited import edited

REMARKS = (
    "Van de aanvragen telt een deel niet mee, omdat er in de bron iets niet klopt.",
    "Sinds 15 januari 2021 verbeteren wij een bekende fout in de bron. <b>Leeg</b>. Besloten door: teamleider.",
)
NOTES = tuple(
    f"De cijfers over bijstand in {year} komen uit een tabel van het CBS." for year in range(2000, 2030)
)


def test_what_is_special_in_this_release_is_told_where_it_says_how_sure_a_figure_is(tmp_path, parse):
    tree = parse(blocks.about(edited(tmp_path, remarks=REMARKS)))
    (part,) = tree.xpath(".//section[@aria-labelledby='hoe-zeker']")
    (heading,) = part.findall("h3")
    assert heading.text_content() == "Bijzonder in deze uitgave"
    (items,) = part.findall("ul")
    assert [item.text_content() for item in items] == list(REMARKS)
    assert not tree.xpath(".//li/b")


def test_notes_on_the_sources_are_folded_behind_the_list_of_sources(tmp_path, parse):
    tree = parse(blocks.about(edited(tmp_path, notes=NOTES)))
    (part,) = tree.xpath(".//section[@aria-labelledby='bronnen']")
    (folded,) = part.xpath(".//details")
    assert folded.find("summary").text_content() == "Meer over deze bronnen"
    assert [item.text_content() for item in folded.iter("li")] == list(NOTES)
    assert part.xpath("./dl/following-sibling::*//details") == [folded]


def test_without_remarks_and_notes_there_is_no_empty_list(tmp_path, parse):
    text = blocks.about(edited(tmp_path, remarks=(), notes=()))
    assert "Bijzonder in deze uitgave" not in text
    assert "Meer over deze bronnen" not in text
    assert not parse(text).xpath(".//ul[not(li)]")
