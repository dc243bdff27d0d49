"""The small set of things that can be measured; one idea per file."""
