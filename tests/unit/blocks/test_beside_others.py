"""The page Vergelijken: what stands on it for a municipality with others, with too few, and with none."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from lxml import html

from socdom import blocks, narrative
from socdom.editions.additions import write_members
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import word_count
from tests.lib.compared_edition import GROUP, NAMES, compared, members_frame, rate
from tests.lib.small_edition import description, figure, small_edition

FIVE = [10.0, 20.0, 30.0, 40.0, 50.0]
NBSP = "\N{NO-BREAK SPACE}"


def parsed(edition: Edition) -> html.HtmlElement:
    return html.fragment_fromstring(blocks.comparing_page(edition), create_parent="main")


def text_of(edition: Edition) -> str:
    return " ".join(parsed(edition).text_content().split())


def heading(edition: Edition, level: str = "h3") -> str:
    return next(parsed(edition).iter(level)).text_content()


def test_a_strip_with_its_heading_facts_and_table(tmp_path: Path) -> None:
    page = parsed(compared(tmp_path, 25.0, [*FIVE, None], group=31.0, country=44.0, earlier=24.0))
    (title,) = [h for h in page.iter("h3") if h.get("id") == "v-proef"]
    assert title.text_content() == "Inwoners met hulp: 25,0%, minder dan in vergelijkbare gemeenten"
    facts = re.sub(r"[ \n]+", " ", page.find_class("kant")[0].text_content())
    assert "Plaats in de groep In het midden van de groep." in facts
    assert "De middelste helft van de gemeenten ligt tussen 20,0% en 40,0%." in facts
    assert "In vergelijkbare gemeenten was dat 31,0 procent." in facts
    assert f"Eigen verleden 1,0{NBSP}procentpunt hoger dan een jaar eerder." in facts
    rows = [(row[0].text_content(), row[1].text_content()) for row in page.iter("tr") if len(row) == 2]
    assert ("Lindeveen", "25,0%") in rows
    assert ("Vergelijkbare gemeenten", "31,0%") in rows
    assert ("Nederland", "44,0%") in rows
    assert ("Laagste cijfer", "10,0%") in rows
    assert ("Hoogste cijfer", "50,0%") in rows
    assert ("Middelste helft", "20,0% tot 40,0%") in rows
    names = [name for name, _ in rows if name in NAMES]
    assert names == ["Almere", "Breda", "'s-Hertogenbosch", "Súdwest-Fryslân", "Tilburg", "Zwolle"]
    assert ("Tilburg", "– geen cijfer") in rows


@pytest.mark.parametrize(
    ("own", "group", "expected"),
    [
        (5.0, 31.0, "Inwoners met hulp: 5,0%, buiten de groep, aan de lage kant"),
        (15.0, 31.0, "Inwoners met hulp: 15,0%, in het laagste kwart van de groep"),
        (30.0, 30.0, "Inwoners met hulp: 30,0%, ongeveer gelijk aan vergelijkbare gemeenten"),
        (30.0, 20.0, "Inwoners met hulp: 30,0%, meer dan in vergelijkbare gemeenten"),
        (30.0, None, "Inwoners met hulp: 30,0%, in het midden van de groep"),
        (45.0, 31.0, "Inwoners met hulp: 45,0%, in het hoogste kwart van de groep"),
        (80.0, 31.0, "Inwoners met hulp: 80,0%, buiten de groep, aan de hoge kant"),
        (None, 31.0, "Inwoners met hulp: niet getoond"),
    ],
)
def test_headings_of_every_place(
    tmp_path: Path, own: float | None, group: float | None, expected: str
) -> None:
    edition = compared(tmp_path, own, FIVE, group=group)
    assert heading(edition) == expected
    assert word_count(expected) <= 12


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("Zes woorden in een lange naam", "Zes woorden in een lange naam: 45,0%, in het hoogste kwart"),
        ("Een naam van wel acht of meer woorden", "Een naam van wel acht of meer woorden: 45,0%"),
    ],
)
def test_a_long_name_leaves_less_room(tmp_path: Path, short: str, expected: str) -> None:
    assert heading(compared(tmp_path, 45.0, FIVE, group=31.0, texts=rate(short=short))) == expected


def test_the_page_says_the_same_as_the_sentences_elsewhere(tmp_path: Path) -> None:
    edition = compared(tmp_path, 25.0, FIVE, group=31.0, country=20.0)
    elsewhere = narrative.judgement(edition, "proef")
    assert elsewhere == "Lager dan in vergelijkbare gemeenten"
    assert "minder dan in vergelijkbare gemeenten" in heading(edition)


def test_a_difference_by_rounding_is_about_equal_everywhere(tmp_path: Path) -> None:
    # Numbers of persons rounded to 10 among 1.000: 3 per 1.000 is no difference.
    texts = rate(id="bijstand_kwb", scale=1000, format="per_1000")
    edition = compared(tmp_path, 28.0, FIVE, group=31.0, texts=texts, denominator=1000.0)
    assert narrative.judgement(edition, texts.id) == "Ongeveer even hoog als in vergelijkbare gemeenten"
    assert heading(edition).endswith("ongeveer gelijk aan vergelijkbare gemeenten")


def test_too_few_others_for_a_strip_still_stand_in_a_table(tmp_path: Path) -> None:
    page = parsed(compared(tmp_path, 25.0, FIVE[:3], group=31.0, country=44.0))
    assert not list(page.iter("svg"))
    cells = [cell.text_content() for cell in page.iter("td")]
    assert cells == ["25,0%", "31,0%", "44,0%"]
    assert "ten minste 5 gemeenten" in page.text_content()


def test_the_rule_and_every_member_are_named(tmp_path: Path) -> None:
    told = text_of(compared(tmp_path, 25.0, FIVE, group=31.0))
    assert "Vergelijkbare gemeenten zijn even groot." in told
    assert "Almere, Breda, 's-Hertogenbosch, Súdwest-Fryslân en Zwolle." in told
    assert "De 5 gemeenten van de groep bij inwoners met hulp (2020)" in told


def test_a_unit_that_is_seen_already_is_not_said_again(sample: Edition) -> None:
    page = html.fragment_fromstring(blocks.comparing_page(sample), create_parent="main")
    labels = [" ".join(cell.text_content().split()) for cell in page.xpath(".//table//th[@scope='row']")]
    assert "Uitgaven jeugdhulp 4e kwartaal 2020" in labels
    assert "Huishoudens met bijstand 4e kwartaal 2020" in labels
    assert "Inwoners met Wmo-hulp per 1.000 inwoners, 4e kwartaal 2020" in labels


def test_without_other_municipalities_it_says_what_would_be_here(sample: Edition) -> None:
    told = text_of(sample)
    assert "Lindeveen is verzonnen. Daarom zijn er geen gemeenten om naast te zetten." in told
    assert "strook met stippen" in told
    assert "Naast ons eigen verleden en de begroting" in told
    assert "Wij tellen jongeren tot 18 jaar, het CBS tot 23 jaar." in told
    real = sample.meta.model_copy(update={"fictional": False})
    sample_like = Edition(sample.folder)
    sample_like.meta = real
    assert "Voor Lindeveen zijn nog geen openbare cijfers van andere gemeenten ingelezen." in text_of(
        sample_like
    )


def test_reasons_are_told_once_with_the_figures_under_them(tmp_path: Path) -> None:
    catalogue = [description(id=name, short=name.capitalize()) for name in ("een", "twee")]
    rows = [figure("2020Q4", 5.0, indicator=name) for name in ("een", "twee")]
    page = parsed(small_edition(tmp_path, rows, catalogue))
    (reason,) = [s for s in page.iter("summary") if "hangt af van hoe groot" in s.text_content()]
    assert reason.text_content().endswith("(2 cijfers)")
    assert [item.text_content() for item in reason.getparent().iter("li")] == ["Jeugd: een en twee."]


def two(folder: Path) -> Edition:
    """Two figures, of which the second has another group."""
    catalogue = [rate(id="een"), Description(**{**rate().model_dump(), "id": "twee", "short": "Iets anders"})]
    rows = [figure("2020", 25.0, indicator=name) for name in ("een", "twee")]
    rows += [figure("2020", 31.0, indicator=name, area=GROUP) for name in ("een", "twee")]
    edition = small_edition(
        folder, rows, catalogue, names={GROUP: "Vergelijkbare gemeenten"}, reference="Regel."
    )
    frames = [members_frame("een", "2020", FIVE), members_frame("twee", "2020", [*FIVE, 60.0])]
    write_members(edition.folder, pd.concat(frames))
    return edition


def test_every_group_is_named_once(tmp_path: Path) -> None:
    told = text_of(two(tmp_path))
    assert told.count("Almere, Breda, 's-Hertogenbosch, Súdwest-Fryslân en Zwolle.") == 1
    assert told.count("Almere, Breda, 's-Hertogenbosch, Súdwest-Fryslân, Tilburg en Zwolle.") == 1


@pytest.mark.parametrize("kind", ["strips", "few", "own"])
def test_headings_ids_and_sentences(tmp_path: Path, sample: Edition, kind: str) -> None:
    made = {
        "strips": lambda: two(tmp_path),
        "few": lambda: compared(tmp_path, 25.0, FIVE[:2], group=31.0),
        "own": lambda: sample,
    }
    page = parsed(made[kind]())
    levels = [int(e.tag[1]) for e in page.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    found = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(found) == len(set(found))
    assert {e.get("aria-labelledby") for e in page.iter() if e.get("aria-labelledby")} <= set(found)
    for paragraph in [*page.iter("p"), *page.iter("dd")]:
        if paragraph.getparent().tag == "details":  # names of municipalities
            continue
        for sentence in re.split(r"(?<=[.?!:]) ", " ".join(paragraph.text_content().split())):
            assert len(sentence.split()) <= 20, sentence
