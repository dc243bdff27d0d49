"""A study as a cell shows it: which change, what carries most of it, tables and pictures, and what to do next."""

from __future__ import annotations

from socdom import dutch
from socdom.charts.parts_chart import Added, added_parts
from socdom.charts.style import Style
from socdom.judgement.labels import label
from socdom.narrative.register import standing_words
from socdom.quarters import period_label, period_phrase
from socdom.workbench.decomposition.flows import Flows
from socdom.workbench.decomposition.parts import CHANCE, Part, Split
from socdom.workbench.decomposition.study import Study
from socdom.workbench.show import (
    Shown,
    code,
    facts,
    folded,
    heading,
    internal,
    listed,
    picture,
    remark,
    sentence,
    shareable,
    table,
    together,
)

CAUTION = "Dit laat zien waar de verandering zit. Het zegt niet waardoor zij komt."
_INCOMPLETE = (
    "Een van de twee periodes is nog niet compleet. Er komen nog gegevens bij. "
    "Of het meer of minder werd, is nog niet te zeggen."
)
_AS_PUBLISHED = (
    "Dit is de editie van een kwartaal. Wij verdelen de cijfers zoals zij zijn gepubliceerd. Aantallen uit de "
    "leveringen van nu staan er niet naast: uit het verschil kan blijken wie erbij kwam."
)
_MOST = 3
# Parts that carry this much of a change together are named.
_ENOUGH = 0.5
_DRAWN = 12


def whole_page(study: Study) -> Shown:
    """Everything, the clearest split first and the others folded."""
    parts: list[Shown | str] = [opening(study)]
    if study.flows is not None:
        parts.append(flows_shown(study))
    for place, split in enumerate(study.splits):
        shown = split_shown(study, split)
        parts.append(
            together(heading(_title(split), 3), shown) if place == 0 else folded(_title(split), shown)
        )
    return together(*parts, remark(CAUTION), next_steps(study))


def opening(study: Study) -> Shown:
    """Which figure, which change, and how it was judged."""
    definition, two = study.definition, study.two
    where = "" if study.area.level == "gemeente" else f", {study.area.name}"
    bar = internal("Deze aantallen zijn niet beschermd.") if study.internal else shareable()
    told = [("Oordeel", f"{label(study.judgement)}.")]
    if not study.is_difference and not study.small:
        pairs = zip((two.before, two.now), study.values, strict=True)
        told += [(period_label(period), _value(study, value)) for period, value in pairs]
    points = " procentpunt" if definition.format == "procent" else ""
    if not study.small:
        told.append(("Verschil", _signed(study, study.change) + points))
    parts = [bar, heading(f"{definition.title}{where}"), facts(told), sentence(two.why)]
    if study.as_published:
        parts.append(sentence(_AS_PUBLISHED))
    if not study.complete:
        parts.append(sentence(_INCOMPLETE))
    if study.reason:
        parts.append(sentence(study.reason))
    elif not study.splits:
        parts.append(sentence("Dit cijfer heeft geen groepen om te verdelen."))
    if len(study.splits) > 1:
        parts.append(remark(_many(study)))
    return together(*parts)


def split_shown(study: Study, split: Split) -> Shown:
    """One split: a sentence, a picture and a table."""
    chart = added_parts(
        [Added(p.label, p.change, _signed(study, p.change), _open(split, p)) for p in split.parts[:_DRAWN]],
        f"{study.definition.title}, {_title(split).lower()}",
        Style.of(study.edition.meta),
    )
    heads, rows = _table(study, split)
    notes = [remark(note) for note in (*split.notes, _share_note(split)) if note]
    return together(
        sentence(summary(study, split)),
        picture(chart),
        table("", heads, rows),
        *notes,
    )


def summary(study: Study, split: Split) -> str:
    """Which groups carry most of the change, in one sentence; neither a cause nor whether it is good."""
    way = 1 if split.change > 0 else -1
    with_it = [p for p in split.parts if p.group and p.change * way > 0]
    if not split.change or not with_it:
        return "Er is geen groep die met het verschil meegaat."
    named: list[Part] = []
    for part in with_it[:_MOST]:
        named.append(part)
        if sum(p.change for p in named) * way >= _ENOUGH * abs(split.change):
            break
    told = dutch.listing([f"{part.label} ({_signed(study, part.change)})" for part in named])
    text = dutch.sentence(f"Van het verschil van {_signed(study, split.change)} zit het meeste bij: {told}")
    against = next(
        (p for p in split.parts if p.group and p.change * way < -_ENOUGH * abs(split.change)), None
    )
    if against is None:
        return text
    return f"{text} De andere kant op ging {against.label} ({_signed(study, against.change)})."


