"""Indicators of the Wmo 2015."""

ORDER = (
    "wmo_clienten",
    "wmo_hulp_bij_huishouden",
    "wmo_besluittijd",
    "wmo_binnen_termijn",
    "wmo_instroom",
    "wmo_uitstroom",
    "wmo_kosten",
)
