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
class _View:
    """What a reader chose to see: area, period, unit and page, as `theme_page` takes them."""

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


def theme_page(
    edition: Edition,
    theme: str,
    *,
    area: str | None = None,
    period: str | None = None,
    unit: str = "value",
    view: View | None = None,
) -> list[str]:
    """The blocks of a theme page in order: figures with duiding, breakdowns and wijken, duiding of the theme.

    The heading of the page (h1), its lead and its controls stand above these blocks; theirs start at h2.
    Key figures come first and have breakdowns and wijken under them. Figures with a group are folded under its
    heading; a list at the top leads to the groups.

    Args:
        edition: where the figures stand.
        theme: a key of `THEMES`; one without figures gives the block that says so.
        area: CBS code of a wijk; the municipality when None. Figures that do not exist there are left out.
        period: quarter or year; the newest when None. Of yearly figures the newest year that was over by then.
        unit: "value", or "count" for the number of people behind a rate.
        view: the page of the dashboard, with the choice as it stands in its address; None elsewhere.
    """
    blocks = theme_blocks(edition, theme, area=area, period=period, unit=unit, view=view)
    return [block.finish() for block in blocks]


def theme_blocks(
    edition: Edition,
    theme: str,
    *,
    area: str | None = None,
    period: str | None = None,
    unit: str = "value",
    view: View | None = None,
) -> list[Block]:
    """The same as `theme_page`, in which what is folded is made when it is asked for.

    Until then a group names its figures with their numbers, so that nothing of another choice can be unfolded.
    """
    if theme not in edition.themes():
        return [Block(no_registration(edition, theme))]
    if theme == "geld":
        return _money_page(_View(edition, page=view))
    seen = _View(edition, area, period, unit, view)
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


def _later(view: _View, group: Group) -> Block:
    """A group of folded figures; each figure is a part that is made when it is unfolded."""
    light = [_fold(view, description) for description in group.items]
    makers = (partial(_unfolded, view, description) for description in group.items)
    parts = {item.id: make for item, make in zip(light, makers, strict=True)}
    return Block(_folded(group, light), parts, partial(_joined, group, light))


def _contents(view: _View, groups: Sequence[Group]) -> str:
    """Links to the groups of a page; "" where there is one."""
    links = [(group.id, f"{group.heading} ({dutch.number(len(group.items))})") for group in groups]
    if len(links) < 2:
        return ""
    first = figure_id(groups[0].items[0].id, view.area or view.edition.meta.code)
    return render("on_this_page", links=[(first, links[0][1]), *links[1:]])


def _left_out(view: _View, theme: str, chosen: Sequence[Description]) -> str:
    """That some figures are not there for the chosen wijk; "" where all are."""
    every = [d for d in view.edition.indicators(theme) if view.edition.series(d.id)]
    return only_whole(view.edition, len(every) - len(chosen))


def _open(view: _View, group: Group) -> list[str]:
    """Figures that stand open; the key figures, or all where there are none, with what lies under them."""
    leading = [d for d in group.items if d.key_figure] or group.items
    blocks: list[str] = []
    for description in group.items:
        blocks.append(_figure(view, description, 2))
        blocks.append(_details(view, description, 2) if description in leading else "")
    return blocks


def _folded(group: Group, items: Sequence[Folded]) -> str:
    return render("group", id=group.id, level=2, heading=group.heading, items=items)


def _joined(group: Group, items: Sequence[Folded], made: Mapping[str, str]) -> str:
    return _folded(group, [replace(item, html=Markup(made[item.id])) for item in items])


def _fold(view: _View, description: Description) -> Folded:
    """The line of a folded figure, with nothing under it yet."""
    now = view.edition.figure(description.id, view.edition.period_of(description.id, view.period), view.area)
    when = now.period_label if now else ""
    return Folded(f"meer-{description.id}", description.short, value_in_words(view.edition, now), when, None)


def _unfolded(view: _View, description: Description) -> str:
    """What stands under the line of a folded figure."""
    return _figure(view, description, 3) + _details(view, description, 3)


def _figure(view: _View, description: Description, level: int) -> str:
    """A figure with its duiding, where people wrote one about what is shown."""
    explained = view.current and view.edition.explanation(indicator=description.id) is not None
    period = view.edition.period_of(description.id, view.period)
    return figure(view.edition, description.id, area=view.area, period=period, unit=view.unit,
                  heading_level=level, duiding=explained, view=view.page)  # fmt: skip


def _details(view: _View, description: Description, level: int) -> str:
    """Breakdowns (of the whole municipality) and wijken of an indicator, two in a row, under one heading."""
    edition, period = view.edition, view.edition.period_of(description.id, view.period)
    names = tuple(description.dimensions) if view.whole else ()
    found = halves(
        edition,
        description.id,
        names,
        period=period,
        highlight=view.area,
        heading_level=level + 1,
        view=view.page,
    )
    if not found:
        return ""
    heading, figures = f"Meer over: {in_sentence(description.short)}", map(Markup, found)
    return render("pair", id=f"m-{description.id}", level=level, heading=heading, figures=figures)


def _explanation(view: _View, theme: str, shown: Sequence[Description]) -> str:
    """The duiding of the theme; that there is none is said only where no figure above it has one, or says so itself."""
    edition = view.edition
    told = view.page is not None and shown
    if edition.explanation(theme=theme) is None and (
        told or any(edition.explanation(indicator=d.id) for d in shown)
    ):
        return ""
    return explanation(edition, theme=theme)


def _money_page(view: _View) -> list[Block]:
    """Budget first, then other municipalities, then what has a group of its own.

    The course of the main figures where neither budget nor others are there.
    """
    edition, page = view.edition, view.page
    beside = compared(edition)
    told = [block for block in (money(edition, view=page), comparison(edition, view=page)) if block]
    groups = money_groups(edition)
    if not told:
        main, *others = grouped([d for d in edition.indicators("geld") if edition.series(d.id)])
        groups = tuple(others)
        beside, told = list(main.items), [_figure(view, d, 2) for d in main.items]
    folded = (_later(view, group) for group in groups)
    return [*_ready(*told), *folded, *_ready(_explanation(view, "geld", beside))]


def money_groups(edition: Edition) -> tuple[Group, ...]:
    """Figures about money with a group, that neither the budget nor the comparison with others shows."""
    known = {*budgeted(edition), *(d.id for d in compared(edition))}
    found = [d for d in edition.indicators("geld") if d.group and d.id not in known and edition.series(d.id)]
    return by_group(found)
