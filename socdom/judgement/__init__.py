"""What may be concluded from the figures of an edition: signals, goals, comparison. Of shown figures only, so that
nothing that is hidden can be told from a conclusion."""
