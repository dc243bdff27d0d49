"""Tables of CBS StatLine: fetched with a small client, kept as snapshots, read without the network."""
