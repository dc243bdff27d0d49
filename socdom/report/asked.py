"""What the council is asked to do with the report, and questions for the conversation about it."""

from __future__ import annotations

from markupsafe import Markup

from socdom.editions.read import Edition
from socdom.report.sections import joined

_ASKED = {
    "kennisnemen": "Het college vraagt de raad om {} van deze cijfers.",
    "bespreken": "Het college vraagt de raad om deze cijfers te {}.",
    "besluiten": "Het college vraagt de raad om te {}. Het voorstel daarvoor is een apart stuk.",
}
_TO_READ = (
    "Het college stelt de raad geen vraag bij deze cijfers. Zij zijn bedoeld om te lezen en te bespreken."
)
_NOT_WRITTEN = "Nog niet ingevuld. Het college schrijft hier op wat het van de raad vraagt."
_NO_QUESTIONS = "Nog niet ingevuld. Hier staan straks vragen voor het gesprek in de raad."
_HALF = Markup(
    '<section aria-labelledby="{id}"><h2 class="hoofdlijnen-kop" id="{id}">{title}</h2>{text}</section>'
)
_WHOLE = Markup('<div class="gevraagd">{}</div>')
_TITLE, _QUESTIONS = "Wat vragen we van de raad?", "Vragen voor het gesprek"


def asked(edition: Edition) -> Markup:
    """HTML of what is asked of the council, beside the questions for the conversation.

    Under the profile "zonder duiding" what nobody wrote is not said to be missing: there the college asks nothing.
    """
    expected = edition.meta.profile == "met duiding"
    what = _HALF.format(id="gevraagd", title=_TITLE, text=_what(edition, expected=expected))
    questions = _questions(edition, expected=expected)
    halves = [what, _HALF.format(id="gesprek", title=_QUESTIONS, text=questions) if questions else ""]
    return _WHOLE.format(joined(halves))


def _what(edition: Edition, *, expected: bool) -> Markup:
    found = edition.documents.asked
    if found:
        verb = Markup("<strong>{}</strong>").format("kennis te nemen" if found == "kennisnemen" else found)
        return Markup("<p>{}</p>").format(Markup(_ASKED[found]).format(verb))
    return Markup('<p class="leeg">{}</p>').format(_NOT_WRITTEN) if expected else Markup(f"<p>{_TO_READ}</p>")


def _questions(edition: Edition, *, expected: bool) -> Markup:
    written = edition.documents.questions
    if written:
        return Markup("<ol>{}</ol>").format(joined(Markup("<li>{}</li>").format(text) for text in written))
    return Markup('<p class="leeg">{}</p>').format(_NO_QUESTIONS) if expected else Markup()
