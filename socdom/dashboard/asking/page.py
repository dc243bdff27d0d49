"""The page Stel een vraag: the ways to ask one, a mail that is filled in, and what was answered before."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.dashboard.asking.answers import AnswerLink, answers_about, answers_about_page, answers_by_theme
from socdom.dashboard.asking.asked import Asked, asked
from socdom.dashboard.asking.questions import KINDS, QuestionKind, question_mail, question_text
from socdom.dashboard.frame import page
from socdom.dashboard.menu import QUESTION
from socdom.editions.read import Edition

_TITLE = "Stel een vraag"
_MOST_LINKS = 5
_EVERY_KIND = "technisch, over de betekenis of politiek (laat staan wat past)"


@dataclass(frozen=True)
class Way:
    """A kind of question with the mail for it."""

    kind: QuestionKind
    mail: str


def ask_page(edition: Edition, query: str = "") -> str | None:
    """The complete page, about what an address names; None when it names anything that is not offered.

    Args:
        query: as of `socdom.dashboard.asking.asked`; "" for a question about nothing in particular.
    """
    about = asked(edition, query)
    if about is None:
        return None
    lines = about.lines(edition)
    return page(
        edition,
        "vraag",
        QUESTION,
        _TITLE,
        about=about,
        ways=[Way(kind, question_mail(edition.meta, kind, about.about, lines)) for kind in KINDS],
        text=question_text(_EVERY_KIND, lines),
        before=_asked_before(edition, about),
        answers=answers_by_theme(edition),
    )


def _asked_before(edition: Edition, about: Asked) -> tuple[AnswerLink, ...]:
    """What was answered about the same figure, and then about the same page."""
    figure = answers_about(edition, about.indicator) if about.indicator else ()
    of_page = answers_about_page(edition, about.page.address) if about.page else ()
    return tuple(dict.fromkeys([*figure, *of_page]))[:_MOST_LINKS]
