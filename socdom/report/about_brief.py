"""Half a page about the figures: how sure they are, what is missing, where there is more, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from socdom import blocks, dutch, narrative
from socdom.blocks.protection import protection
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.narrative.changes import since
from socdom.report.sections import joined, part
from socdom.report.selection import absent_themes

_TITLE = "Over deze cijfers"
_TERM = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_LIST = Markup('<dl class="begrippen kort">{}</dl>')
_WHOLE = Markup(
    '<details class="alleen-scherm"><summary>Bekijk alles over deze cijfers: bronnen, betekenis en regels</summary>'
    "<div>{}</div></details>"
)
_MARKS = (
    "Een sterretje (*), een open stip of een stippellijn: het cijfer is voorlopig of nog onvolledig. "
    "Een punt: het cijfer is geheim of niet bekend. Dat is iets anders dan 0."
)
_FIRST = "Dit is het eerste rapport. Er zijn nog geen herziene cijfers."
_NOTHING_REVISED = "Er zijn geen cijfers over eerdere perioden herzien."
_DEFINITIONS = "Op de webpagina van dit rapport staan de betekenis en de bron van elk cijfer, en alle regels."
_FILES = "De cijfers staan ook in de bestanden bij dit rapport."
_MOST_SOURCES = 4
_CONTACT_OPEN = "Nog niet ingevuld."


def about_brief(edition: Edition) -> Markup:
    """HTML of the last part of the short report; what is looked up is folded, and stays off paper."""
    terms = joined(_TERM.format(term, text) for term, text in _terms(edition) if text)
    whole = _WHOLE.format(Markup(blocks.about(edition, heading_level=3)))
    heading = _as_heading(narrative.status_note(edition))
    return part("over-de-cijfers", heading, [_LIST.format(terms), whole], name=_TITLE)


def _as_heading(sentences: str) -> str:
    """The first of some sentences as a heading."""
    return sentences.split(". ")[0].rstrip(".")


def _terms(edition: Edition) -> Iterator[tuple[str, Markup | str]]:
    meta = edition.meta
    yield "Cijfers per", f"{dutch.day(meta.figures_as_of)}. Wat later binnenkwam, telt nog niet mee."
    yield "Tekens", _MARKS
    yield "Herzien", _revised(edition)
    yield "Ontbreekt", " ".join(_missing(edition))
    yield "Bronnen", _sources(edition)
    yield "Meer lezen", _more(edition)
    yield "Vragen", _questions(edition)
    yield "Contact", _contact(edition)
    yield "Volgende keer", _next(edition)
    yield "Versie", f"{meta.version}, {meta.state}. Kenmerk {edition.manifest['fingerprint'][:12]}."


def _revised(edition: Edition) -> str:
    record = edition.changes
    if record is None:
        return _FIRST
    if not record.revised:
        return _NOTHING_REVISED
    number = len(record.revised)
    told = (
        "1 cijfer over een eerdere periode"
        if number == 1
        else f"{dutch.number(number)} cijfers over eerdere perioden"
    )
    return f"{told} {'is' if number == 1 else 'zijn'} herzien {since(record)}."


def _missing(edition: Edition) -> Iterator[str]:
    """What a reader does not see: figures that are secret, themes without a registration, what went wrong."""
    found = protection(edition)
    if found is not None and found.lost:
        yield found.lost
    absent = [THEMES[theme] for theme in absent_themes(edition)]
    if absent:
        yield f"Er is geen eigen registratie over {dutch.listing(absent)}."
    yield from edition.meta.remarks


def _sources(edition: Edition) -> str:
    """The sources, or of many the first one and how many others there are."""
    described = (*edition.indicators(), *edition.policy_indicators())
    names = list(dict.fromkeys(d.source for d in described))
    if len(names) <= _MOST_SOURCES:
        return dutch.sentence(dutch.listing(names))
    return f"{names[0]}, en {dutch.number(len(names) - 1)} andere bronnen. De namen staan op de webpagina."


def _more(edition: Edition) -> Markup:
    address = edition.documents.dashboard
    link = (
        Markup('In het dashboard staan alle cijfers: <a href="{0}">{0}</a>.').format(address)
        if address
        else ("In het dashboard staan alle cijfers.")
    )
    return Markup(" ").join([escape(link), escape(_FILES), escape(_DEFINITIONS)])


def _questions(edition: Edition) -> Markup:
    days = edition.meta.answer_days
    return Markup(
        'Mail de griffie: <a href="mailto:{0}">{0}</a>. U krijgt antwoord binnen {1} werkdagen.'
    ).format(edition.meta.griffie_email, days)


def _contact(edition: Edition) -> Markup | str:
    """Who can be called, as in the letter to the council; in a concept that it is not filled in."""
    found = edition.documents.letter.contact
    mail = Markup('<a href="mailto:{0}">{0}</a>').format(found.email) if found.email else ""
    told = Markup(", ").join(escape(item) for item in (found.name, found.phone, mail) if item)
    if told:
        return told
    return (
        Markup('<span class="leeg">{}</span>').format(_CONTACT_OPEN)
        if edition.meta.state == "concept"
        else ""
    )


def _next(edition: Edition) -> str:
    following = f"Het volgende rapport gaat over het {(edition.meta.quarter + 1).label}."
    meeting = edition.documents.meeting
    if meeting.day is None:
        return following
    place = f" in {meeting.place}" if meeting.place else ""
    return f"{following} De raad praat over deze cijfers op {dutch.day(meeting.day)}{place}."
