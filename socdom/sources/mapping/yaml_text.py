"""A proposal as the piece of gemeente.yml that it is, with Dutch comments where a person must look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from socdom.person_numbers import COVER, covered
from socdom.sources.files.sheet_names import may_be_told
from socdom.sources.mapping.match import Match
from socdom.sources.mapping.missing import Missing
from socdom.sources.mapping.notation import DUTCH_DATE, DUTCH_NUMBER, Notation
from socdom.sources.mapping.proposal import Proposal

_CHECK, _MISSING, _MAY_MISS, _NOT_NEEDED = (
    "# controleer: ",
    "# ontbreekt: ",
    "# mag ontbreken: ",
    "# niet nodig: ",
)
_TEXT_KINDS = ("csv", "txt", "tsv")
_KINDS = {
    "bsn": "een bsn",
    "key": "een nummer",
    "date": "een datum",
    "open date": "een datum, of leeg",
    "two digits": "een code van twee cijfers",
    "quarter": "een kwartaal",
    "area": "een buurtcode",
    "eurocents": "een bedrag",
    "euros": "een bedrag",
    "whole number": "een heel getal",
    "open age": "een leeftijd, of leeg",
    "text": "tekst",
}
_MOST_NAMES, _WIDTH = 40, 100


def to_yaml(proposal: Proposal) -> str:
    """The text of the block `bronnen.bestanden`, with the heading it has in gemeente.yml.

    It holds no value of a cell, except values of columns of codes that many rows share.
    """
    return (
        "\n".join([*_heading(proposal), *(f"      {line}" for line in _form(proposal)), *_rest(proposal)])
        + "\n"
    )


def _heading(proposal: Proposal) -> Iterator[str]:
    yield f"# Voorstel voor {_comment(covered(proposal.file_name))}, gelezen als levering {proposal.delivery}."
    yield '# Kijk de regels na met "controleer" en "ontbreekt". Neem het daarna over in gemeente.yml.'
    yield "# Staat bronnen of bestanden daar al? Zet de regels dan daaronder, en schrijf die naam niet nog een keer."
    for doubt in proposal.general:
        yield f"{_CHECK}{doubt}."
    yield "bronnen:"
    yield "  leveringen: true"
    yield "  bestanden:"
    yield f"    {proposal.delivery}:"


def _form(proposal: Proposal) -> Iterator[str]:
    look = proposal.look
    # A bracket has a meaning in a pattern; a question mark is any one letter.
    yield f"bestand: {_quoted(covered(proposal.file_name).replace('[', '?').replace(COVER, '*'))}"
    if look.sheet and len(look.sheets) > 1:
        which = f"het bestand heeft {len(look.sheets)} bladen; gelezen is nummer {look.sheets.index(look.sheet) + 1}"
        told = may_be_told(look.sheet)
        yield (
            f"blad: {_quoted(look.sheet)}  {_CHECK}{which}"
            if told
            else f"{_CHECK}{which}; zet de naam bij blad"
        )
    if look.header_row > 1:
        yield f"kopregel: {look.header_row}"
    yield from _text_form(proposal)
    yield from _notation("datum", proposal.date, DUTCH_DATE, "kan ook met de maand vooraan zijn")
    yield from _notation("getal", proposal.number, DUTCH_NUMBER, "")
    yield from _columns(proposal)
    yield from _fixed(proposal)
    yield from _values(proposal)


def _text_form(proposal: Proposal) -> Iterator[str]:
    look = proposal.look
    if look.kind not in _TEXT_KINDS:
        return
    if look.encoding == "cp1252":
        yield f"codering: cp1252  {_CHECK}staan letters als é en ë goed?"
    elif look.encoding:
        yield "codering: utf-8"
    if look.separator:
        yield f"scheiding: {_quoted('tab' if look.separator in ('tab', chr(9)) else look.separator)}"


def _notation(name: str, notation: Notation, usual: str, other: str) -> Iterator[str]:
    doubts = []
    if not notation.share:
        doubts.append("zo leest socdom het, maar geen enkele cel is zo geschreven")
    elif notation.share < 1:
        doubts.append("niet alle cellen zijn zo geschreven")
    if not notation.certain:
        doubts.append(other)
    if doubts or notation.written != usual:
        yield f'{name}: "{notation.written}"{_doubt(doubts)}'


def _columns(proposal: Proposal) -> Iterator[str]:
    yield "kolommen:"
    for match in proposal.found:
        yield f"  {_column(match)}{_doubt(proposal.doubts[match.column.header])}"
    for missing in proposal.missing:
        yield f"  {_absent(missing)}"


def _column(match: Match) -> str:
    return f"{match.column.header}: {_quoted(match.header)}"


def _absent(missing: Missing) -> str:
    if missing.column.optional:
        return f"{_MAY_MISS}{missing.column.header}"
    text = f"{_MISSING}{missing.column.header} ({_KINDS[missing.column.kind]})"
    if missing.maybe:
        text += f"; misschien {' of '.join(_quoted(name) for name in missing.maybe)}"
    return f"{text}; {missing.remedy}" if missing.remedy else text


def _fixed(proposal: Proposal) -> Iterator[str]:
    if proposal.fixed:
        yield "vast:"
    for header, value in proposal.fixed.items():
        yield f"  {header}: {_quoted(value)}  {_CHECK}de kolom is er niet; dit komt uit de naam van het bestand"


def _values(proposal: Proposal) -> Iterator[str]:
    """Values that become a code; of a column without any, what is not known stands in comments only."""
    shown = {header: found for header, found in proposal.values.items() if found.values}
    comments = {header: _unknown(proposal, header) for header in proposal.values}
    if shown:
        yield "waarden:  # ook woorden die nu niet in het bestand staan"
    for header, found in shown.items():
        yield f"  {header}:"
        for text, code in found.values.items():
            yield f"    {_quoted(text)}: {_quoted(code)}"
        yield from (f"    {line}" for line in comments[header])
    for header, lines in comments.items():
        if header not in shown and lines:
            yield f"{_CHECK}waarden van {header} die socdom niet kent; zet ze onder waarden"
            yield from (f"  {line}" for line in lines)


def _unknown(proposal: Proposal, header: str) -> list[str]:
    found = proposal.values[header]
    lines = [f"{_CHECK}{_quoted(text)}: ?" for text in found.unknown]
    if found.hidden:
        noun = "andere waarde" if found.hidden == 1 else "andere waarden"
        which = "te lang, of in te weinig rijen om te tonen"
        lines.append(f"{_CHECK}en nog {found.hidden} {noun} ({which})")
    return lines


def _rest(proposal: Proposal) -> Iterator[str]:
    """Columns that are not needed; they are never read."""
    names = [_quoted(name) for name in proposal.unneeded[:_MOST_NAMES]]
    more = proposal.untold + len(proposal.unneeded) - len(names)
    if more:
        names.append(f"{'en nog ' if names else ''}{more} {'kolom' if more == 1 else 'kolommen'}")
    if names:
        wrapped = textwrap.wrap(", ".join(names), _WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{_NOT_NEEDED}{line}" for line in wrapped)
        yield "# Die kolommen leest socdom niet. Vraag de leverancier ze weg te laten."
    for note in proposal.look.notes:
        yield f"# {_comment(note)}"


def _doubt(doubts: tuple[str, ...] | list[str]) -> str:
    return f"  {_CHECK}{'; '.join(doubts)}" if doubts else ""


def _quoted(text: str) -> str:
    """A text between double quotes, as yml reads it back."""
    inner = "".join(_escaped(letter) for letter in text)
    return f'"{inner}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def _comment(text: str) -> str:
    """One line without letters that cannot be printed."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
