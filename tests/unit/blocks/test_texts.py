"""Profiles, notices, duiding and the page about the figures."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from socdom import blocks
from socdom.blocks.parts import measure
from socdom.blocks.protection import percentage
from socdom.editions.model import Break
from socdom.editions.protection import DecisionRecord
from socdom.narrative.protection import protection_sentences
from tests.lib import sample_edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.conftest import every_block
from tests.unit.blocks.edited import edited


def test_duiding_shows_facts_parts_role_and_date(sample, parse):
    tree = parse(blocks.explanation(sample, indicator="jeugdhulp_gebruik"))
    headings = [h.text_content() for h in tree.iter("h3")]
    assert headings == [
        "Wat zien we?", "Waarom?", "Wat betekent het voor inwoners en geld?", "Wat doet het college?",
        "Wat weten we nog niet?",
    ]  # fmt: skip
    text = tree.text_content()
    assert "beleidsadviseur jeugd, 18 februari 2021" in text
    assert "11,6 procent van de jongeren" in text
    assert tree.find_class("leeg")[0].text_content() == "Nog niet ingevuld."


def test_duiding_tells_the_machine_from_people(sample, parse):
    tree = parse(blocks.explanation(sample, indicator="jeugdhulp_gebruik"))
    machine, *people = tree.find_class("duiding-deel")
    assert machine.find("hgroup/p").text_content() == "Automatisch opgesteld uit de cijfers."
    assert not machine.find_class("schrijver")
    for part in people:
        written = not part.find_class("leeg")
        signed = [mark.text_content() for mark in part.find_class("schrijver")]
        assert signed == (["Geschreven door de beleidsadviseur jeugd."] if written else [])
    assert any(part.find_class("leeg") for part in people)


def test_without_duiding_it_says_so(sample):
    assert "Hierbij is nog geen duiding." in blocks.explanation(sample, indicator="wmo_clienten")
    assert "Hierbij is nog geen duiding." in blocks.figure(sample, "wmo_clienten")


def test_profile_without_duiding_has_none_anywhere(tmp_path):
    edition = edited(tmp_path, profile="zonder duiding")
    assert blocks.explanation(edition, indicator="jeugdhulp_gebruik") == ""
    for text in every_block(edition).values():
        assert "duiding" not in text.lower()


def test_only_a_fictional_municipality_has_the_notice(sample, open_edition):
    assert "Gemeente Lindeveen bestaat niet. Alle cijfers zijn verzonnen." in blocks.notice(sample)
    assert blocks.notice(open_edition) == ""


def test_theme_without_figures_says_there_is_no_registration(open_edition):
    (found,) = blocks.theme_blocks(open_edition, "wmo")
    block = found.finish()
    assert "Wmo: geen eigen registratie" in block
    assert "over dit thema geen eigen registratie" in block


def test_themes_without_figures_share_one_block(open_edition):
    block = blocks.no_registration(open_edition, "jeugd", "wmo", "schulden")
    assert "Jeugd, Wmo en Schulden: geen eigen registratie" in block
    assert block.count("<h2") == 1
    assert "over deze thema’s geen eigen registratie" in block
    assert blocks.no_registration(open_edition) == ""


def test_developments_are_empty_without_text(open_edition):
    assert blocks.developments(open_edition) == ""


def test_developments_keep_their_headings_below_the_title(sample, parse):
    tree = parse(blocks.developments(sample, heading_level=3))
    assert [(h.tag, h.text_content()) for h in tree.iter("h3", "h4")] == [
        ("h3", "Ontwikkelingen"),
        ("h4", "Nieuw dit kwartaal"),
    ]


def test_about_explains_the_rule_of_hiding_only_where_it_counts(sample, open_edition):
    assert "Van 0 tot en met 7 mensen laten we geen cijfer zien." in blocks.about(sample)
    for words in ("Van 0 tot en met 7", "Hoe beschermen we mensen?", "terug te rekenen"):
        assert words not in blocks.about(open_edition)


def test_about_says_first_what_everybody_should_know_and_folds_the_rest(sample, parse):
    (part,) = parse(blocks.about(sample)).xpath(".//section[@aria-labelledby='bescherming']")
    seen = [paragraph.text_content() for paragraph in part.findall("p")]
    assert seen[0].startswith("Niemand mag in deze cijfers te herkennen zijn.")
    assert "Helpt dat niet, dan komt de uitgave er niet." in seen[3]
    assert seen[3].endswith("Alleen wat al uit eerdere uitgaven volgt, houdt een nieuwe uitgave niet tegen.")
    assert seen[4] == "In het 4e kwartaal 2020 is geheim: 6% van de cijfers per wijk."
    assert part.xpath(".//a/@href") == ["mailto:griffie@lindeveen.example"]
    rules = [rule.text_content() for rule in part.findall(".//details//li")]
    told = protection_sentences(sample.meta.protection)
    assert tuple(seen[1:3] + rules) == told


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ((), "In het 4e kwartaal 2020 is geen enkel cijfer geheim."),
        # One of 16 figures per wijk, one of 2 categories, and one of the 7 figures of the whole that are not public.
        (
            ("WK999901", "met", "GM9999"),
            "In het 4e kwartaal 2020 zijn geheim: 14% van de cijfers over heel Lindeveen, 50% van de uitsplitsingen "
            "en 6% van de cijfers per wijk.",
        ),
    ],
)
def test_about_tells_what_the_council_does_not_see(tmp_path, parse, hidden, told):
    figures = sample_edition.figures()
    figures = figures[figures["area"] != "WK999908"]
    extra = figures[figures["area"].eq("WK999907")].assign(area="WK999908")
    figures = pd.concat([figures, extra], ignore_index=True)
    of_bijstand = figures["indicator"].eq("bijstand_huishoudens") & figures["dimension"].eq("")
    rows = (figures["area"].isin(hidden) & of_bijstand) | figures["category"].isin(hidden)
    figures.loc[rows, ["numerator", "value"]] = None
    figures.loc[rows, "status"] = "geheim"
    (part,) = parse(blocks.about(edited(tmp_path, figures=figures))).xpath(
        ".//section[@aria-labelledby='bescherming']"
    )
    assert part.findall("p")[4].text_content() == told


def test_about_tells_the_rule_of_the_municipality_itself(tmp_path):
    stricter = sample_edition.meta().protection.model_copy(update={"hidden_up_to": 9, "round_to": 10})
    text = blocks.about(edited(tmp_path, protection=stricter))
    assert "Van 0 tot en met 9 mensen laten we geen cijfer zien." in text
    assert "tientallen" in text
    assert "vijftallen" not in text


def test_about_does_not_fold_away_that_the_municipality_decided_otherwise(tmp_path, parse):
    decision = DecisionRecord(
        who="college van B en W",
        when=date(2020, 6, 2),
        why="De wijken zijn klein.",
        reference="B-12",
        laxer=("mediaan",),
    )
    rules = sample_edition.meta().protection.model_copy(update={"decision": decision})
    (part,) = parse(blocks.about(edited(tmp_path, protection=rules))).xpath(
        ".//section[@aria-labelledby='bescherming']"
    )
    assert any("college van B en W, op 2 juni 2020" in text.text_content() for text in part.findall("p"))
    assert "college" not in "".join(rule.text_content() for rule in part.iter("li"))


def test_about_says_what_a_point_and_a_blank_mean_and_once(sample, parse):
    tree = parse(blocks.about(sample))
    meanings = {
        row.find("dt").text_content(): row.find("dd").text_content() for row in tree.xpath(".//dl/div")
    }
    assert "U ziet een punt. Dat is iets anders dan 0." in meanings["Niet getoond"]
    assert "U ziet een leeg vak." in meanings["Niet van toepassing"]
    assert tree.text_content().count("leeg vak") == 1


@pytest.mark.parametrize(
    ("hidden", "cells", "told"),
    [
        (0, 1000, "0%"),
        (1, 1000, "minder dan 1%"),
        (125, 1000, "13%"),
        (996, 1000, "meer dan 99%"),
        (7, 7, "100%"),
    ],
)
def test_a_share_that_is_hidden_is_a_whole_percentage(hidden, cells, told):
    assert percentage(hidden / cells) == told


def test_about_names_every_indicator_with_its_pitfalls(sample, parse):
    tree = parse(blocks.about(sample))
    titles = [
        summary.text_content()
        for summary in tree.xpath(".//details[starts-with(div/@id, 'begrip-')]/summary")
    ]
    described = [*sample.indicators(), *sample.policy_indicators()]
    assert titles == [d.title for d in described]
    text = tree.text_content()
    assert "Kwartalen mag u niet bij elkaar optellen." in text
    assert "Trendbreuk vanaf het 1e kwartaal 2019: nieuwe regel eigen bijdrage." in text
    assert "15 februari 2021" in text


def test_about_open_data_says_licence_and_what_is_not_there(open_edition):
    text = blocks.about(open_edition)
    assert "CC BY 4.0" in text
    assert "leverde geen eigen registraties aan" in text


def test_main_lines_link_to_the_pages_that_are_given(sample, parse):
    tree = parse(blocks.main_lines(sample, links={"jeugd": "jeugd.html"}))
    assert [a.get("href") for a in tree.iter("a")] == ["jeugd.html"]
    assert len(tree.findall(".//li")) == 5


def test_a_wijk_page_leaves_out_what_does_not_exist_there(sample, parse):
    tree = parse(theme_page(sample, "jeugd", area="WK999901"))
    assert [f.get("id") for f in tree.xpath(".//h2[starts-with(@id, 'f-')]")] == [
        "f-jeugdhulp_gebruik-wk999901"
    ]
    assert "Vergelijking" in [h.text_content() for h in tree.iter("h3")]


def test_same_edition_same_bytes(sample):
    assert theme_page(sample, "geld") == theme_page(sample, "geld")


@pytest.mark.parametrize(
    ("title", "basis", "told"),
    [
        ("Huishoudens met bijstand", "huishoudens, eind van het kwartaal", "Huishoudens met bijstand, eind van het kwartaal"),
        ("Huishoudens aan het begin van het jaar", "huishoudens, begin van het jaar", "Huishoudens aan het begin van het jaar"),
        ("Begonnen met bijstand", "huishoudens in dit kwartaal", "Begonnen met bijstand, huishoudens in dit kwartaal"),
    ],
)  # fmt: skip
def test_a_subtitle_says_once_who_is_counted(sample, title, basis, told):
    known = sample.descriptions["bijstand_huishoudens"]
    assert measure(known.model_copy(update={"title": title, "basis": basis})) == told


def test_about_tells_of_no_break_after_the_edition(tmp_path):
    changed = [
        d.model_copy(
            update={
                "breaks": (
                    Break(period="2021Q1", label="Later", text="Nieuwe telling"),
                    Break(period="2020Q4", label="Nu", text="Andere telling"),
                )
            }
        )
        for d in sample_edition.descriptions()
    ]
    text = blocks.about(edited(tmp_path, descriptions=changed))
    assert "Trendbreuk vanaf het 4e kwartaal 2020: andere telling." in text
    assert "2021: nieuwe telling" not in text
