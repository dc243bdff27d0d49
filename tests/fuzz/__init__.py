"""Readers of what others deliver, fed with what nobody would deliver."""
