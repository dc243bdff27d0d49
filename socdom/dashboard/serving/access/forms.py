"""The addresses to log in, to choose a password with an invitation, and to log out."""

from __future__ import annotations

from math import ceil

from socdom.access import accounts
from socdom.access.guesses import TooOften
from socdom.access.weak import MOST, why_not
from socdom.dashboard.access import pages
from socdom.dashboard.access.pages import Posted, Wrong
from socdom.dashboard.serving.access.accounts import AccountVisitor
from socdom.dashboard.serving.access.cookies import session_cookie
from socdom.dashboard.serving.access.identity import ReaderIdentity
from socdom.dashboard.serving.access.posted import PostedForm, local_address
from socdom.dashboard.serving.handlers import Rule
from socdom.dashboard.serving.latest import Latest

_WRONG = Wrong(
    "Het e-mailadres of het wachtwoord klopt niet. Kijk of u geen typfout hebt gemaakt.", pages.PASSWORD
)
_OLD_FORM = Wrong(
    "Deze pagina stond te lang open. Vul het nog een keer in. Helpt dat niet? Sta dan cookies toe."
)
_NOT_THE_SAME = Wrong("Dit is niet hetzelfde wachtwoord. Vul het nog een keer in.", pages.AGAIN)
_REFUSED, _NOT_RIGHT, _TOO_OFTEN = 403, 422, 429


class _Entrance(PostedForm):
    """A form that ends with being logged in."""

    def initialize(self, current: Latest) -> None:
        self._current = current

    @property
    def visitors(self) -> AccountVisitor:
        """The accounts and sessions of this server."""
        found: AccountVisitor = self.settings["identity_provider"]
        return found

    def form(self, *faults: Wrong) -> Posted:
        """What its page is made with."""
        return Posted(self.root, self.xsrf_form_html(), faults)

    def enter(self, code: str, address: str) -> None:
        """Go on as who has this session, which is a new one; what this browser had before ends."""
        self.visitors.end(self.request)
        self.set_cookie(session_cookie(self.request), code)
        self.redirect(self.root + address.removeprefix("./"), status=303)


class LogIn(_Entrance):
    """`inloggen`: mail address and password."""

    def get(self) -> None:
        asked = self.get_query_argument(pages.ASKED, "")
        if self.visitors.reader(self.request):
            self.redirect(local_address(asked), status=303)
            return
        self._show(asked, logged_out=self.request.query == "uit")

    head = get

    async def post(self) -> None:
        mail, password, asked = map(self.asked, (pages.MAIL, pages.PASSWORD, pages.ASKED))
        if not self.has_token():
            self._show(asked, _OLD_FORM, mail=mail, status=_REFUSED)
            return
        try:
            code = await self.visitors.log_in(mail, password[: 2 * MOST], self.request.remote_ip or "")
        except TooOften as wait:
            self.set_header("Retry-After", str(ceil(wait.seconds)))
            self._show(asked, Wrong(_waiting(wait.seconds)), mail=mail, status=_TOO_OFTEN)
            return
        if code is None:
            self._show(asked, _WRONG, mail=mail, status=_NOT_RIGHT)
            return
        self.enter(code, local_address(asked))

    def _show(
        self, asked: str, *faults: Wrong, mail: str = "", logged_out: bool = False, status: int = 200
    ) -> None:
        html = pages.login_page(
            self._current(), self.form(*faults), mail=mail, asked=asked, logged_out=logged_out
        )
        self.show(html, status)


class Invitation(_Entrance):
    """`uitnodiging/<code>`: a password of one's own. To look at the page does not use the invitation up."""

    def get(self, code: str) -> None:
        mail = self._invited(code)
        if mail:
            self.show(pages.invitation_page(self._current(), self.form(), mail))

    head = get

    async def post(self, code: str) -> None:
        mail = self._invited(code)
        if not mail:
            return
        password, again = self.asked(pages.NEW), self.asked(pages.AGAIN)
        faults = self._faults(mail, password, again)
        if faults:
            status = _REFUSED if _OLD_FORM in faults else _NOT_RIGHT
            self.show(pages.invitation_page(self._current(), self.form(*faults), mail), status)
            return
        session = await self.visitors.accept(code, mail, password)
        if session is None:
            self._gone()
            return
        self.enter(session, "./")

    def _invited(self, code: str) -> str | None:
        """The mail address it is for; without one the answer has been given."""
        mail = accounts.invited(self.visitors.store, code, self.visitors.clock())
        if mail is None:
            self._gone()
        return mail

    def _gone(self) -> None:
        self.show(pages.no_invitation_page(self._current(), self.root), 404)

    def _faults(self, mail: str, password: str, again: str) -> list[Wrong]:
        if not self.has_token():
            return [_OLD_FORM]
        reason = why_not(password, (mail, self._current().meta.title))
        if reason:
            return [Wrong(reason, pages.NEW)]
        return [] if password == again else [_NOT_THE_SAME]


class LogOut(PostedForm):
    """`uitloggen`: only when asked with the button; nothing that was seen stays in the browser."""

    def post(self) -> None:
        provider: ReaderIdentity = self.settings["identity_provider"]
        self.check_xsrf_cookie()
        address = provider.end(self.request)
        self.clear_cookie(session_cookie(self.request))
        self.set_header("Clear-Site-Data", '"cache"')
        self.redirect(
            address if address.startswith("/") else self.root + address.removeprefix("./"), status=303
        )


def _waiting(seconds: float) -> str:
    minutes = ceil(seconds / 60)
    if minutes > 60:
        return "Er is te vaak een verkeerd wachtwoord gegeven. Vraag de griffie om een nieuwe link."
    return f"Er is te vaak een verkeerd wachtwoord gegeven. Wacht {minutes} {'minuut' if minutes == 1 else 'minuten'}."


def logout_rules(base: str) -> list[Rule]:
    """The address to log out.

    Args:
        base: base address, ending in a slash.
    """
    return [(f"{base}{pages.LOGOUT}", LogOut, {})]


def form_rules(base: str, current: Latest) -> list[Rule]:
    """The addresses to log in and to choose a password; also a link that a mail program cut short has its answer there.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served, for its name and colours.
    """
    return [
        (f"{base}{pages.LOGIN}", LogIn, {"current": current}),
        (f"{base}{pages.INVITATION}/([^/]{{1,100}})", Invitation, {"current": current}),
    ]
