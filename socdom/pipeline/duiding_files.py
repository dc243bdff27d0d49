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
from socdom.parameters.earlier_duiding import Earlier, earlier_duiding
from socdom.pipeline.storage import writing
from socdom.quarters import Quarter, period_label, period_phrase

_MONEY = "geld"
_SAME = "nog gelijk aan {}"
_FRONT = """\
---
{key}: {name}
rol:             # uw functie, geen naam
datum:           # de dag waarop u dit schrijft, zoals 2021-02-18
status: concept  # maak hiervan goedgekeurd als de tekst klaar is
---
<!--
Wat tussen deze tekens staat, komt nooit op een pagina.

{title}. Deze feiten staan al op de pagina:
{facts}
-->
"""
_LAST_TIME = """\
<!-- {when}, {role}, {day}. Neem dit alleen over als het nog klopt.

{text}

-->
"""


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
class _Subject:
    """What a text is about: an indicator, or else a theme."""

    indicator: str = ""
    thema: str = ""

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
    if load_gemeente(folder).profiel == "zonder duiding":
        place, rule = f"parameters/{gemeente}/gemeente.yml, profiel", "deze gemeente toont geen duiding"
        raise ParameterError(Fault(place, rule, remedy="Kies het profiel met duiding om die te schrijven."))
    target = folder / quarter / "duiding"
    present = read_duiding(target)
    earlier = earlier_duiding(folder, quarter)
    edition = _edition_of(gemeente, quarter, places)
    known = {item.subject for item in present}
    made = []
    with writing(target):
        for subject in _subjects(edition):
            path = target / f"{subject.indicator or subject.thema}.md"
            if subject.key not in known and not path.exists():
                _write(path, _text(edition, subject, earlier.get(subject.key)))
                made.append(path)
    approved = sum(item.status == "goedgekeurd" for item in present)
    return Drafted(tuple(made), _waiting(target, present, earlier), approved)


def _edition_of(gemeente: str, kwartaal: str, places: Places) -> Edition:
    """The edition of the quarter with the newest figures: its report, or the current one."""
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


def _subjects(edition: Edition) -> list[_Subject]:
    """Key figures, then other figures with a signal, each once; of money the theme, which has one text."""
    names = [d.id for theme in edition.themes() for d, _ in newest_key_figures(edition, theme)]
    names += [item.indicator for item in judgements(edition) if item.verdict is Verdict.SIGNAL]
    told = [
        name
        for name in dict.fromkeys(names)
        if edition.descriptions[name].theme != _MONEY and not edition.descriptions[name].is_policy_indicator
    ]
    money = [_Subject(thema=_MONEY)] if _MONEY in edition.themes() else []
    return [*(_Subject(indicator=name) for name in told), *money]


def _text(edition: Edition, subject: _Subject, before: Earlier | None) -> str:
    title = edition.descriptions[subject.indicator].title if subject.indicator else THEMES[subject.thema]
    facts = "\n".join(f"- {fact}" for fact in _facts(edition, subject))
    front = _FRONT.format(
        key="indicator" if subject.indicator else "thema",
        name=subject.indicator or subject.thema,
        title=title,
        facts=_inside(facts),
    )
    parts = [f"\n## {heading}\n\n{_last_time(heading, before)}" for heading in PARTS]
    return front + "".join(parts)


def _facts(edition: Edition, subject: _Subject) -> list[str]:
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


def _last_time(heading: str, before: Earlier | None) -> str:
    """What was said under a heading, with role and date of then; "" when nothing was."""
    text = before.duiding.parts[heading] if before else ""
    if before is None or not text or before.duiding.datum is None:
        return ""
    when, day = period_label(before.kwartaal), dutch.day(before.duiding.datum)
    return _LAST_TIME.format(when=when, role=_inside(before.duiding.rol), day=day, text=text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)


def _waiting(target: Path, present: Sequence[Duiding], earlier: Mapping[str, Earlier]) -> tuple[Waiting, ...]:
    """The concepts that were there, by name of their file."""
    found = []
    for item in present:
        if item.status == "concept":
            before = earlier.get(item.subject)
            same = before is not None and item.says_the_same(before.duiding)
            note = _SAME.format(period_phrase(before.kwartaal)) if same and before else ""
            note = note or ("" if item.is_written else "nog leeg")
            found.append(Waiting(target / item.bestand, note))
    return tuple(found)
