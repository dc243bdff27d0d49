"""What a reader can do with a figure of the dashboard: download it, keep its address, ask about it.

Report and paper have none of this: without a `View` nothing is added to a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol
from urllib.parse import parse_qsl, urlencode

from socdom.blocks.shown_kinds import Kind
from socdom.editions.read import Edition

AREA, PERIOD, UNIT, KIND = "wijk", "kwartaal", "eenheid", "soort"
DOWNLOAD_FOLDER = "cijfer/"
_CHOSEN = (AREA, PERIOD, UNIT)
NO_EXPLANATION = "Hierbij is nog geen duiding."


@dataclass(frozen=True)
class Link:
    """An address on the dashboard, relative to its root, and what it is called."""

    address: str
    label: str


class Answered(Protocol):
    """A question that was answered before: its words, and the address of the answer."""

    @property
    def question(self) -> str: ...
    @property
    def address(self) -> str: ...


def nothing_asked(edition: Edition, indicator: str) -> Sequence[Answered]:
    """No answers; what a page without published answers has."""
    return ()


@dataclass(frozen=True)
class View:
    """Where figures stand on the dashboard.

    Attributes:
        page: address of the page ("jeugd").
        query: what was chosen there, as in its address, without what is the default ("wijk=WK999902&kwartaal=2020Q3").
        themes: theme → address of its page.
        answers: edition, indicator → answers that the griffie published about it.
    """

    page: str
    query: str = ""
    themes: Mapping[str, str] = field(default_factory=dict)
    answers: Callable[[Edition, str], Sequence[Answered]] = nothing_asked


@dataclass(frozen=True)
class Actions:
    """The row under a figure.

    Attributes:
        about: name of the figure, for who hears a link without seeing where it stands.
        csv, xlsx: addresses of the figures it shows.
        permalink: address of the figure itself.
        question: address of the page on which a question about it is prepared.
        asked: answers about it.
        note: that people wrote no explanation of it; "" where that stands below.
        explained: where the explanation stands when it is elsewhere.
    """

    about: str
    csv: str
    xlsx: str
    permalink: str
    question: str
    asked: tuple[Answered, ...]
    note: str
    explained: Link | None


def actions(
    view: View | None,
    edition: Edition,
    indicator: str,
    kind: str = Kind.TREND,
    *,
    anchor: str,
    about: str,
    area: str | None = None,
    explained: bool = False,
    part: bool = False,
) -> Actions | None:
    """The row under a figure; None for one that does not stand on the dashboard.

    Args:
        view: the page.
        indicator: id of the indicator; of a figure with more of them the first.
        kind: which figure of it: a `Kind`, or the name of a breakdown.
        anchor: id of its heading.
        about: its name.
        area: CBS code where it is not what was chosen on the page.
        explained: whether its explanation in words of people follows, so that the row need not say where that is.
        part: whether it stands under another figure of the indicator, whose row tells what people wrote and answered.
    """
    if view is None:
        return None
    chosen = dict(_chosen(view.query))
    if area is not None:
        chosen |= {AREA: area} if area != edition.meta.code else {}
    download = f"{DOWNLOAD_FOLDER}{indicator}"
    kept = {name: chosen[name] for name in _CHOSEN if name in chosen}
    asked = _query(kept | ({KIND: kind} if kind else {}))
    subject = {"pagina": view.page, "cijfer": indicator}
    return Actions(
        about=about,
        csv=f"{download}.csv{asked}",
        xlsx=f"{download}.xlsx{asked}",
        permalink=f"{view.page}{_query(_chosen(view.query))}#{anchor}",
        question=f"vraag{_query(subject | kept)}",
        asked=() if part else tuple(view.answers(edition, indicator)),
        note=NO_EXPLANATION if not (explained or part) and _is_missing(edition, indicator) else "",
        explained=None if explained or part else _explained(view, edition, indicator),
    )


def _is_missing(edition: Edition, indicator: str) -> bool:
    """Whether the municipality publishes explanations, and none of this figure."""
    return edition.meta.profile == "met duiding" and edition.explanation(indicator=indicator) is None


def _explained(view: View, edition: Edition, indicator: str) -> Link | None:
    """Where the explanation of a figure stands: on the page of its theme, about the whole municipality."""
    page = view.themes.get(edition.descriptions[indicator].theme)
    if (
        page is None
        or edition.meta.profile != "met duiding"
        or edition.explanation(indicator=indicator) is None
    ):
        return None
    return Link(f"{page}#d-{indicator}", f"Duiding over heel {edition.meta.name}")


@lru_cache(maxsize=64)
def _chosen(query: str) -> Mapping[str, str]:
    return dict(parse_qsl(query))


def _query(values: Mapping[str, str]) -> str:
    return f"?{urlencode(values)}" if values else ""
