"""Commands for who hands out access to the dashboard."""

from __future__ import annotations
