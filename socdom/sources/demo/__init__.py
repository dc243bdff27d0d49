"""Lindeveen: a fictional municipality of about 62.000 inhabitants, made by chance from a fixed seed."""

from socdom.sources.demo.export import write_deliveries
from socdom.sources.demo.truth import truth, write_truth

__all__ = ["truth", "write_deliveries", "write_truth"]
