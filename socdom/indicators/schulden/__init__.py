"""Indicators of municipal debt help."""

ORDER = ("schuldhulp_lopend", "schuldhulp_instroom")
