"""Questions: the ones a reader can begin with, and the ones a reader can send to the griffie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from socdom import dutch, narrative
from socdom.dashboard.asking.answers import KIND_WORDS
from socdom.dashboard.menu import THEME_ADDRESSES
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition


@dataclass(frozen=True)
class StartQuestion:
    """A question on the start page and the address of the page that answers it."""

    text: str
    address: str


@dataclass(frozen=True)
class QuestionKind:
    """A kind of question to the griffie, in Dutch.

    Attributes:
        explanation: questions of this kind.
        who: who answers it, a sentence.
    """

    label: str
    explanation: str
    who: str


KINDS = (
    QuestionKind(
        KIND_WORDS["technisch"],
        "Hoe is dit cijfer gemaakt? Klopt het? Waarom ontbreekt er iets?",
        "Een medewerker die de cijfers maakt, geeft antwoord.",
    ),
    QuestionKind(
        KIND_WORDS["duiding"],
        "Wat zegt dit cijfer? Hoe komt het dat het anders is dan eerst?",
        "Een beleidsadviseur geeft antwoord.",
    ),
    QuestionKind(
        KIND_WORDS["politiek"],
        "Wat vindt het college ervan? Wat gaat het college doen?",
        "Het college geeft antwoord. De griffie zegt u hoe dat gaat.",
    ),
)
# Programs for mail and browsers cut longer links off.
LONGEST_LINK = 1900


def question_mail(meta: EditionMeta, kind: QuestionKind, about: str, lines: Sequence[str] = ()) -> str:
    """A link that opens an e-mail to the griffie with subject and text filled in; at most LONGEST_LINK characters.

    Args:
        about: Dutch name of the page or figure the question is about.
        lines: what it is about, a fact a line, the least needed last: those go first where the link is too long.
    """
    kept = list(lines)
    while len(link := _mailto(meta, kind, about, kept)) > LONGEST_LINK and kept:
        kept.pop()
    return link if len(link) <= LONGEST_LINK else _mailto(meta, kind, about[:80], ())


def question_text(kind: str, lines: Sequence[str]) -> str:
    """The text of a question, with what it is about above it; lines end in a line feed.

    Args:
        kind: Dutch name of the kind of question.
        lines: as of `question_mail`.
    """
    return "\n".join([f"Soort vraag: {kind}", *map(_one_line, lines), "", "Mijn vraag:", ""])


def edition_line(meta: EditionMeta) -> str:
    """Which figures a reader looks at: until when they run, and which version or of which day."""
    word, value = narrative.standing(meta)
    fetched = f"opgehaald op {dutch.day(meta.figures_as_of)}"
    return f"{word}: {value} ({fetched if meta.state == 'actueel' else f'versie {meta.version}'})"


def _mailto(meta: EditionMeta, kind: QuestionKind, about: str, lines: Sequence[str]) -> str:
    # RFC 6068: every line ends in CRLF, and nothing that is filled in can begin a field of its own.
    body = question_text(kind.label, lines).replace("\n", "\r\n")
    subject = _one_line(f"{kind.label} over het dashboard sociaal domein: {about}")
    fields = f"subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return f"mailto:{quote(meta.griffie_email, safe='@')}?{fields}"


def _one_line(text: str) -> str:
    """A text without line ends and other characters that are not printed, and with plain spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text.replace(dutch.NBSP, " ")).split())


def start_questions(edition: Edition) -> tuple[StartQuestion, ...]:
    """The questions that the pages of this edition can answer."""
    return tuple(
        StartQuestion(text, THEME_ADDRESSES[edition.descriptions[indicator].theme])
        for text, indicators, answered in QUESTIONS
        for indicator in [i for i in indicators if edition.figure(i) and answered(edition, i)][:1]
    )


def _always(edition: Edition, indicator: str) -> bool:
    return True


def _by_wijk(edition: Edition, indicator: str) -> bool:
    return bool(edition.by_area(indicator, "wijk"))


def _compared(edition: Edition, indicator: str) -> bool:
    return bool(edition.meta.reference)


# A question, the indicators of which one answers it, and what else the edition must have.
QUESTIONS: tuple[tuple[str, tuple[str, ...], Callable[[Edition, str], bool]], ...] = (
    ("Krijgen meer jongeren jeugdhulp dan vorig jaar?", ("jeugdhulp_gebruik",), _always),
    ("Hoe lang wachten jongeren op jeugdhulp?", ("jeugdhulp_wachttijd",), _always),
    ("Hoe vaak verwijst de huisarts naar jeugdhulp?", ("jeugdhulp_verwijzer_huisarts",), _always),
    ("In welke wijken krijgen de meeste jongeren hulp?", ("jeugdhulp_gebruik",), _by_wijk),
    ("Hoeveel inwoners hebben hulp via de Wmo?", ("wmo_clienten",), _always),
    ("Hoe snel beslist de gemeente over Wmo-hulp?", ("wmo_besluittijd",), _always),
    ("Hoeveel huishoudens krijgen bijstand?", ("bijstand_huishoudens",), _always),
    ("Hoeveel mensen krijgen bijstand?", ("bijstand_kwb",), _always),
    ("Hoeveel huishoudens krijgen hulp bij schulden?", ("schuldhulp_lopend",), _always),
    ("Blijven we binnen de begroting?", ("lasten_jeugd", "lasten_wmo", "lasten_bijstand"), _always),
    ("Wat kost het sociaal domein per inwoner?", ("iv3_lasten",), _always),
    ("Hoe gaat het in gemeenten die op ons lijken?", ("iv3_lasten",), _compared),
    ("Hoeveel mensen wonen er in de gemeente?", ("inwoners", "inwoners_per_kwartaal"), _always),
    ("Hoeveel inwoners zijn 65 jaar of ouder?", ("inwoners_65_plus",), _always),
)
