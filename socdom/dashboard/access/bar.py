"""What a page shows to who is logged in: a button to log out, put in when the page is served.

A finished page has the same bytes for everybody, so it cannot know who reads it. The name of the reader is not shown: a
screen at a meeting is seen by many.
"""

from __future__ import annotations

from markupsafe import Markup

COOKIES = "Dit dashboard gebruikt cookies alleen om u ingelogd te houden."
_NO_COOKIES, _OWN_COOKIES = "gebruikt geen cookies en", "gebruikt cookies alleen om u ingelogd te houden, en"
_BEFORE = "</header>"
_BAR = Markup(
    '<div class="account"><div class="baan"><p>U bent ingelogd.</p>'
    '<form method="post" action="{root}uitloggen">{token}<button type="submit">Uitloggen</button></form></div></div>'
)


def logged_in(page: str, root: str, token: str) -> str:
    """A complete page with the button in its header, and what is true about cookies in its footer.

    Args:
        root: what comes before a link of the page.
        token: hidden field of the form, as HTML.
    """
    bar = str(_BAR.format(root=root, token=Markup(token)))
    return page.replace(_BEFORE, bar + _BEFORE, 1).replace(_NO_COOKIES, _OWN_COOKIES, 1)
