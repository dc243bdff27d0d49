"""Commands for a server: keep a copy, put it back, and step back to the edition before."""

from __future__ import annotations
