"""The council information letter: what it says (`content`) and its files (`files`)."""

from socdom.report.letter.content import Raadsinformatiebrief

__all__ = ["Raadsinformatiebrief"]
