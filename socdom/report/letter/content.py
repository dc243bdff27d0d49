"""What the letter shows, part by part; the notebook calls these in its order."""

from __future__ import annotations

from pathlib import Path

from socdom.blocks.mark import mark
from socdom.blocks.render import render
from socdom.report.agreement import edition_of
from socdom.report.letter.address_code import code_of
from socdom.report.letter.compose import letter_of
from socdom.report.sections import Section


class Raadsinformatiebrief:
    """The letter on one edition; every method gives one part of it.

    Args:
        editie_map: folder of the edition.
        gemeente, kwartaal: must be those of the edition.

    Raises:
        EditionError: the folder holds no edition.
        ParameterError: the parameters do not agree with the edition; all faults at once.
    """

    def __init__(self, editie_map: str | Path, gemeente: str, kwartaal: str) -> None:
        self.edition = edition_of(editie_map, gemeente, kwartaal)
        self.letter = letter_of(self.edition)

    def briefhoofd(self) -> Section:
        """Sender, fields and what the letter is about."""
        html = render("letter_head", letter=self.letter, mark=mark(self.edition.meta))
        return Section("Briefhoofd", html)

    def tekst(self) -> Section:
        """Salutation and body, at most a page with all the rest."""
        return Section("Tekst", render("letter_body", letter=self.letter))

    def ondertekening(self) -> Section:
        """Closing and who signs."""
        html = render("letter_end", letter=self.letter, code=code_of(self.letter.dashboard))
        return Section("Ondertekening", html)
