"""The report on a delivery as a piece of page, for an analyst.

Built here and not from the templates of the pages: nothing that can show a report may be within reach of those.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from socdom import dutch
from socdom.sources.examine.model import DeliveryCounts, DeliveryReport
from socdom.sources.examine.tell import NUMBERS, ONLY_FOR_ANALYSTS, legend, opening, sections, table

_COLUMN_HEADINGS = ("Kolom", "Leeg", "Niet te lezen", "Onbekende code")
_QUARTERS_SHOWN = 8


def page(report: DeliveryReport, *, heading_level: int = 2) -> str:
    """HTML fragment with everything that is in a report, in the classes of the house style."""
    headings, lines = table(report)
    parts = [
        _heading("Controle van de levering", heading_level),
        Markup('<p class="lead"><strong>{}</strong> {}</p>').format(*opening(report)),
        Markup("<p><strong>{}</strong></p>").format(ONLY_FOR_ANALYSTS),
    ]
    told = [(_heading(heading, heading_level + 1), _list(items)) for heading, items in sections(report)]
    # Why a delivery is refused stands above how much came in.
    above = 1 if report.refusing else 0
    parts += [part for pair in told[:above] for part in pair]
    parts += [
        _table("Wat er binnenkwam", headings, lines),
        Markup('<p class="klein">{}</p>').format(legend(report)),
    ]
    parts += [part for pair in told[above:] for part in pair]
    parts.append(_heading("Per levering", heading_level + 1))
    parts += [_details(one) for one in report.deliveries]
    return str(Markup('<section lang="nl">{}</section>').format(Markup("").join(parts)))


def _details(one: DeliveryCounts) -> Markup:
    columns = [
        (
            column.header,
            dutch.number(column.missing),
            dutch.number(column.wrong),
            dutch.number(column.unknown),
        )
        for column in one.columns
    ]
    quarters = list(one.per_quarter.items())[-_QUARTERS_SHOWN:]
    parts = [
        _table(f"Kolommen van {one.delivery}, in rijen", _COLUMN_HEADINGS, columns),
        _list(_counts(one)),
        _table(
            f"Rijen per kwartaal van {one.delivery}",
            [name for name, _ in quarters],
            [[dutch.number(n) for _, n in quarters]],
        )
        if quarters
        else Markup(""),
    ]
    summary = f"{one.delivery}: {dutch.listing(one.files)}"
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, Markup("").join(parts))


def _counts(one: DeliveryCounts) -> list[str]:
    told = {
        "Rijen": one.rows,
        "Weggelaten rijen": one.left_out,
        "Rijen die dubbel lijken": one.doubles,
        "Rijen van personen die niet bij de cliënten staan": one.orphans,
        "Declaraties zonder geleverde voorziening": one.without_provision,
    }
    return [f"{name}: {dutch.number(count)}" for name, count in told.items() if count or name == "Rijen"]


def _heading(text: str, level: int) -> Markup:
    return Markup("<h{0}>{1}</h{0}>").format(level, text)


def _list(items: Sequence[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(item) for item in items))


def _table(caption: str, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> Markup:
    """A table in a frame of its own to scroll in; the first cell of a line is its heading, unless it is a number."""
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_aligned(heading), heading) for heading in headings
    )
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                _cell(cell, heading, first=place == 0)
                for place, (cell, heading) in enumerate(zip(line, headings, strict=True))
            )
        )
        for line in lines
    )
    return Markup(
        '<div class="rol" role="region" tabindex="0" aria-label="{0}"><table>'
        '<caption style="text-align:left">{0}</caption><thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>'
    ).format(caption, head, body)


def _cell(cell: str, heading: str, *, first: bool) -> Markup:
    if first and not _is_number(heading):
        return Markup('<th scope="row" style="text-align:left;white-space:nowrap">{}</th>').format(cell)
    return Markup("<td{}>{}</td>").format(_aligned(heading), cell)


def _aligned(heading: str) -> Markup:
    return Markup(' class="n"' if _is_number(heading) else ' style="text-align:left;white-space:nowrap"')


def _is_number(heading: str) -> bool:
    return heading in NUMBERS or heading in _COLUMN_HEADINGS[1:] or heading[:1].isdigit()
