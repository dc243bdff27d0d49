"""Editions: finished releases of protected figures and texts, written and read as one folder."""
