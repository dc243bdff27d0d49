"""Questions: the ones a reader can begin with, and the ones a reader can send to the griffie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from socdom import dutch, narrative
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
    """A kind of question to the griffie, in Dutch."""

    label: str
    explanation: str


KINDS = (
    QuestionKind("Technische vraag", "Hoe is dit cijfer gemaakt? Klopt het? Waarom ontbreekt er iets?"),
    QuestionKind("Vraag over de betekenis", "Wat zegt dit cijfer? Hoe komt het dat het anders is dan eerst?"),
    QuestionKind("Politieke vraag", "Wat vindt het college ervan? Wat gaat het college doen?"),
)


def mailto(meta: EditionMeta, kind: QuestionKind, page: str, view: str = "") -> str:
    """A link that opens an e-mail to the griffie with subject, page and choices filled in.

    Args:
        page: Dutch name of the page the question is about.
        view: the choices on that page, in words; "" when there are none.
    """
    word, value = narrative.standing(meta)
    subject = f"{kind.label} over het dashboard sociaal domein: {page}"
    lines = [f"Pagina: {page}"]
    lines += [f"Keuze: {view}"] if view else []
    lines += [
        f"{word}: {value} (versie {meta.version})",
        "",
        "Mijn vraag:",
        "",
    ]
    body = "\r\n".join(lines).replace(dutch.NBSP, " ")
    return f"mailto:{meta.griffie_email}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def start_questions(edition: Edition) -> tuple[StartQuestion, ...]:
    """The questions that the pages of this edition can answer."""
    return tuple(
        StartQuestion(text, THEME_ADDRESSES[edition.descriptions[indicator].theme])
        for text, indicators, answered in QUESTIONS
        for indicator in [i for i in indicators if edition.figure(i) and answered(edition, i)][:1]
    )


def _shown(edition: Edition, indicator: str) -> bool:
    return True


def _by_wijk(edition: Edition, indicator: str) -> bool:
    return bool(edition.by_area(indicator, "wijk"))


def _compared(edition: Edition, indicator: str) -> bool:
    return bool(edition.meta.reference)


# A question, the indicators of which one answers it, and what else the edition must have.
QUESTIONS: tuple[tuple[str, tuple[str, ...], Callable[[Edition, str], bool]], ...] = (
    ("Krijgen meer jongeren jeugdhulp dan vorig jaar?", ("jeugdhulp_gebruik",), _shown),
    ("Hoe lang wachten jongeren op jeugdhulp?", ("jeugdhulp_wachttijd",), _shown),
    ("Hoe vaak verwijst de huisarts naar jeugdhulp?", ("jeugdhulp_verwijzer_huisarts",), _shown),
    ("In welke wijken krijgen de meeste jongeren hulp?", ("jeugdhulp_gebruik",), _by_wijk),
    ("Hoeveel inwoners hebben hulp via de Wmo?", ("wmo_clienten",), _shown),
    ("Hoe snel beslist de gemeente over Wmo-hulp?", ("wmo_besluittijd",), _shown),
    ("Hoeveel huishoudens krijgen bijstand?", ("bijstand_huishoudens",), _shown),
    ("Hoeveel mensen krijgen bijstand?", ("bijstand_kwb",), _shown),
    ("Hoeveel huishoudens krijgen hulp bij schulden?", ("schuldhulp_lopend",), _shown),
    ("Blijven we binnen de begroting?", ("lasten_jeugd", "lasten_wmo", "lasten_bijstand"), _shown),
    ("Wat kost het sociaal domein per inwoner?", ("iv3_lasten",), _shown),
    ("Hoe gaat het in gemeenten die op ons lijken?", ("iv3_lasten",), _compared),
    ("Hoeveel mensen wonen er in de gemeente?", ("inwoners", "inwoners_per_kwartaal"), _shown),
    ("Hoeveel inwoners zijn 65 jaar of ouder?", ("inwoners_65_plus",), _shown),
)