def flows_shown(study: Study) -> Shown:
    """The balance of who came and who went, as a table that adds up."""
    found = study.flows
    assert found is not None
    return together(
        heading("Wie erbij kwam en wie eruit ging", 3),
        sentence(
            f"Van {period_phrase(study.two.before)} tot {period_phrase(study.two.now)}. "
            "Wie er beide keren is, telt hier niet mee als instroom of uitstroom."
        ),
        table("", ["", "Aantal"], _balance(study, found)),
    )


def next_steps(study: Study) -> Shown:
    """How it stands with the signal, and what comes after looking."""
    item, slug = study.followed, study.edition.meta.slug
    if item is None:
        told = "Dit cijfer heeft nu geen signaal. Opvolgen hoeft niet."
    else:
        told = f"Opvolging: {standing_words(item.standing, noted=item.record is not None).lower()}."
    steps = [told]
    if item is not None and item.record is None:
        steps.append("Leg het signaal vast. Dit maakt een bestand om in te vullen.")
    parts: list[Shown] = [heading("Verder", 3), listed(steps)]
    if item is not None and item.record is None:
        parts.append(code(f"socdom signals -g {slug} --maak"))
    quarter = study.edition.meta.period
    write = f'sd.gemeente("{slug}").write_duiding("{quarter}", "{study.definition.id}")'
    return together(*parts, sentence("Schrijf daarna de duiding."), code(write))


def _balance(study: Study, found: Flows) -> list[list[str]]:
    rows = [[period_label(study.two.before), dutch.number(found.opening)]]
    rows += [[f"+ {name}", dutch.number(number)] for name, number in found.came.items()]
    rows += [[f"− {name}", dutch.number(-number)] for name, number in found.went.items()]
    return [*rows, [period_label(study.two.now), dutch.number(found.closing)]]


def _table(study: Study, split: Split) -> tuple[list[str], list[list[str]]]:
    several = len(split.effects) > 1
    tested = any(part.chance is not None for part in split.parts)
    heads = ["Groep", f"{split.behind} eerst", f"{split.behind} nu"]
    heads += [*split.effects, "Samen"] if several else ["Verschil"]
    heads += ["Aandeel", *(["Meer dan toeval"] if tested else [])]
    rows = []
    for part in split.parts:
        row = [part.label, _behind(split, part, part.before), _behind(split, part, part.now)]
        if several:
            row += [_signed(study, effect) for effect in part.effects]
        row += [_signed(study, part.change), _share(split, part)]
        rows.append([*row, _chance(split, part)] if tested else row)
    total = [
        "Samen",
        "",
        "",
        *([""] * len(split.effects) if several else []),
        _signed(study, split.change),
        "",
    ]
    return heads, [*rows, [*total, ""] if tested else total]


def _title(split: Split) -> str:
    return f"Verdeeld naar {split.title.lower()}"


def _behind(split: Split, part: Part, value: float | None) -> str:
    if value is None:
        return ""
    return dutch.number(value) if not part.group else dutch.value_text(value, split.form, split.decimals)


def _share(split: Split, part: Part) -> str:
    return dutch.percent(100 * part.change / split.change, 0) if split.change else ""


def _share_note(split: Split) -> str:
    if any(part.change * split.change < 0 for part in split.parts):
        return "Aandeel: deel van het hele verschil. Met een min ging de groep de andere kant op."
    return ""


def _chance(split: Split, part: Part) -> str:
    return {True: "ja", False: "nee", None: ""}[split.beyond_chance(part)]


def _open(split: Split, part: Part) -> bool:
    return not part.group or split.beyond_chance(part) is False


def _many(study: Study) -> str:
    number = sum(sum(part.group for part in split.parts) for split in study.splits)
    told = f"Hieronder staan {number} delen in {len(study.splits)} verdelingen."
    told += " Hoe meer u bekijkt, hoe vaker er toeval bij zit."
    if any(part.chance is not None for split in study.splits for part in split.parts):
        told += (
            f" Meer dan toeval: de kans is kleiner dan {dutch.percent(100 * CHANCE, 0)}, gedeeld door het aantal delen."
            " Bij aantallen vergelijken wij wie erbij kwam met wie wegging."
        )
    return told


def _value(study: Study, value: float) -> str:
    return dutch.value_text(value, study.definition.format, study.definition.decimals)


def _signed(study: Study, value: float) -> str:
    """A difference with its sign; one decimal more than the figure, so that parts can be added."""
    form, decimals = study.definition.format, study.definition.decimals
    if form not in ("aantal", "euro"):
        decimals += 1
    if dutch.round_half_up(value, decimals) == 0:
        value = 0.0
    text = dutch.number(value, decimals) if form == "procent" else dutch.value_text(value, form, decimals)
    return f"+{text}" if dutch.round_half_up(value, decimals) > 0 else text
