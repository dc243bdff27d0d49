"""The last slides: what is not known, the conversation, wishes, and where to find more."""

from __future__ import annotations

from markupsafe import Markup

from socdom import dutch, narrative
from socdom.blocks.protection import protection
from socdom.editions.model import THEMES, DuidingRecord
from socdom.editions.read import Edition
from socdom.judgement.register import register
from socdom.narrative.wording import lower, word_count
from socdom.report.meeting.slide import Note, points, slide
from socdom.report.sections import Section
from socdom.report.selection import absent_themes

_UNKNOWN = "Wat weten we nog niet?"
_MOST_UNKNOWN, _MOST_WORDS = 2, 20
_CANNOT_TELL = "Deze cijfers zeggen niet waarom iets verandert, of hulp goed is, en wat er nog komt."
_LINK = Markup('<a href="{}">{}</a>')


def unknown(edition: Edition) -> Section:
    """What is provisional, hidden, not delivered, or written down by people as not known."""
    told = [narrative.status_note(edition), _absent(edition), *_written(edition), _CANNOT_TELL]
    notes = [
        Note(
            "Waarom kan een cijfer veranderen?",
            "Rekeningen en meldingen komen soms later binnen. Dan tellen wij opnieuw en zeggen wij wat er veranderde.",
        )
    ]
    if rules := protection(edition):
        notes.append(Note("Wat houden wij geheim?", f"{rules.main[1]} {rules.lost}".rstrip()))
    return slide(_UNKNOWN, points([text for text in told if text]), notes, label="Over de cijfers")


def _absent(edition: Edition) -> str:
    names = [THEMES[theme] for theme in absent_themes(edition) if theme != "samenhang"]
    return f"Over {dutch.listing(names)} heeft deze uitgave geen eigen cijfers." if names else ""


def _written(edition: Edition) -> list[str]:
    """What people wrote that they do not know yet, where it is short; the report has all of it."""
    if edition.meta.profile == "zonder duiding":
        return []
    found = [(_about(edition, record), record.parts.get(_UNKNOWN, "").strip()) for record in edition.duiding]
    short = [(name, text) for name, text in found if text and _is_short(text)]
    return [f"{name}: {lower(text)}" for name, text in short[:_MOST_UNKNOWN]]


def _is_short(text: str) -> bool:
    """Whether it is one plain sentence."""
    return word_count(text) <= _MOST_WORDS and not any(mark in text for mark in "\n*_[#`")


def _about(edition: Edition, record: DuidingRecord) -> str:
    return edition.descriptions[record.indicator].short if record.indicator else THEMES[record.thema]


def questions(edition: Edition) -> Section:
    """Questions for the conversation: those that people wrote, or else some that steer to no answer."""
    written = edition.documents.questions
    notes = [
        Note(
            "Hoe gebruikt u deze vragen?",
            "Laat elke fractie kort reageren. Schrijf op welke vragen wij later beantwoorden.",
        )
    ]
    return slide("Waar wilt u het over hebben?", points(written or _neutral(edition), numbered=True), notes,
                 label="Het gesprek")  # fmt: skip


def _neutral(edition: Edition) -> list[str]:
    found = ["Welke cijfers wilt u nader bekijken?"]
    if register(edition).open:
        found.append("Over welk signaal wilt u meer weten?")
    if edition.goals.goals:
        found.append("Over welk doel wilt u verder praten?")
    return [*found, "Wat wilt u vergelijken: met eerder of met andere gemeenten?"]


def wishes(edition: Edition) -> Section:
    """What the council wants of the dashboard and of the next meeting."""
    items = [
        "Welk cijfer mist u?",
        "Welke uitleg is nog niet duidelijk?",
        "Wat kan eenvoudiger in het dashboard?",
    ]
    small = f"U kunt uw wens ook later sturen, naar {edition.meta.griffie_email}."
    notes = [
        Note("Wat doet u met een wens?", "Schrijf op wie de wens heeft, en waarvoor het cijfer nodig is.")
    ]
    return slide("Wat wilt u de volgende keer zien?", points(items, small=small), notes, label="Uw wensen")


def more(edition: Edition) -> Section:
    """Where to find more, and whom to ask."""
    meta, address = edition.meta, edition.documents.dashboard
    email = meta.griffie_email
    items: list[str | Markup] = [
        f"Het kwartaalrapport over het {meta.quarter.label}, als webpagina en als PDF."
    ]
    where = Markup(": ") + _LINK.format(address, address.removeprefix("https://")) if address else Markup("")
    items.append(
        Markup("Het dashboard, met alle cijfers, ook per wijk{}").format(where) + ("" if address else ".")
    )
    items.append(Markup("Vragen stelt u aan de griffie: {}").format(_LINK.format(f"mailto:{email}", email)))
    small = f"U krijgt binnen {meta.answer_days} werkdagen antwoord."
    notes = [
        Note("Mag ik de cijfers zelf gebruiken?", "Ja. In het dashboard kunt u alle cijfers downloaden.")
    ]
    return slide("Waar vindt u meer?", points(items, small=small), notes, label="Na vandaag")
