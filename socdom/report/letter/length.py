"""Whether the letter fits on one page: the pages are counted in the PDF that the council gets."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.errors import Fault
from socdom.report.documents import LETTER
from socdom.report.pdf_pages import page_count

MOST_PAGES = 1
_SHORTEN = "Maak deze teksten korter; wat er niet bij past, kan in het rapport."


def letter_faults(edition: Edition) -> list[Fault]:
    """That the letter of an edition has more than one page, and which texts of people are longest; empty when it fits.

    Also empty where there is no letter, and where the system made no PDF.
    """
    path = edition.folder / f"{LETTER.stem}.pdf"
    if "brief" not in edition.documents.kinds or not path.exists():
        return []
    found = page_count(path)
    if found <= MOST_PAGES:
        return []
    rule = f"hooguit {MOST_PAGES} pagina, gevonden: {found}{_longest(edition)}"
    return [Fault(path.name, rule, remedy=_SHORTEN)]


def _longest(edition: Edition) -> str:
    """ "; het langst: wat_doen_wij (120 woorden) en vervolg (80 woorden)" """
    letter = edition.documents.letter
    texts = {
        "financieel": letter.finances,
        "wat_doen_wij": letter.actions,
        "vervolg": letter.next_steps,
        "gespreksvragen": " ".join(edition.documents.questions),
        "bijlagen": " ".join(letter.enclosures),
    }
    words = {name: len(text.split()) for name, text in texts.items() if text.strip()}
    longest = sorted(words.items(), key=lambda item: -item[1])[:2]
    told = [f"{name} ({dutch.number(number)} woorden)" for name, number in longest]
    return f"; het langst: {dutch.listing(told)}" if told else ""
