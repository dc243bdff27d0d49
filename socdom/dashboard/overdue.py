"""Warnings about the age of figures, put into finished pages when they are served: too old, or not renewed last night.

A finished page has the same bytes every day, so what today is cannot stand in it. It has an empty mark instead.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from socdom import dutch
from socdom.dashboard.standing.failing import NotRenewed
from socdom.editions.model import EditionMeta

if TYPE_CHECKING:
    from tornado.web import RequestHandler

# Stands once in the header of every page; a browser shows nothing of it.
OVERDUE_MARK = "<!--verouderd-->"
_NOTICE = Markup(
    '<div class="melding verouderd"><div class="baan"><p><strong>Let op.</strong> {text}</p></div></div>'
)
_OVERDUE = Markup(
    "Deze cijfers zijn van {day}. Er hadden nieuwere moeten zijn. {failed}Weeg dat mee als u deze cijfers gebruikt. "
    'Weten waarom? Mail de griffie: <a href="mailto:{email}">{email}</a>.'
)
_FAILED = Markup("{failed}U ziet de cijfers van {day}. {link}")
_LINK = Markup('<a href="stand">Hoe actueel is dit dashboard?</a>')


def overdue_notice(
    meta: EditionMeta, today: date, failed: NotRenewed | None = None, *, link: bool = True
) -> str:
    """HTML of one warning: that figures are older than they should be, that they could not be renewed, or both.

    "" while figures are as new as they should be, or nobody said how new that is, and no refresh failed.

    Args:
        today: the day the page is read.
        failed: that new figures could not be made.
        link: whether it leads to the page that tells more.
    """
    day = _written(meta.figures_as_of)
    sentence = f"{_failed(failed)} " if failed else ""
    if is_overdue(meta, today):
        return _NOTICE.format(text=_OVERDUE.format(day=day, failed=sentence, email=meta.griffie_email))
    if failed is None:
        return ""
    return _NOTICE.format(text=_FAILED.format(failed=sentence, day=day, link=_LINK if link else ""))


def is_overdue(meta: EditionMeta, today: date) -> bool:
    """Whether figures are older than somebody said they should be."""
    return bool(meta.renewed_within) and (today - meta.figures_as_of).days > meta.renewed_within


def _failed(failed: NotRenewed) -> str:
    if failed.since == failed.last:
        return f"Op {_written(failed.since)} is het verversen niet gelukt."
    return f"Sinds {_written(failed.since)} lukt het verversen niet."


def _written(day: date) -> str:
    return dutch.unbroken(dutch.day(day))


def today(handler: RequestHandler) -> date:
    """The day of a request, by the clock of the server; settings may hold another one (`clock`)."""
    found: date = handler.settings.get("clock", date.today)()
    return found


def failed_refresh(handler: RequestHandler) -> NotRenewed | None:
    """That new figures could not be made, as the settings of the server know it (`not_renewed`)."""
    found: NotRenewed | None = handler.settings.get("not_renewed", lambda: None)()
    return found


def with_notice(
    page: str, meta: EditionMeta, today: date, failed: NotRenewed | None = None, *, link: bool = True
) -> str:
    """A complete page with the warning in its header, where one is due; otherwise the page as it is.

    Args:
        failed, link: as of `overdue_notice`.
    """
    notice = overdue_notice(meta, today, failed, link=link)
    return page.replace(OVERDUE_MARK, notice, 1) if notice else page
