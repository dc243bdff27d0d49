"""The warning that figures are older than they should be: put into finished pages when they are served.

A finished page has the same bytes every day, so what today is cannot stand in it. It has an empty mark instead.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from socdom import dutch
from socdom.editions.model import EditionMeta

if TYPE_CHECKING:
    from tornado.web import RequestHandler

# Stands once in the header of every page; a browser shows nothing of it.
OVERDUE_MARK = "<!--verouderd-->"
_NOTICE = Markup(
    '<div class="melding verouderd"><div class="baan"><p><strong>Let op.</strong> Deze cijfers zijn van {day}. '
    "Er hadden nieuwere moeten zijn. Weeg dat mee als u deze cijfers gebruikt. "
    'Weten waarom? Mail de griffie: <a href="mailto:{email}">{email}</a>.</p></div></div>'
)


def overdue_notice(meta: EditionMeta, today: date) -> str:
    """HTML of the warning, "" while figures are as new as they should be, or nobody said how new that is.

    Args:
        today: the day the page is read.
    """
    if not meta.renewed_within or (today - meta.figures_as_of).days <= meta.renewed_within:
        return ""
    return _NOTICE.format(
        day=dutch.day(meta.figures_as_of).replace(" ", dutch.NBSP), email=meta.griffie_email
    )


def today(handler: RequestHandler) -> date:
    """The day of a request, by the clock of the server; settings may hold another one (`clock`)."""
    found: date = handler.settings.get("clock", date.today)()
    return found


def with_notice(page: str, meta: EditionMeta, today: date) -> str:
    """A complete page with the warning in its header, where one is due; otherwise the page as it is."""
    notice = overdue_notice(meta, today)
    return page.replace(OVERDUE_MARK, notice, 1) if notice else page
