"""The slides for the meeting with the council: what they say (`content`) and their files (`files`)."""

from socdom.report.meeting.content import Bijeenkomst

__all__ = ["Bijeenkomst"]
