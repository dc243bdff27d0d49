"""Indicators of the population of the municipality."""

ORDER = ("inwoners_per_kwartaal",)
