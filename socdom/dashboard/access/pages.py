"""The pages before the door: to log in, and to choose a password with an invitation. No figure is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from socdom.access.weak import LEAST
from socdom.dashboard.access.bar import COOKIES
from socdom.dashboard.frame import page
from socdom.editions.read import Edition

LOGIN, LOGOUT, INVITATION = "inloggen", "uitloggen", "uitnodiging"
MAIL, PASSWORD, NEW, AGAIN, ASKED = "mail", "wachtwoord", "nieuw", "nogmaals", "naar"
_HINT = f"Ten minste {LEAST} tekens. Bijvoorbeeld vier woorden achter elkaar, met spaties ertussen."


@dataclass(frozen=True)
class Wrong:
    """Something in a form that is not right yet.

    Attributes:
        text: Dutch sentence.
        field: name of its field; "" when it is about the whole form.
    """

    text: str
    field: str = ""


@dataclass(frozen=True)
class Posted:
    """What every page with a form is made with.

    Attributes:
        root: what comes before every link.
        token: hidden field of the form, as HTML.
        faults: what was wrong with what was filled in before.
    """

    root: str
    token: str
    faults: Sequence[Wrong] = ()


def login_page(
    edition: Edition, form: Posted, *, mail: str = "", asked: str = "", logged_out: bool = False
) -> str:
    """The page to log in.

    Args:
        edition: for the name, colours and mail address of the municipality.
        mail: as it was filled in before.
        asked: where to go after it.
        logged_out: whether one just logged out.
    """
    return _page(edition, LOGIN, "Inloggen", form, mail=mail, asked=asked, logged_out=logged_out)


def invitation_page(edition: Edition, form: Posted, mail: str) -> str:
    """The page to choose a password, for who has the invitation of this mail address."""
    return _page(edition, INVITATION, "Kies een wachtwoord", form, mail=mail, hint=_HINT)


def no_invitation_page(edition: Edition, root: str) -> str:
    """For an invitation that does not work: never, or no more; the page does not know which."""
    return _page(edition, "uitnodiging_weg", "Deze link werkt niet meer", Posted(root, ""))


def _page(edition: Edition, template: str, title: str, form: Posted, **content: object) -> str:
    shown_first = f"Fout: {title}" if form.faults else title
    return page(
        edition,
        template,
        "",
        title,
        root=form.root,
        bare=True,
        window=shown_first,
        cookies=COOKIES,
        token=Markup(form.token),
        faults=form.faults,
        **content,
    )
