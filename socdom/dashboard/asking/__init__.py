"""Stel een vraag: what a question can be about, the mail that is filled in, and what was answered before."""
