"""The page Stel een vraag."""

from __future__ import annotations

import lxml.html
import pytest

from socdom.dashboard.asking.page import ask_page
from socdom.editions.additions import Additions
from socdom.editions.read import Edition
from tests.lib.answered import answers
from tests.lib.sample_edition import write_sample

EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("vragen"), additions=Additions(answers=answers())))


def page(edition: Edition, query: str = "") -> lxml.html.HtmlElement:
    html = ask_page(edition, query)
    assert html is not None
    return lxml.html.fromstring(html)


def test_it_needs_no_script_and_sends_nothing(answered: Edition) -> None:
    main = page(answered).xpath("//main")[0]
    assert main.xpath(".//script | .//form | .//input") == []
    assert len(main.xpath(".//a[starts-with(@href, 'mailto:')]")) == 3


def test_mail_and_text_to_copy_are_about_the_same(answered: Edition) -> None:
    found = page(answered, "pagina=jeugd&cijfer=jeugdhulp_wachttijd&kwartaal=2020Q3")
    copied = found.xpath("//textarea[@readonly]")[0].text
    mail = found.xpath("//a[starts-with(@href, 'mailto:')]/@href")[0]
    assert "Cijfer: Wachttijd jeugdhulp: 8,3 weken (3e kwartaal 2020)" in copied
    assert "Wachttijd%20jeugdhulp%3A%208%2C3%20weken" in mail
    assert found.xpath("//label[@for='tekst-vraag']")
    assert "griffie@lindeveen.example" in found.text_content()


def test_what_was_asked_before_about_it_is_named_first(answered: Edition) -> None:
    found = page(answered, "pagina=jeugd&cijfer=jeugdhulp_wachttijd")
    links = found.xpath("//ul[@class='al-gevraagd']//a/@href")
    assert links == ["vraag#antwoord-wachttijd", "vraag#antwoord-betekenis", "vraag#antwoord-punt"]
    assert {link.partition("#")[2] for link in links} <= set(found.xpath("//@id"))


def test_headings_follow_each_other_and_ids_stand_once(answered: Edition) -> None:
    for query in ("", "pagina=jeugd&cijfer=jeugdhulp_wachttijd"):
        found = page(answered, query)
        levels = [int(node.tag[1]) for node in found.xpath("//main//*[self::h1|self::h2|self::h3|self::h4]")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
        ids = found.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_without_answers_it_says_so(sample: Edition) -> None:
    assert "Hier staan nog geen antwoorden." in page(sample).text_content()


@pytest.mark.parametrize(
    "query", [f"pagina={EVIL}", f"pagina=jeugd&wijk={EVIL}", f"pagina=jeugd&cijfer={EVIL}"]
)
def test_nothing_of_a_wrong_address_is_shown(sample: Edition, query: str) -> None:
    assert ask_page(sample, query) is None
