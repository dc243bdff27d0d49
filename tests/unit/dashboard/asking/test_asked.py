"""What a question is about, read from an address."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.dashboard.asking.asked import Asked, asked
from socdom.editions.documents import DocumentsRecord
from socdom.editions.read import Edition

WHOLE = "pagina=jeugd&cijfer=jeugdhulp_gebruik&wijk=WK999902&kwartaal=2020Q3&eenheid=aantal"


def told(sample: Edition, query: str) -> Asked:
    found = asked(sample, query)
    assert found is not None
    return found


def test_a_figure_with_everything_that_was_chosen(sample: Edition) -> None:
    found = told(sample, WHOLE)
    # Of the sample: the second wijk has 300 - 35 = 265 young people.
    assert found.figure == "Jongeren met jeugdhulp: 265 jongeren (3e kwartaal 2020)"
    assert found.choice == "Noorderlinde, 3e kwartaal 2020, aantallen"
    assert found.address == (
        "jeugd?wijk=WK999902&kwartaal=2020Q3&eenheid=aantal#f-jeugdhulp_gebruik-wk999902"
    )


def test_a_figure_as_the_page_starts(sample: Edition) -> None:
    found = told(sample, "pagina=jeugd&cijfer=jeugdhulp_gebruik")
    # 1510 of 13.000.
    assert found.figure == "Jongeren met jeugdhulp: 11,6 procent* (4e kwartaal 2020)"
    assert found.address == "jeugd#f-jeugdhulp_gebruik-gm9999"


def test_another_figure_on_the_page_of_the_wijken_was_not_what_was_chosen(sample: Edition) -> None:
    found = told(sample, "pagina=wijken&cijfer=schuldhulp_lopend&wijk=WK999902")
    assert found.choice == "Noorderlinde, 4e kwartaal 2020"
    assert found.figure == "Hulp bij schulden: geen cijfer"


def test_what_is_hidden_stays_hidden(sample: Edition) -> None:
    found = told(sample, "pagina=jeugd&cijfer=jeugdhulp_gebruik&wijk=WK999908&eenheid=aantal")
    assert found.figure == "Jongeren met jeugdhulp: niet getoond (4e kwartaal 2020)"


def test_a_page_and_nothing_in_particular(sample: Edition) -> None:
    assert told(sample, "") == Asked()
    assert told(sample, "").about == "het hele dashboard"
    assert told(sample, "pagina=overzicht") == told(sample, "pagina=.%2F")
    assert told(sample, "pagina=signalen").address == "signalen"


def test_the_lines_end_with_the_address_where_it_is_known(sample: Edition) -> None:
    found = told(sample, WHOLE)
    assert [line.split(":")[0] for line in found.lines(sample)] == [
        "Pagina",
        "Cijfer",
        "Keuze",
        "Cijfers tot en met",
    ]
    known = Edition(sample.folder)
    known.documents = DocumentsRecord(kinds=(), dashboard="https://cijfers.example/sociaal/")
    assert found.lines(known)[-1] == f"Adres: https://cijfers.example/sociaal/{found.address}"
    home = told(known, "pagina=overzicht").lines(known)
    assert home[-1] == "Adres: https://cijfers.example/sociaal/"
    assert not any(line.startswith("Adres") for line in told(known, "").lines(known))


@pytest.mark.parametrize(
    "query",
    [
        "pagina=bestaat-niet",
        "pagina=",
        "cijfer=jeugdhulp_gebruik",
        "pagina=jeugd&cijfer=geheim_cijfer",
        "pagina=jeugd&cijfer=",
        "pagina=jeugd&wijk=WK999999",
        "pagina=jeugd&kwartaal=2031Q1",
        "pagina=jeugd&eenheid=euro",
        "pagina=jeugd&pagina=wmo",
        "pagina=signalen&wijk=WK999902",
        "pagina=vergelijken&cijfer=jeugdhulp_gebruik&kwartaal=1999Q1",
        "pagina=jeugd%0D%0ABcc:%20iemand@elders.example",
        "pagina=jeugd&cijfer=jeugdhulp_gebruik%0D%0ABcc:x",
        "pagina=../../etc",
        "&".join(f"a{number}=1" for number in range(50)) + "&pagina=jeugd",
    ],
)
def test_what_is_not_offered_does_not_exist(sample: Edition, query: str) -> None:
    assert asked(sample, query) is None


def test_other_fields_do_not_matter(sample: Edition) -> None:
    assert asked(sample, "pagina=jeugd&utm_source=brief") == asked(sample, "pagina=jeugd")


@given(
    query=st.text(max_size=80) | st.builds("pagina={}&cijfer={}&wijk={}".format, *[st.text(max_size=12)] * 3)
)
@settings(deadline=None, max_examples=60)
def test_any_address_gives_a_subject_or_nothing(sample: Edition, query: str) -> None:
    found = asked(sample, query)
    assert found is None or found == Asked() or found.page is not None
