"""The verbs of socdom as plain functions; the only place where person-level and public zone meet."""

from socdom.pipeline.changes import changes
from socdom.pipeline.check import check, write_check
from socdom.pipeline.copies.backup import backup, check_copy
from socdom.pipeline.copies.restore import restore
from socdom.pipeline.fetch import fetch
from socdom.pipeline.kept import vintages
from socdom.pipeline.key_renewal import renew_key
from socdom.pipeline.lab import lab
from socdom.pipeline.language import check_language
from socdom.pipeline.late_report import completeness
from socdom.pipeline.look import intake
from socdom.pipeline.rollback import rollback
from socdom.pipeline.start import start
from socdom.pipeline.usage import evaluation, usage, write_told
from socdom.pipeline.verbs import catalogue, dashboard, demo, quarter, refresh
from socdom.pipeline.verify import verify
from socdom.pipeline.withdraw import releases, withdraw

__all__ = [
    "backup",
    "catalogue",
    "changes",
    "check",
    "check_copy",
    "check_language",
    "completeness",
    "dashboard",
    "demo",
    "evaluation",
    "fetch",
    "intake",
    "lab",
    "quarter",
    "refresh",
    "releases",
    "renew_key",
    "restore",
    "rollback",
    "start",
    "usage",
    "verify",
    "vintages",
    "withdraw",
    "write_check",
    "write_told",
]
