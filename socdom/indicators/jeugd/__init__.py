"""Indicators of the Jeugdwet."""

ORDER = (
    "jeugdhulp_gebruik",
    "jeugdhulp_wachttijd",
    "jeugdhulp_verwijzer_huisarts",
    "jeugdhulp_verblijf",
    "jeugdhulp_instroom",
    "jeugdhulp_uitstroom",
    "jeugd_kosten",
)
