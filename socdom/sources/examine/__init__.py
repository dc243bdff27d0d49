"""A delivery judged: what came in, how far it goes, what is missing or odd, and whether figures can be made of it."""

from socdom.sources.examine.aside import aside_findings
from socdom.sources.examine.judge import examine
from socdom.sources.examine.model import DeliveryReport, Finding
from socdom.sources.examine.page import page
from socdom.sources.examine.previous import Previous, previous_of
from socdom.sources.examine.tell import notes, text

__all__ = [
    "DeliveryReport",
    "Finding",
    "Previous",
    "aside_findings",
    "examine",
    "notes",
    "page",
    "previous_of",
    "text",
]
