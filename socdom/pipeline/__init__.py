"""The verbs of socdom as plain functions; the only place where person-level and public zone meet."""

from socdom.pipeline.verbs import catalogue, check, dashboard, demo, lab, quarter, refresh
from socdom.pipeline.withdraw import releases, withdraw

__all__ = ["catalogue", "check", "dashboard", "demo", "lab", "quarter", "refresh", "releases", "withdraw"]
