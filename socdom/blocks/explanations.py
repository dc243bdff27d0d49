"""Duiding: the computed facts, then what people wrote, with their role and the date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from socdom import dutch, narrative
from socdom.blocks.render import markdown, render
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence


@dataclass(frozen=True)
class Part:
    """A part of an explanation; `html` is empty when nobody filled it in."""

    heading: str
    html: Markup


def explanation(edition: Edition, *, indicator: str = "", theme: str = "", heading_level: int = 2) -> str:
    """HTML of the explanation of an indicator or of a theme.

    Empty under the profile "zonder duiding"; a sentence that there is none yet when nobody wrote one.
    """
    if edition.meta.profile == "zonder duiding":
        return ""
    record = edition.explanation(indicator=indicator, theme=theme)
    if record is None:
        return render("no_explanation")
    return written(
        edition, indicator=indicator, theme=theme, role=record.rol, day=dutch.day(record.datum),
        texts=record.parts, heading_level=heading_level,
    )  # fmt: skip


def written(
    edition: Edition,
    *,
    indicator: str,
    theme: str,
    role: str,
    day: str,
    texts: Mapping[str, str],
    heading_level: int = 2,
) -> str:
    """HTML of a text that people wrote, in the edition or not yet; `texts` maps each heading to Markdown."""
    return render(
        "explanation",
        id=f"d-{indicator or theme}",
        level=heading_level,
        heading=f"Duiding: {_subject(edition, indicator, theme)}",
        role=role,
        day=day,
        facts=facts(edition, indicator, theme),
        parts=[Part(heading, markdown(text, heading_level + 2)) for heading, text in texts.items()],
    )


def _subject(edition: Edition, indicator: str, theme: str) -> str:
    title = edition.descriptions[indicator].short if indicator else edition.themes().get(theme, theme)
    return in_sentence(title) if indicator else title


def facts(edition: Edition, indicator: str, theme: str) -> tuple[str, ...]:
    """The computed sentences beside what people wrote about an indicator, or with none about a theme."""
    return narrative.summary(edition, indicator) if indicator else (narrative.theme_lead(edition, theme),)
