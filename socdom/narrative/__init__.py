"""Computed Dutch sentences about the figures of an edition. They describe; they never explain."""

from socdom.narrative.opening import lead
from socdom.narrative.overview import MainLine, main_lines, standing, status_note, theme_lead
from socdom.narrative.sentences import change, finding, judgement
from socdom.narrative.summaries import summary
from socdom.narrative.wijken import wijken_lead

__all__ = [
    "MainLine",
    "change",
    "finding",
    "judgement",
    "lead",
    "main_lines",
    "standing",
    "status_note",
    "summary",
    "theme_lead",
    "wijken_lead",
]
