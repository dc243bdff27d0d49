"""The evaluation shows no small count, not even by setting its parts against each other."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from socdom.dashboard.using.evaluated import Evaluated
from socdom.parameters.evaluatie import Wens
from socdom.usage.cells import DEVICE, Act, Answer, Cell, Counts
from socdom.usage.told import Offered, use_told
from socdom.workbench import evaluation
from socdom.workbench.evaluation_page import evaluation_page
from tests.lib.sample_edition import meta

PAGES = {"overzicht": "Overzicht", "jeugd": "Jeugd", "over": "Over deze cijfers", "doelen": "Doelen"}
OFFERED = Offered(PAGES, ("jeugd",), {"bestanden": "Bestanden"})
# Hidden counts are 3, 4, 6, 7; together with what is shown they give numbers that may not be told.
HIDDEN = Counter(
    {
        Cell("2026-09", Act.SEEN, "overzicht"): 2113,
        Cell("2026-09", Act.SEEN, "jeugd"): 1207,
        Cell("2026-09", Act.SEEN, "over"): 3,
        Cell("2026-09", Act.SEEN, "doelen"): 1401,
        Cell("2026-09", DEVICE, "tablet"): 4720,
        Cell("2026-09", DEVICE, "telefoon"): 4,
        Cell("2026-09", Act.ASKED, "vraag"): 6,
        Cell("2026-08", Answer.YES, "jeugd"): 1511,
        Cell("2026-08", Answer.NO, "jeugd"): 7,
    }
)
FORBIDDEN = {"3", "4", "6", "7", "4.724", "4.720", "1.518"}
WISH = Wens(
    wens="De cijfers zijn actueel.",
    van="brief",
    datum=date(2020, 1, 1),
    stand="gedaan",
    wat="Ja.",
    sinds="0.6",
)


def evaluated(counts: Counts) -> Evaluated:
    use = use_told(counts, OFFERED, 10, date(2026, 11, 22))
    return Evaluated(meta(), date(2026, 11, 22), False, use, (WISH,), (), ())


def test_the_whole_shows_the_wishes_and_names_the_parts() -> None:
    """No fields of a class: those hold a logo and an address."""
    whole = evaluation(evaluated(Counter()))
    assert "De cijfers zijn actueel." in repr(whole)
    assert "evaluatie.months()" in repr(whole)
    assert "Evaluated(" not in repr(whole)
    assert "evaluatie.months()" in whole._repr_html_()


def parts(found: Evaluated) -> dict[str, str]:
    told = evaluation(found)
    names = (
        "opening",
        "wishes",
        "months",
        "pages",
        "devices",
        "acts",
        "answers",
        "asked",
        "currency",
        "unknown",
    )
    return {name: getattr(told, name)().html for name in names}


def numbers(html: str) -> set[str]:
    """The numbers that a reader sees, in a drawing too; no coordinates."""
    text = re.sub(r"<[^>]+>|\de kwartaal", " ", html) + " ".join(re.findall(r'aria-label="([^"]*)"', html))
    return set(re.findall(r"\d[\d.]*", text))


def test_no_part_shows_or_tells_a_small_count() -> None:
    html = parts(evaluated(HIDDEN))
    for name in ("months", "pages", "devices", "acts", "answers"):
        assert numbers(html[name]).isdisjoint(FORBIDDEN), name
    assert {"2.113", "1.207", "1.401", "4.721"} <= numbers(html["months"] + html["pages"])
    assert "1.511" in numbers(html["answers"])
    assert "niet getoond" in html["devices"]


def test_a_year_of_use_is_one_chart() -> None:
    counts = Counter({Cell(f"2025-{month:02}", Act.SEEN, "jeugd"): 100 + month for month in range(10, 13)})
    counts += Counter({Cell(f"2026-{month:02}", Act.SEEN, "jeugd"): 100 + month for month in range(1, 11)})
    html = parts(evaluated(counts))["months"]
    assert html.count("<figure") == 2
    assert "oktober 2025 tot en met september 2026" in html
    assert "* Ten minste" in html


def test_wishes_say_what_became_of_them() -> None:
    html = parts(evaluated(HIDDEN))["wishes"]
    assert "Wensen: 1. Daarvan gedaan 1." in html
    assert "Ja. Sinds versie 0.6." in html


def test_what_cannot_be_known_is_said() -> None:
    assert "Hoeveel mensen het dashboard gebruiken" in parts(evaluated(Counter()))["unknown"]


def test_the_page_has_every_part_and_asks_nothing_of_elsewhere() -> None:
    found = evaluated(HIDDEN)
    page = evaluation_page(evaluation(found))
    assert all(html in page for html in parts(found).values())
    assert page.count("<h1") == 1
    assert re.findall(r"<h2[^>]*>", page) == [f'<h2 id="deel-{number}">' for number in range(1, 10)]
    assert not re.search(r"<script|<link|src=|url\((?![\"']?data:)", page)
