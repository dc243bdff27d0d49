"""Runs that nobody watches: what is due is done, retried, and told."""
