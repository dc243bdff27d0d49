"""What is mailed about a notice: who gets it, and what it says. No figure, no name, and no text of a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from socdom import dutch
from socdom.errors import UNEXPECTED, SocdomError
from socdom.narrative.wording import capital
from socdom.notify.mail import Mail
from socdom.parameters.berichten import Berichten
from socdom.pipeline.unattended.notices import About, Notice
from socdom.quarters import period_phrase
from socdom.schedule.due import REFRESH
from socdom.schedule.events import Reason
from socdom.schedule.words import at_time, on_day, task_words

BROKEN_OFF = "De poging brak af voordat zij klaar was"
_PROMISE = (
    "Dit bericht is automatisch gemaakt. Er staan geen cijfers of namen van mensen in. "
    "U hoeft niet te antwoorden."
)


@dataclass(frozen=True)
class Town:
    """What a mail says of a municipality.

    Attributes:
        slug: folder name, for the commands.
        name: "Lindeveen".
        dashboard: address readers use; "" when there is none.
    """

    slug: str
    name: str
    dashboard: str = ""


def mail_of(notice: Notice, town: Town, berichten: Berichten) -> Mail | None:
    """The mail about a notice; None when there is nobody to write to."""
    to = (berichten.duiding if notice.about is About.DUIDING else ()) or berichten.beheerder
    if not to:
        return None
    subject, *paragraphs = _MAILED[notice.about](notice, town)
    if town.dashboard:
        paragraphs.append(f"Het dashboard:\n{town.dashboard}")
    return Mail(f"{town.slug} {notice.key}", to, f"{town.name}: {subject}", (*paragraphs, _PROMISE))


def fault_words(code: int) -> str:
    """What kind of fault an exit code stands for, as a Dutch sentence without its full stop; 0 for one without end."""
    if code == 0:
        return BROKEN_OFF
    headings = {kind.exit_code: kind.heading for kind in _kinds(SocdomError)}
    return headings.get(code, UNEXPECTED)


def _kinds(kind: type[SocdomError]) -> Iterator[type[SocdomError]]:
    for below in kind.__subclasses__():
        yield from _kinds(below)
        yield below


def _failed(notice: Notice, town: Town) -> Iterator[str]:
    work = task_words(notice.task)
    yield f"{work} lukt nog steeds niet" if notice.about is About.LASTING else f"{work} is niet gelukt"
    since = f" Zo is het sinds {at_time(notice.since)}." if notice.since else ""
    tries = f" Er zijn {dutch.number(notice.count)} pogingen gedaan." if notice.count > 1 else ""
    yield f"{capital(work)} lukt niet.{since}{tries}"
    yield f"Wat er aan de hand is:\n{fault_words(notice.code)}."
    if notice.task == REFRESH:
        yield "De vorige cijfers staan er nog. Op elke pagina staat van welke dag zij zijn."
    yield _look_at_status(town)


def _look_at_status(town: Town) -> str:
    return (
        "Wat u doet: kijk op de server wat er precies is, en wat helpt. Dat leest u met:\n"
        f"sudo socdom status -g {town.slug}"
    )


def _recovered(notice: Notice, town: Town) -> Iterator[str]:
    work = task_words(notice.task)
    yield f"{work} lukt weer"
    since = f" Het lukte niet sinds {on_day(notice.since)}." if notice.since else ""
    yield f"{capital(work)} lukt weer.{since} Voor deze fout hoeft u niets meer te doen."


def _ready(notice: Notice, town: Town) -> Iterator[str]:
    period = notice.edition[: len("2020Q4")]
    report = f"het kwartaalrapport over {period_phrase(period)}"
    if "-v" in notice.edition:
        yield f"{report} is definitief"
        yield f"{capital(report)} staat vast. Het verandert niet meer."
        return
    yield f"het concept van {report} is klaar"
    yield (
        f"Het concept van {report} is klaar. Het staat op de server, in deze map:\n"
        f"rendered/{town.slug}/{notice.edition}"
    )
    yield (
        "Wat u doet: lees het na en laat de duiding schrijven. Wat nog open is, leest u met:\n"
        f"sudo socdom status -g {town.slug}"
    )
    yield f"Klopt alles? Dan maakt u het definitief met:\nsudo socdom quarter {period} -g {town.slug} --definitief"


def _waits(notice: Notice, town: Town) -> Iterator[str]:
    subject, *steps = _WAITING.get(notice.reason, _ANYTHING)
    period = notice.task.partition(" ")[2] or notice.edition
    about = period_phrase(period) if period[:1].isdigit() else period
    yield subject
    if notice.count:
        yield f"Aantal open punten: {dutch.number(notice.count)}."
    yield from (step.format(slug=town.slug, period=period, about=about) for step in steps)


_ANYTHING = (
    "iets wacht op u",
    "Er is iets dat een mens moet doen.",
    "Wat u doet: kijk op de server wat het is. Dat leest u met:\nsudo socdom status -g {slug}",
)
_WAITING: dict[Reason | None, tuple[str, ...]] = {
    Reason.APPROVAL: (
        "nieuwe cijfers wachten op uw akkoord",
        "Er zijn nieuwe leveringen of nieuwe openbare cijfers. Het dashboard toont ze pas als u akkoord bent.",
        "Wat u doet: kijk de leveringen na met:\nsudo socdom check -g {slug}",
        "Is het goed? Toon de nieuwe cijfers dan met:\nsudo socdom refresh -g {slug}",
    ),
    Reason.NO_QUARTER_FILE: (
        "een kwartaal is nog niet ingericht",
        "Het is tijd voor het kwartaalrapport over {about}. Er is nog geen bestand dat zegt hoe het rapport eruitziet.",
        "Wat u doet: maak dit bestand. Neem dat van het kwartaal ervoor als voorbeeld.\n"
        "parameters/{slug}/{period}/kwartaal.yml",
    ),
    Reason.NOT_READY: (
        "een kwartaalrapport kan nog niet definitief worden",
        "Het rapport over {about} blijft een concept tot alle punten klaar zijn.",
        "Wat u doet: kijk welke punten open zijn met:\nsudo socdom status -g {slug}",
    ),
    Reason.NO_DELIVERY: (
        "een nieuwe levering blijft uit",
        "Er had een nieuwe levering moeten zijn. Die is er niet. Het dashboard toont de vorige cijfers.",
        "Wat u doet: vraag de leverancier wanneer de levering komt.",
    ),
    Reason.PUT_BACK: (
        "de vorige cijfers zijn teruggezet",
        "Iemand heeft de vorige cijfers teruggezet. Het verversen staat daarom stil.",
        "Is het opgelost? Ververs dan met:\nsudo socdom refresh -g {slug}",
    ),
}


def _missing_texts(notice: Notice, town: Town) -> Iterator[str]:
    period = notice.edition
    texts = "1 tekst" if notice.count == 1 else f"{dutch.number(notice.count)} teksten"
    yield f"duiding over {period_phrase(period)} ontbreekt nog"
    yield f"In het kwartaalrapport over {period_phrase(period)} ontbreekt nog duiding. Het gaat om {texts}."
    yield (
        "Wat u doet: schrijf de teksten en laat ze goedkeuren. Zij staan in deze map:\n"
        f"parameters/{town.slug}/{period}/duiding"
    )
    yield "Is er bij een thema niets uit te leggen? Zet dat thema dan bij geen_duiding in kwartaal.yml."


def _stopped(notice: Notice, town: Town) -> Iterator[str]:
    part = {"dashboard": "het dashboard", "run-due": "het werk van de nacht"}[notice.task]
    yield f"{part} is gestopt"
    yield f"{capital(part)} is gestopt. De server kreeg dit onderdeel niet zelf weer aan de gang."
    yield f"Wat u doet: kijk in het logboek van de server met:\nsudo journalctl -u socdom-{notice.task}@{town.slug}"


_MAILED: dict[About, Callable[[Notice, Town], Iterator[str]]] = {
    About.FAILED: _failed,
    About.LASTING: _failed,
    About.RECOVERED: _recovered,
    About.WAITS: _waits,
    About.READY: _ready,
    About.DUIDING: _missing_texts,
    About.STOPPED: _stopped,
}
