"""Runs that nobody watches: what is due is done, retried, and told."""

from socdom.pipeline.unattended.ahead import look
from socdom.pipeline.unattended.run import run_due, utc_now
from socdom.pipeline.unattended.standing import standing
from socdom.pipeline.unattended.standing_text import standing_text
from socdom.pipeline.unattended.stopped import service_stopped
from socdom.pipeline.unattended.telling import tell_stopped, try_mail

__all__ = [
    "look",
    "run_due",
    "service_stopped",
    "standing",
    "standing_text",
    "tell_stopped",
    "try_mail",
    "utc_now",
]
