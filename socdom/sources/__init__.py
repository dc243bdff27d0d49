"""One adapter per supplier: a delivery in, tables that meet their contract out."""
