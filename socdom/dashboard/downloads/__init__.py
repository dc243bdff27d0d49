"""The files a reader can fetch: those of the edition, and exactly the figures of one view."""
