"""How to read the dashboard, on one page, with small examples from the edition itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.cards import key_card, newest_key_figures
from socdom.blocks.figures import figure
from socdom.blocks.render import render
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.quarters import period_label

Pair = tuple[Description, Figure]
Term = tuple[str, str]


@dataclass(frozen=True)
class Lines:
    """A drawn figure of the edition, and what there is to read in it."""

    html: Markup
    terms: tuple[Term, ...]


def explained(edition: Edition, *, heading_level: int = 2) -> str:
    """HTML of the page Uitleg without its h1; an example that the edition does not have is left out.

    Args:
        edition: where the examples come from.
        heading_level: level of the headings of its parts.
    """
    shown = [
        pair for theme in edition.themes() for pair in newest_key_figures(edition, theme) if pair[1].shown
    ]
    drawn = [pair for pair in shown if len(edition.series(pair[0].id)) > 1]
    example = (drawn or shown)[:1]
    return render(
        "explained",
        level=heading_level,
        card=key_card(edition, *example[0]) if example else None,
        card_terms=_card_terms(example[0][1]) if example else (),
        lines=_lines(edition, drawn[0][0], heading_level) if drawn else None,
        terms=_terms(edition, shown),
        has_choices=edition.meta.own_registration,
        meta=edition.meta,
    )


def _card_terms(now: Figure) -> tuple[Term, ...]:
    """What stands on a card, from top to bottom."""
    found = (
        (
            "Het grote getal",
            f"De stand in de nieuwste periode: {now.period_label}. Eronder staat waar het over gaat.",
        ),
        ("Het sterretje", "Dit cijfer kan nog veranderen.") if now.status != "definitief" else ("", ""),
        ("Het lijntje", "Zo ging het de laatste tijd. Het lijntje begint niet bij 0."),
        (
            "De zin eronder",
            "Het verschil met een jaar eerder. Is het verschil klein? Dan noemen we het geen verschil.",
        ),
        (
            "Het kader",
            "Wat u uit het cijfer mag halen, in woorden. Een kleur zegt hier nooit of iets goed of slecht is.",
        ),
        ("Een gevuld kader", "Het cijfer ligt buiten het doel van de raad of boven de begroting."),
    )
    return tuple(term for term in found if term[0])


def _lines(edition: Edition, description: Description, level: int) -> Lines:
    """The chart of a key figure, with what is in that chart."""
    series = edition.series(description.id)
    html = figure(edition, description.id, side=False, duiding=False, signals=False, heading_level=level + 1)
    found = (
        ("De titel", "Hier staat in een zin wat u in de grafiek ziet."),
        ("De dikke lijn", f"Dat is {edition.meta.name}. Een dunne lijn is een andere gemeente of een groep."),
        ("De stippellijn met open stip", "Dit cijfer is voorlopig. Het kan nog veranderen.")
        if any(point.status == "voorlopig" for point in series)
        else ("", ""),
        ("Een gat in de lijn", "Daar is geen cijfer dat we kunnen tonen."),
        ("De streepjeslijn", "Een doel van de raad of de begroting."),
        (
            "Een lijn van boven naar beneden",
            "Vanaf daar is anders geteld. Vergelijk links en rechts ervan niet.",
        ),
        (
            "Een grijze lijn met een naam",
            "Toen gebeurde er iets. Wij zeggen niet dat een cijfer daardoor veranderde.",
        )
        if description.events
        else ("", ""),
        ("De as", "Begint de as niet bij 0? Dan staat dat erbij. Een verschil lijkt dan groter."),
        ("De tabel", "Onder elke grafiek staan dezelfde cijfers in een tabel. Klap haar open."),
    )
    return Lines(Markup(html), tuple(term for term in found if term[0]))


def _terms(edition: Edition, shown: list[Pair]) -> tuple[Term, ...]:
    """Words and signs, each with an example where there is one."""
    rule = edition.meta.protection
    found = (
        ("Per 1.000", _example(edition, shown, _per_thousand)),
        ("Procentpunt", "Gaat 10 procent naar 12 procent? Dan is het 2 procentpunt meer."),
        ("Voorlopig (*)", "Het cijfer kan nog veranderen. Er komen bijvoorbeeld nog gegevens binnen."),
        (
            "Nog onvolledig (*)",
            "Een deel van de gegevens is er nog niet. We zeggen dan niet of het stijgt of daalt.",
        ),
        (
            "Een punt (.)",
            "Dit cijfer is geheim of niet bekend. Zo zijn mensen niet te herkennen. Een punt is dus geen 0.",
        ),
        (
            "Afgerond",
            f"Aantallen mensen zijn afgerond op {dutch.number(rule.round_to)}. Een rij telt dus soms niet precies op."
            if edition.meta.own_registration
            else "",
        ),
        ("Geen duidelijk verschil", "Het verschil is zo klein dat we niet zeggen dat het meer of minder is."),
        (
            "Signaal",
            "Een cijfer wijkt meer af dan gewoon. Een signaal zegt niet waarom. Het zegt ook niet of het erg is."
            if edition.meta.own_registration
            else "",
        ),
        ("Herzien", "Een cijfer van eerder is veranderd. U ziet dan wat het was en wat het nu is."),
    )
    return tuple(term for term in found if term[1])


def _example(edition: Edition, shown: list[Pair], told: Callable[[Pair], str]) -> str:
    """The sentence about the first figure of which there is something to tell; "" without one."""
    return next((text for pair in shown if (text := told(pair))), "")


def _per_thousand(pair: Pair) -> str:
    """ "Jongeren met … : 73,4 per 1.000. Van elke 1.000 … gaat het dus om ongeveer 73." """
    description, now = pair
    base = dutch.rate_per(description.format)
    if base != 1000 or now.value is None:
        return ""
    about = f"{description.short}: {description.text(now.value, words=True)} ({period_label(now.period)})."
    return f"{about} Van elke 1.000 gaat het dus om ongeveer {dutch.number(round(now.value))}."
