"""Commands for a system that runs by itself: do what is due, and tell how it stands."""

from __future__ import annotations
