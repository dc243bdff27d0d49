"""Names of files once they are saved: they tell by themselves what they are, and a concept says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from socdom.editions.download_name import current_name, download_name, view_name


@dataclass(frozen=True)
class Told:
    period: str = "2020Q4"
    edition: str = "kern"
    version: str = "1.0"
    state: str = "definitief"


@pytest.mark.parametrize(
    ("name", "told", "saved"),
    [
        ("kwartaalrapport.pdf", Told(), "2020-K4-sociaal-domein-kern-v1.0.pdf"),
        ("kwartaalrapport.pdf", Told(state="concept"), "2020-K4-sociaal-domein-kern-v1.0-concept.pdf"),
        ("kwartaalrapport.html", Told(edition="uitgebreid"), "2020-K4-sociaal-domein-uitgebreid-v1.0.html"),
        (
            "raadsinformatiebrief.docx",
            Told(version="2.10"),
            "2020-K4-sociaal-domein-raadsinformatiebrief-v2.10.docx",
        ),
        ("bijeenkomst.pdf", Told(period="2021Q1"), "2021-K1-sociaal-domein-bijeenkomst-v1.0.pdf"),
        ("cijfers.xlsx", Told(), "2020-K4-sociaal-domein-cijfers-v1.0.xlsx"),
        # The description names the file it is about.
        ("cijfers-open.csv", Told(), "cijfers-open.csv"),
        ("cijfers-open.csv-metadata.json", Told(), "cijfers-open.csv-metadata.json"),
    ],
)
def test_names(name: str, told: Told, saved: str) -> None:
    assert download_name(name, told) == saved


def test_figures_that_are_renewed_all_the_time_carry_their_day() -> None:
    saved = current_name("cijfers.csv", "2020Q4", date(2021, 2, 15))
    assert saved == "2020-K4-sociaal-domein-cijfers-actueel-2021-02-15.csv"
    assert current_name("cijfers-open.csv", "2020Q4", date(2021, 2, 15)) == "cijfers-open.csv"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (
            ("2020Q4", "lindeveen", "jeugdhulp_gebruik", "Noorderlinde"),
            "2020-K4-lindeveen-jeugdhulp-gebruik-noorderlinde",
        ),
        (("2023", "dongen", "iv3_lasten", "", ""), "2023-dongen-iv3-lasten"),
        (("2020Q1", "sud", "a", "De Ríp/“Oost” (deel 2)\r\n"), "2020-K1-sud-a-de-rip-oost-deel-2"),
    ],
)
def test_the_name_of_a_view_is_safe_in_a_header_and_on_a_disk(parts: tuple[str, ...], name: str) -> None:
    assert view_name(*parts) == name
