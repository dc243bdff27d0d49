"""The question at the foot of a page, and that pages are counted: put into finished pages when they are served.

A finished page has the same bytes whether or not somebody counts. It has an empty mark instead.
"""

from __future__ import annotations

from markupsafe import Markup

from socdom.dashboard.frame import environment
from socdom.dashboard.menu import QUESTION
from socdom.dashboard.using.mark import FOOT_MARK
from socdom.parameters.gebruik import Gebruik
from socdom.usage.cells import Answer

ADDRESS, PAGE, ANSWER = "reactie", "pagina", "antwoord"
# Where a page stands after an answer: the place of the thanks.
THANKS = "reactie-dank"
_LABELS = {Answer.YES: "Ja", Answer.PARTLY: "Deels", Answer.NO: "Nee"}


def with_foot(html: str, page: str, settings: Gebruik) -> str:
    """A complete page with the question at its foot, where it is asked.

    Args:
        page: name of the page, as it is counted.
        settings: whether there is a question, and whether pages are counted.
    """
    if not settings.vraag and not settings.tellen:
        return html
    values = {
        "address": ADDRESS,
        "page_field": PAGE,
        "answer_field": ANSWER,
        "page": page,
        "thanks": THANKS,
        "question": QUESTION,
        "labels": {answer.value: label for answer, label in _LABELS.items()},
        "asks": settings.vraag,
        "counts": settings.tellen,
    }
    foot = environment().get_template("reactie.html.j2").render(values)
    return html.replace(FOOT_MARK, Markup(foot), 1)
