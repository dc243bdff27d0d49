"""docs/catalogus.md: every definition as text, to read beside the code; made of the definitions, like the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socdom import dutch
from socdom.editions.model import THEMES, Description
from socdom.editions.protection import ProtectionRecord
from socdom.narrative.counting import counted_how
from socdom.report.catalogue_page import EXPLAINED_IN, in_groups, origin, unit_and_basis
from socdom.report.reference_markdown import opening

# How a figure is split, how sure it is and how it is protected, the page of `socdom catalogue` tells.
_TOLD = ("Wat we tellen", "Welke gegevens", "Gedeeld door", "Wanneer")


def catalogue_text(
    descriptions: Sequence[Description], rules: ProtectionRecord, files: Mapping[str, str]
) -> str:
    """The page: contents, and each theme with its indicators.

    Args:
        descriptions: in the order in which they are shown.
        rules: the thresholds of protection that are told.
        files: id → path of the file with its definition.
    """
    top = opening("catalogus.md").format(count=dutch.number(len(descriptions)))
    contents = [f"- [{THEMES[theme]}](#{theme})" for theme in THEMES]
    themes = [line for theme in THEMES for line in _theme(theme, descriptions, rules, files)]
    return "\n".join([top, *contents, *themes]) + "\n"


def _theme(
    theme: str, descriptions: Sequence[Description], rules: ProtectionRecord, files: Mapping[str, str]
) -> Iterator[str]:
    yield f'\n<a id="{theme}"></a>\n\n## {THEMES[theme]}'
    for title, members in in_groups(theme, descriptions):
        yield f"\n### {title}"
        for description in members:
            yield from _entry(description, rules, files[description.id])


def _entry(d: Description, rules: ProtectionRecord, file: str) -> Iterator[str]:
    """One indicator: its heading, and a line for each thing to know."""
    yield f'\n<a id="{d.id}"></a>\n\n#### {d.title}\n'
    yield f"- **Eenheid:** {unit_and_basis(d)}"
    counted = dict(counted_how(d, rules))
    yield from (f"- **{heading}:** {counted[heading]}" for heading in _TOLD if counted.get(heading))
    for heading, text in origin(d, today=d.reviewed):
        yield f"- **{heading}:** {_linked(heading, text, d, file)}"


def _linked(heading: str, text: str, d: Description, file: str) -> str:
    """The name refers to the file of the definition, the example to its chapter."""
    if heading == "Naam in de gegevens":
        return f"[`{text}`](../{file})"
    if heading == "Uitleg met een voorbeeld" and d.definition:
        return f"[methoden.md](methoden.md#{EXPLAINED_IN[d.definition.kind]})"
    return f"`{text}`" if heading == "Methode" else text
