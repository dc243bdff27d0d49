"""The inventory of an edition in a table: for who must judge what is published, without a look at a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from socdom import dutch
from socdom.areas import LEVELS
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions import inventory as editions
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition

_LEVEL_WORDS = {
    "land": "Nederland",
    "referentie": "vergelijkbare gemeenten",
    "gemeente": "gemeente",
    "wijk": "wijken",
    "buurt": "buurten",
}
_POLICY = "Beleidsindicatoren"
_ALSO_HIDDEN = "Een cijfer dat geheim of niet bekend is, telt hier ook mee."
_NO_MORE = "Meer staat er niet in de pagina’s, in de grafieken en in de bestanden om te downloaden."


def published(edition: Edition) -> Table:
    """How much is published per theme; a hidden or unknown figure counts as well."""
    return Table(
        "gepubliceerd",
        "Wat staat er in deze uitgave?",
        ("Onderwerp", "Gebieden", "Soorten cijfers", "Tabellen", "Cijfers"),
        inventory_rows(edition.inventory, edition.descriptions),
        (_ALSO_HIDDEN, *_beside(edition), _NO_MORE),
    )


def _beside(edition: Edition) -> Iterator[str]:
    """What an edition tells beside its figures, a sentence each: late declarations, other municipalities, changes."""
    told = edition.all_expected
    if told:
        yield f"Daarnaast staat erbij hoe volledig {_counted(len(told), 'bedrag is', 'bedragen zijn')}."
    final = sum(item.expected is not None for item in told)
    if final:
        yield f"Van {_counted(final, 'bedrag', 'bedragen')} staat erbij wat wij verwachten."
    members = edition.members["value"].count()
    if members:
        what = _counted(int(members), "openbaar cijfer", "openbare cijfers")
        yield f"De pagina Vergelijken gebruikt ook {what} van andere gemeenten."
    if edition.changes is not None and edition.changes.revised:
        what = _counted(len(edition.changes.revised), "cijfer", "cijfers")
        yield f"Van {what} staat er ook hoe het in de vorige uitgave was."


def _counted(number: int, one: str, more: str) -> str:
    return f"{dutch.number(number)} {one if number == 1 else more}"


def inventory_rows(inventory: editions.Inventory, descriptions: Mapping[str, Description]) -> tuple[Row, ...]:
    """A row per theme, the policy indicators after them, and all together: areas, indicators, tables and figures.

    Args:
        descriptions: id of an indicator → its texts.
    """
    by_title: dict[str, list[editions.Table]] = {title: [] for title in (*THEMES.values(), _POLICY)}
    for table in inventory.tables:
        about = descriptions[table.indicator]
        by_title[_POLICY if about.is_policy_indicator else THEMES[about.theme]].append(table)
    rows = [Row(title, _cells(tables)) for title, tables in by_title.items() if tables]
    return (*rows, Row("Alles samen", _cells(inventory.tables)))


def _cells(tables: Iterable[editions.Table]) -> tuple[Cell, ...]:
    found = list(tables)
    levels = {table.level for table in found}
    words = [_LEVEL_WORDS[level] for level in LEVELS if level in levels]
    numbers = (len({t.indicator for t in found}), len(found), sum(t.cells for t in found))
    return Cell(dutch.listing(words), numeric=False), *(Cell(dutch.number(number)) for number in numbers)
