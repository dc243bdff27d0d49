"""Make figures about persons fit to be shown: hide, round, and close the simplest ways around it."""

from socdom.disclosure.loss import loss
from socdom.disclosure.policy import CBS5, POLICIES, Policy
from socdom.disclosure.protect import protect

__all__ = ["CBS5", "POLICIES", "Policy", "loss", "protect"]
