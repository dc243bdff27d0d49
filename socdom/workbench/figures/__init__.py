"""The figures of an edition for an analyst: asked by name, as a frame of pandas, with the drawings of the council."""

from socdom.workbench.figures.frame import Figures

__all__ = ["Figures"]
