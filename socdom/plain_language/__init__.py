"""Whether Dutch texts are plain: length, hard words, passive, abbreviations, claims and spelling. Knows no figures."""

from socdom.plain_language.check import check
from socdom.plain_language.model import Gravity, Remark, Text, Voice
from socdom.plain_language.spelling import spelling_is_checked

__all__ = ["Gravity", "Remark", "Text", "Voice", "check", "spelling_is_checked"]
