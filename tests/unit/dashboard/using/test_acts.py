"""Which request is which act; all else is not counted."""

from __future__ import annotations

import re

import pytest

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.dashboard.using.acts import act_of


@pytest.mark.parametrize(
    ("method", "address", "asked", "act"),
    [
        ("GET", "", False, ("gezien", "overzicht")),
        ("GET", "jeugd", False, ("gezien", "jeugd")),
        ("GET", "jeugd", True, ("gezien", "jeugd")),
        ("GET", "zoeken", False, ("gezien", "zoeken")),
        ("GET", "zoeken", True, ("zoek", "zoeken")),
        ("GET", "vraag", False, ("vraag", "vraag")),
        ("GET", "vraag", True, ("vraag", "vraag")),
        ("GET", "bestanden/cijfers.csv", False, ("download", "bestanden")),
        ("GET", "rapporten/2020Q4-v1.0/kwartaalrapport.pdf", False, ("download", "rapporten")),
        ("GET", "rapporten", False, ("gezien", "rapporten")),
        ("GET", "cijfer/jeugd_clienten.csv", True, ("download", "cijfer")),
        ("POST", "kies/jeugd", True, ("keuze", "jeugd")),
        ("POST", "kies/bestaat-niet", False, None),
        ("POST", "jeugd", False, None),
        ("POST", "reactie", False, None),
        ("HEAD", "jeugd", False, None),
        ("GET", "kies/jeugd", False, None),
        ("GET", "static/raad.css", False, None),
        ("GET", "gezondheid", False, None),
        ("GET", "inloggen", False, None),
        ("GET", "uitnodiging/geheim", False, None),
        ("GET", "bestaat-niet", False, None),
        ("GET", "api/kernels/12345678-1234-1234-1234-123456789abc/channels", True, None),
    ],
)
def test_acts(method: str, address: str, asked: bool, act: tuple[str, str] | None) -> None:
    assert act_of(method, address, asked) == act


def test_every_page_is_counted_under_a_name_that_can_be_kept() -> None:
    found = [act_of("GET", address, False) for address in (*FINISHED_PAGES, *BY_ADDRESS)]
    names = [name for _, name in filter(None, found)]
    assert len(set(names)) == len(FINISHED_PAGES) + len(BY_ADDRESS)
    assert all(re.fullmatch(r"[a-z0-9_-]+", name) for name in names)
