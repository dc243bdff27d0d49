"""What went wrong stands at the top of a notebook as text: nothing in it is asked of another machine or runs."""

from __future__ import annotations

from nbformat.v4 import new_notebook

from socdom.report.notebook_banner import Trouble, with_banner
from socdom.report.notebook_page import notebook_page

_TYPED = "![kolom](http://kwaad.example/x.png) [kolom](http://kwaad.example) `naam` <img src=x onerror=a()>"


def test_a_name_in_a_delivery_is_shown_as_it_is_and_never_asked_for() -> None:
    notebook = with_banner(new_notebook(), Trouble(_TYPED, "Kijk."), f"socdom notebook x -p '{_TYPED}'")
    page = notebook_page(notebook, "x")
    assert not [tag for tag in ("<img", "<a href", "<script") if tag in page.partition("<main")[2]]
    assert page.count("![kolom](http://kwaad.example/x.png)") == 2
    assert "`naam`" in page


def test_a_page_of_a_notebook_asks_nothing_of_another_machine_and_runs_nothing() -> None:
    page = notebook_page(new_notebook(), "x")
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\"" in page
