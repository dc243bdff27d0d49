"""Indicators of municipal debt help and of the signals of arrears that precede it."""

ORDER = (
    "schuldhulp_lopend",
    "schuldhulp_instroom",
    "schuldhulp_aangemeld",
    "schuldhulp_uitstroom",
    "schuldhulp_duur",
    "vroegsignalen",
    "vroegsignalen_huishoudens",
    "vroegsignalen_contacttijd",
    "schuldhulp_wachttijd",
    "schuldhulp_binnen_vier_weken",
    "vroegsignalen_uitkomst",
    "vroegsignalen_hulp",
    "schuldhulp_resultaat",
    "schuldhulp_uitval",
    "schuldhulp_personen_jaar",
    "schuldhulp_terugkeer_aandeel",
    "schuldhulp_wachttijd_p90",
    "vroegsignalen_binnen_vier_weken",
)

# Results of a signal in which there was contact. Of the others the date is the day on which the municipality
# stopped trying.
REACHED = ("hulp", "geen hulp nodig", "wil geen hulp")
