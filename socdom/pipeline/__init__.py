"""The verbs of socdom as plain functions; the only place where person-level and public zone meet."""

from socdom.pipeline.changes import changes
from socdom.pipeline.check import check, write_check
from socdom.pipeline.fetch import fetch
from socdom.pipeline.kept import vintages
from socdom.pipeline.key_renewal import renew_key
from socdom.pipeline.language import check_language
from socdom.pipeline.late_report import completeness
from socdom.pipeline.look import intake
from socdom.pipeline.start import start
from socdom.pipeline.verbs import catalogue, dashboard, demo, lab, quarter, refresh
from socdom.pipeline.verify import verify
from socdom.pipeline.withdraw import releases, withdraw

__all__ = [
    "catalogue",
    "changes",
    "check",
    "check_language",
    "completeness",
    "dashboard",
    "demo",
    "fetch",
    "intake",
    "lab",
    "quarter",
    "refresh",
    "releases",
    "renew_key",
    "start",
    "verify",
    "vintages",
    "withdraw",
    "write_check",
]
