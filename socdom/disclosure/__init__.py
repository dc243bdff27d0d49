"""Make figures about persons fit to be shown: hide, round, and close the simplest ways around it."""

from socdom.disclosure.policy import CBS5, POLICIES, Policy
from socdom.disclosure.protect import Linked, on_own_account, protect

__all__ = ["CBS5", "POLICIES", "Linked", "Policy", "on_own_account", "protect"]
