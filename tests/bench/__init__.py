"""How fast the engine is, beside other ways to the same answers: `make bench`."""
