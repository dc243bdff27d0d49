"""The page of a theme: which blocks, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.actions import View
from socdom.blocks.budget import budgeted, money
from socdom.blocks.comparisons import compared, comparison
from socdom.blocks.explanations import explanation
from socdom.blocks.figures import figure, figure_id
from socdom.blocks.later import Block
from socdom.blocks.newest import value_in_words
from socdom.blocks.notices import no_registration, only_whole
from socdom.blocks.rankings import halves
from socdom.blocks.render import render
from socdom.editions.groups import Group, by_group, grouped
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence


@dataclass(frozen=True)
class _Seen:
    """What a reader chose to see: area, period, unit and page, as `theme_blocks` takes them."""

    edition: Edition
    area: str | None = None
    period: str | None = None
    unit: str = "value"
    page: View | None = None

    @property
    def whole(self) -> bool:
        """Whether it is about the whole municipality."""
        return self.area in (None, self.edition.meta.code)

    @property
    def current(self) -> bool:
        """Whether people may have written about it: the whole municipality in the newest period."""
        return self.whole and self.period in (None, self.edition.meta.period)


@dataclass(frozen=True)
class Folded:
    """A figure behind its name and newest number; `html` is None as long as it is not made."""

    id: str
    title: str
    value: str
    when: str
    html: Markup | None


def theme_blocks(
    edition: Edition,
    theme: str,
    *,
    area: str | None = None,
    period: str | None = None,
    unit: str = "value",
    view: View | None = None,
) -> list[Block]:
    """The blocks of a theme page in order: figures with duiding, breakdowns and wijken, duiding of the theme.

    The heading of the page (h1), its lead and its controls stand above these blocks; theirs start at h2.
    Key figures come first and have breakdowns and wijken under them. Figures with a group are folded under its
    heading; a list at the top leads to the groups. What is folded is made when it is asked for: until then a group
    names its figures with their numbers, so that nothing of another choice can be unfolded.

    Args:
        edition: where the figures stand.
        theme: a key of `THEMES`; one without figures gives the block that says so.
        area: CBS code of a wijk; the municipality when None. Figures that do not exist there are left out.
        period: quarter or year; the newest when None. Of yearly figures the newest year that was over by then.
        unit: "value", or "count" for the number of people behind a rate.
        view: the page of the dashboard, with the choice as it stands in its address; None elsewhere.
    """
    if theme not in edition.themes():
        return [Block(no_registration(edition, theme))]
    if theme == "geld":
        return _money_page(_Seen(edition, page=view))
    seen = _Seen(edition, area, period, unit, view)
    chosen = [d for d in edition.indicators(theme) if edition.series(d.id, area)]
    groups = grouped(chosen)
    above = [
        _contents(seen, groups),
        _left_out(seen, theme, chosen),
        *(_open(seen, groups[0]) if groups else []),
    ]
    below = _explanation(seen, theme, chosen) if seen.current else ""
    return [*_ready(*above), *(_later(seen, group) for group in groups[1:]), *_ready(below)]


def _ready(*htmls: str) -> list[Block]:
    return [Block(html) for html in htmls if html]


def _later(seen: _Seen, group: Group) -> Block:
    """A group of folded figures; each figure is a part that is made when it is unfolded."""
    light = [_fold(seen, description) for description in group.items]
    makers = (partial(_unfolded, seen, description) for description in group.items)
    parts = {item.id: make for item, make in zip(light, makers, strict=True)}
    return Block(_folded(group, light), parts, partial(_joined, group, light))


def _contents(seen: _Seen, groups: Sequence[Group]) -> str:
    """Links to the groups of a page; "" where there is one."""
    links = [(group.id, f"{group.heading} ({dutch.number(len(group.items))})") for group in groups]
    if len(links) < 2:
        return ""
    first = figure_id(groups[0].items[0].id, seen.area or seen.edition.meta.code)
    return render("on_this_page", links=[(first, links[0][1]), *links[1:]])


def _left_out(seen: _Seen, theme: str, chosen: Sequence[Description]) -> str:
    """That some figures are not there for the chosen wijk; "" where all are."""
    every = [d for d in seen.edition.indicators(theme) if seen.edition.series(d.id)]
    return only_whole(seen.edition, len(every) - len(chosen))


def _open(seen: _Seen, group: Group) -> list[str]:
    """Figures that stand open; the key figures, or all where there are none, with what lies under them."""
    leading = [d for d in group.items if d.key_figure] or group.items
    blocks: list[str] = []
    for description in group.items:
        blocks.append(_figure(seen, description, 2))
        blocks.append(_details(seen, description, 2) if description in leading else "")
    return blocks


def _folded(group: Group, items: Sequence[Folded]) -> str:
    return render("group", id=group.id, level=2, heading=group.heading, items=items)


def _joined(group: Group, items: Sequence[Folded], made: Mapping[str, str]) -> str:
    return _folded(group, [replace(item, html=Markup(made[item.id])) for item in items])


def _fold(seen: _Seen, description: Description) -> Folded:
    """The line of a folded figure, with nothing under it yet."""
    now = seen.edition.figure(description.id, seen.edition.period_of(description.id, seen.period), seen.area)
    when = now.period_label if now else ""
    return Folded(f"meer-{description.id}", description.short, value_in_words(seen.edition, now), when, None)


def _unfolded(seen: _Seen, description: Description) -> str:
    """What stands under the line of a folded figure."""
    return _figure(seen, description, 3) + _details(seen, description, 3)


def _figure(seen: _Seen, description: Description, level: int) -> str:
    """A figure with its duiding, where people wrote one about what is shown."""
    explained = seen.current and seen.edition.explanation(indicator=description.id) is not None
    period = seen.edition.period_of(description.id, seen.period)
    return figure(seen.edition, description.id, area=seen.area, period=period, unit=seen.unit,
                  heading_level=level, duiding=explained, view=seen.page)  # fmt: skip


def _details(seen: _Seen, description: Description, level: int) -> str:
    """Breakdowns (of the whole municipality) and wijken of an indicator, two in a row, under one heading."""
    edition, period = seen.edition, seen.edition.period_of(description.id, seen.period)
    names = tuple(description.dimensions) if seen.whole else ()
    found = halves(
        edition,
        description.id,
        names,
        period=period,
        highlight=seen.area,
        heading_level=level + 1,
        view=seen.page,
    )
    if not found:
        return ""
    heading, figures = f"Meer over: {in_sentence(description.short)}", map(Markup, found)
    return render("pair", id=f"m-{description.id}", level=level, heading=heading, figures=figures)


def _explanation(seen: _Seen, theme: str, shown: Sequence[Description]) -> str:
    """The duiding of the theme; that there is none is said only where no figure above it has one, or says so itself."""
    edition = seen.edition
    told = seen.page is not None and shown
    if edition.explanation(theme=theme) is None and (
        told or any(edition.explanation(indicator=d.id) for d in shown)
    ):
        return ""
    return explanation(edition, theme=theme)


def _money_page(seen: _Seen) -> list[Block]:
    """Budget first, then other municipalities, then what has a group of its own.

    The course of the main figures where neither budget nor others are there.
    """
    edition, page = seen.edition, seen.page
    beside = compared(edition)
    told = [block for block in (money(edition, view=page), comparison(edition, view=page)) if block]
    groups = money_groups(edition)
    if not told:
        main, *others = grouped([d for d in edition.indicators("geld") if edition.series(d.id)])
        groups = tuple(others)
        beside, told = list(main.items), [_figure(seen, d, 2) for d in main.items]
    folded = (_later(seen, group) for group in groups)
    return [*_ready(*told), *folded, *_ready(_explanation(seen, "geld", beside))]


def money_groups(edition: Edition) -> tuple[Group, ...]:
    """Figures about money with a group, that neither the budget nor the comparison with others shows."""
    known = {*budgeted(edition), *(d.id for d in compared(edition))}
    found = [d for d in edition.indicators("geld") if d.group and d.id not in known and edition.series(d.id)]
    return by_group(found)
