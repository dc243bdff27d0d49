"""The page Zoeken: results with their figures, and every figure there is."""

from __future__ import annotations

import lxml.html
import pytest

from socdom.dashboard.asking.page import ask_page
from socdom.dashboard.search.entries import write_entries
from socdom.dashboard.search.page import asked_in, every_figure, search_page
from socdom.dashboard.search.results import MOST, search
from socdom.editions.additions import Additions
from socdom.editions.read import Edition
from tests.lib.answered import answers
from tests.lib.sample_edition import write_sample
from tests.lib.told import same

EVIL = "<script>alert('x')</script>"
OVER = '<main><h1>Over</h1><section aria-labelledby="b"><h2 id="b">Hoe beschermen we mensen?</h2>Privacy.<dl><dt>Registratie</dt></dl></section></main>'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """With a list of what can be found, made of one small page."""
    folder = write_sample(tmp_path_factory.mktemp("zoek"), additions=Additions(answers=answers()))
    found = Edition(folder)
    (found.folder / "dashboard").mkdir()
    write_entries(found, {"over": OVER, "vraag": ask_page(found) or ""}, found.folder)
    return found


def main(edition: Edition, asked: str = "") -> lxml.html.HtmlElement:
    return lxml.html.fromstring(search_page(edition, asked)).xpath("//main")[0]


def links(edition: Edition, asked: str) -> list[str]:
    return main(edition, asked).xpath(".//section//h3/a/@href")


def test_results_stand_in_groups_with_their_newest_figure(edition: Edition) -> None:
    found = search(edition, "jeugdhulp")
    assert [group.heading for group in found.groups][0] == "Cijfers"
    youth = found.groups[0].hits[0]
    # 1510 of 13.000, of which the newest quarter is provisional.
    assert youth.number is not None
    assert (youth.name, youth.number.text, youth.number.basis) == (
        "Jongeren met jeugdhulp",
        "11,6%*",
        "van alle jongeren tot 18 jaar",
    )
    assert youth.number.when.replace("\N{NO-BREAK SPACE}", " ") == "4e kwartaal 2020, voorlopig"


def test_every_number_is_that_of_the_edition(edition: Edition) -> None:
    rows = edition.figures.set_index(["indicator", "period", "area", "dimension", "category"])
    seen = 0
    for asked in ("", "jeugdhulp", "bijstand", "noorderlinde jeugdhulp", "buitengebied jeugdhulp"):
        for cell in main(edition, asked).xpath(".//*[@data-cijfer]"):
            *key, number = cell.get("data-cijfer").split("|")
            row, text = rows.loc[tuple(key)], cell.text_content()
            shown = row["status"] in ("definitief", "voorlopig", "onvolledig")
            assert same(text, row[number]) if shown else text in ("niet getoond", "niet bekend"), (key, text)
            seen += 1
    assert seen > 20


def test_a_wijk_gives_its_pages_and_its_figures(edition: Edition) -> None:
    assert any(link.endswith("?wijk=WK999902") for link in links(edition, "noorderlinde"))
    assert "jeugd?wijk=WK999902#f-jeugdhulp_gebruik-wk999902" in links(edition, "jeugdhulp in Noorderlinde")
    names = main(edition, "wachttijd noorderlinde").text_content()
    assert "Wachttijd jeugdhulp, heel Lindeveen" in names


def test_a_hidden_figure_stays_hidden(edition: Edition) -> None:
    text = main(edition, "jeugdhulp buitengebied").text_content()
    assert "Jongeren met jeugdhulp, Buitengebied" in text
    assert "niet getoond" in text


def test_answers_and_explanation_are_found(edition: Edition) -> None:
    assert "vraag#antwoord-punt" in links(edition, "punt")
    assert "over#b" in links(edition, "privacy")


def test_a_page_by_its_name_comes_first(edition: Edition) -> None:
    found = search(edition, "stel een vraag")
    assert [hit.address for hit in found.groups[0].hits][:1] == ["vraag"]
    assert found.groups[0].heading == "Pagina’s"


def test_a_word_that_is_explained_comes_before_figures_that_use_it(edition: Edition) -> None:
    found = search(edition, "registratie").groups
    assert {"Uitleg", "Cijfers"} <= {group.heading for group in found}
    assert found[0].heading == "Uitleg"
    assert [hit.address for hit in found[0].hits] == ["over#b"]


def test_a_slip_and_nothing_help_on(edition: Edition) -> None:
    slip = main(edition, "jeudhulp").text_content()
    assert "Met ‘jeudhulp’ vonden wij niets. Dit vonden wij met ‘jeugdhulp’." in slip
    nothing = main(edition, "olifant")
    assert "Met ‘olifant’ vonden wij niets." in nothing.text_content()
    assert nothing.xpath(".//a[@href='vraag']")
    assert nothing.xpath(".//ul[@class='cijferlijst']")


def test_few_are_shown(edition: Edition) -> None:
    assert all(search(edition, text).count <= MOST for text in ("jeugd", "de", "hulp", "inwoners"))


def test_without_a_question_every_figure_is_there(edition: Edition) -> None:
    shown = {
        line.address for theme in every_figure(edition) for group in theme.groups for line in group.lines
    }
    page = main(edition)
    assert {*page.xpath(".//ul[@class='cijferlijst']//a/@href")} == shown
    keys = {cell.split("|")[0] for cell in page.xpath(".//@data-cijfer")}
    assert keys == set(edition.figures["indicator"])


def test_what_was_typed_is_text(edition: Edition) -> None:
    html = search_page(edition, EVIL)
    assert EVIL not in html
    assert "&lt;script&gt;" in html
    assert lxml.html.fromstring(html).xpath("//main//input/@value") == [EVIL]


def test_what_is_asked_is_read_from_the_address() -> None:
    assert asked_in("q=jeugd+hulp") == "jeugd hulp"
    assert asked_in("q=%C3%A9%C3%A9n&q=twee") == "twee"
    assert len(asked_in("q=" + "a" * 5000)) == 100
    assert asked_in("") == asked_in("q=") == asked_in("x=1") == asked_in("&".join(["q=a"] * 50)) == ""
    assert asked_in("q=%ff%fe") == "\N{REPLACEMENT CHARACTER}" * 2
