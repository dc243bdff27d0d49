"""A new indicator from answers or from a notebook: its file, its place in the order, and a test counted by hand."""

from socdom.workbench.new_indicator.counting import counted
from socdom.workbench.new_indicator.example_rows import made_up
from socdom.workbench.new_indicator.saving import saved

__all__ = ["counted", "made_up", "saved"]
