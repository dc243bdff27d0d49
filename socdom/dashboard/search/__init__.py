"""Zoeken: what can be found in an edition, kept with its pages, and a page with the answer to what somebody typed."""
