"""Files for who writes duiding: the facts of the edition and the text of last time, to start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socdom import dutch, narrative
from socdom.blocks.cards import newest_key_figures
from socdom.editions.model import THEMES
from socdom.editions.read import Edition, open_edition
from socdom.errors import EditionError, Fault, ParameterError
from socdom.judgement.goals import goals_of
from socdom.judgement.judge import judge, judgements
from socdom.judgement.model import Verdict
from socdom.narrative.goals import goal_sentence
from socdom.narrative.signals import signal_sentence
from socdom.parameters import Duiding, Places, load_gemeente, read_duiding
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import ABOVE, Draft, draft_text
from socdom.parameters.earlier_duiding import Earlier, earlier_duiding
from socdom.pipeline.storage import writing
from socdom.quarters import Quarter, period_label, period_phrase
from socdom.whole_files import put_new_file

_MONEY = "geld"
_SAME = "nog gelijk aan {}"
_FACTS = """\
<!--
Wat tussen deze tekens staat, komt nooit op een pagina.

{title}. Deze feiten staan al op de pagina:
{facts}
-->"""
_LAST_TIME = """\
<!-- {when}, {role}, {day}. Neem dit alleen over als het nog klopt.

{text}

-->"""


@dataclass(frozen=True)
class Waiting:
    """A text that is not approved yet; `note` says when it is still what was said last time, or empty."""

    path: Path
    note: str = ""


@dataclass(frozen=True)
class Drafted:
    """What there is of duiding in a quarter.

    Attributes:
        made: files that were written now, each with a concept.
        waiting: concepts that were there already.
        approved: number of texts that are approved.
    """

    made: tuple[Path, ...]
    waiting: tuple[Waiting, ...]
    approved: int


@dataclass(frozen=True)
class Subject:
    """What a text is about: an indicator, or else a theme."""

    indicator: str = ""
    thema: str = ""

    @property
    def name(self) -> str:
        """As it names a file."""
        return self.indicator or self.thema

    @property
    def key(self) -> str:
        """As `Duiding.subject`."""
        return self.indicator or f"thema:{self.thema}"


def draft_duiding(gemeente: str, kwartaal: str, places: Places | None = None) -> Drafted:
    """Write a concept for every key figure, every signal and the theme Geld that has no text in this quarter yet.

    A file that is there is never written over.

    Raises:
        EditionError: there is no edition of this quarter to take the facts from.
        ParameterError: the municipality or the quarter is unknown, it has no duiding, or a text is not valid.
        StorageError: a file could not be written.
    """
    places = places or Places.from_environment()
    quarter, folder = str(Quarter.parse(kwartaal)), places.parameters / gemeente
    require_duiding(folder)
    target = folder / quarter / "duiding"
    present = read_duiding(target)
    earlier = earlier_duiding(folder, quarter)
    edition = edition_of(gemeente, quarter, places)
    known = {item.subject for item in present}
    made = []
    with writing(target):
        for subject in subjects_of(edition):
            path = target / f"{subject.name}.md"
            if subject.key not in known and not path.exists():
                _write(path, first_draft(edition, subject, earlier.get(subject.key)))
                made.append(path)
    approved = sum(item.status == "goedgekeurd" for item in present)
    return Drafted(tuple(made), _waiting(target, present, earlier), approved)


def require_duiding(folder: Path) -> None:
    """That a municipality shows what people write beside its figures.

    Args:
        folder: `parameters/<gemeente>`.

    Raises:
        ParameterError: its profile is without.
    """
    if load_gemeente(folder).profiel == "zonder duiding":
        place, rule = f"parameters/{folder.name}/gemeente.yml, profiel", "deze gemeente toont geen duiding"
        raise ParameterError(Fault(place, rule, remedy="Kies het profiel met duiding om die te schrijven."))


def edition_of(gemeente: str, kwartaal: str, places: Places) -> Edition:
    """The edition of the quarter with the newest figures: its report, or the current one.

    Raises:
        EditionError: there is none.
    """
    found = []
    for name in (kwartaal, "actueel"):
        try:
            found.append(open_edition(gemeente, name, places))
        except EditionError:
            continue
    fitting = [edition for edition in found if edition.meta.period == kwartaal]
    if not fitting:
        remedy = f"Maak haar met socdom quarter {kwartaal} -g {gemeente}, en begin daarna met schrijven."
        raise EditionError(
            Fault(f"{gemeente} {kwartaal}", "er is nog geen editie van dit kwartaal", remedy=remedy)
        )
    return max(fitting, key=lambda edition: edition.meta.figures_as_of)


def subjects_of(edition: Edition) -> list[Subject]:
    """Key figures, then other figures with a signal, each once; of money the theme, which has one text."""
    names = [d.id for theme in edition.themes() for d, _ in newest_key_figures(edition, theme)]
    names += [item.indicator for item in judgements(edition) if item.verdict is Verdict.SIGNAL]
    told = [
        name
        for name in dict.fromkeys(names)
        if edition.descriptions[name].theme != _MONEY and not edition.descriptions[name].is_policy_indicator
    ]
    money = [Subject(thema=_MONEY)] if _MONEY in edition.themes() else []
    return [*(Subject(indicator=name) for name in told), *money]


def first_draft(edition: Edition, subject: Subject, before: Earlier | None) -> Draft:
    """An empty concept with the facts, and what was said last time, as comments."""
    facts = _FACTS.format(
        title=title_of(edition, subject),
        facts=_inside("\n".join(f"- {fact}" for fact in facts_of(edition, subject))),
    )
    last_time = {heading: _last_time(heading, before) for heading in PARTS}
    return Draft(subject.indicator, subject.thema, notes={ABOVE: (facts,), **last_time})


def title_of(edition: Edition, subject: Subject) -> str:
    """The indicator or the theme by its Dutch name."""
    return edition.descriptions[subject.indicator].title if subject.indicator else THEMES[subject.thema]


def facts_of(edition: Edition, subject: Subject) -> list[str]:
    """What the page says already: what changed, a signal, a goal."""
    if not subject.indicator:
        return [narrative.theme_lead(edition, subject.thema)]
    judged = judge(edition, subject.indicator)
    return [
        *narrative.summary(edition, subject.indicator),
        *([signal_sentence(judged)] if judged.verdict is Verdict.SIGNAL else []),
        *(goal_sentence(edition, goal) for goal in goals_of(edition, subject.indicator)),
    ]


def _inside(text: str) -> str:
    """A text that cannot begin or end the comment it stands in."""
    return text.replace("-->", "→").replace("<!--", "←")


def _last_time(heading: str, before: Earlier | None) -> tuple[str, ...]:
    """What was said under a heading, with role and date of then; nothing when nothing was."""
    text = before.duiding.parts[heading] if before else ""
    if before is None or not text or before.duiding.datum is None:
        return ()
    when, day = period_label(before.kwartaal), dutch.day(before.duiding.datum)
    return (_LAST_TIME.format(when=when, role=_inside(before.duiding.rol), day=day, text=text),)


def _write(path: Path, draft: Draft) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    put_new_file(path, draft_text(draft).encode())


def _waiting(target: Path, present: Sequence[Duiding], earlier: Mapping[str, Earlier]) -> tuple[Waiting, ...]:
    """The concepts that were there, by name of their file."""
    return tuple(
        Waiting(target / item.bestand, note_on(item, earlier.get(item.subject)))
        for item in present
        if item.status == "concept"
    )


def note_on(item: Duiding, before: Earlier | None) -> str:
    """What there is to say of a text: still as it was last time, or still empty; "" for one that somebody wrote."""
    if before is not None and item.says_the_same(before.duiding):
        return _SAME.format(period_phrase(before.kwartaal))
    return "" if item.is_written else "nog leeg"
