"""What the letter shows, part by part; the notebook calls these in its order."""

from __future__ import annotations

from functools import cached_property

from socdom.blocks.mark import mark
from socdom.blocks.render import render
from socdom.report.agreement import OnEdition
from socdom.report.letter.address_code import code_of
from socdom.report.letter.compose import letter_of
from socdom.report.letter.model import LetterContent
from socdom.report.sections import Section


class Raadsinformatiebrief(OnEdition):
    """The letter on one edition; every method gives one part of it."""

    @cached_property
    def letter(self) -> LetterContent:
        """All that the letter says."""
        return letter_of(self.edition)

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
