"""The same chart with the same data and one choice, in other frameworks: what the dashboard is measured beside."""
